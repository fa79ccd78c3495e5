package io.kbaudit.report;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Verdict;
import io.kbaudit.report.TextStyle.Color;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The report for people: what failed and why, what to do, what passed, and a line that sums up. */
public final class TextAuditReport implements AuditReport {
  private final TextStyle style;

  /** Creates a report in this style. */
  public TextAuditReport(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /** Returns the one line that sums up, without its end. */
  public static String summary(AuditResult result) {
    int notListed = result.inventory().gaps().size();
    return String.format(
        Locale.ROOT,
        "%s: %d expected, %d passed, %d failed, %d undecided, %d unlisted%s%s%s",
        result.verdict().name().replace('_', '-'),
        result.files().size(),
        result.count(FileResult.PASS),
        result.count(FileResult.FAIL),
        result.count(FileResult.UNDECIDED),
        result.unlisted().size(),
        result.unlistedFail() ? " and forbidden" : "",
        notListed == 0 ? "" : ", " + AuditLines.counted(notListed, "folder") + " not listed",
        AuditLines.unread(result.request().article()));
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    AuditSection section = new AuditSection(page, result);
    page.paragraph(
        0, AuditSection.LABEL, "Article", AuditLines.article(result.request().article()));
    section.writeHead();
    section.writeFindings(FileResult.FAIL);
    section.writeFindings(FileResult.UNDECIDED);
    Remedies.write(page, List.of(result));
    section.writePassed();
    section.writeUnlisted();
    section.writeRemarks();
    page.line(style.paint(colorOf(result.verdict()), summary(result)));
    page.flush();
  }

  static Color colorOf(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT -> Color.GREEN;
      case NON_COMPLIANT -> Color.RED;
      case INDETERMINATE -> Color.YELLOW;
    };
  }
}
