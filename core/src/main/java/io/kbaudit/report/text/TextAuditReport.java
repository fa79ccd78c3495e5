package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.finding.ComparisonLines;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.PlaceNames;
import io.kbaudit.report.finding.ProvenanceLines;
import io.kbaudit.report.finding.Unseen;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The report for people: which waivers cover nothing, what failed and why, what is waived, what to
 * do, what passed, and a line that sums up. Of several places there is a section for each.
 *
 * <p>Safe for use by several threads, if its style is.
 */
public final class TextAuditReport implements AuditReport {
  /** How much is told. */
  public enum Detail {
    /** The one line that sums up. */
    SUMMARY,
    /** Of files that pass, a line each; of very many, the first. */
    USUAL,
    /** Every check of every file, with its evidence. */
    EVERY_CHECK
  }

  private final TextStyle style;
  private final Detail detail;
  private final Optional<AuditRecord> earlier;

  /** Creates a report in this style, with the usual detail. */
  public TextAuditReport(TextStyle style) {
    this(style, Detail.USUAL);
  }

  /** Creates a report in this style. */
  public TextAuditReport(TextStyle style, Detail detail) {
    this(style, detail, Optional.empty());
  }

  /**
   * Creates a report in this style.
   *
   * @param earlier an audit of the same, of which a line before the last says what is new, fixed or
   *     still there
   */
  public TextAuditReport(TextStyle style, Detail detail, Optional<AuditRecord> earlier) {
    this.style = requireNonNull(style, "style");
    this.detail = requireNonNull(detail, "detail");
    this.earlier = requireNonNull(earlier, "earlier");
  }

  /** Returns the one line that sums up, without its end. */
  public static String summary(AuditRecord audit) {
    return AuditSummary.of(audit);
  }

  /** Returns the one line that sums up, without its end. */
  public static String summary(AuditResult result) {
    return summary(AuditRecord.of(result));
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String mediaType() {
    return "text/plain";
  }

  @Override
  public Charset charset() {
    return style.charset();
  }

  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    if (detail != Detail.SUMMARY) {
      writeFindings(page, audit);
    }
    if (earlier.isPresent()) {
      Comparison comparison = Comparison.of(earlier.get(), audit);
      Fact since = ComparisonLines.since(comparison);
      page.line(style.safe(since.label() + ": " + since.text()));
      if (detail != Detail.SUMMARY) {
        for (String worse : ComparisonLines.worse(comparison)) {
          page.paragraph(2, worse);
        }
      }
    }
    page.line(style.paint(TextStyle.colorOf(audit.verdict()), style.safe(summary(audit))));
    page.flush();
  }

  private void writeFindings(TextPage page, AuditRecord audit) throws IOException {
    page.paragraph(0, "Article", AuditLines.article(audit.article()));
    if (audit.provenance().isPresent()) {
      for (Fact line : ProvenanceLines.of(audit.provenance().get())) {
        page.paragraph(0, line.label(), line.text());
      }
    }
    if (audit.deployment()) {
      page.blankLine();
      writeIdleWaivers(page, audit);
      writePlaces(page, audit);
    } else {
      AuditSection section = new AuditSection(page, audit.places().get(0), everything());
      section.writeHead();
      writeIdleWaivers(page, audit);
      section.writeFindings();
      writeRemedies(page, audit);
      section.writeRest();
    }
  }

  private static void writeIdleWaivers(TextPage page, AuditRecord audit) throws IOException {
    if (audit.waivers().isPresent()) {
      IdleWaivers.write(page, audit.waivers().get());
    }
  }

  private void writePlaces(TextPage page, AuditRecord audit) throws IOException {
    for (FolderRecord place : audit.places()) {
      AuditSection section = new AuditSection(page, place, everything());
      String name = PlaceNames.of(place, "all rows");
      page.line(style.paint(Color.BOLD, "== " + style.safe(name)));
      section.writeHead();
      section.writeFindings();
      section.writeRest();
      String where = style.safe(name + ", " + place.target().folder());
      page.line(
          style.paint(TextStyle.colorOf(place.verdict()), where + ": " + AuditSummary.of(place)));
      page.blankLine();
    }
    writeUnauditedThatHadToBe(page, audit);
    writeRemedies(page, audit);
    writeUnaudited(page, audit);
    if (audit.places().size() > 1) {
      page.table("", PlacesTable.of(audit, style));
      page.blankLine();
    }
  }

  private void writeUnauditedThatHadToBe(TextPage page, AuditRecord audit) throws IOException {
    List<LocationRecord> missing = audit.notAudited();
    if (!missing.isEmpty()) {
      page.line(
          style.paint(
                  TextStyle.colorOf(FileResult.UNDECIDED),
                  style.symbol(FileResult.UNDECIDED) + " " + FileResult.UNDECIDED)
              + "  "
              + style.paint(
                  Color.BOLD, English.counted(missing.size(), "location") + " not audited")
              + "  "
              + Obstacle.NOT_AUDITED);
      page.paragraph(
          4,
          "why",
          "every location was to be audited, and no folder was given for "
              + English.enumerate(missing.stream().map(LocationRecord::name).toList()));
      page.blankLine();
    }
  }

  private boolean everything() {
    return detail == Detail.EVERY_CHECK;
  }

  /** Says once of each obstacle, cause and idle waiver what it means, and what to do about it. */
  private static void writeRemedies(TextPage page, AuditRecord audit) throws IOException {
    List<Term> terms = new ArrayList<>();
    for (WaiverState each : WaiverLines.idleStates(audit)) {
      terms.add(Term.of(each));
    }
    for (Obstacle each : unseen(audit)) {
      terms.add(Term.of(each));
    }
    for (Cause each : causes(audit)) {
      terms.add(Term.of(each));
    }
    if (terms.isEmpty()) {
      return;
    }
    page.line(page.style().paint(Color.BOLD, "What it means, and what to do"));
    int width = terms.stream().mapToInt(term -> term.id().length()).max().orElse(0) + 2;
    for (Term term : terms) {
      page.explain(2, width, term);
    }
    page.blankLine();
  }

  private static Set<Obstacle> unseen(AuditRecord audit) {
    Set<Obstacle> unseen = EnumSet.noneOf(Obstacle.class);
    unseen.addAll(Obstacle.of(audit));
    for (FolderRecord place : audit.places()) {
      for (Unseen each : Unseen.at(place)) {
        unseen.add(each.obstacle());
      }
    }
    return unseen;
  }

  /** Returns the causes of what failed or stayed undecided anywhere, and is not waived. */
  private static Set<Cause> causes(AuditRecord audit) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    for (FolderRecord place : audit.places()) {
      for (FileRecord file : Unseen.notPassedAt(place)) {
        file.outcomes().entrySet().stream()
            .filter(check -> !file.waived().containsKey(check.getKey()))
            .map(Map.Entry::getValue)
            .filter(outcome -> !(outcome instanceof Outcome.Passed))
            .forEach(outcome -> outcome.causeIfAny().ifPresent(causes::add));
      }
    }
    return causes;
  }

  /** A place that nobody looked at is no place that is compliant. */
  private void writeUnaudited(TextPage page, AuditRecord audit) throws IOException {
    if (audit.unaudited().isEmpty()) {
      return;
    }
    page.line(style.paint(Color.BOLD, "Not audited, since no folder was given for it"));
    int width =
        audit.unaudited().stream().mapToInt(place -> place.name().length()).max().orElse(0) + 2;
    for (LocationRecord location : audit.unaudited()) {
      page.paragraph(2, width, location.name(), AuditLines.where(location));
    }
    page.blankLine();
  }
}
