package io.kbaudit.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kbaudit.report.GoldenDocument;
import io.kbaudit.report.Schemas;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that is right but for one thing is refused by its schema for that. */
class SchemaViolationsTest {
  /** What a document may be without, of what the golden files have. */
  private static final Map<String, Set<String>> LEFT_OUT_AT_TIMES =
      Map.of(
          "audit",
              Set.of(
                  "/audits/*/files/*/heading",
                  "/audits/*/obstacles",
                  "/audits/*/policy/grounds/profile",
                  "/audits/*/target/label",
                  "/audits/*/target/unreachable",
                  "/complete",
                  "/audits/*/target/several",
                  "/unaudited/*/several",
                  "/audits/*/files/*/observed/signature",
                  "/files/*/checks/*/remark",
                  "/files/*/checks/*/waiver",
                  "/files/*/checks/*/waiver/ticket",
                  "/files/*/checks/*/waiver/undecided",
                  "/files/*/observed/signature",
                  "/obstacles",
                  "/policy/signature",
                  "/provenance",
                  "/provenance/account",
                  "/provenance/host",
                  "/provenance/note",
                  "/provenance/operator",
                  "/provenance/workingFolder",
                  "/summary/waived",
                  "/waivers",
                  "/waivers/uses/*/file",
                  "/waivers/uses/*/from",
                  "/waivers/uses/*/ticket",
                  "/waivers/uses/*/undecided",
                  "/unlisted/*/signature"),
          "article", Set.of("/rows/*/roundedSize"),
          "inspection",
              Set.of(
                  "/files/*/properties",
                  "/files/*/signature",
                  "/files/*/strings",
                  "/files/*/summary",
                  "/files/*/tables",
                  "/files/*/versions",
                  "/remarks",
                  "/unreadable"),
          "plan",
              Set.of(
                  "/acceptUnsound",
                  "/files/*/unsound",
                  "/files/*/source/sha256",
                  "/files/*/source/signature",
                  "/files/*/standing/sha256",
                  "/files/*/standing/signature",
                  "/unplanned/*/sha256",
                  "/unplanned/*/signature"),
          "baseline", Set.of(),
          "profile", Set.of(),
          "identification", Set.of("/files/*/matches/*/md5", "/files/*/matches/*/sha256"),
          "comparison",
              Set.of(
                  "/after/provenance",
                  "/after/provenance/account",
                  "/after/provenance/host",
                  "/after/provenance/note",
                  "/after/provenance/operator",
                  "/after/provenance/workingFolder",
                  "/after/summary/waived",
                  "/before/summary/waived",
                  "/places/*/files/*/after/sha256",
                  "/places/*/files/*/after/signature",
                  "/places/*/files/*/before/sha256",
                  "/places/*/files/*/before/signature"),
          "inventory",
              Set.of(
                  "/files/*/executable",
                  "/files/*/md5",
                  "/files/*/package",
                  "/files/*/sha1",
                  "/files/*/sha256",
                  "/files/*/sha512",
                  "/files/*/signature",
                  "/label"));

  /** Returns the names of those of which there are golden files in JSON. */
  static List<String> names() {
    return JsonSchemas.names().stream().filter(name -> !name.equals("waivers")).toList();
  }

  static List<WrongValue> wrongValues() {
    return WrongValue.all();
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aWrongValueIsRefused(WrongValue given) {
    GoldenDocument right = given.right();
    GoldenDocument wrong = given.wrong();

    assertThat(Schemas.problemsAsShipped(right.schema(), right.text())).isEmpty();
    assertThat(Schemas.problemsAsShipped(wrong.schema(), wrong.text())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsMissingIsMissed(String name) throws IOException {
    Set<String> notMissed = new TreeSet<>();
    for (GoldenDocument document : documents(name)) {
      JsonNode whole = Schemas.read(document.text());
      for (String object : objects(whole)) {
        for (Map.Entry<String, JsonNode> field : whole.at(object).properties()) {
          String pointer = object + "/" + field.getKey();
          if (Schemas.problemsAsShipped(name, document.without(pointer).text()).isEmpty()) {
            notMissed.add(ofAnyItem(pointer));
          }
        }
      }
    }

    assertThat(notMissed).isEqualTo(LEFT_OUT_AT_TIMES.get(name));
  }

  /** A later kbaudit may add fields; this one writes none that is not described. */
  @ParameterizedTest
  @MethodSource("names")
  void whatIsNotDescribedIsAllowedToOthersAndFoundOutHere(String name) throws IOException {
    JsonNode mood = Schemas.read("\"sunny\"");
    for (GoldenDocument document : documents(name)) {
      for (String object : objects(Schemas.read(document.text()))) {
        GoldenDocument later = document.with(object + "/mood", mood);

        assertThat(Schemas.problemsAsShipped(name, later.text())).as(object).isEmpty();
        assertThat(Schemas.problems(name, later.text())).as(object).isNotEmpty();
      }
    }
  }

  private static List<GoldenDocument> documents(String name) throws IOException {
    List<GoldenDocument> documents =
        GoldenDocument.all().stream().filter(document -> document.schema().equals(name)).toList();
    assertThat(documents).isNotEmpty();
    return documents;
  }

  /** Returns pointers to objects: in each place one of those that have the same fields. */
  private static Collection<String> objects(JsonNode document) {
    Map<String, String> found = new LinkedHashMap<>();
    find("", document, found);
    return found.values();
  }

  private static void find(String at, JsonNode node, Map<String, String> found) {
    if (at.endsWith("/properties") || at.endsWith("/strings")) {
      return; // of a package or program, with any names
    }
    if (node.isObject()) {
      List<String> fields = node.properties().stream().map(Map.Entry::getKey).toList();
      found.putIfAbsent(ofAnyItem(at) + fields, at);
    }
    node.properties().forEach(field -> find(at + "/" + field.getKey(), field.getValue(), found));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      find(at + "/" + i, node.get(i), found);
    }
  }

  private static String ofAnyItem(String pointer) {
    return pointer.replaceAll("/[0-9]+(?=/|$)", "/*");
  }
}
