package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;

/**
 * A digest of what a signature signs: of a package's streams, of a program without its signatures,
 * or of a file's bytes. Immutable.
 *
 * @param hex its bytes as hexadecimal digits in lower case
 */
public record ContentDigest(HashAlgorithm algorithm, String hex) {
  /** Checks that nothing is null. */
  public ContentDigest {
    requireNonNull(algorithm, "algorithm");
    requireNonNull(hex, "hex");
  }

  static ContentDigest of(HashAlgorithm algorithm, byte[] digest) {
    return new ContentDigest(algorithm, HexFormat.of().formatHex(digest));
  }

  /** Returns the algorithm and the digits: {@code SHA-256 9f86...}. */
  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
