package io.kbaudit.signature;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What signatures are worth, in half a sentence for people; texts of others stand as they are. */
public final class SignatureWords {
  /** That revocation was not checked, among the {@linkplain Signature#remarks() remarks}. */
  static final String REVOCATION_UNCHECKED = "whether a certificate was revoked was not checked";

  /** How a remark begins that revocation was looked for, and cannot be told. */
  static final String REVOCATION_UNKNOWN = "whether a certificate was revoked is not known: ";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SignatureWords() {}

  /**
   * Returns the grade, the signer, the time and the algorithm, then why the grade is no better and
   * what else is to be known: {@code TRUSTED: signed by 'Contoso', time stamp 2011-01-10 09:00 UTC,
   * SHA-256}. That revocation was not checked is left out, since it is said once for all.
   */
  public static String of(Signature signature) {
    List<String> clauses = new ArrayList<>();
    clauses.add(head(signature));
    clauses.addAll(signature.reasons());
    signature.remarks().stream()
        .filter(remark -> !remark.equals(REVOCATION_UNCHECKED))
        .forEach(clauses::add);
    return String.join("; ", clauses);
  }

  /** Returns the same of the signature that decides, what others there are, and all remarks. */
  public static String of(SignatureInspection inspection, Signature decisive) {
    List<String> clauses = new ArrayList<>();
    clauses.add(of(decisive));
    inspection.signatures().stream()
        .filter(other -> !other.equals(decisive))
        .map(other -> "besides, " + head(other))
        .forEach(clauses::add);
    clauses.addAll(inspection.remarks());
    return String.join("; ", clauses);
  }

  private static String head(Signature signature) {
    return signature.grade()
        + ": "
        + signature
            .signer()
            .map(signer -> "signed by '" + signer.name() + "'")
            .orElse("by whom cannot be read")
        + where(signature)
        + signature.timeStamp().map(SignatureWords::time).orElse("")
        + signature.signed().map(digest -> ", " + algorithm(digest.algorithm())).orElse("");
  }

  private static String where(Signature signature) {
    return switch (signature.origin()) {
      case EMBEDDED -> "";
      case NESTED -> ", in another signature";
      case CATALOG ->
          ", in the catalog" + signature.catalog().map(name -> " '" + name + "'").orElse("");
    };
  }

  private static String time(TimeStamp stamp) {
    return ", time stamp "
        + minute(stamp.time())
        + (stamp.counts() ? "" : ", which does not count");
  }

  /** Returns an algorithm, and whether it is weak. */
  public static String algorithm(HashAlgorithm algorithm) {
    return algorithm + (algorithm.isWeak() ? ", which is weak" : "");
  }

  /** Returns for example {@code 2011-01-10 09:00 UTC}. */
  public static String minute(Instant time) {
    return MINUTE.format(time);
  }

  /** Returns whether of an intact signature it is not known that no certificate was revoked. */
  public static boolean isRevocationUnchecked(Signature signature) {
    return signature.grade().isIntact()
        && signature.remarks().stream()
            .anyMatch(
                remark ->
                    remark.equals(REVOCATION_UNCHECKED) || remark.startsWith(REVOCATION_UNKNOWN));
  }
}
