package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.Digest;
import io.kbaudit.json.Json;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.json.SignatureEvidenceFields;
import io.kbaudit.record.Grounds;
import java.io.IOException;
import java.util.Optional;

/** What the answer about one folder rests on besides its files, their rows and the policy. */
final class GroundsFields {
  static final String GROUNDS = "grounds";

  private static final String FOLLOWS_LINKS = "followsLinks";

  private static final String DIGEST = "64 hexadecimal digits";

  private GroundsFields() {}

  static void write(JsonGenerator json, Grounds grounds) throws IOException {
    json.writeObjectFieldStart(GROUNDS);
    json.writeBooleanField("thorough", grounds.thorough());
    if (grounds.followsLinks()) {
      json.writeBooleanField(FOLLOWS_LINKS, true);
    }
    json.writeStringField("article", grounds.article().hex());
    Json.writeIfPresent(json, "profile", grounds.profile().map(Digest::hex));
    Json.writeIfPresent(json, "baseline", grounds.baseline().map(Digest::hex));
    SignatureEvidenceFields.write(json, grounds.signatures());
    json.writeBooleanField("registry", grounds.computer().registry());
    json.writeBooleanField("programs", grounds.computer().programs());
    json.writeBooleanField("database", grounds.computer().database());
    Json.writeIfPresent(json, "databaseName", grounds.computer().databaseName());
    json.writeEndObject();
  }

  static Grounds read(JsonValue grounds) throws JsonFormatException {
    return new Grounds(
        grounds.field("thorough").flag(),
        grounds.flagOr(FOLLOWS_LINKS, false),
        grounds.field("article").as(DIGEST, Digest.Algorithm.SHA256::find),
        grounds.find("profile", DIGEST, Digest.Algorithm.SHA256::find),
        grounds.find("baseline", DIGEST, Digest.Algorithm.SHA256::find),
        SignatureEvidenceFields.read(grounds),
        readComputer(grounds));
  }

  private static Grounds.Computer readComputer(JsonValue grounds) throws JsonFormatException {
    boolean database = grounds.field("database").flag();
    Optional<String> name = grounds.findText("databaseName");
    if (name.isPresent() && !database) {
      throw grounds.wrong("the name of a database of which nothing was known");
    }
    return new Grounds.Computer(
        grounds.field("registry").flag(), grounds.field("programs").flag(), database, name);
  }
}
