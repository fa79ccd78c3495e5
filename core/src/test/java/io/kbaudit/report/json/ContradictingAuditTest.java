package io.kbaudit.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A saved audit in which one thing cannot be if another is is refused, with the line. */
class ContradictingAuditTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    assertThat(read(Case.PASS, whole -> {})).contains("\"COMPLIANT\"");
  }

  @ParameterizedTest
  @CsvSource({
    "size,      1,                             'its size is not the listed one, and SIZE passed'",
    "modified,  '\"1999-12-31T00:00:00Z\"',    'its date is days from the listed one, and DATE passed'",
    "path,      '\"Gamma.msi\"',               'its name is not the listed one, and NAME passed'",
    "path,      '\"below/Beta.msi\"',          'its name is not the listed one, and NAME passed'",
  })
  void aCheckThatPassedBesideAValueByWhichItFails(String field, String value, String problem) {
    assertRefused(Case.PASS, whole -> observed(whole).set(field, tree(value)), problem);
  }

  @Test
  void aCheckThatPassedOfAColumnThatIsNotListed() {
    assertRefused(
        Case.PASS, whole -> expected(whole).remove("size"), "no size is listed, and SIZE passed");
    assertRefused(
        Case.PASS,
        whole -> expected(whole).remove("modified"),
        "no date is listed, and DATE passed");
  }

  @Test
  void aCheckThatFailedBesideTheListedValue() {
    assertRefused(
        Case.FAIL,
        whole -> {
          ObjectNode failing = fileThatFails(whole, "SIZE");
          long listed = failing.at("/expected/size").longValue();
          ((ObjectNode) failing.get("observed")).put("size", listed);
        },
        "its size is the listed one, and SIZE failed");
  }

  @Test
  void aDigestThatIsNotTheListedOne() {
    assertRefused(
        Case.PASS,
        whole -> {
          expected(whole).put("md5", "0".repeat(32));
          observed(whole).put("md5", "1".repeat(32));
          pass(whole, "HASH");
          file(whole).put("assurance", "PINNED");
        },
        "its digest is another, and HASH passed");
  }

  @ParameterizedTest
  @CsvSource({"PINNED", "SIGNED"})
  void anAssuranceThatNoCheckGives(String assurance) {
    assertRefused(
        Case.PASS,
        whole -> file(whole).put("assurance", assurance),
        "the checks of this file do not come to this assurance: '" + assurance + "'");
  }

  @Test
  void anAssuranceBelowWhatTheChecksGive() {
    assertRefused(
        Case.PASS,
        whole -> pass(whole, "HASH"),
        "the checks of this file do not come to this assurance: 'IDENTITY'");
  }

  @Test
  void aFileThatPassesAndIsNotThere() {
    assertRefused(
        Case.PASS,
        whole -> file(whole).putNull("observed"),
        "no file that was read is here, and its result is: 'PASS'");
  }

  @Test
  void aFileThatWasJudgedAndIsNotThere() {
    assertRefused(
        Case.FAIL,
        whole -> {
          ObjectNode failing = fileThatFails(whole, "SIZE");
          failing.putNull("observed");
          failing.putNull("assurance");
        },
        "no file that was read is here, and PRESENCE was judged");
  }

  @Test
  void oneRowManyTimes() {
    assertRefused(
        Case.PASS,
        whole -> {
          ArrayNode files = (ArrayNode) whole.get("files");
          files.set(1, files.get(0).deepCopy());
        },
        "row 1 is here behind row 1");
  }

  @Test
  void aCheckThatIsNotAmongThoseAskedFor() {
    assertRefused(
        Case.PASS,
        whole -> ((ArrayNode) whole.at("/policy/checks")).remove(0),
        "PRESENCE is not among the checks, and was judged");
  }

  @ParameterizedTest
  @CsvSource({"PRESENCE", "SIZE", "DATE", "FORMAT"})
  void aCheckThatPassedOverAFileToWhichItApplies(String check) {
    assertRefused(
        Case.PASS,
        whole -> notApplicable(whole, check),
        check + " was not skipped, and passed over a file to which it applies");
  }

  @Test
  void aListedVersionOrDigestThatNobodyCompared() {
    assertRefused(
        Case.PASS,
        whole -> expected(whole).put("version", "1.2.3.4"),
        "VERSION was not skipped, and passed over a file to which it applies");
    assertRefused(
        Case.PASS,
        whole -> expected(whole).put("sha256", "0".repeat(64)),
        "HASH was not skipped, and passed over a file to which it applies");
  }

  @ParameterizedTest
  @CsvSource({"platform, x64, PLATFORM", "language, German, LANGUAGE"})
  void aVariantThatTheRowPrintsAndNobodyCompared(String field, String value, String check) {
    assertRefused(
        Case.PASS,
        whole -> {
          file(whole).put(field, value);
          notApplicable(whole, check);
        },
        check + " was not skipped, and passed over a file to which it applies");
  }

  @ParameterizedTest
  @CsvSource({"INSTALLED", "DATABASE"})
  void whatIsElsewhereAndWasJudgedByNothing(String check) {
    assertRefused(
        Case.PASS,
        whole -> pass(whole, check),
        check + " was judged, and nothing was given that it judges by");
  }

  @Test
  void onePackageOfTwoThatIsAskedWhetherItIsInstalled() {
    assertRefused(
        Case.PASS,
        whole -> {
          ((ObjectNode) whole.at("/policy/grounds")).put("registry", true);
          pass(whole, "INSTALLED");
          passOf((ObjectNode) whole.at("/files/1"), "FORMAT");
        },
        "INSTALLED was judged of one package, and passed over another");
  }

  @Test
  void oneFileForRowsOfTwoNames() {
    assertRefused(
        Case.PASS,
        whole -> {
          skipName(whole);
          observed(whole).put("path", "Beta.msi");
        },
        "one file is here for rows of two names");
  }

  @Test
  void aFileThatIsListedAndUnlisted() {
    assertRefused(
        Case.PASS,
        whole -> ((ObjectNode) whole.at("/unlisted/0")).put("path", "ALPHA.msi"),
        "the unlisted file 'ALPHA.msi' is here for a row, too");
  }

  @ParameterizedTest
  @CsvSource({"exclude, *.msi, ALPHA.msi", "include, *.msi, readme.txt"})
  void aFileThatThePatternsLeaveOut(String field, String pattern, String file) {
    assertRefused(
        Case.PASS,
        whole -> ((ObjectNode) whole.get("policy")).putArray(field).add(pattern),
        "the file '" + file + "' is here, which its patterns leave out");
  }

  @Test
  void aRowBehindTheLastOne() {
    assertRefused(
        Case.PASS,
        whole -> {
          ObjectNode summary = (ObjectNode) whole.get("summary");
          summary.put("rowsListed", 3);
          summary.set(
              "rowsLeftOut",
              tree(
                  "{\"group\": 1, \"platform\": 0, \"language\": 0, \"location\": 0,"
                      + " \"alternatives\": 0}"));
          ((ObjectNode) whole.at("/files/1")).put("row", 4);
        },
        "row 4 is here of 3 that the article has");
  }

  @Test
  void whatAnotherToolFoundOrInAnotherThingThanAFolder() {
    assertRefused(
        Case.PASS,
        whole -> ((ObjectNode) whole.get("tool")).put("name", "another"),
        "'name' is not 'kbaudit': 'another'");
    assertRefused(
        Case.PASS,
        whole -> ((ObjectNode) whole.get("target")).put("kind", "computer"),
        "'kind' is not 'folder': 'computer'");
  }

  @ParameterizedTest
  @CsvSource({"Beta.msi", "evil.msi"})
  void aNameThatNobodyComparedInAFolder(String name) {
    assertRefused(
        Case.PASS,
        whole -> {
          observed(whole).put("path", name);
          notApplicable(whole, "NAME");
        },
        "a file was not judged by its name, as only at a location one may be");
  }

  @ParameterizedTest
  @CsvSource({
    "PRESENCE, MISSING",
    "NAME, RENAMED",
    "SIZE, MISSING",
    "SIZE, LATER",
    "DATE, OLDER",
    "FORMAT, LATER"
  })
  void aCheckThatPassesForNoReasonItMayHave(String check, String cause) {
    assertRefused(
        Case.PASS,
        whole -> check(whole, check).put("remark", cause),
        check + " cannot pass as " + cause);
  }

  @Test
  void aLaterFileThatPassedWhereNoneWillDo() {
    assertRefused(
        Case.PASS,
        whole -> {
          ((ObjectNode) whole.get("policy")).put("accept", "exact");
          observed(whole).put("modified", "2020-01-01T00:00:00Z");
          check(whole, "DATE").put("remark", "LATER");
        },
        "a later file passed, and none will do by: 'exact'");
  }

  @Test
  void anEarlierFileThatPassedAsALaterOne() {
    assertRefused(
        Case.PASS,
        whole -> {
          observed(whole).put("modified", "2001-01-01T00:00:00Z");
          check(whole, "DATE").put("remark", "LATER");
        },
        "its date is before the listed one, and DATE passed");
  }

  @Test
  void aDateThatIsFurtherOffThanTheTolerance() {
    assertRefused(
        Case.PASS,
        whole -> observed(whole).put("modified", "2011-03-11T00:00:00Z"),
        "a date passed that is further off than: 'PT2S'");
  }

  @ParameterizedTest
  @CsvSource({
    "tolerance,  '\"PT25H\"',       no date may be as far off as",
    "sourceZone, '\"Mars/Phobos\"', this is no time zone",
    "skipped,    '[\"SIZE\"]',      'SIZE is among the checks, and was skipped'"
  })
  void aPolicyThatNobodyCanHave(String field, String value, String problem) {
    assertRefused(
        Case.PASS, whole -> ((ObjectNode) whole.get("policy")).set(field, tree(value)), problem);
  }

  @Test
  void contentsThatPassedAndWereHeldToNothing() {
    assertRefused(
        Case.PASS,
        whole -> {
          ((ArrayNode) whole.at("/policy/checks")).add("HASH");
          pass(whole, "HASH");
          file(whole).put("assurance", "PINNED");
        },
        "the contents of a file passed, and nothing is named that they were held to");
  }

  @Test
  void aListedDigestThatPassedAndOfWhichThereIsNone() {
    assertRefused(
        Case.PASS,
        whole -> {
          expected(whole).put("md5", "0".repeat(32));
          pass(whole, "HASH");
          file(whole).put("assurance", "PINNED");
        },
        "no digest of it is here, and HASH passed");
  }

  @Test
  void anUnlistedFileTwiceOrWhereNoneIsLookedFor() {
    String file = "{\"path\": \"x.dll\", \"size\": 1, \"modified\": \"2011-03-10T10:04:00Z\"}";
    assertRefused(
        Case.PASS,
        whole -> whole.set("unlisted", tree("[" + file + "," + file + "]")),
        "the unlisted file 'x.dll' is here twice");
    assertRefused(
        Case.PASS,
        whole -> {
          ((ObjectNode) whole.get("policy")).put("unlisted", "ignore");
          whole.set("unlisted", tree("[" + file + "]"));
        },
        "unlisted files are here, which were to be ignored");
  }

  @Test
  void anObstacleThatThereIsNot() {
    assertRefused(
        Case.PASS,
        whole -> whole.set("obstacles", tree("[\"ROW_UNREAD\"]")),
        "what is listed here comes to the obstacles []");
    assertRefused(
        Case.SEVERAL,
        whole -> whole.set("obstacles", tree("[\"UNREACHABLE\"]")),
        "what is listed here comes to the obstacles []");
  }

  @Test
  void whatBelongsToAnAuditOfSeveralPlacesAloneOrToNoneOfThem() {
    assertRefused(
        Case.PASS,
        whole -> whole.put("complete", true),
        "an audit of one folder has no 'complete'");
    assertRefused(
        Case.SEVERAL,
        whole -> ((ObjectNode) whole.at("/audits/0")).set("waivers", tree("{}")),
        "an audit of one of several locations has no 'waivers'");
  }

  @Test
  void noCheckAtAll() {
    assertRefused(
        Case.PASS, whole -> file(whole).putArray("checks"), "the check PRESENCE is missing here");
  }

  @Test
  void oneLocationTwice() {
    assertRefused(
        Case.SEVERAL,
        whole -> ((ObjectNode) whole.at("/audits/1/target")).put("location", "dns"),
        "the location 'dns' is here twice");
    assertRefused(
        Case.SEVERAL,
        whole -> ((ObjectNode) whole.at("/unaudited/0")).put("location", "dns"),
        "the location 'dns' is here twice");
  }

  private static ObjectNode file(ObjectNode whole) {
    return (ObjectNode) whole.at("/files/0");
  }

  private static ObjectNode observed(ObjectNode whole) {
    return (ObjectNode) whole.at("/files/0/observed");
  }

  private static ObjectNode expected(ObjectNode whole) {
    return (ObjectNode) whole.at("/files/0/expected");
  }

  private static ObjectNode check(ObjectNode whole, String check) {
    return checkOf(file(whole), check);
  }

  private static ObjectNode checkOf(ObjectNode file, String check) {
    for (JsonNode each : file.get("checks")) {
      if (each.get("id").textValue().equals(check)) {
        return (ObjectNode) each;
      }
    }
    throw new AssertionError("there is no check " + check);
  }

  private static void pass(ObjectNode whole, String check) {
    passOf(file(whole), check);
  }

  private static void passOf(ObjectNode file, String check) {
    checkOf(file, check).remove("reason");
    checkOf(file, check).put("outcome", "PASSED").put("evidence", "it is so");
  }

  private static void notApplicable(ObjectNode whole, String check) {
    notApplicableOf(file(whole), check);
  }

  private static void notApplicableOf(ObjectNode file, String check) {
    checkOf(file, check).remove("evidence");
    checkOf(file, check).put("outcome", "NOT_APPLICABLE").put("reason", "it is so");
  }

  private static ObjectNode fileThatFails(ObjectNode whole, String check) {
    for (JsonNode file : whole.get("files")) {
      for (JsonNode each : file.get("checks")) {
        if (each.get("id").textValue().equals(check)
            && each.get("outcome").textValue().equals("FAILED")) {
          return (ObjectNode) file;
        }
      }
    }
    throw new AssertionError("no file fails " + check);
  }

  private static void skipName(ObjectNode whole) {
    ArrayNode made = (ArrayNode) whole.at("/policy/checks");
    for (int i = made.size() - 1; i >= 0; i--) {
      if (made.get(i).textValue().equals("NAME")) {
        made.remove(i);
      }
    }
    ((ArrayNode) whole.at("/policy/skipped")).add("NAME");
    for (JsonNode each : whole.get("files")) {
      notApplicableOf((ObjectNode) each, "NAME");
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Case given, Consumer<ObjectNode> change) throws IOException {
    ObjectNode whole =
        (ObjectNode) JSON.readTree(Audits.written(new JsonAuditReport(), given.audit()));
    change.accept(whole);
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    try (SavedAudit saved =
        SavedAudit.copied(
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "audit.json")) {
      return Audits.written(new JsonAuditReport(), saved.audit());
    }
  }

  private static void assertRefused(Case given, Consumer<ObjectNode> change, String problem) {
    assertThatExceptionOfType(SavedAuditException.class)
        .isThrownBy(() -> read(given, change))
        .withMessageMatching("(?s)audit\\.json, line \\d+: .*")
        .withMessageContaining(problem);
  }
}
