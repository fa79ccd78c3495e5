package io.kbaudit.attestation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonReader;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.Provenance;
import io.kbaudit.report.finding.PlaceNames;
import io.kbaudit.report.finding.UniqueNames;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.field.AuditFields;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An audit as a statement of in-toto, version 1, that tests were run (in-toto attestation,
 * spec/v1/statement.md and spec/predicates/test-result.md).
 *
 * <p>The subjects are the files that were taken for those of the article and of which the SHA-256
 * is known; a place where that is known of none is the SHA-256 of the audit's own JSON. The tests
 * are the files that were expected, and what else keeps a place from being compliant. The audit
 * itself is all there in an extension field, {@value #AUDIT}.
 */
final class Statement {
  private static final String TYPE = "https://in-toto.io/Statement/v1";
  private static final Set<String> KNOWN = Set.of("_type", "predicateType");

  private static final String PREDICATE_TYPE = "https://in-toto.io/attestation/test-result/v0.1";

  private static final String PREDICATE = "predicate";
  private static final String RESULT = "result";
  private static final String AUDIT = "kbaudit";

  private final String result;
  private final String audit;

  private Statement(String result, String audit) {
    this.result = result;
    this.audit = audit;
  }

  /** Writes the statement on {@code audit}. */
  static void write(AuditRecord audit, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Json.writeForeign(
        writer,
        json -> {
          json.writeStringField("_type", TYPE);
          writeSubjects(json, audit);
          json.writeStringField("predicateType", PREDICATE_TYPE);
          json.writeObjectFieldStart(PREDICATE);
          writePredicate(json, audit);
          json.writeEndObject();
        });
  }

  private static void writeSubjects(JsonGenerator json, AuditRecord audit) throws IOException {
    List<String> places = PlaceNames.of(audit);
    UniqueNames names = new UniqueNames();
    Optional<Digest> whole = Optional.empty();
    json.writeArrayFieldStart("subject");
    for (int i = 0; i < places.size(); i++) {
      boolean none = true;
      for (FileRecord file : audit.places().get(i).files()) {
        Optional<Digest> sha256 = file.observed().flatMap(Statement::sha256);
        if (sha256.isPresent()) {
          none = false;
          String path = file.observed().orElseThrow().path();
          String name = audit.deployment() ? places.get(i) + "/" + path : path;
          writeResource(json, names.unique(name), sha256.get());
        }
      }
      if (none) {
        whole = Optional.of(whole.isPresent() ? whole.get() : digest(audit));
        writeResource(json, names.unique(places.get(i)), whole.get());
      }
    }
    json.writeEndArray();
  }

  private static Optional<Digest> sha256(ObservedFile file) {
    Digests digests =
        file instanceof ObservedFile.Readable readable ? readable.digests() : Digests.NONE;
    return digests.by(Digest.Algorithm.SHA256);
  }

  private static Digest digest(AuditRecord audit) throws IOException {
    MessageDigest computation = Digest.Algorithm.SHA256.newDigest();
    new JsonAuditReport()
        .write(audit, new DigestOutputStream(OutputStream.nullOutputStream(), computation));
    return Digest.of(Digest.Algorithm.SHA256, computation);
  }

  private static void writeResource(JsonGenerator json, String name, Digest sha256)
      throws IOException {
    json.writeStartObject();
    writeNameAndDigest(json, name, sha256);
    json.writeEndObject();
  }

  private static void writeNameAndDigest(JsonGenerator json, String name, Digest sha256)
      throws IOException {
    json.writeStringField("name", name);
    json.writeObjectFieldStart("digest");
    json.writeStringField("sha256", sha256.hex());
    json.writeEndObject();
  }

  private static void writePredicate(JsonGenerator json, AuditRecord audit) throws IOException {
    json.writeStringField(RESULT, result(audit.verdict()));
    json.writeArrayFieldStart("configuration");
    for (Provenance.EvidenceFile file :
        audit.provenance().map(Provenance::evidence).orElse(List.of())) {
      json.writeStartObject();
      writeNameAndDigest(json, file.name(), file.sha256());
      json.writeObjectFieldStart("annotations");
      json.writeStringField("role", file.role());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    writeTests(json, "passedTests", audit, Set.of(FileResult.PASS));
    writeTests(json, "warnedTests", audit, Set.of(FileResult.UNDECIDED, FileResult.WAIVED));
    writeTests(json, "failedTests", audit, Set.of(FileResult.FAIL));
    json.writeObjectFieldStart(AUDIT);
    Json.writeOurs(json, fields -> AuditFields.write(fields, audit));
    json.writeEndObject();
  }

  /** An audit that could not tell is no failed test; who allows warnings has to know that. */
  private static String result(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT -> "PASSED";
      case NON_COMPLIANT -> "FAILED";
      case INDETERMINATE -> "WARNED";
    };
  }

  private static void writeTests(
      JsonGenerator json, String field, AuditRecord audit, Set<FileResult> results)
      throws IOException {
    List<String> places = PlaceNames.of(audit);
    UniqueNames names = new UniqueNames();
    json.writeArrayFieldStart(field);
    for (int i = 0; i < places.size(); i++) {
      FolderRecord place = audit.places().get(i);
      String before = audit.deployment() ? places.get(i) + ": " : "";
      for (FileRecord file : place.files()) {
        String name = names.unique(before + file.listed().name().spelling());
        if (results.contains(file.result())) {
          json.writeString(name);
        }
      }
      for (Obstacle obstacle : Obstacle.of(place)) {
        if (results.contains(obstacle.result())) {
          json.writeString(before + obstacle.name());
        }
      }
    }
    for (LocationRecord location : audit.notAudited()) {
      if (results.contains(Obstacle.NOT_AUDITED.result())) {
        json.writeString(location.name() + ": " + Obstacle.NOT_AUDITED.name());
      }
    }
    json.writeEndArray();
  }

  /**
   * Reads a statement on an audit.
   *
   * @throws JsonFormatException if it is none
   */
  static Statement read(JsonReader json) throws IOException {
    JsonValue whole = json.begin();
    Writer audit = new StringWriter();
    while (json.nextField()) {
      if (json.field().equals(PREDICATE)) {
        whole.put(PREDICATE, readPredicate(json, audit));
      } else {
        json.readField(whole, KNOWN);
      }
    }
    json.end();
    require(whole.field("_type"), TYPE);
    require(whole.field("predicateType"), PREDICATE_TYPE);
    JsonValue predicate = whole.field(PREDICATE);
    predicate.field(AUDIT);
    return new Statement(predicate.field(RESULT).text(), audit.toString());
  }

  private static JsonValue readPredicate(JsonReader json, Writer audit) throws IOException {
    JsonValue predicate = json.here();
    predicate.requireObject();
    while (json.nextField()) {
      if (json.field().equals(AUDIT)) {
        JsonValue value = json.here();
        value.requireObject();
        predicate.put(AUDIT, value);
        json.copyTo(audit);
      } else {
        json.readField(predicate, Set.of(RESULT));
      }
    }
    return predicate;
  }

  private static void require(JsonValue stated, String wanted) throws JsonFormatException {
    if (!stated.text().equals(wanted)) {
      throw stated.wrong("a statement on something else than an audit");
    }
  }

  /** Returns the JSON of the audit, as it is written where it is not signed. */
  String audit() {
    return audit;
  }

  /** Returns whether the result is that of an audit of this verdict. */
  boolean agreesWith(Verdict verdict) {
    return result.equals(result(verdict));
  }
}
