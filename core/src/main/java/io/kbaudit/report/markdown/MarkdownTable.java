package io.kbaudit.report.markdown;

import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of GitHub Flavored Markdown under a title, which begins with its first row, and counts
 * the rows for which there is no room. Cells are safe already.
 */
final class MarkdownTable {
  private static final int MOST_ROWS = 500;

  /** A report has ten tables, and GitHub takes at most 1 MiB of a job's summary. */
  private static final int MOST_BYTES = 96 * 1_024;

  private final String title;
  private final List<String> headings;
  private final Writer out;
  private int rows;
  private int bytes;
  private int leftOut;

  MarkdownTable(String title, List<String> headings, Writer out) {
    this.title = title;
    this.headings = headings;
    this.out = out;
  }

  /** Writes a row, with as many cells as there are headings, if there is room. */
  void row(List<String> cells) throws IOException {
    if (leftOut > 0 || rows == MOST_ROWS) {
      leftOut++;
      return;
    }
    String row = line(cells);
    int size = row.getBytes(StandardCharsets.UTF_8).length;
    if (bytes + size > MOST_BYTES) {
      leftOut++;
      return;
    }
    if (rows == 0) {
      out.write(title + "\n\n");
      out.write(line(headings));
      out.write(line(headings.stream().map(heading -> "---").toList()));
    }
    out.write(row);
    rows++;
    bytes += size;
  }

  /** Ends the table, and says what is left out of it. */
  void end() throws IOException {
    if (rows > 0) {
      out.write("\n");
    }
    if (leftOut > 0) {
      out.write(
          "And " + English.counted(leftOut, "more row") + ", which the other reports have.\n\n");
    }
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
