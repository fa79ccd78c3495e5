package io.kbaudit.report.html;

import static java.util.Objects.requireNonNull;

import io.kbaudit.plan.Plan;
import io.kbaudit.report.ChoiceNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * A plan to be filed and looked at before anything is copied: one page of HTML that needs nothing
 * besides itself, and has no script.
 *
 * <p>Write it in UTF-8, as the page says of itself.
 */
public final class HtmlPlanReport {
  private final ChoiceNames choices;

  /** Creates the report for a reader who knows no choices by name. */
  public HtmlPlanReport() {
    this(ChoiceNames.NONE);
  }

  /** Creates the report for a reader who knows choices by these names. */
  public HtmlPlanReport(ChoiceNames choices) {
    this.choices = requireNonNull(choices, "choices");
  }

  /**
   * Writes all of {@code plan}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  @SuppressWarnings("NullAway") // generated code takes null where no tag is intercepted
  public void write(Plan plan, Writer out) throws IOException {
    try {
      JteplanGenerated.render(
          new PageOutput(out), null, new PlanPage(plan, choices), Assets.ofPlan());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }
}
