package io.kbaudit.plan;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import java.util.Optional;
import java.util.function.BiFunction;

/** What an audit found about a file, in half a sentence. */
final class Findings {
  private Findings() {}

  /** Returns what failed, or could not be decided, and what was found. */
  static String of(FileAudit file) {
    return each(file, (check, outcome) -> ": " + whatWasFound(check, outcome));
  }

  /** Returns what failed, or could not be decided, in a word or two each. */
  static String causesOf(FileAudit file) {
    return each(file, (check, outcome) -> "");
  }

  private static String each(FileAudit file, BiFunction<Check, Outcome, String> detail) {
    String findings =
        file.outcomes().entrySet().stream()
            .filter(check -> !(check.getValue() instanceof Outcome.Passed))
            .filter(check -> check.getValue().causeIfAny().isPresent())
            .map(
                check ->
                    check.getKey()
                        + " "
                        + check.getValue().causeIfAny().orElseThrow()
                        + detail.apply(check.getKey(), check.getValue()))
            .collect(joining("; "));
    return findings.isEmpty() ? "no check could be done" : findings;
  }

  /** Returns whether a file that passes is later than listed, and not what the package holds. */
  static boolean isLaterVersion(FileAudit file) {
    return !isPinned(file) && (has(file, Cause.LATER) || has(file, Cause.SUPERSEDED));
  }

  /** Returns what a file that passes is. */
  static String onPass(FileAudit file) {
    String later =
        file.outcomes().values().stream()
            .filter(Outcome.Passed.class::isInstance)
            .map(Outcome.Passed.class::cast)
            .filter(passed -> passed.cause().isPresent())
            .map(passed -> passed.cause().get() + ": " + passed.evidence().text())
            .collect(joining("; "));
    String as = isPinned(file) ? "byte for byte the package's" : "as listed";
    return later.isEmpty() ? as : isPinned(file) ? as + "; " + later : later;
  }

  /**
   * Of digests nobody reads more than that they differ; a size says less without the listed one.
   */
  private static String whatWasFound(Check check, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return switch (check) {
        case HASH -> "other contents";
        case SIZE -> sizes(failed);
        default -> failed.observed().text();
      };
    }
    return ((Outcome.Undecided) outcome).reason();
  }

  private static String sizes(Outcome.Failed failed) {
    String observed = failed.observed().forPeople();
    if (observed.equals(failed.observed().text())) {
      return observed; // and no bare number: it says itself what is listed
    }
    return observed
        + ", not "
        + failed
            .expected()
            .value()
            .filter(Value.Size.class::isInstance)
            .map(listed -> ((Value.Size) listed).size().withoutBytes())
            .orElse(failed.expected().text());
  }

  /** Returns whether a file is byte for byte what the package holds. */
  static boolean isPinned(FileAudit file) {
    return file.assurance().equals(Optional.of(Assurance.PINNED));
  }

  private static boolean has(FileAudit file, Cause cause) {
    return file.outcomes().values().stream()
        .anyMatch(
            outcome ->
                outcome instanceof Outcome.Passed
                    && outcome.causeIfAny().equals(Optional.of(cause)));
  }
}
