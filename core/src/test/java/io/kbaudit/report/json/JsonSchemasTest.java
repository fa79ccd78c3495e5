package io.kbaudit.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.comparison.Change;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.Incomparability;
import io.kbaudit.comparison.Trait;
import io.kbaudit.database.ObjectType;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Phase;
import io.kbaudit.file.FileVersion;
import io.kbaudit.identify.Identification;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.identify.MatchEvidence;
import io.kbaudit.identify.Traits;
import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.Column;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.pe.FixedFileInfo;
import io.kbaudit.pe.PeFormat;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Readiness;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.Schemas;
import io.kbaudit.signature.Doubt;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.HashAlgorithm;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.TimeStamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas are schemas, describe every field, and know every id, and no other. */
class JsonSchemasTest {
  private static final FileVersion NO_VERSION = new FileVersion(0, 0, 0, 0);

  private static final String DRAFT = SchemaId.V202012;

  static List<String> names() {
    return JsonSchemas.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsOneByTheDraftThatItNames(String name) {
    JsonNode schema = Schemas.schema(name);

    assertThat(schema.path("$schema").textValue()).isEqualTo(DRAFT);
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(DRAFT))
                .validate(schema))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachSaysWhichItIs(String name) {
    JsonNode schema = Schemas.schema(name);

    assertThat(schema.path("$id").textValue())
        .isEqualTo("urn:kbaudit:schema:" + name + ":" + JsonSchemas.VERSION);
    if (!name.equals("waivers")) { // people write them, and no version
      assertThat(schema.at("/properties/schemaVersion/const").intValue())
          .isEqualTo(JsonSchemas.VERSION);
    }
  }

  @Test
  void nothingElseHasOne() {
    assertThat(JsonSchemas.find("Audit")).isEmpty();
    assertThat(JsonSchemas.find("../report/schema/audit")).isEmpty();
  }

  /** What requires nothing describes nothing either: it is a condition. */
  @ParameterizedTest
  @MethodSource("names")
  void everyFieldIsDescribed(String name) {
    List<String> undescribed = new ArrayList<>();
    visit(
        "",
        Schemas.schema(name),
        (at, schema) -> {
          for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            if (schema.has("required") && !isDescribed(field.getValue())) {
              undescribed.add(at + "/" + field.getKey());
            }
          }
        });

