package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.Processors;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the rows that an article lists for several products, platforms and languages are meant.
 * Case does not matter. What a row does not say, it is for all of.
 *
 * @param group words in the heading above a row's table, or inside it
 * @param platform of a row: the processor, by any of its names, or other words in that column;
 *     where the row has none, the processors that the headings name
 * @param language of a row; where it has none, the languages that the headings name
 */
public record RowSelection(
    Optional<String> group, Optional<String> platform, Optional<String> language) {
  /** All rows. */
  public static final RowSelection ALL =
      new RowSelection(Optional.empty(), Optional.empty(), Optional.empty());

  /** Languages in which Microsoft published updates, as headings name them. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "arabic",
          "chinese",
          "czech",
          "danish",
          "dutch",
          "english",
          "finnish",
          "french",
          "german",
          "greek",
          "hebrew",
          "hungarian",
          "italian",
          "japanese",
          "korean",
          "norwegian",
          "polish",
          "portuguese",
          "russian",
          "slovak",
          "slovenian",
          "spanish",
          "swedish",
          "thai",
          "turkish");

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

  private boolean selects(ExpectedFile row) {
    String headings = row.variant().table() + " " + row.variant().group().orElse("");
    return group.filter(text -> !contains(headings, text)).isEmpty()
        && platform.filter(text -> !isOn(text, row, headings)).isEmpty()
        && language.filter(text -> !isIn(text, row, headings)).isEmpty();
  }

  private static boolean isOn(String wanted, ExpectedFile row, String headings) {
    Set<String> processors = Processors.namedBy(wanted);
    String printed = row.variant().platform().orElse("");
    Set<String> stated = Processors.namedBy(printed.isEmpty() ? headings : printed);
    if (processors.isEmpty()) {
      return contains(printed.isEmpty() ? headings : printed, wanted);
    }
    return stated.isEmpty() || !Collections.disjoint(stated, processors);
  }

  private static boolean isIn(String wanted, ExpectedFile row, String headings) {
    String printed = row.variant().language().orElse("");
    if (contains(printed, "neutral") || contains(printed, "all languages")) {
      return true;
    }
    boolean states = !printed.isEmpty() || namesLanguage(headings);
    return !states || contains(printed.isEmpty() ? headings : printed, wanted);
  }

  private static boolean namesLanguage(String headings) {
    String lower = headings.toLowerCase(Locale.ROOT);
    return LANGUAGES.stream().anyMatch(lower::contains);
  }

  private static boolean contains(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
  }
}
