package io.kbaudit.attestation;

import static java.util.Objects.requireNonNull;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * The JSON report, signed: a statement of in-toto in an envelope of DSSE, which {@link SignedAudit}
 * reads back. By Ed25519 the same audit gives the same bytes; ECDSA signs each time anew.
 */
public final class SignedAuditReport implements AuditReport {
  private final SigningKey key;
  private final int largestPayload;

  /** Creates the report of whoever has this key. */
  public SignedAuditReport(SigningKey key) {
    this(key, Envelope.LARGEST_PAYLOAD);
  }

  SignedAuditReport(SigningKey key, int largestPayload) {
    this.key = requireNonNull(key, "key");
    this.largestPayload = largestPayload;
  }

  /** Returns the name of the JSON report, in place of which it is written. */
  @Override
  public String name() {
    return "json";
  }

  /** Returns how in-toto stores such an envelope (in-toto attestation, spec/v1/envelope.md). */
  @Override
  public String mediaType() {
    return "application/vnd.in-toto.test-result+dsse";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException also if the audit is too large to be signed
   */
  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    Payload payload = new Payload(largestPayload);
    Statement.write(audit, payload);
    out.write(Envelope.signed(payload.bytes.toByteArray(), key).text());
    out.flush();
  }

  /** A statement, as far as it is not larger than what is signed. */
  private static final class Payload extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int largest;

    Payload(int largest) {
      this.largest = largest;
    }

    @Override
    public void write(int each) throws IOException {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      if (length > largest - bytes.size()) {
        throw new IOException(
            "it is too large to be signed, which takes " + Envelope.LARGEST_WORDED + " at most");
      }
      bytes.write(from, offset, length);
    }
  }
}
