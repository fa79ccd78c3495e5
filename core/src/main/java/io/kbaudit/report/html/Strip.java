package io.kbaudit.report.html;

import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A picture of how all files of a place came out in one check: a strip, in which a column stands
 * for a file. Where there are very many it stands for several in a row, and shows the worst of
 * them.
 */
final class Strip {
  /** More columns than this are too narrow to be seen on a small screen. */
  private static final int MOST_COLUMNS = 150;

  /** Up to here every file is drawn by itself, wide enough for a symbol. */
  private static final int MOST_APART = 48;

  /** Of few files, none is drawn wider than this; in pixels. */
  private static final int WIDEST_FILE = 34;

  private final int files;
  private final Mark[] columns;
  private final List<String> names = new ArrayList<>();
  private int added;

  /**
   * Creates an empty strip.
   *
   * @param files that will be added; at least one
   */
  Strip(int files) {
    this.files = files;
    this.columns = new Mark[1 + (files - 1) / filesInColumn(files)];
    Arrays.fill(columns, Mark.NOT_APPLICABLE);
  }

  private static int filesInColumn(int files) {
    return 1 + (files - 1) / MOST_COLUMNS;
  }

  void add(String name, Mark mark) {
    int column = added / filesInColumn(files);
    columns[column] = columns[column].orWorse(mark);
    if (isApart(files)) {
      names.add(name);
    }
    added++;
  }

  /** Returns the rectangles of which it is made: those of columns that are alike make one. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= columns.length; end++) {
      if (end == columns.length || isApart(files) || columns[end] != columns[start]) {
        cells.add(
            new Cell(
                columns[start],
                Percent.of(start, columns.length),
                Percent.of(end - start, columns.length),
                isApart(files) ? names.get(start) : ""));
        start = end;
      }
    }
    return cells;
  }

  /** Returns whether strips of so many files draw each by itself, with a symbol in it. */
  static boolean isApart(int files) {
    return files <= MOST_APART;
  }

  /** Returns how wide strips of so many files are, if the page lets them be. */
  static String width(int files) {
    return isApart(files) ? Integer.toString(files * WIDEST_FILE) : "100%";
  }

  /** Returns what a column of so many files stands for. */
  static String caption(int files) {
    String all =
        English.counted(files, "file") + " in the order of the article, from left to right";
    return filesInColumn(files) == 1
        ? all + "."
        : all
            + "; a column stands for "
            + English.counted(filesInColumn(files), "file")
            + ", and shows the worst of them.";
  }

  /** Returns a cell by itself, to explain the others with. */
  static Cell sample(Mark mark) {
    return new Cell(mark, "0%", "100%", "");
  }

  /**
   * A rectangle.
   *
   * @param x where it begins, as SVG measures: {@code 12.5%}
   * @param name of the file; empty where it may stand for several
   */
  record Cell(Mark mark, String x, String width, String name) {}
}
