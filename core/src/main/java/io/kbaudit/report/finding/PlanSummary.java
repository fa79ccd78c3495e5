package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.record.AuditRecord;
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
        doubtful(plan),
        listed("not planned", notPlanned(plan)) + listed("not audited", notAudited(plan)));
  }

  /** Returns the remarks that make the plan doubtful. */
  public static List<Remark> doubts(Plan plan) {
    return DOUBTS.stream()
        .flatMap(doubt -> plan.remarks().stream().filter(each -> each.id().equals(doubt.name())))
        .toList();
  }

  private static String doubtful(Plan plan) {
    return doubts(plan).stream()
        .map(Remark::id)
        .distinct()
        .map(id -> "; " + id + counted(Remark.Kind.valueOf(id), plan))
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

  /** Returns the rows of the article that are not planned for, by what was left out. */
  public static List<String> notPlanned(Plan plan) {
    return Narrowing.rows(plan.share().leftOut());
  }

  /** Returns what the files of either folder were not asked. */
  public static List<String> notAudited(Plan plan) {
    return Stream.of(plan.rollup(), plan.share())
        .map(folder -> AuditRecord.of(folder).places().get(0))
        .flatMap(Narrowing::ofEachFile)
        .distinct()
        .toList();
  }

  private static String listed(String what, List<String> leftOut) {
    return leftOut.isEmpty() ? "" : "; " + what + ": " + String.join(", ", leftOut);
  }
}
