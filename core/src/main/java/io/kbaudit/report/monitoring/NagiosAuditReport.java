package io.kbaudit.report.monitoring;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.Narrowing;
import io.kbaudit.report.finding.PlaceNames;
import io.kbaudit.report.finding.Unseen;
import java.io.IOException;
import java.io.Writer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The audit as the one line that a plugin prints for Nagios, Icinga and their like (Monitoring
 * Plugins Development Guidelines, "Plugin Output" and "Performance data").
 *
 * <p>It begins with {@code KBAUDIT} and the state: {@code OK} where the verdict is {@code
 * COMPLIANT}, {@code CRITICAL} where it is {@code NON_COMPLIANT}, {@code UNKNOWN} where it is
 * {@code INDETERMINATE}. The summary follows, and what failed, or stayed undecided, as far as there
 * is room: the whole line stays below a thousand characters, and the rest is counted. It has no bar
 * but the one before the performance data: others are shown as {@code <U+007C>}.
 *
 * <p>The performance data count the files that are waived, and the things that were left out of the
 * question, which the summary names. The thresholds say the same as the state: whatever makes the
 * audit fail is critical above 0, and whatever leaves it undecided is a warning there, as there is
 * no threshold for {@code UNKNOWN}.
 *
 * <p>Safe for use by several threads.
 */
public final class NagiosAuditReport implements AuditReport {
  private static final String UNKNOWN = "UNKNOWN";

  /** Creates the report; it has no options. */
  public NagiosAuditReport() {}

  /**
   * Returns the line for a question that could not be asked, without its end.
   *
   * @param sentence that says why
   */
  public static String unknown(String sentence) {
    return new NagiosLine(UNKNOWN, sentence).toString();
  }

  @Override
  public String name() {
    return "nagios";
  }

  @Override
  public String mediaType() {
    return "text/plain";
  }

  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    NagiosLine line = new NagiosLine(state(audit.verdict()), AuditSummary.of(audit));
    if (audit.verdict() != Verdict.COMPLIANT) {
      FileResult kind =
          audit.verdict() == Verdict.NON_COMPLIANT ? FileResult.FAIL : FileResult.UNDECIDED;
      for (FolderRecord place : audit.places()) {
        addFindings(line, kind, place);
      }
      if (kind == FileResult.UNDECIDED) {
        for (LocationRecord location : audit.notAudited()) {
          line.add(location.name(), Obstacle.NOT_AUDITED.name());
        }
      }
    }
    out.write(line + "|" + performance(audit) + "\n");
    out.flush();
  }

  private static String state(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT -> "OK";
      case NON_COMPLIANT -> "CRITICAL";
      case INDETERMINATE -> UNKNOWN;
    };
  }

  private static void addFindings(NagiosLine line, FileResult kind, FolderRecord place) {
    String name = PlaceNames.of(place, "").replace(", ", " ").strip();
    String where = name.isEmpty() ? "" : name + ": ";
    for (Obstacle obstacle : Obstacle.of(place)) {
      if (obstacle.result() == kind && obstacle != Obstacle.UNLISTED) {
        line.add(where + obstacle.counted(place), obstacle.name());
      }
    }
    for (FileRecord file : Unseen.notPassedAt(place)) {
      if (file.result() == kind) {
        String why =
            Obstacle.nothingWasChecked(file) ? Obstacle.NOTHING_CHECKED.name() : Finding.ids(file);
        line.add(where + file.listed().name().spelling(), why);
      }
    }
    if (kind == FileResult.FAIL && place.unlistedFail()) {
      for (ObservedFile file : place.unlisted()) {
        line.add(where + file.path(), Obstacle.UNLISTED.name());
      }
    }
  }

  private static String performance(AuditRecord audit) {
    Tally tally = audit.tally();
    int all = tally.expected();
    return Stream.of(
            value("expected", all, ";;0"),
            value("passed", tally.passed(), ";;0;" + all),
            value("failed", tally.failed(), ";0;0;" + all),
            value("undecided", tally.undecided(), "0;;0;" + all),
            value("waived", tally.waived(), ";;0;" + all),
            value("unlisted", audit.unlisted(), ";;0"),
            value("forbidden", sum(audit, NagiosAuditReport::forbidden), ";0;0"),
            value("folders_not_listed", sum(audit, place -> place.gaps().folders()), "0;;0"),
            value("unreachable", sum(audit, place -> place.isUnreachable() ? 1 : 0), "0;;0"),
            value("not_audited", audit.notAudited().size(), "0;;0"),
            value("left_out", Narrowing.of(audit).size(), ";;0"),
            value("unread_rows", audit.article().gaps().lines(), "0;;0"),
            value("unread_columns", audit.article().gaps().columns(), "0;;0"),
            value(
                "other_than_bundled", audit.article().gaps().otherThanBundled() ? 1 : 0, "0;;0;1"))
        .collect(joining(" "));
  }

  private static String value(String label, int value, String warnCritMinMax) {
    return "'" + label + "'=" + value + ";" + warnCritMinMax;
  }

  private static int forbidden(FolderRecord place) {
    return place.unlistedFail() ? place.unlisted().size() : 0;
  }

  private static int sum(AuditRecord audit, ToIntFunction<FolderRecord> count) {
    return audit.places().stream().mapToInt(count).sum();
  }
}
