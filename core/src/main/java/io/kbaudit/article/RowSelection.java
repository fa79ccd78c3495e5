package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the rows that an article lists for several products, platforms and languages are meant.
 * Case does not matter. What a row does not say, it is for all of.
 *
 * @param group words in the heading above a row's table, or inside it
 * @param platform of a row: the processor, by any of its names, or other words in that column;
 *     where the row has none, the processors that the headings name. Words in brackets tell builds
 *     for one processor apart.
 * @param language of a row; where it has none, the languages that the headings name
 */
public record RowSelection(
    Optional<String> group, Optional<String> platform, Optional<String> language) {
  /** All rows. */
  public static final RowSelection ALL =
      new RowSelection(Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks that no text to look for is blank. */
  public RowSelection {
    requireNotBlank(group);
    requireNotBlank(platform);
    requireNotBlank(language);
  }

  private static void requireNotBlank(Optional<String> text) {
    if (requireNonNull(text, "text").filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("nothing is selected by ''");
    }
  }

  /** Returns those of {@code rows} that are meant, in their order. */
  public List<ExpectedFile> of(List<ExpectedFile> rows) {
    return equals(ALL) ? rows : rows.stream().filter(this::selects).toList();
  }

  /**
   * Returns what of this selection {@code article} does not name: no row, no heading, and of
   * languages no sentence either. To select by that is to ask about another article; {@link #ALL}
   * where everything is named.
   */
  public RowSelection notNamedBy(Article article) {
    List<ExpectedFile> rows = article.rows();
    Optional<String> stated = article.statements().language();
    return new RowSelection(
        group.filter(text -> rows.stream().noneMatch(row -> contains(headings(row), text))),
        platform.filter(
            text -> rows.stream().noneMatch(row -> RowPlatform.fit(text, row) == RowFit.NAMED)),
        language
            .filter(text -> stated.filter(own -> contains(own, text)).isEmpty())
            .filter(
                text ->
                    rows.stream().noneMatch(row -> RowLanguage.fit(text, row) == RowFit.NAMED)));
  }

  private boolean selects(ExpectedFile row) {
    return group.filter(text -> !contains(headings(row), text)).isEmpty()
        && platform.filter(text -> RowPlatform.fit(text, row) == RowFit.OTHER).isEmpty()
        && language.filter(text -> RowLanguage.fit(text, row) == RowFit.OTHER).isEmpty();
  }

  /** Returns the headings above a row's table, and inside it. */
  static String headings(ExpectedFile row) {
    return row.variant().table() + " " + row.variant().group().orElse("");
  }

  /** Returns whether {@code text} has the {@code words} in it, in any case. */
  static boolean contains(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
  }
}
