package io.kbaudit.report.html;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Lays a page out by its templates, and writes it as it comes about. */
public final class PageWriter {
  private PageWriter() {}

  /** Writes all of {@code page}, as its parts come about. The writer is flushed, and left open. */
  @SuppressWarnings("NullAway") // generated code takes null where no tag is intercepted
  public static void write(Page page, Writer out) throws IOException {
    try {
      JtepageGenerated.render(new Output(out), null, page, Assets.read());
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
