package io.kbaudit.article.reader.cell;

import io.kbaudit.article.ListedSize;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the headings of a table say of all its rows.
 *
 * @param columns that it has; empty where it has no headings, or each row its own
 * @param sizeUnit what a size without a unit counts
 * @param timesAreUtc whether a heading says that its times are UTC
 * @param languages the codes of those in which most of the headings that are not English are called
 *     so; none where all are English
 * @param namesFiles whether a heading says that its names are those of files
 * @param unclear the headings that are not understood, and those that stand twice, in order
 */
public record HeadingFacts(
    Set<Column> columns,
    ListedSize.Unit sizeUnit,
    boolean timesAreUtc,
    Set<String> languages,
    boolean namesFiles,
    List<String> unclear) {
  /** What a table without headings says. */
  public static final HeadingFacts NOTHING =
      new HeadingFacts(Set.of(), ListedSize.Unit.BYTES, false, Set.of(), false, List.of());

  private static final String ENGLISH = "en";

  public HeadingFacts {
    columns = Set.copyOf(columns);
    languages = Set.copyOf(languages);
    unclear = List.copyOf(unclear);
  }

  /**
   * Returns what {@code headings} say.
   *
   * @param columns that they stand for
   * @param unclear those that stand for none
   */
  public static HeadingFacts of(
      List<ColumnHeading> headings, Set<Column> columns, List<String> unclear) {
    return new HeadingFacts(
        columns,
        headings.stream()
            .flatMap(heading -> heading.unit().stream())
            .findFirst()
            .orElse(ListedSize.Unit.BYTES),
        headings.stream().anyMatch(ColumnHeading::saysUtc),
        languages(headings),
        headings.stream().anyMatch(ColumnHeading::namesFiles),
        unclear);
  }

  /** Returns these facts of a table that turned out to have more columns. */
  public HeadingFacts withColumns(Set<Column> more) {
    return new HeadingFacts(more, sizeUnit, timesAreUtc, languages, namesFiles, unclear);
  }

  /** A word that several languages have may stand in the file of one of them alone. */
  private static Set<String> languages(List<ColumnHeading> headings) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ColumnHeading heading : headings) {
      if (!heading.languages().contains(ENGLISH)) {
        heading.languages().forEach(language -> counts.merge(language, 1, Integer::sum));
      }
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(language -> language.getValue() == most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Returns whether nothing but digests is listed, of files that other tables may list. */
  public boolean digestsAlone() {
    return !columns.isEmpty()
        && columns.stream().filter(Column::isAttribute).allMatch(Column::isDigest);
  }

  /** Returns whether the table was written by kbaudit, from rows already read. */
  public boolean isExported() {
    return columns.contains(Column.TABLE);
  }
}
