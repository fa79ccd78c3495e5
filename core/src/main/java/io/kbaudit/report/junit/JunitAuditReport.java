package io.kbaudit.report.junit;

import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Waiver;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.Provenance;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.PlaceNames;
import io.kbaudit.report.finding.ProvenanceLines;
import io.kbaudit.report.finding.QuestionLines;
import io.kbaudit.report.finding.UniqueNames;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.report.junit.JunitCase.Kind;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The audit as a JUnit report in XML, which Jenkins, GitLab and others show: a suite for each
 * place, and a case for each check of each file. What failed is a failure, what could not be
 * decided an error, and what did not apply was skipped. Forbidden files, folders that could not be
 * listed and rows that could not be read are cases too: all is green if the audit is compliant, and
 * not otherwise. That a place was not reached is one error; the checks of its files were skipped.
 * What is waived was skipped too, and says until when, by whom and why, and what was found. So that
 * they are seen, what was not audited at a place, and waivers that cover nothing, are skipped cases
 * of their own.
 *
 * <p>The format has no standard; this keeps to the schema that Maven Surefire publishes. That
 * demands the time that each case took, which is 0 here: nobody measured it, and the same audit
 * gives the same report.
 */
public final class JunitAuditReport implements AuditReport {
  /** A suite, with the counts that must be written before the cases. */
  private record Suite(JunitCases cases, Map<Kind, Integer> counts) {
    static Suite of(JunitCases cases) throws IOException {
      Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
      cases.giveTo(each -> counts.merge(each.kind(), 1, Integer::sum));
      return new Suite(cases, counts);
    }
  }

