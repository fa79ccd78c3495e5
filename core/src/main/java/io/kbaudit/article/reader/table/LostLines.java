package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.ColumnHeading;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.FileNote;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.table.FileTable.UnreadLine;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines that list a file and stand in no file table: rows that have lost their heading,
 * or stand under one that is not understood. Passed over in silence, such a line would be a file
 * that nobody checks. Whatever has the name of a file beside something that a file can be held to
 * is one, whether its cells are parted by bars, separators, blanks or line breaks.
 */
final class LostLines {
  private static final String WITHOUT_HEADING =
      "a row of a file table whose heading is missing or not understood";

  /** What is wrong with a line among the rows of a table that lists a file, and is no title. */
  static final String PARTED_OTHERWISE = "a row that is not parted into cells as the others are";

  private static final String DIGEST_WITHOUT_ROW = "a digest of a file that is not clear";

  /** What stands around words in lists, and in notations of programs. */
  private static final Pattern AROUND_WORDS =
      Pattern.compile("[\"'()\\[\\]{}<>=|;\u2022]|[,:](?=\\s|$)|(?<=\\s)/(?=>)");

  /** Marks of writing direction and blanks of no width, which nobody sees. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]");

  private static final Pattern END_OF_SENTENCE = Pattern.compile("\\p{L}\\.\\)?\\s*$");

  /** Of 32 bits, as CRC-32 is printed. */
  private static final Pattern CHECKSUM = Pattern.compile("(?:0x)?[0-9A-Fa-f]{8}");

  /** Two more words than a name, its values and what those are called are running text. */
  private static final int MOST_OTHER_WORDS = 1;

  private static final String SEPARATORS = ",;\t|";

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

  /** As in {@code Module: alpha.dll}, under whatever label. */
  private static final Pattern LABELLED =
      Pattern.compile("[^:|]{1,40}?(?:\\*\\*)?:(?:\\*\\*)? +([^:]\\S*(?: \\S+){0,3})");

  /** Counts and numbers of items have no more digits, and sizes of files mostly do. */
  private static final int DIGITS_OF_SMALL_NUMBERS = 3;

  private static final int HEADINGS_SHOWN = 6;

  private static final int LONGEST_NAME = 260;

  /** More words are a sentence that ends with a file's name. */
  private static final int MOST_BLANKS_OF_NAME = 3;

  private static final int LONGEST_ROW = 400;

  private final ArticleText text;
  private final List<Integer> outside;
  private final Set<String> extensions;
  private final List<UnreadLine> lost = new ArrayList<>();
  private int index;
  private int lastNameAlone;
  private int lastDateAlone;

  private LostLines(ArticleText text, List<Integer> outside, Set<String> extensions) {
    this.text = text;
    this.outside = outside;
    this.extensions = new TreeSet<>(extensions);
    this.extensions.addAll(FileExtensions.known());
  }

  /**
   * Returns the lines that list files among those {@code outside} of all tables, in their order.
   * The rows below one heading are one finding, which names it.
   *
   * @param extensions of the files in the tables, by which other lines are known too
   */
  static List<UnreadLine> among(List<Integer> outside, ArticleText text, Set<String> extensions) {
    LostLines lines = new LostLines(text, outside, extensions);
    lines.find();
    return lines.lost;
  }

  private void find() {
    while (index < outside.size()) {
      int line = outside.get(index);
      if (Pipes.isRow(text.line(line))) {
        findInBlock();
      } else {
        findInText(line);
        index++;
      }
    }
  }

  /** Reads the rows between bars that follow each other, blank lines aside. */
  private void findInBlock() {
    List<Integer> rows = new ArrayList<>();
    int last = outside.get(index) - 1;
    while (index < outside.size() && outside.get(index) == last + 1) {
      last = outside.get(index);
      if (Pipes.isRow(text.line(last))) {
        if (!Pipes.isDecoration(Pipes.cells(text.line(last)))) {
          rows.add(last);
        }
      } else if (!text.line(last).isBlank() && !GridLayout.isBorder(text, last)) {
        break;
      }
      index++;
    }
    addBlock(rows);
  }

