package io.kbaudit.article;

import io.kbaudit.text.Language;
import io.kbaudit.text.Processors;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an article names by which a {@link RowSelection} can choose, each once and in the article's
 * order. Immutable.
 *
 * @param groups the headings above its tables, and inside them
 * @param platforms of its rows; of those that print none, the processors that their headings name
 * @param languages of its rows or their headings, and that which its prose states
 */
record RowChoices(List<String> groups, List<String> platforms, List<String> languages) {
  /** Copies the lists. */
  public RowChoices {
    groups = List.copyOf(groups);
    platforms = List.copyOf(platforms);
    languages = List.copyOf(languages);
  }

  /** Returns those of {@code article}. */
  static RowChoices of(Article article) {
    Sections sections = Sections.of(article.rows());
    return new RowChoices(
        distinct(article, row -> headings(row).toList()),
        distinct(article, row -> platforms(row, sections)),
        Stream.concat(
                distinct(article, RowChoices::languages).stream(),
                article.statements().language().stream())
            .distinct()
            .toList());
  }

  private static List<String> distinct(
      Article article, Function<ExpectedFile, Collection<String>> values) {
    return article.rows().stream()
        .flatMap(row -> values.apply(row).stream())
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }

  private static Stream<String> headings(ExpectedFile row) {
    return Stream.concat(Stream.of(row.variant().table()), row.variant().group().stream());
  }

  private static Collection<String> platforms(ExpectedFile row, Sections sections) {
    Optional<String> printed = row.variant().platform().filter(text -> !text.isBlank());
    Optional<String> ofAll = sections.processorOf(row);
    if (ofAll.isPresent() && !Processors.namedBy(printed.orElse("")).equals(Set.of(ofAll.get()))) {
      return Set.of(ofAll.get());
    }
    return printed.isPresent()
        ? List.of(printed.get())
        : headings(row).flatMap(heading -> Processors.namedBy(heading).stream()).toList();
  }

  private static Collection<String> languages(ExpectedFile row) {
    Variant variant = row.variant();
    return variant.language().isPresent()
        ? List.of(variant.language().get())
        : headings(row).flatMap(heading -> Language.namesIn(heading).stream()).toList();
  }
}
