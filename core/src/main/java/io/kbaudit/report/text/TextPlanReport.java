package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlannedFile;
import io.kbaudit.plan.Readiness;
import io.kbaudit.plan.UnplannedFile;
import io.kbaudit.report.Choice;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.PlanLines;
import io.kbaudit.report.finding.PlanSummary;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan for people: what stands in the way first, then what is replaced, copied and kept. Safe
 * for use by several threads, if its style is.
 */
public final class TextPlanReport {
  private static final int UNPLANNED_AT_MOST = 20;

  private final TextStyle style;

  /** Creates a report in this style. */
  public TextPlanReport(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /** Returns the one line that sums up, without its end. */
  public static String summary(Plan plan) {
    return PlanSummary.of(plan);
  }

  /**
   * Writes all of {@code plan}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Plan plan, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    writeHead(page, plan);
    for (Action action : Action.values()) {
      writeFiles(page, plan, action);
    }
    writeUnplanned(page, plan);
    writeRemarks(page, plan);
    page.line(style.paint(colorOf(plan.readiness()), summary(plan)));
    page.flush();
  }

  private static void writeHead(TextPage page, Plan plan) throws IOException {
    for (Fact fact : PlanLines.about(plan)) {
      page.paragraph(0, fact.label(), fact.text());
    }
    page.blankLine();
  }

  private void writeFiles(TextPage page, Plan plan, Action action) throws IOException {
    List<PlannedFile> files =
        plan.files().stream().filter(file -> file.action() == action).toList();
    if (files.isEmpty()) {
      return;
    }
    page.line(
        style.paint(colorOf(action), action.name())
            + "  "
            + English.counted(files.size(), "file")
            + ". "
            + action.meaning());
    if (action == Action.KEEP || action == Action.COPY) {
      writeTable(page, files);
    } else {
      for (PlannedFile file : files) {
        writeFile(page, file);
      }
    }
    page.blankLine();
  }

  private void writeTable(TextPage page, List<PlannedFile> files) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (PlannedFile file : files) {
      rows.add(
          List.of(
              style.safe(PlanLines.name(file)),
              file.source()
                  .map(source -> AuditLines.size(source))
                  .or(() -> file.standing().map(AuditLines::size))
                  .orElse(""),
              (file.action() == Action.KEEP ? style.safe(file.reason()) : "")
                  + file.damage().map(damage -> notSound(file, damage)).orElse("")));
    }
    page.table("  ", rows);
  }

  private String notSound(PlannedFile file, String damage) {
    return (file.action() == Action.KEEP ? "; " : "")
        + "not sound: "
        + style.safe(Printable.excerpt(damage));
  }

  private static void writeFile(TextPage page, PlannedFile file) throws IOException {
    page.paragraph(2, PlanLines.name(file));
    if (file.standing().isPresent()) {
      page.paragraph(6, "there now", PlanLines.version(file, file.standing().get()));
    }
    page.paragraph(6, file.action() == Action.REPLACE ? "differs" : "why", file.reason());
    if (file.source().isPresent()) {
      page.paragraph(6, "copied", PlanLines.version(file, file.source().get()));
    }
    if (file.damage().isPresent()) {
      page.paragraph(6, "not sound", file.damage().get());
    }
    if (file.backUp().isPresent()) {
      page.paragraph(6, "back-up", file.backUp().get());
    }
  }

  private String whyUnreadable(ObservedFile file) {
    String reason = AuditLines.whyUnreadable(file);
    return reason.isEmpty() ? "" : "; " + style.safe(reason);
  }

  private void writeUnplanned(TextPage page, Plan plan) throws IOException {
    List<UnplannedFile> files = plan.unplanned();
    if (files.isEmpty()) {
      return;
    }
    page.line(
        style.paint(
            Color.BOLD,
            English.counted(files.size(), "file") + " on the share that the plan leaves alone"));
    List<List<String>> rows = new ArrayList<>();
    for (UnplannedFile file : files.subList(0, Math.min(UNPLANNED_AT_MOST, files.size()))) {
      rows.add(
          List.of(
              style.safe(file.file().path()),
              AuditLines.size(file.file()),
              AuditLines.time(file.file(), "UTC"),
              PlanLines.whyLeft(file) + whyUnreadable(file.file())));
    }
    page.table("  ", rows);
    if (rows.size() < files.size()) {
      page.line(
          "  and "
              + English.counted(files.size() - rows.size(), "more file")
              + style.choices().which(Choice.WHOLE_PLAN, "lists all"));
    }
    page.blankLine();
  }

  private static void writeRemarks(TextPage page, Plan plan) throws IOException {
    if (plan.remarks().isEmpty()) {
      return;
    }
    page.line(page.style().paint(Color.BOLD, "Remarks"));
    for (Remark remark : plan.remarks()) {
      page.remark(remark);
    }
    page.blankLine();
  }

  private static Color colorOf(Action action) {
    return switch (action) {
      case BLOCKED -> Color.RED;
      case UNDECIDED -> Color.YELLOW;
      case REPLACE, COPY -> Color.BOLD;
      case KEEP, KEEP_NEWER -> Color.GREEN;
    };
  }

  private static Color colorOf(Readiness readiness) {
    return switch (readiness) {
      case READY -> Color.GREEN;
      case OBSTRUCTED -> Color.RED;
      case UNDECIDED -> Color.YELLOW;
    };
  }
}
