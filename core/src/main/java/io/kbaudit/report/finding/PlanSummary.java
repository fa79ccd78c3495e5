package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The one line that sums a plan up: with what makes it doubtful, and what it leaves out, for
 * whoever reads no more of it.
 */
public final class PlanSummary {
  private static final List<Remark.Kind> DOUBTS =
      List.of(
          Remark.Kind.PERHAPS_EXCHANGED,
          Remark.Kind.PACKAGE_NOT_VERIFIED,
          Remark.Kind.CABINETS_LEFT);

  private PlanSummary() {}

  /** Returns the line, without its end. */
  public static String of(Plan plan) {
    return String.format(
        Locale.ROOT,
        "%s: %d expected, %d copy, %d replace, %d keep, %d keep newer, %d blocked, %d undecided;"
            + " %s needed%s%s%s%s",
        plan.readiness(),
        plan.files().size(),
        plan.count(Action.COPY),
        plan.count(Action.REPLACE),
        plan.count(Action.KEEP),
        plan.count(Action.KEEP_NEWER),
        plan.count(Action.BLOCKED),
        plan.count(Action.UNDECIDED),
        AuditLines.bytes(plan.bytesNeeded()),
        plan.unsound() == UnsoundFiles.ACCEPT
            ? "; " + plan.unsoundFiles().size() + " unsound accepted"
            : "",
        Obstacle.summary(plan.article().gaps()),
        doubts(plan),
        leftOut(plan));
  }

  private static String doubts(Plan plan) {
    return DOUBTS.stream()
        .filter(doubt -> plan.remarks().stream().anyMatch(each -> each.id().equals(doubt.name())))
        .map(doubt -> "; " + doubt + counted(doubt, plan))
        .collect(joining());
  }

  private static String counted(Remark.Kind doubt, Plan plan) {
    return switch (doubt) {
      case PACKAGE_NOT_VERIFIED -> files(plan.notVerified());
      case CABINETS_LEFT -> files(plan.withoutCabinets());
      default -> "";
    };
  }

  private static String files(List<?> files) {
    return ": " + English.counted(files.size(), "file");
  }

  /** Rows are not planned for; what the files of either folder were not asked is not audited. */
  private static String leftOut(Plan plan) {
    List<FolderRecord> folders =
        Stream.of(plan.rollup(), plan.share())
            .map(folder -> AuditRecord.of(folder).places().get(0))
            .toList();
    List<String> unasked = folders.stream().flatMap(Narrowing::ofEachFile).distinct().toList();
    return listed("not planned", Narrowing.rows(plan.share().leftOut()))
        + listed("not audited", unasked);
  }

  private static String listed(String what, List<String> leftOut) {
    return leftOut.isEmpty() ? "" : "; " + what + ": " + String.join(", ", leftOut);
  }
}
