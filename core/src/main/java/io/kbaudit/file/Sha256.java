package io.kbaudit.file;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 digest of a file's bytes (FIPS 180-4, section 6.2). Immutable.
 *
 * @param hex its 32 bytes as 64 hexadecimal digits in lower case
 */
public record Sha256(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** Checks that {@code hex} is 64 digits in lower case. */
  public Sha256 {
    if (!HEX.matcher(requireNonNull(hex, "hex")).matches()) {
      throw new IllegalArgumentException("not a SHA-256: '" + hex + "'");
    }
  }

  /** Returns the digest written so, in capitals or not; absent if it is none. */
  public static Optional<Sha256> find(String text) {
    String hex = text.toLowerCase(Locale.ROOT);
    return HEX.matcher(hex).matches() ? Optional.of(new Sha256(hex)) : Optional.empty();
  }

  /** Returns the digest of all that was given to {@code digest}, and starts that anew. */
  public static Sha256 of(MessageDigest digest) {
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  /** Returns a new computation of the digest, as every Java has it. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java must have SHA-256", e);
    }
  }

  /** Returns the {@linkplain #hex() digits}. */
  @Override
  public String toString() {
    return hex;
  }
}
