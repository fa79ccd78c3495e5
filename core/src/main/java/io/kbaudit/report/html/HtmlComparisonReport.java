package io.kbaudit.report.html;

import io.kbaudit.comparison.Comparison;
import io.kbaudit.report.ComparisonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * What differs between two audits, to be filed and looked at: one page of HTML that needs nothing
 * besides itself, and has no script.
 *
 * <p>Write it in UTF-8, as the page says of itself.
 */
public final class HtmlComparisonReport implements ComparisonReport {
  /** Creates the report; it has no options. */
  public HtmlComparisonReport() {}

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
  public void print(Comparison comparison, Writer out) throws IOException {
    try {
      JtecomparisonGenerated.render(
          new PageOutput(out), null, new ComparisonPage(comparison), Assets.ofComparison());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }
}
