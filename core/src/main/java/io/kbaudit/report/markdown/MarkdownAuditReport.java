package io.kbaudit.report.markdown;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Waiver;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.Provenance;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.finding.ComparisonLines;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.Narrowing;
import io.kbaudit.report.finding.ProvenanceLines;
import io.kbaudit.report.finding.QuestionLines;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The audit in GitHub Flavored Markdown, for a ticket, a merge request or the summary of a job: the
 * verdict, what was asked, what failed and why, what to do, and the rest.
 *
 * <p>Whatever the audit brings along, names and sentences alike, stands in code spans, from which
 * nothing gets out: no link, no image, no HTML, no mention of a person or an issue. Each of the
 * tables has at most 500 rows and 96 KiB, and says how many it leaves out, so that the whole stays
 * below the 1 MiB that GitHub takes of a job's summary. A comment there takes 65,536 characters.
 */
public final class MarkdownAuditReport implements AuditReport {
  private final Optional<AuditRecord> earlier;

  /** Creates the report. */
  public MarkdownAuditReport() {
    this(Optional.empty());
  }

  /**
   * Creates the report.
   *
   * @param earlier an audit of the same, of which a line says what is new, fixed or still there
   */
  public MarkdownAuditReport(Optional<AuditRecord> earlier) {
    this.earlier = requireNonNull(earlier, "earlier");
  }

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String mediaType() {
    return "text/markdown";
  }

  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    MarkdownPlaces places = new MarkdownPlaces(audit);
    writeHead(audit, out);
    if (audit.deployment()) {
      writePlaces(places, out);
      writeUnaudited(audit, out);
    } else {
      writeAsked(audit.places().get(0), out);
    }
    writeIdleWaivers(audit, out);
    new MarkdownFindings(audit, places, out).write();
    writeUnlisted(places, out);
    writeRemarks(places, out);
    writeEvidence(audit, out);
    writePassed(audit, places, out);
    out.flush();
  }

  private void writeHead(AuditRecord audit, Writer out) throws IOException {
    out.write("# " + AuditSummary.verdict(audit) + ": ");
    out.write(CodeSpan.of(audit.article().label()) + "\n\n");
    out.write(CodeSpan.of(AuditSummary.of(audit)) + "\n\n");
    List<String> notAudited = Narrowing.of(audit);
    if (!notAudited.isEmpty()) {
      out.write("- **Not audited**: " + CodeSpan.of(String.join(", ", notAudited)) + "\n");
    }
    if (earlier.isPresent()) {
      Comparison comparison = Comparison.of(earlier.get(), audit);
      Fact since = ComparisonLines.since(comparison);
      out.write("- **" + since.label() + "**: " + CodeSpan.of(since.text()) + "\n");
      for (String worse : ComparisonLines.worse(comparison)) {
        out.write("  - " + CodeSpan.of(worse) + "\n");
      }
    }
    out.write("- Article: " + CodeSpan.of(AuditLines.article(audit.article())) + "\n");
    if (audit.provenance().isPresent()) {
      for (Fact line : ProvenanceLines.withoutEvidence(audit.provenance().get())) {
        out.write("- " + line.label() + ": " + CodeSpan.ofAll(line.text()) + "\n");
      }
    }
  }

  private static void writeAsked(FolderRecord place, Writer out) throws IOException {
    out.write("- Folder: " + CodeSpan.of(QuestionLines.folder(place, place.path())) + "\n");
    for (Fact line : QuestionLines.lines(place)) {
      out.write("- " + asked(line) + "\n");
    }
    out.write("\n");
  }

  private static String asked(Fact line) {
    return line.label() + ": " + CodeSpan.of(line.text());
  }

  private static void writePlaces(MarkdownPlaces places, Writer out) throws IOException {
    out.write("\n");
    MarkdownTable table =
        places.table("## Locations", List.of("Folder", "Verdict", "Files", "Asked"), out);
    for (MarkdownPlaces.Place place : places.all()) {
      FolderRecord record = place.record();
      table.row(
          place.cells(
              CodeSpan.of(QuestionLines.folder(record, record.path())),
              "**" + AuditSummary.verdict(record) + "**",
              AuditSummary.counts(record),
              QuestionLines.lines(record).stream()
                  .map(MarkdownAuditReport::asked)
                  .collect(Collectors.joining("; "))));
    }
    table.end();
  }

  /** A place that nobody looked at is no place that is compliant. */
  private static void writeUnaudited(AuditRecord audit, Writer out) throws IOException {
    MarkdownTable table =
        new MarkdownTable(
            "## Not audited, since no folder was given for it",
            List.of("Location", "Where", "May be missing"),
            out);
    for (LocationRecord location : audit.unaudited()) {
      table.row(
          List.of(
              CodeSpan.of(location.name()),
              CodeSpan.of(location.where()),
              (location.optional() ? "yes" : "no")
                  + (audit.hadToBeAudited(location)
                      ? ": " + CodeSpan.of(Obstacle.NOT_AUDITED.name())
                      : "")));
    }
    table.end();
  }

  private static void writeIdleWaivers(AuditRecord audit, Writer out) throws IOException {
    MarkdownTable table =
        new MarkdownTable(
            "## Waivers that cover nothing",
            List.of("State", "File", "Finding", "Listed", "Why", "Accepted"),
            out);
    if (audit.waivers().isPresent()) {
      JudgedWaivers waivers = audit.waivers().get();
      for (JudgedWaivers.Use idle : waivers.idle()) {
        Waiver waiver = idle.waiver();
        table.row(
            List.of(
                CodeSpan.of(idle.state().name()),
                CodeSpan.of(WaiverLines.file(waiver)),
                CodeSpan.of(WaiverLines.findings(waiver)),
                CodeSpan.of(WaiverLines.where(waivers, waiver)),
                CodeSpan.of(WaiverLines.why(waivers, idle)),
                CodeSpan.of(WaiverLines.accepted(waiver))));
      }
    }
    table.end();
  }

  private static void writeUnlisted(MarkdownPlaces places, Writer out) throws IOException {
    MarkdownTable table =
        places.table(
            "## Files that the article does not list", List.of("Path", "Found", "Allowed"), out);
    for (MarkdownPlaces.Place place : places.all()) {
      for (ObservedFile file : place.record().unlisted()) {
        table.row(
            place.cells(
                CodeSpan.of(file.path()),
                CodeSpan.of(AuditLines.found(file, place.record().policy())),
                place.record().unlistedFail() ? "no" : "yes"));
      }
    }
    table.end();
  }

  private static void writeRemarks(MarkdownPlaces places, Writer out) throws IOException {
    MarkdownTable table = places.table("## Remarks", List.of("Remark", "Text"), out);
    for (MarkdownPlaces.Place place : places.all()) {
      for (Remark remark : place.record().remarks()) {
        table.row(place.cells(CodeSpan.of(remark.id()), CodeSpan.of(remark.text())));
      }
    }
    table.end();
  }

  private static void writePassed(AuditRecord audit, MarkdownPlaces places, Writer out)
      throws IOException {
    if (audit.tally().passed() == 0) {
      return;
    }
    String passed = English.counted(audit.tally().passed(), "file") + " passed";
    MarkdownTable table =
        places.table(
            "<details>\n<summary>" + passed + "</summary>",
            List.of("Row", "File", "Found", "Assurance", "Path", "Remark"),
            out);
    for (MarkdownPlaces.Place place : places.all()) {
      for (FileRecord file : place.record().files()) {
        if (file.result() == FileResult.PASS) {
          table.row(place.cells(passed(place.record(), file)));
        }
      }
    }
    table.end();
    out.write("</details>\n");
  }

  private static void writeEvidence(AuditRecord audit, Writer out) throws IOException {
    MarkdownTable table =
        new MarkdownTable(
            "## What the answer rests on, apart from the files",
            List.of("Evidence", "Name", "SHA-256"),
            out);
    if (audit.provenance().isPresent()) {
      for (Provenance.EvidenceFile file : audit.provenance().get().evidence()) {
        table.row(
            List.of(
                CodeSpan.of(file.role()),
                CodeSpan.of(file.name()),
                CodeSpan.of(file.sha256().hex())));
      }
    }
    table.end();
  }

  private static String[] passed(FolderRecord place, FileRecord file) {
    return new String[] {
      Integer.toString(file.listed().row()),
      CodeSpan.of(file.listed().name().spelling()),
      file.observed()
          .map(observed -> CodeSpan.of(AuditLines.found(observed, place.policy())))
          .orElse(""),
      file.assurance().map(Assurance::name).map(CodeSpan::of).orElse(""),
      CodeSpan.of(Finding.pathIfUnlike(file)),
      CodeSpan.of(Finding.remarks(file))
    };
  }
}
