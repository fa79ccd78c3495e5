package io.kbaudit.report.html;

import static java.util.Objects.requireNonNull;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.ChoiceNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * The report to be filed and looked at: one page of HTML that needs nothing besides itself. In a
 * browser it can be filtered and sorted; printed, or without scripts, it says the same.
 *
 * <p>Write it in UTF-8, as the page says of itself.
 */
public final class HtmlAuditReport implements AuditReport {
  private final ChoiceNames choices;

  /** Creates the report for a reader who knows no choices by name. */
  public HtmlAuditReport() {
    this(ChoiceNames.NONE);
  }

  /** Creates the report for a reader who knows choices by these names. */
  public HtmlAuditReport(ChoiceNames choices) {
    this.choices = requireNonNull(choices, "choices");
  }

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String mediaType() {
    return "text/html";
  }

  @Override
  @SuppressWarnings("NullAway") // generated code takes null where no tag is intercepted
  public void print(AuditRecord audit, Writer out) throws IOException {
    try {
      JtepageGenerated.render(new PageOutput(out), null, new Page(audit, choices), Assets.read());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }
}
