package io.kbaudit.report.text;

import static io.kbaudit.report.text.Screens.ASCII;
import static io.kbaudit.report.text.Screens.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlanRequest;
import io.kbaudit.plan.PlannedFile;
import io.kbaudit.plan.Planner;
import io.kbaudit.report.Golden;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.report.json.JsonPlanReport;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plans, held to golden files; {@link Golden} says how to write them anew. */
class PlanReportTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String THEN = "2011-03-10T10:04:30Z";

  @Test
  void aPlanWithEveryActionIsAsItsGoldenFiles() throws IOException {
    Plan plan = withEveryAction();

    assertThat(plan.files()).extracting(PlannedFile::action).contains(Action.values());
    Golden.assertMatches(TextPlanReport.class, "plan.txt", text(plan, UTF_8));
    Golden.assertMatches(JsonPlanReport.class, "plan.json", json(plan));
  }

  @Test
  void aHostilePlanIsAsItsGoldenFilesAndMovesNoScreen() throws IOException {
    Plan plan = hostile();
    String text = text(plan, UTF_8);

    Golden.assertMatches(TextPlanReport.class, "plan-hostile.txt", text);
    Golden.assertMatches(
        TextPlanReport.class,
        "plan-hostile.ascii.txt",
        text(plan, ASCII),
        StandardCharsets.US_ASCII);
    Golden.assertMatches(JsonPlanReport.class, "plan-hostile.json", json(plan));
    assertThat(text.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
  }

  @Test
  void itIsTheSameUnderAnyLocaleAndTimeZone() throws IOException {
    String here = text(withEveryAction(), UTF_8) + json(withEveryAction());

    assertThat(Written.elsewhere(() -> text(withEveryAction(), UTF_8) + json(withEveryAction())))
        .isEqualTo(here);
  }

  private static Plan withEveryAction() throws IOException {
    return plan(
        Given.article(
            Given.row("Copied.msi", 100, LISTED),
            Given.row("Replaced.msi", 200, LISTED),
            Given.row("Kept.msi", 300, LISTED),
            Given.row("Newer.msi", 400, LISTED),
            Given.row("Blocked.msi", 500, LISTED),
            Given.row("Unknown.msi", 600, LISTED)),
        List.of(
            hashed("Copied.msi", 100, THEN, '1'),
            hashed("Replaced.msi", 200, THEN, '2'),
            hashed("Kept.msi", 300, THEN, '3'),
            hashed("Newer.msi", 400, THEN, '4'),
            hashed("Blocked.msi", 499, THEN, '5'),
            hashed("Unknown.msi", 600, THEN, '6')),
        List.of(
            hashed("Replaced.msi", 180, "2010-01-01T00:00:00Z", 'a'),
            hashed("Kept.msi", 300, THEN, '3'),
            Given.hashed(
                Given.file(
                    "Newer.msi",
                    440,
                    "2012-01-01T00:00:00Z",
                    Given.stating(
                        Given.packageSavedAt("2012-01-01T00:00:00Z"),
                        Map.of("ProductName", "Newer"))),
                'b'),
            Given.unreadable("Unknown.msi", "permission denied"),
            hashed("notes.txt", 5, THEN, 'c')));
  }

  private static Plan hostile() throws IOException {
    return plan(
        Given.article(
            Given.row("caf\u00E9 \u65E5\u672C.msi", 100, LISTED),
            Given.row("esc\u001B[2J\u202E.msi", 200, LISTED)),
        List.of(
            hashed("caf\u00E9 \u65E5\u672C.msi", 100, THEN, '1'),
            hashed("esc\u001B[2J\u202E.msi", 200, THEN, '2')),
        List.of(
            hashed("esc\u001B[2J\u202E.msi", 100, THEN, 'a'),
            hashed("line\nREADY: forged.msi", 5, THEN, 'b'),
            hashed("half\uD83D.msi", 5, THEN, 'c')));
  }

  private static ObservedFile hashed(String path, long size, String modified, char digit) {
    return Given.hashed(Given.file(path, size, modified), digit);
  }

  private static Plan plan(
      Article article, List<ObservedFile> ofPackage, List<ObservedFile> ofShare)
      throws IOException {
    return Planner.plan(
        new PlanRequest(article, Optional.empty(), Optional.empty(), AuditPolicy.asPrinted()),
        folder("rollup", ofPackage),
        folder("share", ofShare));
  }

  private static Inventory folder(String name, List<ObservedFile> files) {
    return Inventory.of(name, files);
  }

  private static String text(Plan plan, TextStyle style) throws IOException {
    return Written.by(out -> new TextPlanReport(style).write(plan, out));
  }

  private static String json(Plan plan) throws IOException {
    return Schemas.valid("plan", Written.by(out -> new JsonPlanReport().write(plan, out)));
  }
}
