package io.kbaudit.report.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.audit.Verdict;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Golden;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.script.Programs;
import io.kbaudit.text.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** JUnit reports, held to a schema. */
class JunitAuditReportTest {
  private static final Path SCHEMA = Golden.path(JunitAuditReport.class, "junit-report.xsd");
  private static final AuditReport REPORT = new JunitAuditReport();

  static Stream<Named<AuditRecord>> audits() throws IOException {
    return Audits.all();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void theSchemaAllowsIt(AuditRecord audit) throws Exception {
    String report = asSurefireKnowsIt(audit);

    SchemaFactory.newDefaultInstance()
        .newSchema(SCHEMA.toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(report)));
  }

  /** Returns the report without what Ant and JUnit write of a suite, and Surefire does not. */
  private static String asSurefireKnowsIt(AuditRecord audit) throws IOException {
    return Audits.written(REPORT, audit)
        .replaceAll("(<testsuite [^>]*) timestamp=\"[^\"]*\"( hostname=\"[^\"]*\")?>", "$1>");
  }

  @Test
  void whenAndWhereItWasMadeIsOfEachSuiteWhereThatWasAskedFor() throws Exception {
    Element proven = elements(parsed(Case.PROVEN.audit()), "testsuite").get(0);
    Element other = elements(parsed(Case.PASS.audit()), "testsuite").get(0);

    assertThat(proven.getAttribute("timestamp")).isEqualTo("2026-11-30T01:00:00");
    assertThat(proven.getAttribute("hostname")).isEqualTo("MPS01");
    assertThat(other.hasAttribute("timestamp") || other.hasAttribute("hostname")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void anotherReaderOfTheSchemaAllowsItToo(AuditRecord audit, @TempDir Path folder)
      throws Exception {
    Programs.skipAloudWithout("xmllint", "JUnit reports were validated by Java alone");
    Path file = folder.resolve("audit.xml");
    Files.writeString(file, asSurefireKnowsIt(audit));

    Process xmllint =
        new ProcessBuilder(
                "xmllint", "--huge", "--noout", "--schema", SCHEMA.toString(), file.toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(xmllint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(xmllint.waitFor()).as(said).isZero();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void itIsGreenForWhatIsCompliantAndForNothingElse(AuditRecord audit) throws Exception {
    Document report = parsed(audit);

    assertThat(elements(report, "failure").isEmpty() && elements(report, "error").isEmpty())
        .isEqualTo(audit.verdict() == Verdict.COMPLIANT);
    assertThat(elements(report, "failure").isEmpty())
        .isEqualTo(audit.verdict() != Verdict.NON_COMPLIANT);
  }

  @ParameterizedTest
  @MethodSource("audits")
  void theCountsAreThoseOfTheCases(AuditRecord audit) throws Exception {
    Document report = parsed(audit);

    for (Element suite : elements(report, "testsuite")) {
      assertCount(suite, "tests", "testcase");
      assertCount(suite, "failures", "failure");
      assertCount(suite, "errors", "error");
      assertCount(suite, "skipped", "skipped");
    }
    Element all = report.getDocumentElement();
    assertCount(all, "tests", "testcase");
    assertCount(all, "failures", "failure");
    assertCount(all, "errors", "error");
  }

  @ParameterizedTest
  @MethodSource("audits")
  void noTwoCasesAreCalledAlike(AuditRecord audit) throws Exception {
    Document report = parsed(audit);

    assertThat(elements(report, "testsuite"))
        .extracting(suite -> suite.getAttribute("name"))
        .doesNotHaveDuplicates()
        .hasSize(
            audit.places().size()
                + (audit.unaudited().isEmpty() ? 0 : 1)
                + (WaiverLines.idleStates(audit).isEmpty() ? 0 : 1));
    assertThat(elements(report, "testcase"))
        .extracting(each -> List.of(each.getAttribute("classname"), each.getAttribute("name")))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void nothingInItMovesAScreen(AuditRecord audit) throws IOException {
    String report = Audits.written(REPORT, audit);

    assertThat(report.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
    assertThat(report).startsWith("<?xml ").endsWith("</testsuites>\n");
  }

  @Test
  void aFailureSaysWhatWasFoundAndWhatToDo() throws Exception {
    Element failure = only(Case.FAIL.audit(), "rollup", "Smaller.msi SIZE");

    assertThat(failure.getTagName()).isEqualTo("failure");
    assertThat(failure.getAttribute("type")).isEqualTo("SMALLER");
    assertThat(failure.getAttribute("message")).isEqualTo("expected 300 bytes, found 299 bytes");
    assertThat(failure.getTextContent())
        .isEqualTo(
            """
            Expected: 300 bytes
            Found: 299 bytes
            File: Smaller.msi
            Row: 3, line 13 of the article
            It means: The file has fewer bytes than listed: a torn copy, or another build.
            To do: Copy it again from the package that the article ships.\
            """);
  }

  @Test
  void whatIsUndecidedIsAnError() throws Exception {
    Element error = only(Case.UNDECIDED.audit(), "rollup", "Newer.msi SIZE");

    assertThat(error.getTagName()).isEqualTo("error");
    assertThat(error.getAttribute("type")).isEqualTo("UNCORROBORATED");
    assertThat(error.getTextContent()).contains("To do: Find the article that lists this version");
  }

  @Test
  void whatIsWaivedIsSkippedAndSaysUntilWhenByWhomAndWhy() throws Exception {
    Element skipped = only(Case.WAIVED.audit(), "rollup", "Missing.msi PRESENCE");

    assertThat(skipped.getTagName()).isEqualTo("skipped");
    assertThat(skipped.getAttribute("message"))
        .isEqualTo("waived until 2027-03-31 by J. Doe (CHG-1): the vendor rebuilt it");
    assertThat(skipped.getTextContent()).contains("Found: no file of this name", "Cause: MISSING");
  }

  @Test
  void aWaiverThatCoversNothingIsASkippedCaseOfItsOwn() throws Exception {
    Element skipped =
        only(Case.EXPIRED.audit(), "waivers", "Missing.msi PRESENCE, line 2 of waivers.yaml");

    assertThat(skipped.getAttribute("message"))
        .isEqualTo("EXPIRED: its last day was 2026-11-29; judged as on 2026-11-30");
  }

  @Test
  void whatWasNotAuditedAtAPlaceIsSkipped() throws Exception {
    Element skipped = only(Case.NARROWED.audit(), "rollup", "not audited: DATE");

    assertThat(skipped.getTagName()).isEqualTo("skipped");
  }

  @Test
  void whatDoesNotApplyIsSkippedWithItsReason() throws Exception {
    Element skipped = only(Case.FAIL.audit(), "rollup", "Smaller.msi VERSION");

    assertThat(skipped.getTagName()).isEqualTo("skipped");
    assertThat(skipped.getAttribute("message")).isEqualTo("the article prints no version");
  }

  @Test
  void aFileOfWhichNothingWasCheckedIsAnError() throws Exception {
    Element error = only(Audits.nothingChecked(), "rollup", "a.msi NOTHING_CHECKED");

    assertThat(error.getTagName()).isEqualTo("error");
    assertThat(error.getAttribute("message"))
        .isEqualTo("no check that was asked for could be done: the article prints no size");
  }

  @Test
  void aForbiddenFileIsAFailure() throws Exception {
    Element failure = only(Audits.forbiddenFile(), "rollup", "below it/b c.tmp UNLISTED");

    assertThat(failure.getTagName()).isEqualTo("failure");
    assertThat(failure.getTextContent()).contains("File: below it/b c.tmp", "Size: 3 bytes");
  }

  @Test
  void aRowThatIsUnreadIsAnErrorThatQuotesIt() throws Exception {
    Element error = only(Audits.rowUnread(), "rollup", "ROW_UNREAD");

    assertThat(error.getTagName()).isEqualTo("error");
    assertThat(error.getAttribute("message")).isEqualTo("1 line of the article unread");
    assertThat(error.getTextContent())
        .startsWith("The article's line 12: 'b.msi 1O' is cut off.\nIt means: ");
  }

  @Test
  void aFolderThatIsNotListedIsAnErrorThatNamesIt() throws Exception {
    Element error = only(Audits.folderNotListed(), "rollup", "FOLDER_NOT_LISTED");

    assertThat(error.getTagName()).isEqualTo("error");
    assertThat(error.getTextContent())
        .startsWith("The folder 'locked' could not be listed (permission denied)");
  }

  @Test
  void placesThatNobodyLookedAtAreSkipped() throws Exception {
    Element skipped = only(Case.SEVERAL.audit(), "not audited", "oab-utility");

    assertThat(skipped.getTagName()).isEqualTo("skipped");
    assertThat(skipped.getAttribute("message"))
        .startsWith("not audited, since no folder was given for it: ")
        .endsWith(" (optional)");
  }

  @Test
  void severalServersOfALocationAreToldApart() throws Exception {
    assertThat(elements(parsed(Case.SEVERAL.audit()), "testsuite"))
        .extracting(suite -> suite.getAttribute("name"))
        .containsExactly("dns", "sharepoint, collab01", "sharepoint, collab02", "not audited");
    assertThat(elements(parsed(Audits.serversCalledAlike()), "testsuite"))
        .extracting(suite -> suite.getAttribute("name"))
        .containsExactly("sharepoint, temp", "sharepoint, temp (2)", "not audited");
  }

  @Test
  void rowsOfOneNameAreToldApart() throws Exception {
    assertThat(elements(parsed(Audits.equalRows()), "testcase"))
        .filteredOn(each -> each.getAttribute("name").endsWith(" PRESENCE"))
        .extracting(each -> each.getAttribute("classname") + ": " + each.getAttribute("name"))
        .containsExactly(
            "rollup: a.msi PRESENCE",
            "rollup: a.msi (2) PRESENCE",
            "rollup (Windows 7, x64): a.msi PRESENCE",
            "rollup (Windows 7, x86): a.msi PRESENCE",
            "rollup: a.msi (2) (2) PRESENCE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<failure>&amp;\"']]>.msi",
        "half<U+D83D> <U+FFFE><U+FFFF><U+0000>.msi",
        "=cmd|'\uD83D\uDE00'!A0.msi"
      })
  void whateverANameHoldsAReaderSeesIt(String file) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    REPORT.write(Audits.marks(), bytes);

    Document report = parsed(bytes.toString(StandardCharsets.UTF_8));

    assertThat(only(report, "rollup", file + " SIZE").getTextContent())
        .contains("File: " + file + "\n");
  }

  @Test
  void ofAMillionCharactersTheNameOfACaseHasTheFirst() throws Exception {
    assertThat(elements(parsed(Audits.millionCharacters()), "testcase"))
        .allSatisfy(each -> assertThat(each.getAttribute("name")).hasSizeLessThan(430));
  }

  @Test
  void filesAreWrittenAsTheyAreRead() throws IOException {
    StringWriter out = new StringWriter();
    List<Integer> written = new ArrayList<>();
    AuditRecord audit =
        Audits.ofManyFailing(20_000, number -> written.add(out.getBuffer().length()));

    REPORT.print(audit, out);

    List<Integer> lastTime = written.subList(written.size() - 20_000, written.size());
    assertThat(lastTime.get(0)).as("before the first file").isLessThan(10_000);
    assertThat(lastTime.get(19_999)).as("before the last file").isGreaterThan(10_000_000);
  }

  @Test
  void aWriterThatCannotTakeItSaysSoItself() {
    IOException full = new IOException("no space left on device");
    Writer out =
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) throws IOException {
            throw full;
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> REPORT.print(Case.FAIL.audit(), out)).isSameAs(full);
  }

  private static void assertCount(Element of, String attribute, String element) {
    assertThat(of.getAttribute(attribute))
        .as(attribute)
        .isEqualTo(Integer.toString(of.getElementsByTagName(element).getLength()));
  }

  /** Returns the only thing that a case says. */
  private static Element only(AuditRecord audit, String className, String name) throws Exception {
    return only(parsed(audit), className, name);
  }

  private static Element only(Document report, String className, String name) {
    List<Element> cases =
        elements(report, "testcase").stream()
            .filter(each -> each.getAttribute("classname").equals(className))
            .filter(each -> each.getAttribute("name").equals(name))
            .toList();
    assertThat(cases).as(name).hasSize(1);
    List<Element> said = elements(cases.get(0).getElementsByTagName("*"));
    assertThat(said).as(name).hasSize(1);
    return said.get(0);
  }

  private static List<Element> elements(Document report, String name) {
    return elements(report.getElementsByTagName(name));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }

  private static Document parsed(AuditRecord audit) throws Exception {
    return parsed(Audits.written(REPORT, audit));
  }

  private static Document parsed(String report)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(report)));
  }
}
