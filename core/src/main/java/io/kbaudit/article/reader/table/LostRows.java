package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.cell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds lines that list a file and stand in no file table: rows that have lost their heading, or
 * stand under one that is not understood. Passed over in silence, such a line would be a file that
 * nobody checks. Rows of other tables, which begin with a heading of their own, are not held to a
 * mere name with a date or number.
 */
final class LostRows {
  private static final String WITHOUT_HEADING =
      "a row of a file table whose heading is missing or not understood";

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

  private boolean beginsBlock = true;

  /** Returns what is wrong with a line that belongs to no table; absent where nothing is. */
  Optional<String> problemOf(String line) {
    if (!Pipes.isRow(line)) {
      beginsBlock = true;
      return isTabularRow(line) ? Optional.of(WITHOUT_HEADING) : Optional.empty();
    }
    List<String> cells = Pipes.cells(line);
    boolean lost = isLost(cells, beginsBlock);
    beginsBlock &= Pipes.isDecoration(cells);
    return lost ? Optional.of(WITHOUT_HEADING) : Optional.empty();
  }

  /** Notes that a table ended before the next line. */
  void afterTable() {
    beginsBlock = true;
  }

  private static boolean isLost(List<String> cells, boolean beginsBlock) {
    Set<Shape> shapes = new TreeSet<>();
    cells.forEach(cell -> shapes.add(Shape.of(cell)));
    boolean date = shapes.contains(Shape.DATE) || shapes.contains(Shape.MODIFIED);
    boolean size = shapes.contains(Shape.SIZE) || shapes.contains(Shape.NUMBER);
    boolean name = shapes.contains(Shape.FILE_NAME);
    boolean oneWord = !cells.get(0).isEmpty() && cells.get(0).indexOf(' ') < 0;
    boolean surely = date && size && (name || (shapes.contains(Shape.TIME) && oneWord));
    boolean likely = (date && size) || (name && (date || size || shapes.contains(Shape.VERSION)));
    return surely || (beginsBlock && likely);
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
