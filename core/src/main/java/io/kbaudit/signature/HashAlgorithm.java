package io.kbaudit.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** By what signatures state what they sign. */
public enum HashAlgorithm {
  /** RFC 1321. */
  MD5("MD5", "1.2.840.113549.2.5", true),
  /** FIPS 180-4, section 6.1. */
  SHA1("SHA-1", "1.3.14.3.2.26", true),
  /** FIPS 180-4, section 6.2. */
  SHA256("SHA-256", "2.16.840.1.101.3.4.2.1", false),
  /** FIPS 180-4, section 6.5. */
  SHA384("SHA-384", "2.16.840.1.101.3.4.2.2", false),
  /** FIPS 180-4, section 6.4. */
  SHA512("SHA-512", "2.16.840.1.101.3.4.2.3", false);

  private final String printed;
  private final String identifier;
  private final boolean weak;

  HashAlgorithm(String printed, String identifier, boolean weak) {
    this.printed = printed;
    this.identifier = identifier;
    this.weak = weak;
  }

  /** Returns the algorithm of an object identifier (RFC 8017, appendix B.1); absent if unknown. */
  static Optional<HashAlgorithm> of(String identifier) {
    return Arrays.stream(values()).filter(each -> each.identifier.equals(identifier)).findFirst();
  }

  /**
   * Returns whether two files of one digest can be made (RFC 6151, section 2.1; RFC 6194, section
   * 3.1), so that an altered file may have the signed one's.
   */
  public boolean isWeak() {
    return weak;
  }

  /** Returns a new computation, as every Java has it. */
  MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(printed);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + printed, e);
    }
  }

  int bytes() {
    return newDigest().getDigestLength();
  }

  /** Returns the name that standards print, such as {@code SHA-256}. */
  @Override
  public String toString() {
    return printed;
  }
}
