package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import io.kbaudit.text.Letters;
import java.util.Optional;

/**
 * Who is to have signed: a name, or one certificate. Immutable.
 *
 * @param text as given; of a certificate its digits, in one spelling
 * @param certificate the SHA-256 of the one certificate that will do; absent where it is a name
 */
public record Publisher(String text, Optional<Digest> certificate) {
  /** Checks that there is a name. */
  public Publisher {
    requireNonNull(certificate, "certificate");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a publisher without a name");
    }
  }

  /**
   * Returns the publisher that is written so: 64 hexadecimal digits, with or without colons between
   * pairs, are a certificate's SHA-256; all else is a name.
   */
  public static Publisher of(String text) {
    Optional<Digest> certificate =
        Digest.Algorithm.SHA256.find(Letters.small(text.replace(":", "")));
    return new Publisher(certificate.map(Digest::hex).orElse(text), certificate);
  }

  /** Returns whether it is {@code signer}: by common name or organization, spelt exactly so. */
  public boolean is(Signer signer) {
    return certificate
        .map(signer.sha256()::equals)
        .orElseGet(
            () ->
                signer.commonName().filter(text::equals).isPresent()
                    || signer.organization().filter(text::equals).isPresent());
  }
}
