package io.kbaudit.report.html;

import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.finding.UniqueNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How each file came out at each of several places: a row for each of the article's that any of
 * them was held to, in the article's order, and a column for each place. A cell takes a few bytes.
 */
final class Grid {
  /** So many columns, and the names of no more, stand beside each other on a screen. */
  private static final int WIDE = 8;

  private final List<PagePlace> places;
  private final List<String> names;
  private final TreeMap<Integer, Row> rows = new TreeMap<>();

  private Grid(List<PagePlace> places) {
    this.places = places;
    this.names = names(places);
  }

  /** Goes once through all files of each place. */
  static Grid of(List<PagePlace> places) {
    Grid grid = new Grid(places);
    for (int column = 0; column < places.size(); column++) {
      grid.add(column, places.get(column).record());
    }
    return grid;
  }

  /** What its server is called is enough for a place, if that is said of no other. */
  private static List<String> names(List<PagePlace> places) {
    Map<String, Integer> sharing = new HashMap<>();
    places.forEach(place -> sharing.merge(place.shortName(), 1, Integer::sum));
    UniqueNames taken = new UniqueNames();
    return places.stream()
        .map(
            place ->
                taken.unique(
                    sharing.getOrDefault(place.shortName(), 0) > 1
                        ? place.name() + ", " + place.folder()
                        : place.shortName()))
        .toList();
  }

  private void add(int column, FolderRecord place) {
    int number = 0;
    for (FileRecord file : place.files()) {
      number++;
      Row row =
          rows.computeIfAbsent(
              file.listed().row(), any -> new Row(file.listed().name().spelling(), places.size()));
      row.marks[column] = Mark.of(file.result());
      row.numbers[column] = number;
    }
  }

  /** Returns the places, each of which is a column. */
  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(places.get(i), names.get(i), i));
    }
    return columns;
  }

  /** Returns whether the names of the places stand upright, since there are too many. */
  boolean isCrowded() {
    return places.size() > WIDE;
  }

  /** Returns the rows, in the article's order. */
  Iterable<Row> rows() {
    return Collections.unmodifiableCollection(rows.values());
  }

  /** Returns the files that are expected at the place of a column, each when it is gone through. */
  Iterable<Listed> filesAt(Column column) {
    return () ->
        rows.values().stream()
            .map(row -> new Listed(row.name, row.cell(column.number())))
            .filter(listed -> !listed.cell().isEmpty())
            .iterator();
  }

  /** A place, what to call it here, and how many come before it. */
  record Column(PagePlace place, String name, int number) {}

  /** A file that is expected at a place. */
  record Listed(String name, Cell cell) {}

  /** A file at a place. */
  record Cell(PagePlace place, Mark mark, int number) {
    boolean isEmpty() {
      return number == 0;
    }

    /** Returns how it came out, in a word. */
    String word() {
      return isEmpty() ? "not expected" : mark.word();
    }

    /** Returns whether there is a card that says more. */
    boolean hasCard() {
      return !isEmpty() && mark != Mark.PASSED && place.isReached();
    }

    String card() {
      return PagePlace.fileId(place.id(), number);
    }
  }

  /** A file, and how it came out at each place. */
  final class Row {
    private final String name;
    private final Mark[] marks;
    private final int[] numbers;

    private Row(String name, int places) {
      this.name = name;
      this.marks = new Mark[places];
      Arrays.fill(marks, Mark.NOT_APPLICABLE);
      this.numbers = new int[places];
    }

    String name() {
      return name;
    }

    /** Returns one for each place, in their order. */
    List<Cell> cells() {
      List<Cell> cells = new ArrayList<>(marks.length);
      for (int i = 0; i < marks.length; i++) {
        cells.add(cell(i));
      }
      return cells;
    }

    private Cell cell(int column) {
      return new Cell(places.get(column), marks[column], numbers[column]);
    }
  }
}
