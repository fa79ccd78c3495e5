package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.Processors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern ANY_PLATFORM =
      Pattern.compile(
          "(?i)(all|any|every)\\b.*|.*\\b(neutral|independent)\\b.*|any ?cpu|noarch|msil");

  /** What stands in the column of platforms and names no processor: nothing, or the system. */
  private static final Pattern NO_PROCESSOR =
      Pattern.compile(
          "(?i)|[-–—*]+|n\\.?/?a\\.?|none|not applicable|.*\\b(win|winnt|windows|nt)(?![a-z]).*");

  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)");

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
    String printed = row.variant().platform().orElse("").strip();
    if (processors.isEmpty()) {
      return contains(printed.isEmpty() ? headings : printed, wanted);
    }
    Set<String> stated = Processors.namedBy(printed);
    if (stated.isEmpty() && NO_PROCESSOR.matcher(printed).matches()) {
      Set<String> above = Processors.namedBy(headings);
      return above.isEmpty() || Processors.haveCommon(above, processors);
    }
    return stated.isEmpty()
        ? ANY_PLATFORM.matcher(printed).matches()
        : Processors.haveCommon(stated, processors) && areOneBuild(wanted, printed);
  }

  /** Whether no words in brackets tell two builds for one processor apart. */
  private static boolean areOneBuild(String wanted, String printed) {
    Optional<String> build = build(wanted);
    Optional<String> other = build(printed);
    return build.isEmpty() || other.isEmpty() || build.get().equalsIgnoreCase(other.get());
  }

  private static Optional<String> build(String platform) {
    Matcher brackets = IN_BRACKETS.matcher(platform);
    return brackets.find() && Processors.namedBy(brackets.group(1)).isEmpty()
        ? Optional.of(brackets.group(1).strip())
        : Optional.empty();
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
