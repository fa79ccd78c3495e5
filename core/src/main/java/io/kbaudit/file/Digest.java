package io.kbaudit.file;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.Letters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A digest of a file's bytes. Immutable.
 *
 * @param hex its bytes as hexadecimal digits in lower case, as many as the algorithm has
 */
public record Digest(Algorithm algorithm, String hex) {
  private static final List<Algorithm> ALGORITHMS = List.of(Algorithm.values());

  /** How digests are computed: each longer than the one before, and stronger. */
  public enum Algorithm {
    /** RFC 1321. */
    MD5("MD5", 32),
    /** FIPS 180-4, section 6.1. */
    SHA1("SHA-1", 40),
    /** FIPS 180-4, section 6.2. */
    SHA256("SHA-256", 64),
    /** FIPS 180-4, section 6.4. */
    SHA512("SHA-512", 128);

    private final String printed;
    private final int digits;

    Algorithm(String printed, int digits) {
      this.printed = printed;
      this.digits = digits;
    }

    /** Returns how many hexadecimal digits a digest has. */
    public int digits() {
      return digits;
    }

    /**
     * Returns whether two files of one digest can be made (RFC 6151, section 2.1; RFC 6194, section
     * 3.1): an altered file may have the digest of the listed one.
     */
    public boolean isWeak() {
      return this == SHA1 || this == MD5;
    }

    /** Returns a new computation, as every Java has it. */
    public MessageDigest newDigest() {
      try {
        return MessageDigest.getInstance(printed);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this Java has no " + printed, e);
      }
    }

    /** Returns the digest of all that is left of {@code in}, which is left open. */
    public Digest of(InputStream in) throws IOException {
      MessageDigest computation = newDigest();
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), computation));
      return Digest.of(this, computation);
    }

    /** Returns the digest of {@code bytes}. */
    public Digest of(byte[] bytes) {
      MessageDigest computation = newDigest();
      computation.update(bytes);
      return Digest.of(this, computation);
    }

    /** Returns the digest written so, in capitals or not; absent if it is none of this kind. */
    public Optional<Digest> find(String text) {
      return Digest.find(text).filter(digest -> digest.algorithm == this);
    }

    /** Returns the name that standards print, such as {@code SHA-256}. */
    @Override
    public String toString() {
      return printed;
    }
  }

  /** Checks that there are as many digits as the algorithm has, in lower case. */
  public Digest {
    requireNonNull(algorithm, "algorithm");
    if (requireNonNull(hex, "hex").length() != algorithm.digits || !isHex(hex)) {
      throw new IllegalArgumentException("not a " + algorithm + ": '" + hex + "'");
    }
  }

  /** Returns the digest by SHA-256 that is written so. */
  public static Digest sha256(String hex) {
    return new Digest(Algorithm.SHA256, hex);
  }

  /**
   * Returns the digest written so, in capitals or not, its algorithm known by how many digits it
   * has; absent if it is none.
   */
  public static Optional<Digest> find(String text) {
    for (Algorithm algorithm : ALGORITHMS) {
      if (algorithm.digits == text.length()) {
        String hex = Letters.small(text);
        return isHex(hex) ? Optional.of(new Digest(algorithm, hex)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Returns the digest of all that was given to {@code computation}, and starts that anew. */
  public static Digest of(Algorithm algorithm, MessageDigest computation) {
    return new Digest(algorithm, HexFormat.of().formatHex(computation.digest()));
  }

  /**
   * Returns the digest by SHA-256 of these texts in their order, of which each may hold any
   * characters: no others have the same.
   */
  public static Digest ofTexts(List<String> texts) {
    MessageDigest computation = Algorithm.SHA256.newDigest();
    for (String text : texts) {
      ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + text.length() * Character.BYTES);
      bytes.putInt(text.length());
      for (int i = 0; i < text.length(); i++) {
        bytes.putChar(text.charAt(i));
      }
      computation.update(bytes.array());
    }
    return of(Algorithm.SHA256, computation);
  }

  /** Returns this digest, which must be of an algorithm. */
  public Digest require(Algorithm required) {
    if (algorithm != required) {
      throw new IllegalArgumentException("not a " + required + ": '" + this + "'");
    }
    return this;
  }

  /** Returns the algorithm and the digits: {@code SHA-256 9f86...}. */
  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
