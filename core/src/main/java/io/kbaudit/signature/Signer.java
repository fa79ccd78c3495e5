package io.kbaudit.signature;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * The certificate by which something was signed. Immutable.
 *
 * @param commonName of its subject; absent where that has none
 * @param organization of its subject; absent where that has none
 * @param subject as RFC 4514 writes it
 * @param issuer likewise
 * @param sha256 of the whole certificate, as browsers and {@code certutil} show it
 * @param notBefore from when on it is valid
 * @param notAfter until when it is valid
 */
public record Signer(
    Optional<String> commonName,
    Optional<String> organization,
    String subject,
    String issuer,
    Digest sha256,
    Instant notBefore,
    Instant notAfter) {
  /** Checks that nothing is null. */
  public Signer {
    requireNonNull(commonName, "commonName");
    requireNonNull(organization, "organization");
    requireNonNull(subject, "subject");
    requireNonNull(issuer, "issuer");
    sha256.require(Digest.Algorithm.SHA256);
    requireNonNull(notBefore, "notBefore");
    requireNonNull(notAfter, "notAfter");
  }

  /** Returns what to call it: its common name, else its organization, else its subject. */
  public String name() {
    return commonName.or(() -> organization).orElse(subject);
  }
}
