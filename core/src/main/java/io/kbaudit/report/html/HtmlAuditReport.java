package io.kbaudit.report.html;

import static java.util.Objects.requireNonNull;

import io.kbaudit.comparison.Comparison;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.ChoiceNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;

/**
 * The report to be filed and looked at: one page of HTML that needs nothing besides itself. In a
 * browser it can be filtered and sorted; printed, or without scripts, it says the same.
 *
 * <p>Write it in UTF-8, as the page says of itself.
 */
public final class HtmlAuditReport implements AuditReport {
  private final ChoiceNames choices;
  private final Optional<AuditRecord> earlier;

  /** Creates the report for a reader who knows no choices by name. */
  public HtmlAuditReport() {
    this(ChoiceNames.NONE);
  }

  /** Creates the report for a reader who knows choices by these names. */
  public HtmlAuditReport(ChoiceNames choices) {
    this(choices, Optional.empty());
  }

  /**
   * Creates the report for a reader who knows choices by these names.
   *
   * @param earlier an audit of the same, of which the page says what is new, fixed or still there
   */
  public HtmlAuditReport(ChoiceNames choices, Optional<AuditRecord> earlier) {
    this.choices = requireNonNull(choices, "choices");
    this.earlier = requireNonNull(earlier, "earlier");
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
      Optional<ComparisonPage> since =
          earlier.map(before -> new ComparisonPage(Comparison.of(before, audit)));
      Assets assets = since.isPresent() ? Assets.withComparison() : Assets.read();
      JtepageGenerated.render(new PageOutput(out), null, new Page(audit, choices, since), assets);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }
}
