package io.kbaudit.attestation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A statement of in-toto and its signature in an envelope of DSSE, version 1.0.2 (protocol.md and
 * envelope.md of secure-systems-lab/dsse).
 *
 * <p>It has one signature, and no {@code keyid}: that is not signed, nothing may be decided by it,
 * and who computes it in another way takes the key for another. It is written in one form, and read
 * in no other, so that not one of its bytes can be changed without being noticed.
 *
 * @param payload what is signed, together with {@link #PAYLOAD_TYPE}
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on, and never compared
record Envelope(byte[] payload, byte[] signature) {
  /** What kind of document is signed (in-toto attestation, spec/v1/envelope.md). */
  static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  /** How large the payload may be: it is held in memory, and so is its base64. */
  static final int LARGEST_PAYLOAD = 128 << 20;

  static final String LARGEST_WORDED = (LARGEST_PAYLOAD >> 20) + " MB";

  /** How large an envelope is at most. */
  static final int LARGEST = LARGEST_PAYLOAD / 3 * 4 + 4096;

  private static final String FIRST_FIELD = "\"payloadType\"";
  private static final String BEFORE_PAYLOAD =
      "{\n  " + FIRST_FIELD + ": \"" + PAYLOAD_TYPE + "\",\n  \"payload\": \"";
  private static final String BEFORE_SIGNATURE =
      "\",\n  \"signatures\": [\n    {\n      \"sig\": \"";
  private static final String END = "\"\n    }\n  ]\n}\n";

  /** Returns the envelope of {@code payload}, signed by {@code key}. */
  static Envelope signed(byte[] payload, SigningKey key) {
    return new Envelope(payload, key.sign(beforePayload(payload), payload));
  }

  /** Returns whether the key's owner signed the payload. */
  boolean isBy(VerifyingKey key) {
    return key.verifies(signature, beforePayload(payload), payload);
  }

  /** Returns what stands before the payload in what is signed, the pre-authentication encoding. */
  private static byte[] beforePayload(byte[] payload) {
    String encoding =
        "DSSEv1 " + PAYLOAD_TYPE.length() + " " + PAYLOAD_TYPE + " " + payload.length + " ";
    return encoding.getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns whether {@code beginning} is that of an envelope, in whatever form. */
  static boolean begins(String beginning) {
    return beginning.stripLeading().startsWith("{")
        && (beginning.contains(FIRST_FIELD) || beginning.contains("\"payload\""));
  }

  /** Returns the envelope that is written so; absent if it is none in the form that is written. */
  static Optional<Envelope> find(String text) {
    int signature = text.indexOf(BEFORE_SIGNATURE);
    if (!text.startsWith(BEFORE_PAYLOAD)
        || signature < BEFORE_PAYLOAD.length()
        || text.length() < signature + BEFORE_SIGNATURE.length() + END.length()) {
      return Optional.empty();
    }
    try {
      Envelope envelope =
          new Envelope(
              decoded(text, BEFORE_PAYLOAD.length(), signature),
              decoded(text, signature + BEFORE_SIGNATURE.length(), text.length() - END.length()));
      return Optional.of(envelope).filter(each -> each.text().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no base64
    }
  }

  private static byte[] decoded(String text, int begin, int end) {
    return Base64.getDecoder()
        .decode(text.substring(begin, end).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns how the envelope is written: JSON, all of it ASCII. */
  String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return BEFORE_PAYLOAD
        + base64.encodeToString(payload)
        + BEFORE_SIGNATURE
        + base64.encodeToString(signature)
        + END;
  }
}
