package io.kbaudit.report.text;

import static io.kbaudit.report.text.Screens.ASCII;
import static io.kbaudit.report.text.Screens.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlannedFile;
import io.kbaudit.report.CommandLine;
import io.kbaudit.report.Golden;
import io.kbaudit.report.PlanCase;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.report.html.HtmlPlanReport;
import io.kbaudit.report.json.JsonPlanReport;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans, held to golden files; {@link Golden} says how to write them anew. */
class PlanReportTest {
  @ParameterizedTest
  @EnumSource
  void aPlanIsAsItsGoldenFilesAndMovesNoScreen(PlanCase given) throws IOException {
    Plan plan = given.plan();
    String text = text(plan, UTF_8);
    String html = html(plan);

    Golden.assertMatches(TextPlanReport.class, given.fileName(".txt"), text);
    Golden.assertMatches(JsonPlanReport.class, given.fileName(".json"), json(plan));
    Golden.assertMatches(HtmlPlanReport.class, given.fileName(".html"), html);
    assertThat((text + html).codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
  }

  @Test
  void theGoldenFilesShowEveryAction() throws IOException {
    assertThat(PlanCase.EVERY_ACTION.plan().files())
        .extracting(PlannedFile::action)
        .contains(Action.values());
  }

  @Test
  void aHostilePlanIsPrintedInAsciiToo() throws IOException {
    Golden.assertMatches(
        TextPlanReport.class,
        "plan-hostile.ascii.txt",
        text(PlanCase.HOSTILE.plan(), ASCII),
        StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @EnumSource
  void itIsTheSameUnderAnyLocaleAndTimeZone(PlanCase given) throws IOException {
    String here = inAllFormats(given);

    assertThat(Written.elsewhere(() -> inAllFormats(given))).isEqualTo(here);
  }

  private static String inAllFormats(PlanCase given) throws IOException {
    return text(given.plan(), UTF_8) + json(given.plan()) + html(given.plan());
  }

  private static String text(Plan plan, TextStyle style) throws IOException {
    return Written.by(out -> new TextPlanReport(style).write(plan, out));
  }

  private static String html(Plan plan) throws IOException {
    return Written.by(out -> new HtmlPlanReport(CommandLine::find).write(plan, out));
  }

  private static String json(Plan plan) throws IOException {
    return Schemas.valid("plan", Written.by(out -> new JsonPlanReport().write(plan, out)));
  }
}
