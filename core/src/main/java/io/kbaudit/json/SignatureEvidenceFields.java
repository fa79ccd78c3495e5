package io.kbaudit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.file.Digest;
import io.kbaudit.signature.SignatureEvidence;
import java.io.IOException;
import java.util.Optional;

/** By what signatures were judged, in fields of which each is left out where there was nothing. */
public final class SignatureEvidenceFields {
  private static final String ROOTS = "roots";
  private static final String REVOCATIONS = "revocations";
  private static final String CATALOGS = "catalogs";

  private SignatureEvidenceFields() {}

  public static void write(JsonGenerator json, SignatureEvidence evidence) throws IOException {
    Json.writeIfPresent(json, ROOTS, evidence.roots().map(Digest::hex));
    Json.writeIfPresent(json, REVOCATIONS, evidence.revocations().map(Digest::hex));
    Json.writeIfPresent(json, CATALOGS, evidence.catalogs().map(Digest::hex));
  }

  public static SignatureEvidence read(JsonValue holder) throws JsonFormatException {
    return new SignatureEvidence(
        find(holder, ROOTS), find(holder, REVOCATIONS), find(holder, CATALOGS));
  }

  private static Optional<Digest> find(JsonValue holder, String field) throws JsonFormatException {
    return holder.find(field, "64 hexadecimal digits", Digest.Algorithm.SHA256::find);
  }
}