  private void addBlock(List<Integer> rows) {
    List<Integer> listing = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (isLost(Pipes.cells(text.line(rows.get(i))), i == 0)) {
        listing.add(rows.get(i));
      }
    }
    boolean headed = !listing.isEmpty() && !listing.get(0).equals(rows.get(0));
    if (headed) {
      List<String> headings = Pipes.cells(text.line(rows.get(0)));
      lost.add(
          new UnreadLine(listing.get(0), listing.size(), under(headings, listing.size()), true));
    } else {
      listing.forEach(line -> lost.add(UnreadLine.row(line, WITHOUT_HEADING)));
    }
  }

  private static String under(List<String> headings, int rows) {
    List<String> shown =
        headings.stream().filter(cell -> !cell.isEmpty()).map(Printable::quoted).toList();
    return English.counted(rows, "row")
        + " of a table whose headings are not understood, "
        + English.enumerate(shown, HEADINGS_SHOWN)
        + ", the first of them";
  }

  /** Whether cells between bars list a file. */
  private boolean isLost(List<String> cells, boolean beginsBlock) {
    if (cells.size() == 1) {
      return isOfKnownKind(cells.get(0)) || listsFile(cells.get(0), this::isOfKnownKind);
    }
    Set<Shape> shapes = new TreeSet<>();
    cells.forEach(cell -> shapes.add(Shape.of(cell)));
    boolean date = shapes.contains(Shape.DATE) || shapes.contains(Shape.MODIFIED);
    boolean size = shapes.contains(Shape.SIZE) || shapes.contains(Shape.NUMBER);
    boolean name = shapes.contains(Shape.FILE_NAME);
    boolean oneWord = !cells.get(0).isEmpty() && cells.get(0).indexOf(' ') < 0;
    boolean surely = date && size && (name || oneWord);
    boolean likely = (date && size) || (name && (date || size || shapes.contains(Shape.VERSION)));
    return surely
        || (beginsBlock && likely)
        || (name && cells.stream().anyMatch(LostLines::isStrongValue))
        || (name && cells.stream().anyMatch(LostLines::isSaidToBeNothing))
        || namesFileBesideCell(cells);
  }

  private static boolean isSaidToBeNothing(String cell) {
    return !cell.isEmpty() && Shape.of(cell) == Shape.NOTHING;
  }

  /** Whether hardly anything but a file has it: {@code ASP.NET} has a 4.0 beside it, too. */
  private static boolean isStrongValue(String cell) {
    Shape shape = Shape.of(cell);
    return switch (shape) {
      case DATE, MODIFIED, SIZE -> true;
      case NUMBER -> cell.length() > DIGITS_OF_SMALL_NUMBERS;
      case VERSION -> cell.chars().filter(c -> c == '.').count() > 1;
      default -> shape.isDigest();
    };
  }

  /** Whether one cell is the name of a file, and another says anything, whatever it be. */
  private boolean namesFileBesideCell(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isEmpty()).count() > 1
        && cells.stream().anyMatch(this::isKnownName);
  }

  /** Whether one cell is the name of a file, and another something that it can be held to. */
  private boolean namesFileBesideValue(List<String> cells) {
    return cells.stream().anyMatch(this::isKnownName)
        && cells.stream().anyMatch(cell -> Shape.of(cell).isAttribute());
  }

  /**
   * Whether {@code cell} is a file's name, by its extension; a note may stand behind it, and a path
   * or words of the name before.
   */
  private boolean isKnownName(String cell) {
    String name = FileNote.withoutNote(cell);
    return isOfKnownKind(name)
        || (cell.length() <= LONGEST_NAME
            && cell.chars().filter(c -> c == ' ').count() <= MOST_BLANKS_OF_NAME
            && isOfKnownKind(lastElement(cell)));
  }

  private boolean isOfKnownKind(String name) {
    return Shape.isFileName(name) && extensions.contains(Shape.extension(name));
  }

  private static String lastElement(String cell) {
    int blank = cell.lastIndexOf(' ');
    int slash = Math.max(cell.lastIndexOf('\\'), cell.lastIndexOf('/'));
    return cell.substring(Math.max(blank, slash) + 1);
  }

  /** A line without bars: separated values, words apart, or a cell by itself. */
  private void findInText(int line) {
    String content = asSeen(text.line(line));
    boolean isDigestBelowName =
        DigestLines.alone(content).isPresent()
            && lastWithText(line).map(text::line).filter(this::endsWithColonAfterName).isPresent();
    boolean announcesDigest =
        DigestCell.ALGORITHM.matcher(content).find()
            && endsWithColonAfterName(content)
            && nextWithText(line).map(text::line).flatMap(DigestLines::alone).isEmpty();
    if (isDigestBelowName || announcesDigest || DigestLines.isListedIn(content)) {
      lost.add(UnreadLine.row(line, DIGEST_WITHOUT_ROW));
      return;
    }
    if (content.indexOf('.') < 0 && content.indexOf('-') < 0 && content.indexOf('/') < 0) {
      return;
    }
    boolean mayNameFile = mayNameFile(content);
    List<Word> words =
        mayNameFile || Word.areApart(content)
            ? Word.in(Cells.strip(beginning(content)))
            : List.of();
    boolean listing =
        isTabularRow(words)
            || isDateOfUnknownFile(line)
            || (mayNameFile
                && (isSeparatedRow(content)
                    || isCollapsedRow(words)
                    || listsFile(content, this::isOfKnownKind)
                    || isBelowRow(line, words)
                    || isCellAmongCells(line)
                    || isLabelledAmongLabelled(line)));
    if (listing) {
      lost.add(UnreadLine.row(line, WITHOUT_HEADING));
    }
  }

  /** As in {@code The thumbprint of alpha.dll is:}. */
  private boolean endsWithColonAfterName(String line) {
    String stripped = Cells.strip(line);
    return stripped.endsWith(":")
        && stripped.length() <= LONGEST_ROW
        && Word.in(stripped.substring(0, stripped.length() - 1)).stream()
            .anyMatch(word -> isOfKnownKind(word.text()));
  }

  /** Whether a line stands in a table, or was found last. */
  private boolean listsFileAt(int line) {
    return Collections.binarySearch(outside, line) < 0
        || (!lost.isEmpty() && lost.get(lost.size() - 1).line() == line);
  }

  /** A mark that nobody sees hides no file, though it is part of a name or value. */
  private static String asSeen(String line) {
    return UNSEEN.matcher(line).replaceAll("");
  }

  /** Of a line that is too long for a table, what tells whether it is a row. */
  private static String beginning(String line) {
    return line.length() > Word.LONGEST_LINE ? line.substring(0, Word.LONGEST_LINE) : line;
  }

  /**
   * Whether a line that stands in a table as a title, or in none, has the name of a file and a
   * value of it, and hardly any other words, whatever parts them: brackets, quotation marks,
   * dashes.
   */
  static boolean listsFile(String line) {
    return listsFile(line, FileExtensions::isKnownName);
  }

  private static boolean listsFile(String printed, Predicate<String> isName) {
    String line = asSeen(printed);
    if (line.length() > LONGEST_ROW || !mayNameFile(line)) {
      return false;
    }
    if (END_OF_SENTENCE.matcher(line).find()) {
      return false;
    }
    List<Word> words = Word.in(Cells.strip(AROUND_WORDS.matcher(line).replaceAll(" ")));
    long texts = words.stream().filter(LostLines::isOtherText).count();
    return texts <= MOST_OTHER_WORDS
        && words.stream().anyMatch(word -> isName.test(word.text()))
        && words.stream()
            .anyMatch(
                word -> isStrongValue(word.text()) || CHECKSUM.matcher(word.text()).matches());
  }

  /** Whether a word is neither a value nor what a value is called. */
  private static boolean isOtherText(Word word) {
    return word.shape() == Shape.TEXT
        && word.text().chars().anyMatch(Character::isLetter)
        && !CHECKSUM.matcher(word.text()).matches()
        && !ColumnHeading.isWordOfHeadings(word.text());
  }

  /** Whether words apart, of which one is a file's name, go on with the rows above them. */
  private boolean isBelowRow(int line, List<Word> words) {
    boolean apart = false;
    for (int i = 1; i < words.size(); i++) {
      apart |= words.get(i).isApartFrom(words.get(i - 1));
    }
    boolean follows = lastWithText(line).filter(this::listsFileAt).isPresent();
    return apart && follows && words.stream().anyMatch(word -> isOfKnownKind(word.text()));
  }

  /** A quick look, which spares most lines the slow ones: a dot inside a word. */
  private static boolean mayNameFile(String content) {
    for (int dot = content.indexOf('.', 1); dot >= 0; dot = content.indexOf('.', dot + 1)) {
      if (dot + 1 < content.length()
          && Character.isLetterOrDigit(content.charAt(dot + 1))
          && !Cells.isBlank(content.charAt(dot - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Values parted by commas, semicolons or tabs, as in a CSV whose headings are not understood. */
  private boolean isSeparatedRow(String content) {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      if (content.indexOf(SEPARATORS.charAt(i)) >= 0
          && namesFileBesideValue(Separated.cells(content, SEPARATORS.charAt(i)))) {
        return true;
      }
    }
    return false;
  }

  /** A name and two values or more, the blanks between them collapsed, and hardly any text. */
  private boolean isCollapsedRow(List<Word> words) {
    boolean named = words.stream().anyMatch(word -> isKnownName(word.text()));
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
   * A name on a line of its own, with a value on the next or the last one; or the date of a file of
   * which the name is not known by its looks.
   */
  private boolean isCellAmongCells(int line) {
    String cell = CellText.plain(Cells.strip(text.line(line)));
    if (isKnownName(cell) || Shape.isFileName(cell)) {
      boolean known = isKnownName(cell);
      boolean listing =
          isValueAlone(nextWithText(line), known) || isValueAlone(lastWithText(line), known);
      lastNameAlone = listing ? line : lastNameAlone;
      return listing;
    }
    return false;
  }

  /** A date on a line of its own, beside another value, that belongs to no name found before. */
  private boolean isDateOfUnknownFile(int line) {
    String cell = CellText.plain(Cells.strip(text.line(line)));
    if (Shape.of(cell) != Shape.DATE
        || !(isValueAlone(nextWithText(line), true) || isValueAlone(lastWithText(line), true))) {
      return false;
    }
    boolean named = lastNameAlone > lastDateAlone;
    lastDateAlone = line;
    return !named;
  }

  private boolean isValueAlone(Optional<Integer> line, boolean anyWillDo) {
    return line.map(text::line)
        .map(Cells::strip)
        .map(CellText::plain)
        .filter(
            cell ->
                anyWillDo
                    ? Shape.of(cell).isAttribute() || isSaidToBeNothing(cell)
                    : isStrongValue(cell) || isSaidToBeNothing(cell))
        .isPresent();
  }

  private boolean isLabelledAmongLabelled(int line) {
    return labelled(Optional.of(line)).filter(this::isKnownName).isPresent()
        && (isLabelledValue(nextWithText(line)) || isLabelledValue(lastWithText(line)));
  }

  private boolean isLabelledValue(Optional<Integer> line) {
    return labelled(line).map(Shape::of).filter(Shape::isAttribute).isPresent();
  }

  private Optional<String> labelled(Optional<Integer> line) {
    return line.map(text::line)
        .filter(content -> content.length() <= LONGEST_ROW && content.indexOf(':') > 0)
        .map(Cells::strip)
        .map(LABELLED::matcher)
        .filter(Matcher::matches)
        .map(labelled -> CellText.plain(labelled.group(1)));
  }

  private Optional<Integer> nextWithText(int line) {
    return text.nextLineWithText(line);
  }

  private Optional<Integer> lastWithText(int line) {
    for (int last = line - 1; last >= 1; last--) {
      if (!text.line(last).isBlank()) {
        return Optional.of(last);
      }
    }
    return Optional.empty();
  }

  /** Whether a line begins with the name of a file, and has a value of it. */
  static boolean beginsWithFile(List<Word> words) {
    return words.size() > 1
        && FileExtensions.isKnownName(words.get(0).text())
        && words.stream().skip(1).anyMatch(word -> word.shape().isAttribute());
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
