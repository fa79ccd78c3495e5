package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds the tables of a text in whichever {@link TableMarkup markup} each is written. */
final class MarkedUpTables {
  private static final List<TableMarkup> MARKUPS =
      List.of(
          new BbCode(),
          new MediaWiki(),
          new AsciiDoc(),
          new ReStructuredText(),
          new JiraWiki(),
          new Textile(),
          new OpenMarkdown());

  private MarkedUpTables() {}

  /**
   * Returns {@code lines} with the rows of marked-up tables as lines between bars.
   *
   * @throws ArticleFormatException if tables are larger than any article's
   */
  static List<Line> renderedIn(List<Line> lines, String source) throws ArticleFormatException {
    List<Line> rendered = new ArrayList<>(lines.size());
    TableLines tables = new TableLines(rendered);
    int i = 0;
    while (i < lines.size()) {
      OptionalInt end = tableAt(lines, i, tables);
      tables.requireNone(source);
      if (end.isEmpty()) {
        rendered.add(lines.get(i));
      }
      i = end.orElse(i + 1);
    }
    return rendered;
  }

  private static OptionalInt tableAt(List<Line> lines, int index, TableLines rendered) {
    if (lines.get(index).text().isBlank()) {
      return OptionalInt.empty();
    }
    for (TableMarkup markup : MARKUPS) {
      OptionalInt end = markup.tableAt(lines, index, rendered);
      if (end.isPresent()) {
        return end;
      }
    }
    return OptionalInt.empty();
  }
}
