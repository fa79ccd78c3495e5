package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.FileNote;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.table.FileTable.UnreadLine;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  private static final String DIGEST_WITHOUT_ROW = "a digest of a file that is not clear";

  /** The kinds of files that packages of Windows consist of, by their extensions. */
  private static final Set<String> KNOWN_EXTENSIONS =
      Set.of(
          "386",
          "acm",
          "ax",
          "cab",
          "cat",
          "cpl",
          "dll",
          "drv",
          "efi",
          "exe",
          "inf",
          "jar",
          "manifest",
          "mof",
          "msi",
          "msm",
          "msp",
          "mst",
          "msu",
          "mui",
          "mum",
          "nls",
          "ocx",
          "olb",
          "psd1",
          "psm1",
          "rll",
          "scr",
          "sys",
          "tlb",
          "tsp",
          "vxd");

  private static final String SEPARATORS = ",;\t";

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

  private static final int HEADINGS_SHOWN = 6;

  private static final int LONGEST_ROW = 400;

  private final ArticleText text;
  private final List<Integer> outside;
  private final Set<String> extensions;
  private final List<UnreadLine> lost = new ArrayList<>();
  private int index;

  private LostLines(ArticleText text, List<Integer> outside, Set<String> extensions) {
    this.text = text;
    this.outside = outside;
    this.extensions = new TreeSet<>(extensions);
    this.extensions.addAll(KNOWN_EXTENSIONS);
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
    Set<Shape> shapes = new TreeSet<>();
    cells.forEach(cell -> shapes.add(Shape.of(cell)));
    boolean date = shapes.contains(Shape.DATE) || shapes.contains(Shape.MODIFIED);
    boolean size = shapes.contains(Shape.SIZE) || shapes.contains(Shape.NUMBER);
    boolean name = shapes.contains(Shape.FILE_NAME);
    boolean oneWord = !cells.get(0).isEmpty() && cells.get(0).indexOf(' ') < 0;
    boolean surely = date && size && (name || (shapes.contains(Shape.TIME) && oneWord));
    boolean likely = (date && size) || (name && (date || size || shapes.contains(Shape.VERSION)));
    return surely || (beginsBlock && likely) || namesFileBesideValue(cells);
  }

  /** Whether one cell is the name of a file, and another something that it can be held to. */
  private boolean namesFileBesideValue(List<String> cells) {
    return cells.stream().anyMatch(this::isKnownName)
        && cells.stream().anyMatch(cell -> Shape.of(cell).isAttribute());
  }

  /** Whether {@code cell} is a file's name, by its extension; a note may stand behind it. */
  private boolean isKnownName(String cell) {
    String name = FileNote.withoutNote(cell);
    return Shape.isFileName(name) && extensions.contains(Shape.extension(name));
  }

  /** A line without bars: separated values, words apart, or a cell by itself. */
  private void findInText(int line) {
    String content = text.line(line);
    if (DigestLines.isListedIn(content)) {
      lost.add(UnreadLine.row(line, DIGEST_WITHOUT_ROW));
      return;
    }
    if (content.indexOf('.') < 0 && content.indexOf('-') < 0 && content.indexOf('/') < 0) {
      return;
    }
    boolean listing =
        isTabularRow(content)
            || isSeparatedRow(content)
            || isCollapsedRow(content)
            || isCellAmongCells(line)
            || isLabelledAmongLabelled(line);
    if (listing) {
      lost.add(UnreadLine.row(line, WITHOUT_HEADING));
    }
  }

  /** Values parted by commas, semicolons or tabs, as in a CSV whose headings are not understood. */
  private boolean isSeparatedRow(String content) {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      if (content.indexOf(SEPARATORS.charAt(i)) >= 0
          && namesFileBesideValue(CsvLayout.cells(content, SEPARATORS.charAt(i)))) {
        return true;
      }
    }
    return false;
  }

  /** A name and two values or more, the blanks between them collapsed, and hardly any text. */
  private boolean isCollapsedRow(String content) {
    List<Word> words = content.length() > LONGEST_ROW ? List.of() : Word.in(Cells.strip(content));
    boolean named = words.stream().anyMatch(word -> isKnownName(word.text()));
    boolean apart = false;
    for (int i = 1; i < words.size(); i++) {
      apart |= words.get(i).isApartFrom(words.get(i - 1));
    }
    long values = words.stream().filter(word -> word.shape().isAttribute()).count();
    long texts = words.stream().filter(word -> word.shape() == Shape.TEXT).count();
    return named && texts <= MOST_WORDS_OF_TEXT && values >= (apart && texts <= 1 ? 1 : 2);
  }

  /** A name on a line of its own, with a value on the next or the last one. */
  private boolean isCellAmongCells(int line) {
    return isKnownName(CellText.plain(Cells.strip(text.line(line))))
        && (isValueAlone(nextWithText(line)) || isValueAlone(lastWithText(line)));
  }

  private boolean isValueAlone(Optional<Integer> line) {
    return line.map(text::line)
        .map(Cells::strip)
        .map(CellText::plain)
        .map(Shape::of)
        .filter(Shape::isAttribute)
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

  /** Words apart as columns are, one of them a name, with a date, size, time or version. */
  static boolean isTabularRow(String line) {
    List<Word> words =
        line.indexOf('-') < 0 && line.indexOf('/') < 0 && line.indexOf('.') < 0
            ? List.of()
            : Word.in(Cells.strip(line));
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
