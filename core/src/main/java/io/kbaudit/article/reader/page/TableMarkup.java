package io.kbaudit.article.reader.page;

import java.util.List;
import java.util.OptionalInt;

/** A markup, other than HTML and Markdown, in which tables are written. */
interface TableMarkup {
  /**
   * Renders the table that begins at {@code lines.get(index)}, each of its rows as a line.
   *
   * @return the index behind its last line; absent, with nothing rendered, where none begins
   */
  OptionalInt tableAt(List<Line> lines, int index, TableLines rendered);
}
