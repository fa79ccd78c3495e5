package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.CellText;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.DigestCell;
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

/**
 * Finds the lines that list a file and stand in no file table: rows that have lost their heading,
 * or stand under one that is not understood. Passed over in silence, such a line would be a file
 * that nobody checks. Whatever has the name of a file beside something that a file can be held to
 * is one, whether its cells are parted by bars, separators, blanks or line breaks.
 */
final class LostLines {
  private static final String WITHOUT_HEADING =
      "a row of a file table whose heading is missing or not understood";

  /** What no layout reads: see {@link Word#LONGEST_LINE}. */
  static final String TOO_LONG =
      "a line that lists a file, and is longer than "
          + English.number(Word.LONGEST_LINE)
          + " characters";

  private static final String VALUE_BELOW_ROW = "a value below a row, that no row has";

  private static final String DIGEST_WITHOUT_ROW = "a digest of a file that is not clear";

  private static final String SEPARATORS = ",;\t|";

  private static final int HEADINGS_SHOWN = 6;

  private final ArticleText text;
  private final List<Integer> outside;
  private final KnownNames names;
  private final LinesOfCells cells;
  private final List<UnreadLine> lost = new ArrayList<>();
  private int index;
  private int lastHeaded;

  private LostLines(ArticleText text, List<Integer> outside, Set<String> extensions) {
    this.text = text;
    this.outside = outside;
    this.names = KnownNames.with(extensions);
    this.cells =
        new LinesOfCells(text, names, line -> Collections.binarySearch(outside, line) >= 0);
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
      String row = text.line(rows.get(i));
      if (isLost(Pipes.cells(row), i == 0) || ListedValue.isLabelledSize(row)) {
        listing.add(rows.get(i));
      }
    }
    boolean headed = !listing.isEmpty() && !listing.get(0).equals(rows.get(0));
    if (headed) {
      List<String> headings = Pipes.cells(text.line(rows.get(0)));
      lost.add(
          new UnreadLine(
              listing.get(0),
              listing.size(),
              under(headings, listing.size()),
              UnreadLine.Kind.ROWS));
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
      return names.isWord(cells.get(0)) || ListingLine.listsFile(cells.get(0), names::isWord);
    }
    Set<Shape> shapes = new TreeSet<>();
    cells.forEach(cell -> shapes.add(Shape.of(cell)));
    boolean date = shapes.contains(Shape.DATE) || shapes.contains(Shape.MODIFIED);
    boolean size = shapes.contains(Shape.SIZE) || shapes.contains(Shape.NUMBER);
    boolean name = shapes.contains(Shape.FILE_NAME);
    boolean oneWord = !cells.get(0).isEmpty() && cells.get(0).indexOf(' ') < 0;
    boolean surely = date && (shapes.contains(Shape.SIZE) || (size && (name || oneWord)));
    boolean likely = (date && size) || (name && (date || size || shapes.contains(Shape.VERSION)));
    return surely
        || (beginsBlock && likely)
        || (name && cells.stream().anyMatch(ListedValue::isStrongValue))
        || (name && cells.stream().anyMatch(ListedValue::isSaidToBeNothing))
        || namesFileBesideCell(cells);
  }

  /** Whether one cell is the name of a file, and another says anything, whatever it be. */
  private boolean namesFileBesideCell(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isEmpty()).count() > 1
        && cells.stream().anyMatch(names::isCell);
  }

  /** Whether one cell is the name of a file, and another something that it can be held to. */
  private boolean namesFileBesideValue(List<String> cells) {
    return cells.stream().anyMatch(names::isCell)
        && cells.stream().anyMatch(cell -> Shape.of(cell).isAttribute());
  }

  /** A line without bars: separated values, words apart, or a cell by itself. */
  private void findInText(int line) {
    String content = SeenLine.asSeen(text.line(line));
    Optional<String> problem = problemOf(line, content);
    if (problem.isEmpty() && content.length() > Word.LONGEST_LINE) {
      problem = problemOf(line, SeenLine.shortened(content)).map(any -> TOO_LONG);
    }
    if (problem.isEmpty() && isValueBelowRow(line, content)) {
      problem = Optional.of(VALUE_BELOW_ROW);
    }
    boolean isName = isHeadedName(line, content);
    problem
        .map(what -> UnreadLine.row(line, what))
        .or(() -> isName ? Optional.of(UnreadLine.name(line)) : Optional.empty())
        .ifPresent(lost::add);
  }

  private Optional<String> problemOf(int line, String content) {
    if (content.isBlank()) {
      return Optional.empty();
    }
    boolean announcesDigest =
        endsWithColonAfterName(content)
            && DigestCell.ALGORITHM.matcher(content).find()
            && text.nextLineWithText(line).map(text::line).flatMap(DigestLines::alone).isEmpty();
    if (isDigestAlone(line, content) || announcesDigest || DigestLines.isListedIn(content)) {
      return Optional.of(DIGEST_WITHOUT_ROW);
    }
    boolean isApart = Word.areApart(content);
    if (!isApart && content.indexOf('.') < 0 && !SeenLine.mayHaveDay(content)) {
      return Optional.empty();
    }
    boolean mayNameFile = SeenLine.mayNameFile(content);
    List<Word> words =
        mayNameFile || isApart ? Word.in(Cells.strip(SeenLine.beginning(content))) : List.of();
    boolean listing =
        ListingLine.isTabularRow(words)
            || DirectoryListingLayout.isEntry(content)
            || cells.isDateOfUnknownFile(line)
            || (mayNameFile
                && (isSeparatedRow(content)
                    || ListingLine.isCollapsedRow(words, names::isCell)
                    || ListingLine.isRowOfText(words, names::isWord)
                    || ListingLine.listsFile(content, names::isWord)
                    || listsFileWithoutMarks(line, content)
                    || isBelowRow(line, words)
                    || cells.isNameBesideValue(line)
                    || cells.isLabelledName(line)));
    return listing ? Optional.of(WITHOUT_HEADING) : Optional.empty();
  }

  /** Whether a line is a digest, and what stands above does not say that it is of no file. */
  private boolean isDigestAlone(int line, String content) {
    if (DigestLines.alone(content).isEmpty()) {
      return false;
    }
    Optional<String> above = text.lastLineWithText(line).map(text::line);
    return above.filter(this::endsWithColonAfterName).isPresent()
        || above.filter(DigestLines::announcesOfNoFile).isEmpty();
  }

  /** Whether an item of a list, or a line with marks around its words, lists a file. */
  private boolean listsFileWithoutMarks(int line, String content) {
    if (content.length() > SeenLine.LONGEST) {
      return false;
    }
    String item = CellText.item(content);
    boolean isItem = !item.equals(content) || standsAlone(line);
    return (!item.equals(content) && ListingLine.listsFile(item, names::isWord))
        || (isItem && ListingLine.isNameAndValues(item, names::isWord));
  }

  private boolean standsAlone(int line) {
    return (line == 1 || text.line(line - 1).isBlank())
        && (line == text.size() || text.line(line + 1).isBlank());
  }

  /** Whether a line stands below headings of names, and one of its cells is a file's. */
  private boolean isHeadedName(int line, String content) {
    if (content.isBlank()) {
      return false;
    }
    boolean isBelow = text.lastLineWithText(line).filter(above -> above == lastHeaded).isPresent();
    boolean isName =
        isBelow
            && SeenLine.mayNameFile(content)
            && content.length() <= Word.LONGEST_LINE
            && HeadedNames.cells(content).stream().anyMatch(names::isCell);
    boolean isRule = isBelow && content.chars().noneMatch(Character::isLetterOrDigit);
    if (isName || isRule || HeadedNames.areHeadings(content)) {
      lastHeaded = line;
    }
    return isName;
  }

  /** As in {@code The thumbprint of alpha.dll is:}. */
  private boolean endsWithColonAfterName(String line) {
    String stripped = Cells.strip(line);
    return stripped.endsWith(":")
        && stripped.length() <= SeenLine.LONGEST
        && Word.in(stripped.substring(0, stripped.length() - 1)).stream()
            .anyMatch(word -> names.isWord(word.text()));
  }

  /** Whether a line goes on with what the table says that ends just above it. */
  private boolean isValueBelowRow(int line, String content) {
    return line > 1
        && !text.line(line - 1).isBlank()
        && Collections.binarySearch(outside, line - 1) < 0
        && ListedValue.isValueBelowRow(content);
  }

  /** Whether a line stands in a table, or was found last. */
  private boolean listsFileAt(int line) {
    return Collections.binarySearch(outside, line) < 0
        || (!lost.isEmpty()
            && lost.get(lost.size() - 1).line() == line
            && lost.get(lost.size() - 1).isRow());
  }

  /** Whether words apart, of which one is a file's name, go on with the rows above them. */
  private boolean isBelowRow(int line, List<Word> words) {
    return Word.areApart(text.line(line))
        && words.stream().anyMatch(word -> names.isWord(word.text()))
        && text.lastLineWithText(line).filter(this::listsFileAt).isPresent();
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
}
