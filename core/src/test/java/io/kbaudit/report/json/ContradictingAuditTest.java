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

  private static void pass(ObjectNode whole, String check) {
    for (JsonNode each : whole.at("/files/0/checks")) {
      if (each.get("id").textValue().equals(check)) {
        ((ObjectNode) each).remove("reason");
        ((ObjectNode) each).put("outcome", "PASSED").put("evidence", "it is so");
      }
    }
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
