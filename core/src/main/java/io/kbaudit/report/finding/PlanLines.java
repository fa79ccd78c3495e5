package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.deployment.Location;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlannedFile;
import io.kbaudit.plan.UnplannedFile;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How reports for people speak of plans: alike in every format, and not yet safe to print. */
public final class PlanLines {
  private PlanLines() {}

  /** Returns what the plan is about: the article, both folders, and which rows if not all. */
  public static List<Fact> about(Plan plan) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Article", AuditLines.article(plan.article())));
    facts.add(new Fact("Package", rollup(plan.rollup())));
    facts.add(
        new Fact(
            "Share",
            plan.share().inventory().folder()
                + plan.share().request().location().map(PlanLines::place).orElse("")));
    RowSelection selection = plan.share().request().selection();
    if (!selection.isAll()) {
      facts.add(new Fact("Rows", "only " + AuditLines.chosenBy(selection)));
    }
    return facts;
  }

  private static String rollup(AuditResult rollup) {
    return rollup.inventory().folder()
        + ": "
        + English.counted(rollup.files().size(), "row")
        + ", "
        + rollup.tally().count(FileResult.PASS)
        + " verified";
  }

  private static String place(Location location) {
    return ", for " + location.name() + ": " + location.description();
  }

  /** Returns what to call a file: as the article does, as far as that names it. */
  public static String name(PlannedFile file) {
    return file.expected().name().isKnown()
        ? file.expected().name().best().spelling()
        : file.target();
  }

  /** Returns a file that stands for a planned one, with its name if that is spelt otherwise. */
  public static String version(PlannedFile planned, ObservedFile file) {
    String spelling = file.name().spelling();
    return (spelling.equals(name(planned)) ? "" : "'" + spelling + "', ") + sizeAndTime(file);
  }

  /** Returns which row of the article a file is planned for. */
  public static String row(PlannedFile file) {
    ExpectedFile row = file.expected();
    return row.row()
        + ", line "
        + row.line()
        + " of the article"
        + (row.name().cut() ? ", cut to '" + row.printed().name() + "'" : "")
        + file.component().map(component -> "; component " + component).orElse("");
  }

  /** Returns the heading, platform and language of the row, as far as it has them. */
  public static String variant(PlannedFile file) {
    return Stream.of(
            file.expected().variant().heading(),
            file.expected().variant().platform(),
            file.expected().variant().language())
        .flatMap(Optional::stream)
        .collect(joining(", "));
  }

  private static String sizeAndTime(ObservedFile file) {
    return file instanceof ObservedFile.Readable
        ? AuditLines.size(file) + ", " + AuditLines.time(file, "UTC")
        : AuditLines.size(file);
  }

  /** Returns why nothing is planned for a file. */
  public static String whyLeft(UnplannedFile file) {
    return file.row()
        .map(row -> "row " + row.row() + ", which does not belong here")
        .orElse("not in the article");
  }
}
