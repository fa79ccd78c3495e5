package io.kbaudit.report.finding;

import io.kbaudit.file.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** What tells texts, in their order, from any others: the same wherever it is computed. */
public record Fingerprint(Sha256 digest) {
  /** Returns the fingerprint of these texts, of which each may hold any characters. */
  public static Fingerprint of(String... texts) {
    MessageDigest digest = Sha256.newDigest();
    for (String text : texts) {
      ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + text.length() * Character.BYTES);
      bytes.putInt(text.length());
      text.chars().forEach(unit -> bytes.putChar((char) unit));
      digest.update(bytes.array());
    }
    return new Fingerprint(Sha256.of(digest));
  }

  /** Returns the first eight bytes. */
  long beginning() {
    return Long.parseUnsignedLong(digest.hex(), 0, Long.BYTES * 2, 16);
  }

  public String hex() {
    return digest.hex();
  }
}
