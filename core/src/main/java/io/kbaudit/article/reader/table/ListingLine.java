package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by its words whether a line lists a file, where no heading above it does. */
final class ListingLine {
  /** Longer lines are running text. */
  static final int LONGEST = 400;

  /** More characters than a file's name has, or a digest. */
  private static final int LONGEST_RUN = 300;

  /** What is wrong with a line among the rows of a table that lists a file, and is no title. */
  static final String PARTED_OTHERWISE = "a row that is not parted into cells as the others are";

  /** As in {@code 80 file(s) 1,034,474 bytes}. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?i)(?<![A-Z])total(?![A-Z])|bytes free|[0-9] ?(?:file|dir|folder)(?:s|\\(s\\))?(?![A-Z])");

  /** Tags without attributes, of HTML and XML or of bulletin boards: no words. */
  private static final Pattern TAG =
      Pattern.compile(
          "</?[A-Za-z][A-Za-z0-9]{0,20} ?/?>|\\[/?[A-Za-z*]{1,10}(?:=[^\\[\\]]{0,60})?\\]");

  /** What stands around words in lists, in other scripts, and in notations of programs. */
  private static final Pattern AROUND_WORDS =
      Pattern.compile(
          "[\"'()\\[\\]{}<>=|;*`@\u2022\u2013\u2014\u00AB\u00BB\u2018-\u201F\u3001\u3002\u3008-\u3011\u30FB\uFF65]"
              + "|~~|[,:_](?=\\s|$|\")|(?<![^\\s\"])[,:_+]|(?<=\\s)/(?=>)"
              + "|(?<=\\.[A-Za-z]{2,4})[:/+](?=\\S)");

  /** Marks of writing direction and blanks of no width, which nobody sees. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]");

  private static final int FIRST_UNSEEN = 0x80;

  /** As wide as two; a blank that is as wide as columns are apart. */
  private static final Pattern WIDE_BLANK = Pattern.compile("[\u2001\u2003\u3000]");

  private static final Pattern END_OF_SENTENCE = Pattern.compile("\\p{L}\\.\\)?\\s*$");

  /** Two more words than a name, its values and what those are called are running text. */
  private static final int MOST_OTHER_WORDS = 1;

  /** A sentence seldom begins with a file's name and has two values of it. */
  private static final int MOST_OTHER_WORDS_BEHIND_NAME = 12;

  private static final int LONGEST_DATE = 40;

  /** A number without commas is a size where nothing stands beside it but a name and a date. */
  private static final Set<Shape> NAMED_DATED_AND_COUNTED =
      Set.of(Shape.TEXT, Shape.DATE, Shape.NUMBER);

  /** Of these, a line that names a file has two beside it where a third cannot be read. */
  private static final Set<Shape> VALUES =
      Set.of(
          Shape.DATE,
          Shape.BROKEN_DATE,
          Shape.TIME,
          Shape.MODIFIED,
          Shape.SIZE,
          Shape.NUMBER,
          Shape.VERSION);

  private static final Set<Shape> VALUES_OF_FILES =
      Set.of(Shape.DATE, Shape.TIME, Shape.MODIFIED, Shape.SIZE);

  /** Names of two files on a line, each parted from its extension. */
  private static final int MOST_WORDS_OF_NAMES = 4;

  /** More words of text beside a name and its values make a sentence. */
  private static final int MOST_WORDS_OF_TEXT = 3;

  /** Two columns are a name, and what somebody says of it. */
  private static final int FEWEST_COLUMNS = 3;

  /** Counts and numbers of items have no more digits, and sizes of files mostly do. */
  private static final int DIGITS_OF_SMALL_NUMBERS = 3;

  private ListingLine() {}

  static boolean isSaidToBeNothing(String cell) {
    return !cell.isEmpty() && Shape.of(cell) == Shape.NOTHING;
  }

  /** Whether hardly anything but a file has it: {@code ASP.NET} has a 4.0 beside it, too. */
  static boolean isStrongValue(String cell) {
    Shape shape = Shape.of(cell);
    return switch (shape) {
      case DATE, MODIFIED, SIZE -> true;
      case NUMBER -> cell.length() > DIGITS_OF_SMALL_NUMBERS;
      case VERSION -> cell.chars().filter(c -> c == '.').count() > 1;
      default -> shape.isDigest();
    };
  }

