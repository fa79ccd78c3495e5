package io.kbaudit.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Verdict;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Term;
import io.kbaudit.script.Programs;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** SARIF logs, held to the schema of SARIF, and to the validator of its makers. */
class SarifAuditReportTest {
  private static final AuditReport REPORT = new SarifAuditReport();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  static Stream<Named<AuditRecord>> audits() throws IOException {
    return Audits.all();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void theSchemaOfSarifAllowsIt(AuditRecord audit) throws IOException {
    JsonNode log = JSON.readTree(Audits.written(REPORT, audit));

    assertThat(SCHEMA.validate(log)).isEmpty();
  }

  /**
   * Of all that the validator warns of, one thing is left: nothing tells where to read about the
   * tool, which has no address. That it is said of each log shows that each was read: of one that
   * the validator cannot read, it says nothing.
   */
  @Test
  void theValidatorOfItsMakersMissesNothingButAnAddressOfTheTool(@TempDir Path folder)
      throws Exception {
    Path multitool =
        Programs.ofNpm(
            "@microsoft/sarif-multitool-linux/Sarif.Multitool",
            "SARIF logs were validated by their schema alone");
    assertThat(multitool.toFile().setExecutable(true)).isTrue();
    List<String> expected = new ArrayList<>();
    for (Named<AuditRecord> audit : audits().toList()) {
      String file = audit.getName().replace(' ', '-') + ".sarif";
      Files.writeString(folder.resolve(file), Audits.written(REPORT, audit.getPayload()));
      expected.add(file + ": warning SARIF2005");
    }

    Process validator =
        new ProcessBuilder(
                multitool.toAbsolutePath().toString(),
                "validate",
                folder.resolve("*.sarif").toString(),
                "--rule-kind",
                "Sarif;Ghas",
                "--output",
                folder.resolve("validated").toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(validator.waitFor()).as(said).isZero();
    assertThat(found(said)).as(said).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> found(String said) {
    return Pattern.compile("([^/\\s]+\\.sarif)\\([0-9,]+\\): ((?:error|warning) [A-Z]+[0-9]+)")
        .matcher(said)
        .results()
        .map(each -> each.group(1) + ": " + each.group(2))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void thereAreResultsUnlessItIsCompliant(AuditRecord audit) throws IOException {
    List<String> levels =
        texts(
            results(audit).stream()
                .filter(result -> result.path("suppressions").isEmpty())
                .filter(result -> !result.get("level").asText().equals("note"))
                .toList(),
            "/level");

    assertThat(levels.isEmpty()).isEqualTo(audit.verdict() == Verdict.COMPLIANT);
    assertThat(levels.contains("error")).isEqualTo(audit.verdict() == Verdict.NON_COMPLIANT);
    assertThat(levels).allMatch(level -> level.equals("error") || level.equals("warning"));
    assertThat(texts(results(audit), "/kind")).allMatch("fail"::equals);
  }

  @ParameterizedTest
  @MethodSource("audits")
  void eachResultIsOfTheRuleThatItNames(AuditRecord audit) throws IOException {
    JsonNode run = run(audit);

    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt());
      assertThat(result.get("ruleId")).isEqualTo(rule.get("id"));
    }
  }

  @ParameterizedTest
  @MethodSource("audits")
  void noTwoResultsHaveOneFingerprint(AuditRecord audit) throws IOException {
    assertThat(fingerprints(results(audit)))
        .allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void itIsLocatedByRelativeUrisAlone(AuditRecord audit) throws IOException {
    ObjectNode run = (ObjectNode) run(audit);
    ((ObjectNode) run.at("/invocations/0")).remove("workingDirectory");

    for (String uri : run.findValuesAsText("uri")) {
      assertThat(URI.create(uri).isAbsolute()).as(uri).isFalse();
      assertThat(uri).doesNotStartWith("/");
    }
    assertThat(run.get("originalUriBaseIds").findValues("uri")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void nothingInItMovesAScreen(AuditRecord audit) throws IOException {
    String report = Audits.written(REPORT, audit);

    assertThat(report.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
    assertThat(run(audit).findValuesAsText("text"))
        .allSatisfy(text -> assertThat(text.codePoints()).allMatch(Printable::isPrintable));
  }

  @ParameterizedTest
  @MethodSource("audits")
  void theVerdictAndTheCountsAreAmongItsProperties(AuditRecord audit) throws IOException {
    JsonNode properties = run(audit).get("properties");

    assertThat(properties.get("verdict").asText()).isEqualTo(audit.verdict().name());
    assertThat(properties.at("/summary/expected").asInt()).isEqualTo(audit.tally().expected());
    assertThat(properties.at("/summary/failed").asInt()).isEqualTo(audit.tally().failed());
    assertThat(properties.at("/summary/undecided").asInt()).isEqualTo(audit.tally().undecided());
    assertThat(properties.get("places")).hasSameSizeAs(audit.places());
    assertThat(properties.get("unaudited")).hasSameSizeAs(audit.unaudited());
  }

  @Test
  void aFailureSaysWhatWasFoundAndIsInTheFileAndTheRow() throws IOException {
    JsonNode result = only(Case.FAIL.audit(), "SMALLER");

    assertThat(result.at("/message/text").asText())
        .isEqualTo("SIZE of 'Smaller.msi' at rollup: expected 300 bytes, found 299 bytes.");
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(where(result.at("/locations/0"))).isEqualTo("FOLDER_1 Smaller.msi 1");
    assertThat(where(result.at("/relatedLocations/0"))).isEqualTo("ARTICLE KB1234567.txt 13");
  }

  @Test
  void whatIsWaivedIsSuppressedAndAllOthersAreSaidNotToBe() throws IOException {
    List<JsonNode> results = results(Case.EXPIRED.audit());

    assertThat(results)
        .extracting(
            result -> result.get("ruleId").asText(), result -> result.get("suppressions").size())
        .containsExactly(
            tuple("MISSING", 0),
            tuple("SMALLER", 0),
            tuple("OLDER", 1),
            tuple("UNREADABLE", 1),
            tuple("EXPIRED", 0));
    assertThat(results.get(2).at("/suppressions/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "kind": "external",
                  "status": "accepted",
                  "justification": "Waived until 2027-03-31 by J. Doe (CHG-1): the vendor rebuilt it"
                }
                """));
    assertThat(results(Case.FAIL.audit())).noneMatch(result -> result.has("suppressions"));
  }

  @Test
  void aWaiverThatCoversNothingIsANoteInTheListOfWaivers() throws IOException {
    JsonNode result = only(Case.EXPIRED.audit(), "EXPIRED");

    assertThat(result.get("level").asText()).isEqualTo("note");
    assertThat(where(result.at("/locations/0"))).isEqualTo("WAIVERS waivers.yaml 2");
  }

  @Test
  void howItWasMadeIsToldOfTheInvocation() throws IOException {
    JsonNode invocation = run(Case.PROVEN.audit()).at("/invocations/0");

    assertThat(invocation.get("startTimeUtc").asText()).isEqualTo("2026-11-30T01:00:00Z");
    assertThat(invocation.get("machine").asText()).isEqualTo("MPS01");
    assertThat(invocation.at("/workingDirectory/uri").asText()).isEqualTo("file:///C:/audits/");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "C:\\a b\\, file:///C:/a%20b/",
    "d:/x, file:///d:/x/",
    "\\\\srv\\share, file://srv/share/",
    "/home/x, file:///home/x/",
    "/, file:///",
    "rel/x, rel/x/",
  })
  void aFolderIsAUri(String path, String uri) {
    assertThat(UriText.folder(path)).isEqualTo(uri);
  }

  @Test
  void whatIsMissingIsInTheRow() throws IOException {
    JsonNode result = only(Case.FAIL.audit(), "MISSING");

    assertThat(where(result.at("/locations/0"))).isEqualTo("ARTICLE KB1234567.txt 11");
    assertThat(result.has("relatedLocations")).isFalse();
  }

  @Test
  void whatIsUndecidedIsAWarning() throws IOException {
    JsonNode result = only(Case.UNDECIDED.audit(), "UNCORROBORATED");

    assertThat(result.get("level").asText()).isEqualTo("warning");
    assertThat(result.at("/properties/outcome").asText()).isEqualTo("UNDECIDED");
    assertThat(result.at("/message/text").asText())
        .startsWith("SIZE of 'Newer.msi' at rollup is undecided: 201 bytes");
  }

  @Test
  void aFileOfWhichNothingWasCheckedIsAResult() throws IOException {
    assertThat(only(Audits.nothingChecked(), "NOTHING_CHECKED").at("/message/text").asText())
        .isEqualTo(
            "'a.msi' at rollup is undecided: no check that was asked for could be done: the article"
                + " prints no size.");
  }

  @Test
  void aForbiddenFileIsAResultInTheFile() throws IOException {
    JsonNode result = only(Audits.forbiddenFile(), "UNLISTED");

    assertThat(where(result.at("/locations/0"))).isEqualTo("FOLDER_1 below%20it/b%20c.tmp 1");
    assertThat(result.get("level").asText()).isEqualTo("error");
  }

  @Test
  void whatWasNotSeenIsAResultThatQuotesTheRemarks() throws IOException {
    assertThat(only(Audits.rowUnread(), "ROW_UNREAD").at("/message/text").asText())
        .isEqualTo(
            "1 line of the article unread at rollup. The article's line 12: 'b.msi 1O' is"
                + " cut off.");
    assertThat(only(Audits.folderNotListed(), "FOLDER_NOT_LISTED").at("/message/text").asText())
        .startsWith("1 folder not listed at rollup. The folder 'locked' could not be");
  }

  @Test
  void remarksAndPlacesThatNobodyLookedAtAreNotifications() throws IOException {
    JsonNode said = run(Case.SEVERAL.audit()).at("/invocations/0/toolExecutionNotifications");

    assertThat(said.findValuesAsText("id")).contains("METADATA_ONLY", "UNAUDITED");
    assertThat(said.findValuesAsText("text"))
        .contains("sharepoint, collab01: There is no file in the folder.")
        .anyMatch(text -> text.startsWith("oab-utility: not audited, since no folder was given"));
  }

  @Test
  void everyReasonHasARuleThatSaysWhatToDo() throws IOException {
    JsonNode rules = run(Case.PASS.audit()).at("/tool/driver/rules");

    assertThat(rules)
        .extracting(rule -> rule.path("id").textValue())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Term.Kind.CAUSE, Term.Kind.OBSTACLE, Term.Kind.WAIVER)
                .flatMap(kind -> Term.all(kind).stream())
                .map(Term::id)
                .filter(id -> !id.equals("APPLIED"))
                .collect(Collectors.toSet()));
    assertThat(rules.at("/7"))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "id": "RENAMED",
                  "name": "NameRenamed",
                  "shortDescription": {
                    "text": "The file was found by its size and date, or by the name that it states itself, under a file name that the article does not list."
                  },
                  "fullDescription": {
                    "text": "The file was found by its size and date, or by the name that it states itself, under a file name that the article does not list."
                  },
                  "help": {
                    "text": "Find out which file it is and why it was renamed; then rename it as listed.",
                    "markdown": "**It means.** The file was found by its size and date, or by the name that it states itself, under a file name that the article does not list.\\n\\n**To do.** Find out which file it is and why it was renamed; then rename it as listed."
                  },
                  "defaultConfiguration": {"level": "error"},
                  "properties": {"tags": ["NAME"]}
                }
                """));
  }

  @Test
  void aFingerprintStaysWhenTheArticleIsNumberedAnew() throws IOException {
    ExpectedFile missing = Given.row("missing.msi", 1, "2011-03-10T10:04Z");
    ExpectedFile equal = Given.row("equal.msi", 2, "2011-03-10T10:04Z");
    ExpectedFile other = Given.row("other.msi", 3, "2011-03-10T10:04Z");
    Inventory folder = Given.folder(Given.file("other.msi", 3, "2011-03-10T10:04:30Z"));

    List<JsonNode> before = results(audited(Given.article(missing, equal, equal), folder));
    List<JsonNode> after = results(audited(Given.article(other, equal, missing, equal), folder));

    assertThat(before).hasSize(3);
    assertThat(texts(before, "/locations/0/physicalLocation/region/startLine"))
        .doesNotContainSequence(texts(after, "/locations/0/physicalLocation/region/startLine"));
    assertThat(fingerprints(after)).containsExactlyInAnyOrderElementsOf(fingerprints(before));
  }

  @Test
  void aFingerprintTellsServersApartThatAreCalledAlike() throws IOException {
    List<JsonNode> results = results(Audits.serversCalledAlike());

    assertThat(texts(results, "/properties/place"))
        .containsExactly("sharepoint, temp", "sharepoint, temp (2)");
    assertThat(fingerprints(results)).doesNotHaveDuplicates();
  }

  @Test
  void laterLogsAreKnownByArticleAndLocation() throws IOException {
    assertThat(run(Case.PASS.audit()).at("/automationDetails/id").asText())
        .isEqualTo("kbaudit/KB1234567/rollup/");
    assertThat(run(Case.SEVERAL.audit()).at("/automationDetails/id").asText())
        .isEqualTo("kbaudit/KB2492954/dns+sharepoint/");
  }

  @Test
  void aNameCannotPoseAsAnArgumentOrALink() throws IOException {
    assertThat(texts(results(Audits.marks()), "/message/text"))
        .anyMatch(text -> text.contains("'{{0}} [here] (http:"))
        .noneMatch(text -> text.contains("]("));
  }

  @ParameterizedTest(name = "{0} is located at {1}")
  @CsvSource({
    "a b.msi, a%20b.msi",
    "below/it/a.msi, below/it/a.msi",
    "%2e #?:+.msi, %252e%20%23%3F%3A%2B.msi",
    "caf\u00E9.msi, caf%C3%A9.msi",
    "\uD83D\uDE00.msi, %F0%9F%98%80.msi",
    "half\uD83D.msi, half%ED%A0%BD.msi",
    "//host/a.msi, %2F/host/a.msi",
  })
  void aPathIsPercentEncoded(String path, String uri) {
    assertThat(UriText.path(path)).isEqualTo(uri);
    assertThat(URI.create(uri).getRawPath()).isEqualTo(uri);
  }

  @Test
  void filesAreWrittenAsTheyAreRead() throws IOException {
    StringWriter out = new StringWriter();
    List<Integer> written = new ArrayList<>();
    AuditRecord audit =
        Audits.ofManyFailing(20_000, number -> written.add(out.getBuffer().length()));

    REPORT.print(audit, out);

    assertThat(written).hasSize(20_000);
    assertThat(written.get(0)).as("before the first file").isLessThan(100_000);
    assertThat(written.get(19_999)).as("before the last file").isGreaterThan(10_000_000);
  }

  private static AuditRecord audited(Article article, Inventory folder) {
    return AuditRecord.of(Given.audit(article, folder));
  }

  private static JsonNode only(AuditRecord audit, String ruleId) throws IOException {
    List<JsonNode> results =
        results(audit).stream()
            .filter(result -> result.get("ruleId").asText().equals(ruleId))
            .toList();
    assertThat(results).as(ruleId).hasSize(1);
    return results.get(0);
  }

  private static String where(JsonNode location) {
    JsonNode physical = location.get("physicalLocation");
    return physical.at("/artifactLocation/uriBaseId").asText()
        + " "
        + physical.at("/artifactLocation/uri").asText()
        + " "
        + physical.at("/region/startLine").asInt();
  }

  private static List<String> fingerprints(List<JsonNode> results) {
    return texts(results, "/partialFingerprints/kbaudit~1v1");
  }

  private static JsonSchema schema() {
    try (InputStream in =
        SarifAuditReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode run(AuditRecord audit) throws IOException {
    return JSON.readTree(Audits.written(REPORT, audit)).at("/runs/0");
  }

  private static List<JsonNode> results(AuditRecord audit) throws IOException {
    return StreamSupport.stream(run(audit).get("results").spliterator(), false).toList();
  }

  private static List<String> texts(List<JsonNode> results, String pointer) {
    return results.stream().map(result -> result.at(pointer).asText()).toList();
  }
}
