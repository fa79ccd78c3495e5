package io.kbaudit.report;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.deployment.Location;
import io.kbaudit.report.TextStyle.Color;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The report for people on several places: a section for each, and one line that sums up. */
public final class TextDeploymentReport {
  private final TextStyle style;

  /** Creates a report in this style. */
  public TextDeploymentReport(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /** Returns the one line that sums up, without its end; it names what was not audited. */
  public static String summary(DeploymentResult result) {
    return String.format(
        Locale.ROOT,
        "%s: %s, %d expected, %d passed, %d failed, %d undecided, %d unlisted%s%s",
        result.verdict().name().replace('_', '-'),
        AuditLines.counted(result.places().size(), "place"),
        result.expected(),
        result.count(FileResult.PASS),
        result.count(FileResult.FAIL),
        result.count(FileResult.UNDECIDED),
        result.unlisted(),
        AuditLines.unread(result.article()),
        result.unaudited().isEmpty()
            ? ""
            : "; not audited: "
                + result.unaudited().stream()
                    .map(place -> place.name() + (place.optional() ? " (optional)" : ""))
                    .collect(joining(", ")));
  }

  /**
   * Writes all of {@code result}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(DeploymentResult result, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    page.paragraph(0, AuditSection.LABEL, "Article", AuditLines.article(result.article()));
    page.blankLine();
    for (AuditResult place : result.places()) {
      writePlace(page, place);
    }
    Remedies.write(page, result.places());
    writeUnaudited(page, result);
    page.line(style.paint(TextAuditReport.colorOf(result.verdict()), summary(result)));
    page.flush();
  }

  private void writePlace(TextPage page, AuditResult place) throws IOException {
    AuditSection section = new AuditSection(page, place);
    String name = place.request().location().map(Location::name).orElse("all rows");
    page.line(style.paint(Color.BOLD, "== " + style.safe(name)));
    section.writeHead();
    section.writeFindings(FileResult.FAIL);
    section.writeFindings(FileResult.UNDECIDED);
    section.writePassed();
    section.writeUnlisted();
    section.writeRemarks();
    page.line(
        style.paint(
            TextAuditReport.colorOf(place.verdict()),
            style.safe(name + ", " + place.inventory().folder())
                + ": "
                + TextAuditReport.summary(place)));
    page.blankLine();
  }

  /** A place that nobody looked at is no place that is compliant. */
  private void writeUnaudited(TextPage page, DeploymentResult result) throws IOException {
    if (result.unaudited().isEmpty()) {
      return;
    }
    page.line(style.paint(Color.BOLD, "Not audited, since no folder was given for it"));
    int width =
        result.unaudited().stream().mapToInt(place -> place.name().length()).max().orElse(0) + 2;
    for (Location location : result.unaudited()) {
      page.paragraph(
          2,
          width,
          location.name(),
          location.description() + (location.optional() ? " (optional)" : ""));
    }
    page.blankLine();
  }
}