    assertThat(undescribed).isEmpty();
  }

  /** What is false must not be there, and what is nothing but a constant is described elsewhere. */
  private static boolean isDescribed(JsonNode field) {
    return field.has("description")
        || field.has("$ref")
        || field.isBoolean()
        || (field.has("const") && field.size() == 1);
  }

  @Test
  void theAuditHasTheIdsThatReportsPrint() {
    assertThat(idsOf("audit"))
        .containsExactlyInAnyOrderEntriesOf(
            withThoseOfSignatures(
                Map.ofEntries(
                    Map.entry("check", names(Check.values())),
                    Map.entry("cause", names(Cause.values())),
                    Map.entry("outcome", outcomes()),
                    Map.entry("result", names(FileResult.values())),
                    Map.entry("state", names(WaiverState.values())),
                    Map.entry("verdict", names(Verdict.values())),
                    Map.entry("assurance", orNull(names(Assurance.values()))),
                    Map.entry("accept", ids(Acceptance.values(), Acceptance::id)),
                    Map.entry("unlisted", ids(UnlistedFiles.values(), UnlistedFiles::id)),
                    Map.entry("obstacle", ofPlaces()),
                    Map.entry("remarkId", remarks()))));
  }

  /** No place as a whole is what nothing was checked of: that is a file. */
  private static List<String> ofPlaces() {
    return names(
        EnumSet.complementOf(EnumSet.of(Obstacle.NOTHING_CHECKED)).toArray(Obstacle[]::new));
  }

  @Test
  void theAuditHasAnOutcomeForEveryCheck() {
    JsonNode checks = Schemas.schema("audit").at("/$defs/file/properties/checks");
    List<String> contained = new ArrayList<>();
    checks
        .path("allOf")
        .forEach(each -> contained.add(each.at("/contains/properties/id/const").asText()));

    assertThat(contained).isEqualTo(names(Check.values()));
    assertThat(checks.path("minItems").intValue()).isEqualTo(Check.values().length);
    assertThat(checks.path("maxItems").intValue()).isEqualTo(Check.values().length);
  }

  @Test
  void thePlanHasTheIdsThatReportsPrint() {
    assertThat(idsOf("plan"))
        .containsExactlyInAnyOrderEntriesOf(
            withThoseOfSignatures(
                Map.of(
                    "action", names(Action.values()),
                    "readiness", names(Readiness.values()),
                    "verdict", names(Verdict.values()),
                    "remarkId", remarks())));
  }

  @Test
  void theOthersHaveTheIdsThatReportsPrint() {
    assertThat(idsOf("article")).isEqualTo(Map.of("remarkId", names(ArticleRemark.Kind.values())));
    assertThat(idsOf("inspection"))
        .containsExactlyInAnyOrderEntriesOf(
            withThoseOfSignatures(
                Map.of(
                    "id",
                    joined(
                        joined(names(MsiProblem.Kind.values()), names(PeProblem.Kind.values())),
                        Stream.of(Grade.values())
                            .filter(Grade::isBroken)
                            .map(Grade::name)
                            .toList()),
                    "kind",
                    orNull(
                        joined(
                            ids(MsiKind.values(), MsiKind::id), ids(PeKind.values(), PeKind::id))),
                    "format",
                    orNull(ids(PeFormat.values(), PeFormat::id)),
                    "code",
                    orNull(List.of("machine", "msil", "msil-any-cpu")),
                    "state",
                    ids(CabinetState.State.values(), CabinetState.State::id),
                    "type",
                    ids(Column.Type.values(), type -> type.name().toLowerCase(Locale.ROOT)),
                    "flag",
                    new FixedFileInfo(NO_VERSION, NO_VERSION, 0xFF, 0xFF, 0).flagNames())));
    assertThat(idsOf("profile"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "phase",
                ids(Phase.values(), Phase::id),
                "accept",
                Acceptance.ofLocations().stream().map(Acceptance::id).toList(),
                "fileNames",
                ids(FileNaming.values(), FileNaming::id),
                "objectType",
                names(
                    new ObjectType[] {
                      ObjectType.INDEX,
                      ObjectType.PROCEDURE,
                      ObjectType.SCALAR_FUNCTION,
                      ObjectType.TABLE_FUNCTION,
                      ObjectType.VIEW
                    })));
    assertThat(idsOf("identification"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "outcome", names(Identification.Outcome.values()),
                "state", names(IdentifiedFile.State.values()),
                "evidence", names(MatchEvidence.values()),
                "name", names(Traits.NameRelation.values()),
                "relation", names(Traits.Relation.values())));
    assertThat(idsOf("baseline")).isEmpty();
    assertThat(idsOf("waivers"))
        .isEqualTo(Map.of("check", names(Check.values()), "cause", names(Cause.values())));
  }

  @Test
  void theComparisonHasTheIdsThatReportsPrint() {
    assertThat(idsOf("comparison"))
        .containsExactlyInAnyOrderEntriesOf(
            withThoseOfSignatures(
                Map.of(
                    "comparison", names(Comparison.Result.values()),
                    "change", names(Change.values()),
                    "fileChange", names(FileChange.Kind.values()),
                    "trait", names(Trait.values()),
                    "incomparability", names(Incomparability.values()),
                    "check", names(Check.values()),
                    "cause", names(Cause.values()),
                    "outcome", outcomes(),
                    "obstacle", names(Obstacle.values()),
                    "verdict", names(Verdict.values()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool",
        "article",
        "verdict",
        "observed",
        "readable",
        "unreadable",
        "instant",
        "listedTime",
        "roundedSize",
        "gradedSignatures",
        "gradedSignature",
        "grade",
        "signer",
        "timeStamp",
        "timeStampKind",
        "contentDigest",
        "sha1",
        "sha256"
      })
  void whatSeveralOfThemDefineTheyDefineAlike(String definition) {
    Set<JsonNode> different = new HashSet<>();
    int count = 0;
    for (String name : names()) {
      JsonNode defined = Schemas.schema(name).path("$defs").path(definition);
      if (!defined.isMissingNode()) {
        different.add(defined);
        count++;
      }
    }

    assertThat(count).isGreaterThan(1);
    assertThat(different).hasSize(1);
  }

  private static Map<String, List<String>> withThoseOfSignatures(Map<String, List<String>> ids) {
    Map<String, List<String>> all = new HashMap<>(ids);
    all.put("grade", names(Grade.values()));
    all.put("doubt", orNull(names(Doubt.values())));
    all.put("origin", names(Signature.Origin.values()));
    all.put("timeStampKind", names(TimeStamp.Kind.values()));
    all.put("algorithm", ids(HashAlgorithm.values(), HashAlgorithm::toString));
    return all;
  }

  /** Returns the ids that a schema lists, by the name of the field or definition. */
  private static Map<String, List<String>> idsOf(String name) {
    Map<String, List<String>> ids = new HashMap<>();
    visit(
        "",
        Schemas.schema(name),
        (at, schema) -> {
          if (schema.has("enum")) {
            List<String> values = new ArrayList<>();
            schema.path("enum").forEach(value -> values.add(value.asText()));
            assertThat(ids.put(at.substring(at.lastIndexOf('/') + 1), values)).as(at).isNull();
          }
        });
    return ids;
  }

  /** Goes through a schema and those in it that describe something, apart from conditions. */
  private static void visit(String at, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(at, schema);
    for (String named : List.of("properties", "$defs")) {
      for (Map.Entry<String, JsonNode> part : schema.path(named).properties()) {
        visit(at + "/" + part.getKey(), part.getValue(), visitor);
      }
    }
    if (schema.has("items")) {
      visit(at + "/items", schema.path("items"), visitor);
    }
  }

  private static List<String> remarks() {
    return Stream.concat(
            names(Remark.Kind.values()).stream(), names(ArticleRemark.Kind.values()).stream())
        .toList();
  }

  private static List<String> outcomes() {
    List<Outcome> outcomes =
        List.of(
            new Outcome.Passed(""),
            new Outcome.Failed("", "", Cause.MISSING),
            new Outcome.Undecided("", Cause.MISSING),
            new Outcome.NotApplicable(""));
    assertThat(outcomes).hasSameSizeAs(Outcome.class.getPermittedSubclasses());
    return outcomes.stream().map(Outcome::id).toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return ids(values, Enum::name);
  }

  private static <T> List<String> ids(T[] values, Function<T, String> id) {
    return Arrays.stream(values).map(id).toList();
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  private static List<String> orNull(List<String> ids) {
    return Stream.concat(ids.stream(), Stream.of("null")).toList();
  }
}
