package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.Digest;
import io.kbaudit.signature.ContentDigest;
import io.kbaudit.signature.Doubt;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.HashAlgorithm;
import io.kbaudit.signature.MetadataDigest;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.Signer;
import io.kbaudit.signature.TimeStamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the signatures of a file are worth, in an object named {@code signature}. */
public final class SignatureFields {
  private static final String METADATA = "metadataDigest";

  private static final Pattern HEXADECIMAL = Pattern.compile("([0-9a-f]{2}){16,64}");

  private SignatureFields() {}

  /** Writes the object; nothing where the signatures were not looked at. */
  public static void write(JsonGenerator json, Optional<SignatureInspection> read)
      throws IOException {
    if (read.isPresent()) {
      json.writeObjectFieldStart("signature");
      writeFields(json, read.get());
      json.writeEndObject();
    }
  }

  /** Writes the fields of the object, which may have more. */
  public static void writeFields(JsonGenerator json, SignatureInspection read) throws IOException {
    json.writeStringField("grade", read.grade().name());
    json.writeArrayFieldStart("signatures");
    for (Signature signature : read.signatures()) {
      write(json, signature);
    }
    json.writeEndArray();
    writeMetadata(json, read.metadata());
    writeTexts(json, "remarks", read.remarks());
  }

  private static void writeMetadata(JsonGenerator json, Optional<MetadataDigest> metadata)
      throws IOException {
    if (metadata.isEmpty()) {
      json.writeNullField(METADATA);
      return;
    }
    json.writeObjectFieldStart(METADATA);
    json.writeStringField("stored", metadata.get().stored());
    Json.writeOptional(json, "computed", metadata.get().computed());
    json.writeBooleanField("matches", metadata.get().matches());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Signature signature) throws IOException {
    json.writeStartObject();
    json.writeStringField("grade", signature.grade().name());
    json.writeStringField("origin", signature.origin().name());
    Json.writeOptional(json, "catalog", signature.catalog());
    if (signature.signer().isPresent()) {
      json.writeObjectFieldStart("signer");
      write(json, signature.signer().get());
      json.writeEndObject();
    } else {
      json.writeNullField("signer");
    }
    if (signature.timeStamp().isPresent()) {
      json.writeObjectFieldStart("timeStamp");
      write(json, signature.timeStamp().get());
      json.writeEndObject();
    } else {
      json.writeNullField("timeStamp");
    }
    write(json, "signed", signature.signed());
    write(json, "computed", signature.computed());
    if (signature.signed().isPresent() && signature.computed().isPresent()) {
      json.writeBooleanField("digestMatches", signature.signed().equals(signature.computed()));
    } else {
      json.writeNullField("digestMatches");
    }
    json.writeBooleanField(
        "weak", signature.signed().filter(digest -> digest.algorithm().isWeak()).isPresent());
    writeTexts(json, "chain", signature.chain());
    Json.writeOptional(json, "doubt", signature.doubt().map(Doubt::name));
    writeTexts(json, "reasons", signature.reasons());
    writeTexts(json, "remarks", signature.remarks());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Signer signer) throws IOException {
    json.writeStringField("name", signer.name());
    Json.writeOptional(json, "commonName", signer.commonName());
    Json.writeOptional(json, "organization", signer.organization());
    json.writeStringField("subject", signer.subject());
    json.writeStringField("issuer", signer.issuer());
    json.writeStringField("sha256", signer.sha256().hex());
    json.writeStringField("notBefore", signer.notBefore().toString());
    json.writeStringField("notAfter", signer.notAfter().toString());
  }

  private static void write(JsonGenerator json, TimeStamp stamp) throws IOException {
    json.writeStringField("time", stamp.time().toString());
    json.writeStringField("kind", stamp.kind().name());
    json.writeStringField("authority", stamp.authority());
    json.writeBooleanField("counts", stamp.counts());
  }

  private static void write(JsonGenerator json, String field, Optional<ContentDigest> digest)
      throws IOException {
    if (digest.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    json.writeStringField("algorithm", digest.get().algorithm().toString());
    json.writeStringField("hex", digest.get().hex());
    json.writeEndObject();
  }

  private static void writeTexts(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** Returns what the object of {@code file} says; absent where it has none. */
  public static Optional<SignatureInspection> read(JsonValue file) throws JsonFormatException {
    Optional<JsonValue> value = file.find("signature");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<Signature> signatures = new ArrayList<>();
    for (JsonValue each : value.get().field("signatures").items()) {
      signatures.add(signature(each));
    }
    SignatureInspection read =
        new SignatureInspection(
            signatures, value.get().field("remarks").texts(), metadata(value.get()));
    JsonValue grade = value.get().field("grade");
    if (grade.oneOf(Grade.values(), Grade::name) != read.grade()) {
      throw grade.wrong("these signatures come to " + read.grade() + ", and their grade is");
    }
    return Optional.of(read);
  }

  private static Optional<MetadataDigest> metadata(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> metadata = value.find(METADATA);
    return metadata.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MetadataDigest(
                metadata.get().field("stored").text(), metadata.get().findText("computed")));
  }

  private static Signature signature(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> signer = value.find("signer");
    Optional<JsonValue> stamp = value.find("timeStamp");
    return new Signature(
        value.field("grade").oneOf(Grade.values(), Grade::name),
        value.field("origin").oneOf(Signature.Origin.values(), Signature.Origin::name),
        value.findText("catalog"),
        signer.isEmpty() ? Optional.empty() : Optional.of(signer(signer.get())),
        stamp.isEmpty() ? Optional.empty() : Optional.of(timeStamp(stamp.get())),
        digest(value, "signed"),
        digest(value, "computed"),
        value.field("chain").texts(),
        doubt(value),
        value.field("reasons").texts(),
        value.field("remarks").texts());
  }

  private static Optional<Doubt> doubt(JsonValue value) throws JsonFormatException {
    Optional<JsonValue> doubt = value.find("doubt");
    return doubt.isEmpty()
        ? Optional.empty()
        : Optional.of(doubt.get().oneOf(Doubt.values(), Doubt::name));
  }

  private static Signer signer(JsonValue value) throws JsonFormatException {
    return new Signer(
        value.findText("commonName"),
        value.findText("organization"),
        value.field("subject").text(),
        value.field("issuer").text(),
        value.field("sha256").as("64 hexadecimal digits", Digest.Algorithm.SHA256::find),
        value.field("notBefore").time(),
        value.field("notAfter").time());
  }

  private static TimeStamp timeStamp(JsonValue value) throws JsonFormatException {
    return new TimeStamp(
        value.field("time").time(),
        value.field("kind").oneOf(TimeStamp.Kind.values(), TimeStamp.Kind::name),
        value.field("authority").text(),
        value.field("counts").flag());
  }

  private static Optional<ContentDigest> digest(JsonValue value, String field)
      throws JsonFormatException {
    Optional<JsonValue> digest = value.find(field);
    return digest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ContentDigest(
                digest
                    .get()
                    .field("algorithm")
                    .oneOf(HashAlgorithm.values(), HashAlgorithm::toString),
                digest
                    .get()
                    .field("hex")
                    .as(
                        "hexadecimal digits in lower case",
                        text -> Optional.of(text).filter(HEXADECIMAL.asMatchPredicate()))));
  }
}