  /**
   * Returns a line without marks that nobody sees, with signs and digits of other scripts and
   * widths as those of ASCII: they hide no file, though they may be part of a name or value.
   */
  static String asSeen(String line) {
    if (line.chars().allMatch(c -> (c >= ' ' && c < FIRST_UNSEEN) || c == '\t')) {
      return line;
    }
    String seen = UNSEEN.matcher(line).replaceAll("");
    String compatible =
        seen.length() > LONGEST
            ? seen
            : Normalizer.normalize(WIDE_BLANK.matcher(seen).replaceAll("  "), Form.NFKC);
    StringBuilder ascii = new StringBuilder(compatible.length());
    compatible
        .codePoints()
        .map(
            c ->
                c < ' ' && c != '\t'
                    ? ' '
                    : Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  /** Whether a line says how many files, folders or bytes there are, and names none. */
  static boolean isTotal(String line) {
    return TOTAL.matcher(line).find() && !mayNameFile(line);
  }

  /** Returns the words of a line as it is seen, without the signs around them. */
  static List<Word> words(String line) {
    String untagged = TAG.matcher(CellText.withoutListMark(asSeen(line))).replaceAll(" ");
    return Word.in(Cells.strip(AROUND_WORDS.matcher(untagged).replaceAll(" ")));
  }

  /** Returns the same words with a blank between two. */
  static String bare(String line) {
    return words(line).stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /** Of a line that is too long for a table, what tells whether it is a row. */
  static String beginning(String line) {
    return line.length() > Word.LONGEST_LINE ? line.substring(0, Word.LONGEST_LINE) : line;
  }

  /**
   * Returns a line that is too long for a table without the middle of each word, and of the blanks
   * between two, that is longer than any of a row; words of running text stay as they are.
   */
  static String shortened(String line) {
    StringBuilder shortened = new StringBuilder();
    int begin = 0;
    for (int i = 1; i <= line.length(); i++) {
      if (i == line.length()
          || Cells.isBlank(line.charAt(i)) != Cells.isBlank(line.charAt(begin))) {
        boolean isLong = i - begin > LONGEST_RUN;
        shortened.append(line, begin, isLong ? begin + LONGEST_RUN / 2 : i);
        shortened.append(line, isLong ? i - LONGEST_RUN / 2 : i, i);
        begin = i;
      }
    }
    return shortened.toString();
  }

  /**
   * Whether a line that stands in a table as a title, or in none, has the name of a file and a
   * value of it, and hardly any other words, whatever parts them: brackets, quotation marks,
   * dashes.
   */
  static boolean listsFile(String line) {
    return listsFile(line, FileExtensions::isKnownName);
  }

  static boolean listsFile(String printed, Predicate<String> isName) {
    String line = asSeen(printed);
    if (line.length() > LONGEST || !mayNameFile(line) || END_OF_SENTENCE.matcher(line).find()) {
      return false;
    }
    List<Word> words = words(line);
    if (words.isEmpty()) {
      return false;
    }
    long texts = words.stream().filter(ListingLine::isOtherText).count();
    long values =
        words.stream()
            .filter(word -> isStrongValue(word.text()) || Shape.isIdentifier(word.text()))
            .count();
    boolean beginsWithName = isName.test(words.get(0).text());
    return values > 0
        && texts <= (beginsWithName && values > 1 ? MOST_OTHER_WORDS_BEHIND_NAME : MOST_OTHER_WORDS)
        && words.stream().anyMatch(word -> isName.test(word.text()));
  }

  /** Whether a word is neither a value nor what a value is called. */
  private static boolean isOtherText(Word word) {
    return word.shape() == Shape.TEXT
        && word.text().chars().anyMatch(Character::isLetter)
        && !Shape.isIdentifier(word.text())
        && !ColumnHeading.isWordOfHeadings(word.text());
  }

  /** A quick look, which spares most lines the slow ones: a dot inside a word. */
  static boolean mayNameFile(String content) {
    for (int dot = content.indexOf('.', 1); dot >= 0; dot = content.indexOf('.', dot + 1)) {
      if (dot + 1 < content.length()
          && Character.isLetterOrDigit(content.charAt(dot + 1))
          && !Cells.isBlank(content.charAt(dot - 1))) {
        return true;
      }
    }
    return false;
  }

  /** A name and two values or more, the blanks between them collapsed, and hardly any text. */
  static boolean isCollapsedRow(List<Word> words, Predicate<String> isName) {
    boolean named = words.stream().anyMatch(word -> isName.test(word.text()));
    boolean apart = false;
    for (int i = 1; i < words.size(); i++) {
      apart |= words.get(i).isApartFrom(words.get(i - 1));
    }
    long values = words.stream().filter(word -> word.shape().isAttribute()).count();
    long texts = words.stream().filter(word -> word.shape() == Shape.TEXT).count();
    boolean knownRow = named && values >= (apart && texts <= 1 ? 1 : 2);
    boolean likelyRow =
        apart
            && words.stream().anyMatch(word -> word.shape() == Shape.FILE_NAME)
            && words.stream().anyMatch(word -> isStrongValue(word.text()));
    return texts <= MOST_WORDS_OF_TEXT && (knownRow || likelyRow);
  }

  /**
   * Whether a line is a file's name and values of whatever kind, and has no word but their names.
   */
  static boolean isNameAndValues(String line, Predicate<String> isName) {
    List<Word> words = line.length() > LONGEST || !mayNameFile(line) ? List.of() : words(line);
    return words.size() > 1
        && !END_OF_SENTENCE.matcher(line).find()
        && isName.test(words.get(0).text())
        && areCalledValue(words.subList(1, words.size()));
  }

  /** Whether a line is a value, and nothing beside it but what it is called. */
  static boolean isCalledValue(String line) {
    return line.length() <= LONGEST && areCalledValue(words(line));
  }

  /** Whether a line is a value that hardly anything but a file has, or one that is called so. */
  static boolean isSurelyValue(String line) {
    return isCalledValue(line)
        && words(line).stream()
            .anyMatch(word -> !word.shape().isAttribute() || isStrongValue(word.text()));
  }

  private static boolean areCalledValue(List<Word> words) {
    return words.stream().anyMatch(word -> word.shape().isAttribute())
        && words.stream()
            .allMatch(
                word -> word.shape().isAttribute() || ColumnHeading.isWordOfHeadings(word.text()));
  }

  /** Whether a line that stands where a title may be is about a file: it is a row that is torn. */
  static boolean isAboutFile(String line) {
    if (listsFile(line)) {
      return true;
    }
    List<Word> words = line.length() > LONGEST || !mayNameFile(line) ? List.of() : words(line);
    return !words.isEmpty()
        && FileExtensions.isKnownName(words.get(0).text())
        && !Cells.strip(line).equals(words.get(0).text());
  }

  /** Returns what surely is a value of a file, wherever it stands. */
  static List<String> sureValues(String line) {
    return words(DigestCell.joined(line)).stream()
        .filter(ListingLine::isSure)
        .map(Word::text)
        .toList();
  }

  private static boolean isSure(Word word) {
    return switch (word.shape()) {
      case DATE, MODIFIED -> word.text().length() <= LONGEST_DATE;
      case SIZE -> true;
      case VERSION -> word.text().chars().filter(c -> c == '.').count() > 2;
      default -> word.shape().isDigest();
    };
  }

  /** Whether a line has a value of a file, and no more words than say of which. */
  static boolean isValueBelowRow(String line) {
    return line.length() <= LONGEST
        && !END_OF_SENTENCE.matcher(line).find()
        && !isTotal(line)
        && (isCalledValue(line)
            || (!sureValues(line).isEmpty()
                && words(line).stream().filter(ListingLine::isOtherText).count()
                    <= MOST_WORDS_OF_TEXT));
  }

  /** Whether a line is values, no days among them, and what they are called. */
  static boolean isLabelledSize(String line) {
    return isCalledValue(line)
        && words(line).stream().anyMatch(word -> word.shape() == Shape.TEXT)
        && words(line).stream()
            .anyMatch(
                word ->
                    word.shape() == Shape.SIZE
                        || word.shape().isDigest()
                        || (word.shape() == Shape.VERSION && isSure(word)));
  }

  /** Whether columns of words are numbers, and as many words as names of files have. */
  static boolean hasNumberApart(List<Word> words) {
    boolean number = false;
    for (int i = 1; i < words.size(); i++) {
      Shape shape = words.get(i).shape();
      number |=
          words.get(i).isApartFrom(words.get(i - 1))
              && (shape == Shape.NUMBER || shape == Shape.VERSION);
    }
    return number && words.size() <= MOST_WORDS_OF_NAMES;
  }

  /** Whether a line begins with the name of a file, and has a value of it. */
  static boolean beginsWithFile(List<Word> words) {
    return words.size() > 1
        && FileExtensions.isKnownName(words.get(0).text())
        && words.stream().skip(1).anyMatch(word -> word.shape().isAttribute());
  }

  /** Columns of words, of which the first is the name of a file. */
  static boolean isRowOfText(List<Word> words, Predicate<String> isName) {
    return words.size() >= FEWEST_COLUMNS
        && isName.test(words.get(0).text())
        && words.get(1).isApartFrom(words.get(0))
        && Word.columnsOf(words, List.of()).size() >= FEWEST_COLUMNS;
  }

  /** Words apart as columns are, one of them a name, with a date, size, time or version. */
  static boolean isTabularRow(List<Word> words) {
    boolean apart = false;
    int texts = 0;
    Set<Shape> shapes = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      apart |= i > 0 && words.get(i).isApartFrom(words.get(i - 1));
      texts += words.get(i).shape() == Shape.TEXT ? 1 : 0;
      shapes.add(words.get(i).shape());
    }
    boolean named =
        shapes.contains(Shape.FILE_NAME)
            && shapes.stream().filter(VALUES::contains).count() >= 2
            && shapes.stream().anyMatch(VALUES_OF_FILES::contains);
    boolean counted =
        shapes.contains(Shape.NUMBER)
            && (shapes.contains(Shape.TIME) || shapes.contains(Shape.VERSION));
    boolean namedInTwoWords =
        shapes.contains(Shape.DATE)
            && (shapes.contains(Shape.SIZE) || counted || shapes.equals(NAMED_DATED_AND_COUNTED))
            && texts >= 2
            && texts <= MOST_WORDS_OF_NAMES;
    return apart && (named || namedInTwoWords);
  }
}
