package io.kbaudit.report.html;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
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
  /** Creates the report; it has no options. */
  public HtmlAuditReport() {}

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
      JtepageGenerated.render(new Output(out), null, new Page(audit), Assets.read());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  /** Makes every text printable before it is escaped: no template can forget to. */
  private static final class Output extends OwaspHtmlTemplateOutput {
    Output(Writer out) {
      super(new WriterOutput(out));
    }

    @Override
    public void writeUserContent(String text) {
      super.writeUserContent(PrintableText.of(text));
    }
  }
}
