package io.kbaudit.attestation;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.SourceName;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonReader;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.json.SavedAuditException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads audits that {@link SignedAuditReport} signed, once their signature is verified: not one of
 * their bytes can be changed.
 */
public final class SignedAudit {
  /** How many bytes tell whether something is signed. */
  public static final int BEGINNING = 64;

  private SignedAudit() {}

  /**
   * Returns whether what begins so is signed, by whomever, and is no plain audit. Nothing of it is
   * verified.
   *
   * @param beginning the first {@link #BEGINNING} bytes, or all there are
   */
  public static boolean isSigned(byte[] beginning) {
    int length = Math.min(BEGINNING, beginning.length);
    return Envelope.begins(new String(beginning, 0, length, StandardCharsets.ISO_8859_1));
  }

  /**
   * Opens the signed audit in {@code file}.
   *
   * @throws AttestationException if it is none, is not signed by {@code key}, or was changed
   * @throws SavedAuditException if what is signed is no audit, or contradicts itself
   * @throws IOException if the file cannot be read
   */
  public static SavedAudit open(Path file, VerifyingKey key) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, SourceName.of(file), key);
    }
  }

  /**
   * Opens the signed audit that a stream holds.
   *
   * @param source what to call it where something is wrong with it
   * @throws AttestationException if it is none, is not signed by {@code key}, or was changed
   * @throws SavedAuditException if what is signed is no audit, or contradicts itself
   * @throws IOException if the stream cannot be read
   */
  public static SavedAudit read(InputStream in, String source, VerifyingKey key)
      throws IOException {
    requireNonNull(key, "key");
    return read(in, source, key, Envelope.LARGEST);
  }

  /** Opens one of that many bytes at most. */
  static SavedAudit read(InputStream in, String source, VerifyingKey key, int mostBytes)
      throws IOException {
    Envelope envelope = envelope(in.readNBytes(mostBytes + 1), source, mostBytes);
    if (!envelope.isBy(key)) {
      throw new AttestationException(
          source, "is not signed by this key, or was changed since", null);
    }
    Statement statement = statement(envelope, source);
    SavedAudit saved =
        SavedAudit.copied(
            new ByteArrayInputStream(statement.audit().getBytes(StandardCharsets.UTF_8)), source);
    if (!statement.agreesWith(saved.audit().verdict())) {
      saved.close();
      throw new AttestationException(
          source, "is signed with another result than the verdict of the audit in it", null);
    }
    return saved;
  }

  private static Envelope envelope(byte[] bytes, String source, int mostBytes)
      throws AttestationException {
    if (bytes.length > mostBytes) {
      throw new AttestationException(
          source,
          "is larger than what is signed, of " + Envelope.LARGEST_WORDED + " at most",
          null);
    }
    Optional<Envelope> envelope = Envelope.find(new String(bytes, StandardCharsets.ISO_8859_1));
    if (envelope.isEmpty()) {
      throw new AttestationException(
          source,
          isSigned(bytes)
              ? "was changed since kbaudit signed it, or was signed by another program"
              : "is not signed",
          null);
    }
    return envelope.get();
  }

  private static Statement statement(Envelope envelope, String source) throws IOException {
    try (JsonReader json = JsonReader.of(new ByteArrayInputStream(envelope.payload()))) {
      return Statement.read(json);
    } catch (JsonFormatException e) {
      throw new AttestationException(source, "is signed, but is no audit: " + e.getMessage(), e);
    }
  }
}
