package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import java.util.List;
import java.util.Optional;

/**
 * By what signatures were judged besides the roots of Java, each by the SHA-256 of what it holds:
 * the same in whatever order and from whatever files it was read. Immutable.
 *
 * @param roots that were trusted too; absent where there were none
 * @param revocations what authorities said of certificates; absent where nothing was given
 * @param catalogs that were looked into; absent where there were none
 */
public record SignatureEvidence(
    Optional<Digest> roots, Optional<Digest> revocations, Optional<Digest> catalogs) {
  /** There was nothing but the roots of Java. */
  public static final SignatureEvidence NONE =
      new SignatureEvidence(Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks that each digest is one of SHA-256. */
  public SignatureEvidence {
    requireNonNull(roots, "roots").ifPresent(SignatureEvidence::check);
    requireNonNull(revocations, "revocations").ifPresent(SignatureEvidence::check);
    requireNonNull(catalogs, "catalogs").ifPresent(SignatureEvidence::check);
  }

  /** Returns whether there was nothing but the roots of Java. */
  public boolean isNone() {
    return roots.isEmpty() && revocations.isEmpty() && catalogs.isEmpty();
  }

  private static void check(Digest digest) {
    digest.require(Digest.Algorithm.SHA256);
  }

  /** Returns one digest of things of these, in any order, however often; of none nothing. */
  static Optional<Digest> together(List<Digest> things) {
    return things.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Digest.ofTexts(things.stream().map(Digest::hex).sorted().distinct().toList()));
  }
}
