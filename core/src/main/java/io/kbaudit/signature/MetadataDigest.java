package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The digest of names, sizes, times and classes of what is in a package, which its signature covers
 * where it is there. Immutable.
 *
 * @param stored as the package has it, in hexadecimal digits; that one is part of the digest of its
 *     contents
 * @param computed what is true of the package; absent where the stored one is as long as none by an
 *     algorithm of its signatures
 */
public record MetadataDigest(String stored, Optional<String> computed) {
  /** Checks that nothing is null. */
  public MetadataDigest {
    requireNonNull(stored, "stored");
    requireNonNull(computed, "computed");
  }

  /** Returns whether the stored one is the true one. */
  public boolean matches() {
    return computed.filter(stored::equals).isPresent();
  }
}