  /** Creates the report; it has no options. */
  public JunitAuditReport() {}

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    UniqueNames names = new UniqueNames();
    List<Suite> suites = suites(audit, names);
    List<List<JunitCase>> others =
        Stream.of(unaudited(audit, names), idleWaivers(audit, names))
            .filter(cases -> !cases.isEmpty())
            .toList();
    Map<Kind, Integer> all = new EnumMap<>(Kind.class);
    others.forEach(
        cases -> counts(cases).forEach((kind, number) -> all.merge(kind, number, Integer::sum)));
    for (Suite suite : suites) {
      suite.counts().forEach((kind, number) -> all.merge(kind, number, Integer::sum));
    }
    Xml.write(
        out,
        xml -> {
          xml.begin("testsuites");
          xml.attribute("name", "kbaudit");
          writeCounts(xml, all);
          for (Suite suite : suites) {
            writeSuite(xml, audit, suite);
          }
          for (List<JunitCase> cases : others) {
            writeSuite(xml, cases);
          }
          xml.end();
        });
  }

  private static List<Suite> suites(AuditRecord audit, UniqueNames taken) throws IOException {
    List<String> names = PlaceNames.of(audit, taken);
    List<Suite> suites = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      suites.add(Suite.of(new JunitCases(audit.places().get(i), names.get(i))));
    }
    return suites;
  }

  /** A place that nobody looked at is no place that is compliant. */
  private static List<JunitCase> unaudited(AuditRecord audit, UniqueNames taken) {
    String suite = taken.unique("not audited");
    UniqueNames names = new UniqueNames();
    List<JunitCase> cases = new ArrayList<>();
    for (LocationRecord location : audit.unaudited()) {
      String name = names.unique(location.name());
      String why = AuditLines.unaudited(location);
      cases.add(
          audit.hadToBeAudited(location)
              ? JunitCase.undecided(suite, name, Term.of(Obstacle.NOT_AUDITED), why, List.of())
              : JunitCase.skipped(suite, name, why));
    }
    return cases;
  }

  /** What somebody should look at, and changes no verdict. */
  private static List<JunitCase> idleWaivers(AuditRecord audit, UniqueNames taken) {
    List<JunitCase> cases = new ArrayList<>();
    if (audit.waivers().isPresent() && !audit.waivers().get().idle().isEmpty()) {
      JudgedWaivers waivers = audit.waivers().get();
      String suite = taken.unique("waivers");
      UniqueNames names = new UniqueNames();
      for (JudgedWaivers.Use idle : waivers.idle()) {
        Waiver waiver = idle.waiver();
        String name =
            WaiverLines.file(waiver)
                + " "
                + WaiverLines.findings(waiver)
                + ", "
                + WaiverLines.where(waivers, waiver);
        cases.add(
            JunitCase.waived(
                suite,
                names.unique(name),
                idle.state() + ": " + WaiverLines.why(waivers, idle),
                List.of(
                    "Accepted: " + WaiverLines.accepted(waiver),
                    "It means: " + idle.state().meaning(),
                    "To do: " + idle.state().remedy())));
      }
    }
    return cases;
  }

  private static Map<Kind, Integer> counts(List<JunitCase> cases) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    cases.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
    return counts;
  }

  private static void writeSuite(Xml xml, AuditRecord audit, Suite suite) throws IOException {
    xml.begin("testsuite");
    xml.attribute("name", suite.cases().suite());
    writeCountsOfSuite(xml, suite.counts());
    if (audit.provenance().isPresent()) {
      writeOrigin(xml, audit.provenance().get());
    }
    writeProperties(xml, audit, suite.cases().place());
    suite.cases().giveTo(each -> each.write(xml));
    xml.end();
  }

  private static void writeSuite(Xml xml, List<JunitCase> cases) throws IOException {
    xml.begin("testsuite");
    xml.attribute("name", cases.get(0).className());
    writeCountsOfSuite(xml, counts(cases));
    for (JunitCase each : cases) {
      each.write(xml);
    }
    xml.end();
  }

  private static void writeCounts(Xml xml, Map<Kind, Integer> counts) throws IOException {
    xml.attribute("tests", counts.values().stream().mapToInt(Integer::intValue).sum());
    xml.attribute("failures", counts.getOrDefault(Kind.FAILED, 0));
    xml.attribute("errors", counts.getOrDefault(Kind.UNDECIDED, 0));
  }

  /** A suite alone has an attribute for skipped cases. */
  private static void writeCountsOfSuite(Xml xml, Map<Kind, Integer> counts) throws IOException {
    writeCounts(xml, counts);
    xml.attribute("skipped", counts.getOrDefault(Kind.SKIPPED, 0));
  }

  /**
   * Says when and where the audit was made, as Ant and JUnit itself do: the time is UTC, and is
   * written without a zone, which readers do not expect. Surefire's schema knows neither.
   */
  private static void writeOrigin(Xml xml, Provenance how) throws IOException {
    xml.attribute(
        "timestamp",
        LocalDateTime.ofInstant(how.time(), ZoneOffset.UTC)
            .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    if (how.host().isPresent()) {
      xml.attribute("hostname", how.host().get());
    }
  }

  /** Says what was asked, and what is to be known of the whole. */
  private static void writeProperties(Xml xml, AuditRecord audit, FolderRecord place)
      throws IOException {
    xml.begin("properties");
    writeProperty(xml, "Verdict", place.verdict().name());
    writeProperty(
        xml, "Summary", audit.deployment() ? AuditSummary.of(place) : AuditSummary.of(audit));
    writeProperty(xml, "Article", AuditLines.article(audit.article()));
    writeProperty(xml, "Folder", QuestionLines.folder(place, place.path()));
    for (Fact line : QuestionLines.lines(place)) {
      writeProperty(xml, line.label(), line.text());
    }
    for (Remark remark : place.remarks()) {
      writeProperty(xml, "Remark", remark.id() + ": " + remark.text());
    }
    if (audit.provenance().isPresent()) {
      for (Fact line : ProvenanceLines.of(audit.provenance().get())) {
        writeProperty(xml, line.label(), line.text());
      }
    }
    xml.end();
  }

  private static void writeProperty(Xml xml, String name, String value) throws IOException {
    xml.empty("property");
    xml.attribute("name", name);
    xml.attribute("value", value);
  }
}
