package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * All signatures of a file that were found, and what else was seen in looking for them. Immutable.
 *
 * @param signatures in the order found: those in the file first, each before those nested in it
 * @param remarks what is to be known of the file as a whole, each a clause: that no catalog lists
 *     it
 * @param metadata of a package; absent where it has no such digest, and of other files
 */
public record SignatureInspection(
    List<Signature> signatures, List<String> remarks, Optional<MetadataDigest> metadata) {
  /** Copies the lists. */
  public SignatureInspection {
    requireNonNull(metadata, "metadata");
    signatures = List.copyOf(signatures);
    remarks = List.copyOf(remarks);
  }

  /** Creates one of a file without a digest of metadata. */
  public SignatureInspection(List<Signature> signatures, List<String> remarks) {
    this(signatures, remarks, Optional.empty());
  }

  /**
   * Returns the signature that decides what the file is worth: a broken one if there is any, since
   * the others cannot mend it; else the best, the first of those.
   */
  public Optional<Signature> decisive() {
    Optional<Signature> best = Optional.empty();
    for (Signature each : signatures) {
      if (each.grade().isBroken()) {
        return Optional.of(each);
      }
      if (best.isEmpty() || each.grade().compareTo(best.get().grade()) > 0) {
        best = Optional.of(each);
      }
    }
    return best;
  }

  /** Returns the grade of the decisive signature; {@link Grade#UNSIGNED} where there is none. */
  public Grade grade() {
    return decisive().map(Signature::grade).orElse(Grade.UNSIGNED);
  }
}
