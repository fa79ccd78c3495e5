package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.UnknownChoiceException.Choice;
import io.kbaudit.file.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the rows that an article lists for several products, platforms and languages are meant.
 * Case does not matter. What a row does not say, it is for all of. Immutable.
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
   * Checks that {@code article} names what this selects by: a row or a heading does, or of
   * languages its prose. By anything else no row would be selected, or all that say nothing of it.
   *
   * @throws UnknownChoiceException if it does not
   */
  public void requireNamedBy(Article article) {
    List<ExpectedFile> rows = article.rows();
    Optional<String> stated = article.statements().language();
    requireNamed(
        Choice.GROUP,
        group.filter(text -> rows.stream().noneMatch(row -> contains(headings(row), text))),
        article);
    requireNamed(
        Choice.PLATFORM,
        platform.filter(
            text -> rows.stream().noneMatch(row -> RowPlatform.fit(text, row) == Fit.NAMED)),
        article);
    requireNamed(
        Choice.LANGUAGE,
        language
            .filter(text -> stated.filter(own -> contains(own, text)).isEmpty())
            .filter(text -> rows.stream().noneMatch(row -> languageFit(text, row) == Fit.NAMED)),
        article);
  }

  private static void requireNamed(Choice choice, Optional<String> unnamed, Article article) {
    if (unnamed.isPresent()) {
      RowChoices choices = RowChoices.of(article);
      List<String> offered =
          switch (choice) {
            case GROUP -> choices.groups();
            case PLATFORM -> choices.platforms();
            case LANGUAGE -> choices.languages();
          };
      throw new UnknownChoiceException(choice, unnamed.get(), offered, article);
    }
  }

  private boolean selects(ExpectedFile row) {
    return group.filter(text -> !contains(headings(row), text)).isEmpty()
        && platform.filter(text -> RowPlatform.fit(text, row) == Fit.OTHER).isEmpty()
        && language.filter(text -> languageFit(text, row) == Fit.OTHER).isEmpty();
  }

  /** By its own cell, else by the headings above it. */
  private static Fit languageFit(String wanted, ExpectedFile row) {
    String printed = row.variant().language().orElse("");
    if (Language.isAny(printed)) {
      boolean named = contains(printed, wanted) || !Language.namesIn(wanted).isEmpty();
      return named ? Fit.NAMED : Fit.UNSAID;
    }
    String headings = headings(row);
    if (printed.isEmpty() && Language.namesIn(headings).isEmpty()) {
      return Fit.UNSAID;
    }
    return Fit.of(contains(printed.isEmpty() ? headings : printed, wanted));
  }

  /** What a row is to a platform or a language that is looked for. */
  enum Fit {
    /** It is for that, and says so. */
    NAMED,
    /** It does not say what it is for. */
    UNSAID,
    /** It is for another. */
    OTHER;

    static Fit of(boolean named) {
      return named ? NAMED : OTHER;
    }
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
