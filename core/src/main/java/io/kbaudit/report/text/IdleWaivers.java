package io.kbaudit.report.text;

import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Waiver;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.report.text.TextStyle.Color;
import java.io.IOException;

/** The part of a report for people that is about waivers that cover nothing. */
final class IdleWaivers {
  private IdleWaivers() {}

  /** Says of each where it stands, what it names, and why it covers nothing. */
  static void write(TextPage page, JudgedWaivers waivers) throws IOException {
    TextStyle style = page.style();
    for (JudgedWaivers.Use idle : waivers.idle()) {
      Waiver waiver = idle.waiver();
      page.line(
          style.paint(
                  TextStyle.colorOf(FileResult.UNDECIDED),
                  style.symbol(FileResult.WAIVED) + " waiver " + idle.state())
              + "  "
              + style.paint(Color.BOLD, style.safe(WaiverLines.file(waiver)))
              + "  "
              + WaiverLines.findings(waiver));
      page.paragraph(4, "listed", WaiverLines.where(waivers, waiver));
      page.paragraph(4, "why", WaiverLines.why(waivers, idle));
      if (!WaiverLines.accepted(waiver).isEmpty()) {
        page.paragraph(4, "accepted", WaiverLines.accepted(waiver));
      }
      page.blankLine();
    }
  }
}
