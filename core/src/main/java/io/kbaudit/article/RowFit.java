package io.kbaudit.article;

import io.kbaudit.text.Language;
import io.kbaudit.text.Letters;
import io.kbaudit.text.Processors;
import io.kbaudit.text.WordBorder;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row is to a heading, a platform or a language that is looked for. It says so in its own
 * cell, else in the headings above it.
 */
enum RowFit {
  /** It is for that, and says so. */
  NAMED,
  /** It does not say what it is for. */
  UNSAID,
  /** It is for another. */
  OTHER;

  private static final Pattern ANY_PLATFORM =
      Pattern.compile(
          "(?i)^(?:all|any|every)"
              + WordBorder.END
              + "|"
              + WordBorder.START
              + "(?:neutral|independent)"
              + WordBorder.END
              + "|^(?:any ?cpu|noarch|msil)\\z");

  /** What stands in the column of platforms and names no processor: nothing, or the system. */
  private static final Pattern NO_PROCESSOR =
      Pattern.compile(
          "(?i)^(?:|[-–—*]++|n\\.?/?a\\.?|none|not applicable)\\z|"
              + WordBorder.START
              + "(?:win|winnt|windows|nt)(?![a-z])");

  /** Systems that there were for x86 alone, as in {@code Windows 95 (all versions)}: Q238329. */
  private static final Pattern X86_SYSTEM =
      Pattern.compile(WordBorder.START + "(?i)win(dows)? ?(9[58]|me|millennium)" + WordBorder.END);

  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)");

  /** Returns what a row is to the words of a heading. */
  static RowFit ofGroup(String wanted, ExpectedFile row) {
    return of(contains(row.variant().headings(), wanted));
  }

  /**
   * Returns what a row is to {@code wanted}: a processor by any of its names, or other words.
   *
   * @param sections of the article's rows; where one of them is for a processor, so is the row
   */
  static RowFit ofPlatform(String wanted, ExpectedFile row, Sections sections) {
    Set<String> processors = Processors.namedBy(wanted);
    String printed = row.variant().platform().orElse("").strip();
    if (processors.isEmpty()) {
      return of(contains(printed.isEmpty() ? row.variant().headings() : printed, wanted));
    }
    Optional<String> ofAll = sections.processorOf(row);
    if (ofAll.isPresent()) {
      return of(
          Processors.haveCommon(Set.of(ofAll.get()), processors) && areOneBuild(wanted, printed));
    }
    Set<String> stated = Processors.namedBy(printed);
    if (stated.contains(Processors.MSIL)) {
      return of(processors.contains(Processors.MSIL) || runsOnAnyOf(processors));
    }
    if (!stated.isEmpty()) {
      return of(Processors.haveCommon(stated, processors) && areOneBuild(wanted, printed));
    }
    if (X86_SYSTEM.matcher(printed).find()) {
      return of(Processors.haveCommon(Set.of("x86"), processors));
    }
    Set<String> above = Processors.namedBy(row.variant().headings());
    if (above.isEmpty() && NO_PROCESSOR.matcher(printed).find()) {
      return UNSAID;
    }
    return of(ANY_PLATFORM.matcher(printed).find() || Processors.haveCommon(above, processors));
  }

  /** What is for the common language runtime is for each processor that has one. */
  private static boolean runsOnAnyOf(Set<String> processors) {
    return Processors.haveCommon(Processors.OF_ANY_CPU, processors);
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

  /** Returns what a row is to the words for a language. */
  static RowFit ofLanguage(String wanted, ExpectedFile row) {
    String printed = row.variant().language().orElse("");
    if (Language.isAny(printed)) {
      boolean named = contains(printed, wanted) || !Language.namesIn(wanted).isEmpty();
      return named ? NAMED : UNSAID;
    }
    String headings = row.variant().headings();
    if (printed.isEmpty() && Language.namesIn(headings).isEmpty()) {
      return UNSAID;
    }
    return of(contains(printed.isEmpty() ? headings : printed, wanted));
  }

  private static RowFit of(boolean named) {
    return named ? NAMED : OTHER;
  }

  /** Returns whether {@code text} has the {@code words} in it, in any case. */
  static boolean contains(String text, String words) {
    return Letters.small(text).contains(Letters.small(words.strip()));
  }
}
