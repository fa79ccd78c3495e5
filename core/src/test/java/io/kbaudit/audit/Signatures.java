package io.kbaudit.audit;

import io.kbaudit.file.Digest;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.signature.ContentDigest;
import io.kbaudit.signature.Doubt;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.HashAlgorithm;
import io.kbaudit.signature.MetadataDigest;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.Signer;
import io.kbaudit.signature.TimeStamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signatures of any worth, made by hand. */
public final class Signatures {
  /** The SHA-256 of the certificate of all that Contoso signs. */
  public static final String CERTIFICATE = "c".repeat(64);

  private Signatures() {}

  /** Returns a signature of Contoso Ltd (of the organization Contoso), stamped in January 2011. */
  public static Signature of(Grade grade) {
    return of(grade, "Contoso Ltd", HashAlgorithm.SHA256);
  }

  /** Returns a signature of a signer of this common name, by the certificate of all of Contoso. */
  public static Signature of(Grade grade, String commonName, HashAlgorithm algorithm) {
    return of(grade, commonName, algorithm, CERTIFICATE);
  }

  /** Returns a signature of a signer of this common name, by another certificate. */
  public static Signature ofOther(Grade grade, String commonName, HashAlgorithm algorithm) {
    return of(grade, commonName, algorithm, "d".repeat(64));
  }

  private static Signature of(
      Grade grade, String commonName, HashAlgorithm algorithm, String certificate) {
    String reason =
        switch (grade) {
          case DIGEST_MISMATCH -> "the file was altered since";
          case INTACT_UNTRUSTED -> "no trusted root vouches for 'Contoso CA'";
          case INTACT_EXPIRED -> "the certificate ended 2012-01-01";
          default -> "";
        };
    return new Signature(
        grade,
        Signature.Origin.EMBEDDED,
        Optional.empty(),
        Optional.of(
            new Signer(
                Optional.of(commonName),
                Optional.of("Contoso"),
                "CN=" + commonName + ",O=Contoso",
                "CN=Contoso CA",
                Digest.sha256(certificate),
                Instant.parse("2010-01-01T00:00:00Z"),
                Instant.parse("2012-01-01T00:00:00Z"))),
        Optional.of(
            new TimeStamp(
                Instant.parse("2011-01-10T09:00:42Z"), TimeStamp.Kind.RFC3161, "Clock", true)),
        Optional.of(new ContentDigest(algorithm, "ab".repeat(32))),
        Optional.of(
            new ContentDigest(
                algorithm, (grade == Grade.DIGEST_MISMATCH ? "cd" : "ab").repeat(32))),
        List.of("CN=" + commonName + ",O=Contoso", "CN=Contoso CA"),
        Optional.of(Doubt.NO_TRUSTED_ROOT).filter(doubt -> grade == Grade.INTACT_UNTRUSTED),
        reason.isEmpty() ? List.of() : List.of(reason),
        grade.isIntact()
            ? List.of("whether a certificate was revoked was not checked")
            : List.of());
  }

  /** Returns an intact signature of Contoso that is not trusted for this reason. */
  public static Signature doubted(Doubt doubt) {
    Signature untrusted = of(Grade.INTACT_UNTRUSTED);
    return new Signature(
        untrusted.grade(),
        untrusted.origin(),
        untrusted.catalog(),
        untrusted.signer(),
        untrusted.timeStamp(),
        untrusted.signed(),
        untrusted.computed(),
        untrusted.chain(),
        Optional.of(doubt),
        List.of("that certificate is " + doubt),
        untrusted.remarks());
  }

  /** Returns a signature of which nothing can be read. */
  public static Signature malformed() {
    return new Signature(
        Grade.MALFORMED,
        Signature.Origin.EMBEDDED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of("it ends in the middle of a value"),
        List.of());
  }

  /** Returns {@code file}, in which these signatures were found; none is a file without. */
  public static ObservedFile.Readable signed(ObservedFile file, Signature... signatures) {
    return ((ObservedFile.Readable) file)
        .withSignatures(
            new SignatureInspection(
                List.of(signatures),
                List.of(),
                Optional.of(new MetadataDigest("0a0b", Optional.empty()))
                    .filter(metadata -> signatures.length > 0)));
  }
}
