package io.kbaudit.report.html;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.Writer;

/** Makes every text printable before it is escaped: no template can forget to. */
final class PageOutput extends OwaspHtmlTemplateOutput {
  PageOutput(Writer out) {
    super(new WriterOutput(out));
  }

  @Override
  public void writeUserContent(String text) {
    super.writeUserContent(PrintableText.of(text));
  }
}
