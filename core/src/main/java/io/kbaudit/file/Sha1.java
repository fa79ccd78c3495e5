package io.kbaudit.file;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-1 digest of a file's bytes (FIPS 180-4, section 6.1), which articles print beside the
 * SHA-256, or in its place. Immutable.
 *
 * @param hex its 20 bytes as 40 hexadecimal digits in lower case
 */
public record Sha1(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}");

  /** Checks that {@code hex} is 40 digits in lower case. */
  public Sha1 {
    if (!HEX.matcher(requireNonNull(hex, "hex")).matches()) {
      throw new IllegalArgumentException("not a SHA-1: '" + hex + "'");
    }
  }

  /** Returns the digest written so, in capitals or not; absent if it is none. */
  public static Optional<Sha1> find(String text) {
    String hex = text.toLowerCase(Locale.ROOT);
    return HEX.matcher(hex).matches() ? Optional.of(new Sha1(hex)) : Optional.empty();
  }

  /** Returns the digest of all that was given to {@code digest}, and starts that anew. */
  public static Sha1 of(MessageDigest digest) {
    return new Sha1(HexFormat.of().formatHex(digest.digest()));
  }

  /** Returns a new computation of the digest, as every Java has it. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java must have SHA-1", e);
    }
  }

  /** Returns the {@linkplain #hex() digits}. */
  @Override
  public String toString() {
    return hex;
  }
}
