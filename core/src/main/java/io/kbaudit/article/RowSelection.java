package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.UnknownChoiceException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Which of the rows that an article lists for several products, platforms and languages are meant.
 * Case does not matter. What a row does not say, it is for all of. Immutable.
 *
 * @param group words in the heading above a row's table, or inside it
 * @param platform of a row: the processor, by any of its names, or other words in that column;
 *     where the row has none, the processors that the headings name. In a section for a 64-bit
 *     processor its 32-bit files are that processor's too. Words in brackets tell builds for one
 *     processor apart.
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

  /** Returns whether all rows are meant. */
  public boolean isAll() {
    return group.isEmpty() && platform.isEmpty() && language.isEmpty();
  }

  /**
   * Returns those that are meant, in their order.
   *
   * @param rows all of an article: what others of its section are for tells what a row is for
   */
  public List<ExpectedFile> of(List<ExpectedFile> rows) {
    if (isAll()) {
      return rows;
    }
    Sections sections = Sections.of(rows);
    return rows.stream().filter(row -> selects(row, sections)).toList();
  }

  /** Returns this selection without what it says of platforms and languages. */
  public RowSelection byGroupAlone() {
    return new RowSelection(group, Optional.empty(), Optional.empty());
  }

  /** Returns this selection without what it says of languages. */
  public RowSelection inAnyLanguage() {
    return new RowSelection(group, platform, Optional.empty());
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
    requireNamed(Kind.GROUP, group.filter(text -> isUnnamed(rows, RowFit::ofGroup, text)), article);
    requireNamed(Kind.PLATFORM, platform.filter(text -> isNoPlatform(rows, text)), article);
    requireNamed(
        Kind.LANGUAGE,
        language
            .filter(text -> stated.filter(own -> RowFit.contains(own, text)).isEmpty())
            .filter(text -> isUnnamed(rows, RowFit::ofLanguage, text)),
        article);
  }

  private static boolean isNoPlatform(List<ExpectedFile> rows, String text) {
    Sections sections = Sections.of(rows);
    return isUnnamed(rows, (wanted, row) -> RowFit.ofPlatform(wanted, row, sections), text);
  }

  private static boolean isUnnamed(
      List<ExpectedFile> rows, BiFunction<String, ExpectedFile, RowFit> fit, String text) {
    return rows.stream().noneMatch(row -> fit.apply(text, row) == RowFit.NAMED);
  }

  private static void requireNamed(Kind kind, Optional<String> unnamed, Article article) {
    if (unnamed.isPresent()) {
      RowChoices choices = RowChoices.of(article);
      List<String> offered =
          switch (kind) {
            case GROUP -> choices.groups();
            case PLATFORM -> choices.platforms();
            case LANGUAGE -> choices.languages();
          };
      throw new UnknownChoiceException(kind, unnamed.get(), offered, article);
    }
  }

  private boolean selects(ExpectedFile row, Sections sections) {
    return group.filter(text -> RowFit.ofGroup(text, row) == RowFit.OTHER).isEmpty()
        && platform.filter(text -> RowFit.ofPlatform(text, row, sections) == RowFit.OTHER).isEmpty()
        && language.filter(text -> RowFit.ofLanguage(text, row) == RowFit.OTHER).isEmpty();
  }
}
