package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedSize;
import java.util.Set;

/**
 * What the headings of a table say of all its rows.
 *
 * @param columns that it has; empty where it has no headings, or each row its own
 * @param sizeUnit what a size without a unit counts
 * @param timesAreUtc whether a heading says that its times are UTC
 */
public record HeadingFacts(Set<Column> columns, ListedSize.Unit sizeUnit, boolean timesAreUtc) {
  /** What a table without headings says. */
  public static final HeadingFacts NOTHING =
      new HeadingFacts(Set.of(), ListedSize.Unit.BYTES, false);

  public HeadingFacts {
    columns = Set.copyOf(columns);
  }

  /** Returns whether nothing but digests is listed, of files that other tables may list. */
  public boolean digestsAlone() {
    return !columns.isEmpty()
        && columns.stream()
            .filter(Column::isAttribute)
            .allMatch(column -> column == Column.SHA1 || column == Column.SHA256);
  }

  /** Returns whether the table was written by kbaudit, from rows already read. */
  boolean isExported() {
    return columns.contains(Column.TABLE);
  }
}
