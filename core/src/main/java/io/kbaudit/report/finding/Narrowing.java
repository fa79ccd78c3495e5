package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.LeftOutRows;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.PolicyRecord;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an audit did not ask: rows of the article, and checks that were left out on demand, or that
 * each file be the verified one. Whoever reads no more than one line of a report is told.
 */
public final class Narrowing {
  private Narrowing() {}

  /** Returns all that was left out at {@code place}, in a few words each. */
  public static List<String> of(FolderRecord place) {
    return Stream.of(
            rows(place.rowsListed(), place.leftOut()),
            notChecked(place.policy().checks()),
            later(place.policy()))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Returns what was left out of the question as a whole: which rows belong at which of several
   * places is no part of that, and is said of each.
   */
  static List<String> of(AuditRecord audit) {
    return audit.deployment()
        ? audit.places().stream().flatMap(place -> asked(place).stream()).distinct().toList()
        : of(audit.places().get(0));
  }

  private static List<String> asked(FolderRecord place) {
    return Stream.of(
            rows(place.rowsListed(), place.leftOut().bySelection()),
            notChecked(place.policy().checks()),
            later(place.policy()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns that not every file need be the verified one; absent where it must. */
  private static Optional<String> later(PolicyRecord policy) {
    return policy.laterThanBaseline()
        ? Optional.of("later than the baseline will do")
        : Optional.empty();
  }

  /**
   * Returns for example "15 of 17 rows; 2 left out by platform"; absent where none was. Of the
   * alternatives among them one must be there, so that they are asked for too.
   */
  private static Optional<String> rows(int listed, LeftOutRows leftOut) {
    if (leftOut.onDemand() == 0) {
      return Optional.empty();
    }
    String why =
        Stream.of(
                part(leftOut.group(), "by group"),
                part(leftOut.platform(), "by platform"),
                part(leftOut.language(), "by language"),
                part(leftOut.location(), "by location"))
            .flatMap(Optional::stream)
            .collect(joining(", "));
    return Optional.of(
        English.number(listed - leftOut.onDemand())
            + " of "
            + English.counted(listed, "row")
            + "; "
            + why.replaceFirst(" ", " left out "));
  }

  private static Optional<String> part(int rows, String by) {
    return rows == 0 ? Optional.empty() : Optional.of(English.number(rows) + " " + by);
  }

  /** Returns which checks were left out, or where that is shorter, which alone were made. */
  private static Optional<String> notChecked(PolicyRecord.Checks checks) {
    if (checks.skipped().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        checks.skipped().size() < checks.made().size()
            ? QuestionLines.checks(checks.skipped()) + " not checked"
            : "nothing checked but " + QuestionLines.checks(checks.made()));
  }
}
