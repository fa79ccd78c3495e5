package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One signature of a file, and what it is worth. Immutable.
 *
 * @param origin where it is
 * @param catalog the file name of the catalog that it is in; absent where it is in the file itself
 * @param signer absent where the signature does not say, or cannot be read
 * @param timeStamp the one by which it is judged; absent where it has none that can be read
 * @param signed what it says of the file; absent where it cannot be read
 * @param computed what is true of the file, by the same algorithm; absent likewise
 * @param chain subjects of the certificates (RFC 4514), from the signer's on, as far as they lead;
 *     the last is that of a trusted root only where the grade says so
 * @param doubt what keeps it from being trusted; absent of other grades than {@link
 *     Grade#INTACT_UNTRUSTED}
 * @param reasons why the grade is no better, each a clause; none of one that is {@link
 *     Grade#TRUSTED}
 * @param remarks what else is to be known of it, each a clause: weak algorithms, what was not
 *     checked, what is in it that it does not sign
 */
public record Signature(
    Grade grade,
    Origin origin,
    Optional<String> catalog,
    Optional<Signer> signer,
    Optional<TimeStamp> timeStamp,
    Optional<ContentDigest> signed,
    Optional<ContentDigest> computed,
    List<String> chain,
    Optional<Doubt> doubt,
    List<String> reasons,
    List<String> remarks) {
  /** Where a signature is. */
  public enum Origin {
    /** In the file. */
    EMBEDDED,
    /** In another signature of the file, as a second one of another algorithm mostly is. */
    NESTED,
    /** In a catalog that lists the file. */
    CATALOG
  }

  /** Copies the lists. */
  public Signature {
    requireNonNull(grade, "grade");
    requireNonNull(origin, "origin");
    requireNonNull(catalog, "catalog");
    requireNonNull(signer, "signer");
    requireNonNull(timeStamp, "timeStamp");
    requireNonNull(signed, "signed");
    requireNonNull(computed, "computed");
    chain = List.copyOf(chain);
    if (doubt.isPresent() != (grade == Grade.INTACT_UNTRUSTED)) {
      throw new IllegalArgumentException(grade + " with " + doubt);
    }
    reasons = List.copyOf(reasons);
    remarks = List.copyOf(remarks);
  }
}
