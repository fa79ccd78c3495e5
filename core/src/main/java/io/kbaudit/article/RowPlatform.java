package io.kbaudit.article;

import io.kbaudit.article.RowSelection.Fit;
import io.kbaudit.file.Processors;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For which platform a row is: by its own cell, else by the headings above it. */
final class RowPlatform {
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

  private RowPlatform() {}

  /** Returns what a row is to {@code wanted}: a processor by any of its names, or other words. */
  static Fit fit(String wanted, ExpectedFile row) {
    Set<String> processors = Processors.namedBy(wanted);
    String printed = row.variant().platform().orElse("").strip();
    if (processors.isEmpty()) {
      return Fit.of(
          RowSelection.contains(printed.isEmpty() ? RowSelection.headings(row) : printed, wanted));
    }
    Set<String> stated = Processors.namedBy(printed);
    if (!stated.isEmpty()) {
      return Fit.of(Processors.haveCommon(stated, processors) && areOneBuild(wanted, printed));
    }
    if (X86_SYSTEM.matcher(printed).find()) {
      return Fit.of(Processors.haveCommon(Set.of("x86"), processors));
    }
    if (NO_PROCESSOR.matcher(printed).matches()) {
      Set<String> above = Processors.namedBy(RowSelection.headings(row));
      return above.isEmpty() ? Fit.UNSAID : Fit.of(Processors.haveCommon(above, processors));
    }
    return Fit.of(ANY_PLATFORM.matcher(printed).matches());
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
}
