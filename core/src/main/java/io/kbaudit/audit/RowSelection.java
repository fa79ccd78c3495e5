package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.Processors;
import java.util.Comparator;
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
          "bulgarian",
          "chinese",
          "croatian",
          "czech",
          "danish",
          "dutch",
          "english",
          "estonian",
          "finnish",
          "french",
          "german",
          "greek",
          "hebrew",
          "hungarian",
          "italian",
          "japanese",
          "korean",
          "latvian",
          "lithuanian",
          "norwegian",
          "polish",
          "portuguese",
          "romanian",
          "russian",
          "serbian",
          "slovak",
          "slovenian",
          "spanish",
          "swedish",
          "thai",
          "turkish",
          "ukrainian");

  private static final Pattern ANY_PLATFORM =
      Pattern.compile(
          "(?i)(all|any|every)\\b.*|.*\\b(neutral|independent)\\b.*|any ?cpu|noarch|msil");

  /** What stands in the column of platforms and names no processor: nothing, or the system. */
  private static final Pattern NO_PROCESSOR =
      Pattern.compile(
          "(?i)|[-–—*]+|n\\.?/?a\\.?|none|not applicable|.*\\b(win|winnt|windows|nt)(?![a-z]).*");

  /** Systems that there were for x86 alone, as in {@code Windows 95 (all versions)}: Q238329. */
  private static final Pattern X86_SYSTEM =
      Pattern.compile("(?i)\\bwin(dows)? ?(9[58]|me|millennium)\\b");

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
        platform.filter(text -> rows.stream().noneMatch(row -> isOn(text, row) == Fit.NAMED)),
        language
            .filter(text -> stated.filter(own -> contains(own, text)).isEmpty())
            .filter(text -> rows.stream().noneMatch(row -> isIn(text, row) == Fit.NAMED)));
  }

  private boolean selects(ExpectedFile row) {
    return group.filter(text -> !contains(headings(row), text)).isEmpty()
        && platform.filter(text -> isOn(text, row) == Fit.OTHER).isEmpty()
        && language.filter(text -> isIn(text, row) == Fit.OTHER).isEmpty();
  }

  /** What a row is to what is looked for. */
  private enum Fit {
    NAMED,
    UNSAID,
    OTHER;

    static Fit of(boolean named) {
      return named ? NAMED : OTHER;
    }
  }

  private static String headings(ExpectedFile row) {
    return row.variant().table() + " " + row.variant().group().orElse("");
  }

  private static Fit isOn(String wanted, ExpectedFile row) {
    Set<String> processors = Processors.namedBy(wanted);
    String printed = row.variant().platform().orElse("").strip();
    if (processors.isEmpty()) {
      return Fit.of(contains(printed.isEmpty() ? headings(row) : printed, wanted));
    }
    if (Processors.namedBy(printed).isEmpty() && X86_SYSTEM.matcher(printed).find()) {
      return Fit.of(Processors.haveCommon(Set.of("x86"), processors));
    }
    if (saysNoProcessor(printed)) {
      Set<String> above = Processors.namedBy(headings(row));
      return above.isEmpty() ? Fit.UNSAID : Fit.of(Processors.haveCommon(above, processors));
    }
    Set<String> stated = Processors.namedBy(printed);
    return Fit.of(
        stated.isEmpty()
            ? ANY_PLATFORM.matcher(printed).matches()
            : Processors.haveCommon(stated, processors) && areOneBuild(wanted, printed));
  }

  /** Returns whether a cell leaves it to the headings, which processor the row is for. */
  private static boolean saysNoProcessor(String platform) {
    return Processors.namedBy(platform).isEmpty()
        && NO_PROCESSOR.matcher(platform.strip()).matches();
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

  private static Fit isIn(String wanted, ExpectedFile row) {
    String printed = row.variant().language().orElse("");
    if (contains(printed, "neutral") || contains(printed, "all languages")) {
      boolean named = contains(printed, wanted) || !languagesIn(wanted).isEmpty();
      return named ? Fit.NAMED : Fit.UNSAID;
    }
    String headings = headings(row);
    if (printed.isEmpty() && languagesIn(headings).isEmpty()) {
      return Fit.UNSAID;
    }
    return Fit.of(contains(printed.isEmpty() ? headings : printed, wanted));
  }

  /** Returns the languages that a heading names, in its order. */
  static List<String> languagesIn(String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    return LANGUAGES.stream()
        .filter(lower::contains)
        .sorted(Comparator.comparing(lower::indexOf))
        .toList();
  }

  private static boolean contains(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
  }
}
