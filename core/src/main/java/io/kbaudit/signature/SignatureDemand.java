package io.kbaudit.signature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is demanded of the signatures of files, beyond that one which is there is not broken.
 * Immutable.
 *
 * @param required whether each file must have a trusted one; it must where publishers are named
 * @param publishers any of whom will do as its signer; empty where any signer will
 */
public record SignatureDemand(boolean required, List<Publisher> publishers) {
  /** Nothing: a file may have no signature, or one for whose signer nobody vouches. */
  public static final SignatureDemand NONE = new SignatureDemand(false, List.of());

  /** A trusted signature, by whomever. */
  public static final SignatureDemand REQUIRED = new SignatureDemand(true, List.of());

  /** Drops repeated publishers. */
  public SignatureDemand {
    publishers = List.copyOf(new LinkedHashSet<>(publishers));
    required = required || !publishers.isEmpty();
  }

  /** Returns the demand of a trusted signature by one of {@code publishers}, if there are any. */
  public static SignatureDemand signedBy(List<Publisher> publishers) {
    return new SignatureDemand(true, publishers);
  }

  /**
   * Returns the demand that meets both: of publishers those that both name, where both name some.
   *
   * @throws IllegalArgumentException if {@link #contradicts} says that there is none
   */
  public SignatureDemand and(SignatureDemand other) {
    if (contradicts(other)) {
      throw new IllegalArgumentException("nobody is both " + this + " and " + other);
    }
    List<Publisher> both = new ArrayList<>(publishers.isEmpty() ? other.publishers : publishers);
    if (!other.publishers.isEmpty()) {
      both.retainAll(other.publishers);
    }
    return new SignatureDemand(required || other.required, both);
  }

  /** Returns whether both name publishers, and none that the other names too. */
  public boolean contradicts(SignatureDemand other) {
    return !publishers.isEmpty()
        && !other.publishers.isEmpty()
        && publishers.stream().noneMatch(other.publishers::contains);
  }

  /** Returns whether {@code signature} is by one of the publishers; of none it never is. */
  public boolean names(Signature signature) {
    return signature.signer().stream()
        .anyMatch(signer -> publishers.stream().anyMatch(each -> each.is(signer)));
  }

  /**
   * Returns whether the very certificate of {@code signature} is named. That is proof of the signer
   * though no root vouches for it, or its time is over.
   */
  public boolean namesCertificateOf(Signature signature) {
    return signature.signer().stream()
        .anyMatch(
            signer ->
                publishers.stream()
                    .filter(each -> each.certificate().isPresent())
                    .anyMatch(each -> each.is(signer)));
  }

  /** Returns what is demanded, in words: {@code a trusted signature of 'Contoso'}. */
  @Override
  public String toString() {
    if (!required) {
      return "no broken signature";
    }
    return publishers.isEmpty()
        ? "a trusted signature"
        : publishers.stream()
            .map(each -> "'" + each.text() + "'")
            .collect(Collectors.joining(" or ", "a trusted signature of ", ""));
  }
}
