package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells by its words whether a line lists a file, where no heading above it does. */
final class ListingLine {
  /** Longer lines are running text. */
  static final int LONGEST = 400;

  /** More characters than a file's name has, or a digest. */
  private static final int LONGEST_RUN = 300;

  /** What is wrong with a line among the rows of a table that lists a file, and is no title. */
  static final String PARTED_OTHERWISE = "a row that is not parted into cells as the others are";

  /** What stands around words in lists, and in notations of programs. */
  private static final Pattern AROUND_WORDS =
      Pattern.compile("[\"'()\\[\\]{}<>=|;\u2022]|[,:](?=\\s|$)|(?<=\\s)/(?=>)");

  /** Marks of writing direction and blanks of no width, which nobody sees. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]");

  private static final int FIRST_UNSEEN = 0xAD;

  private static final Pattern END_OF_SENTENCE = Pattern.compile("\\p{L}\\.\\)?\\s*$");

  /** Two more words than a name, its values and what those are called are running text. */
  private static final int MOST_OTHER_WORDS = 1;

  /** A sentence seldom begins with a file's name and has two values of it. */
  private static final int MOST_OTHER_WORDS_BEHIND_NAME = 12;

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

  /** A mark that nobody sees hides no file, though it is part of a name or value. */
  static String asSeen(String line) {
    return line.chars().allMatch(c -> c < FIRST_UNSEEN)
        ? line
        : UNSEEN.matcher(line).replaceAll("");
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
    List<Word> words = Word.in(Cells.strip(AROUND_WORDS.matcher(line).replaceAll(" ")));
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

  /** Whether a line is the name of a file and values, of whatever kind, and has no other word. */
  static boolean isNameAndValues(String line, Predicate<String> isName) {
    List<Word> words =
        line.length() > LONGEST || !mayNameFile(line)
            ? List.of()
            : Word.in(Cells.strip(AROUND_WORDS.matcher(line).replaceAll(" ")));
    return words.size() > 1
        && isName.test(words.get(0).text())
        && words.stream().skip(1).allMatch(word -> word.shape().isAttribute());
  }

  /** Whether words are a value, and nothing beside it but what it is called. */
  static boolean isCalledValue(String cell) {
    List<Word> words = Word.in(cell.length() > LONGEST ? "" : cell);
    return words.stream().anyMatch(word -> word.shape().isAttribute())
        && words.stream()
            .allMatch(
                word -> word.shape().isAttribute() || ColumnHeading.isWordOfHeadings(word.text()));
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
