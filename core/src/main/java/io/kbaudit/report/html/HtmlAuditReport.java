package io.kbaudit.report.html;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.AuditSummary;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

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
  public void print(AuditRecord audit, Writer out) throws IOException {
    List<HtmlPlace> places = new ArrayList<>();
    for (FolderRecord place : audit.places()) {
      places.add(new HtmlPlace("p" + (places.size() + 1), place));
    }
    PageWriter.write(
        new Page(
            audit.article().label(),
            audit.verdict(),
            AuditSummary.word(audit.verdict()),
            AuditSummary.of(audit),
            audit.tally(),
            audit.unlisted(),
            facts(audit),
            audit.deployment(),
            places.stream().map(HtmlPlace::head).toList(),
            audit.unaudited().stream().map(HtmlAuditReport::unaudited).toList(),
            () -> places.stream().map(HtmlPlace::part).iterator()),
        out);
  }

  private static List<Fact> facts(AuditRecord audit) {
    return List.of(
        new Fact("Article", AuditLines.article(audit.article())),
        new Fact("Audited with", "kbaudit " + audit.toolVersion()));
  }

  private static Fact unaudited(LocationRecord location) {
    return new Fact(location.name(), location.where() + (location.optional() ? " (optional)" : ""));
  }
}
