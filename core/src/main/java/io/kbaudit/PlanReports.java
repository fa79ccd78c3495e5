package io.kbaudit;

import io.kbaudit.plan.Plan;
import io.kbaudit.report.ChoiceNames;
import io.kbaudit.report.html.HtmlPlanReport;
import io.kbaudit.report.json.JsonPlanReport;
import io.kbaudit.report.text.TextPlanReport;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The formats in which plans are printed, by name; classes of no other format are loaded than of
 * those that are asked for. Text in a style of one's own is had by {@link
 * TextPlanReport#TextPlanReport(TextStyle)}.
 */
public final class PlanReports {
  private static final List<String> NAMES = List.of("text", "json", "html");

  private PlanReports() {}

  /** Returns the names of all formats: {@code text}, {@code json} and so on. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Writes the whole report on {@code plan}, for UTF-8. The writer is flushed, and left open.
   *
   * @param name of the format
   * @param choices by which the page's reader knows what can be asked otherwise
   * @throws IllegalArgumentException if {@code name} is none of {@link #names}
   * @throws IOException if the writer cannot take it
   */
  public static void write(String name, Plan plan, ChoiceNames choices, Writer out)
      throws IOException {
    switch (name) {
      case "text" -> new TextPlanReport(TextStyle.plain(StandardCharsets.UTF_8)).write(plan, out);
      case "json" -> new JsonPlanReport().write(plan, out);
      case "html" -> new HtmlPlanReport(choices).write(plan, out);
      default -> throw new IllegalArgumentException("'" + name + "' is none of " + NAMES);
    }
  }
}
