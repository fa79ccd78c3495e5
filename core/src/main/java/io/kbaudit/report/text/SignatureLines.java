package io.kbaudit.report.text;

import io.kbaudit.report.finding.Fact;
import io.kbaudit.signature.ContentDigest;
import io.kbaudit.signature.MetadataDigest;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.SignatureWords;
import io.kbaudit.signature.Signer;
import io.kbaudit.signature.TimeStamp;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** The signatures of a file as labels and values for people, each in full. */
final class SignatureLines {
  private SignatureLines() {}

  /** Returns the lines of all signatures, and what is to be known of the file as a whole. */
  static List<Fact> of(SignatureInspection read) {
    List<Fact> lines = new ArrayList<>();
    if (read.signatures().isEmpty()) {
      add(lines, "Grade", read.grade().name());
    }
    for (Signature signature : read.signatures()) {
      add(lines, signature);
    }
    read.metadata().ifPresent(metadata -> add(lines, "Metadata", words(metadata)));
    read.remarks().forEach(remark -> add(lines, "Remark", remark));
    return lines;
  }

  private static String words(MetadataDigest metadata) {
    return metadata.matches()
        ? "names, sizes, times and classes are signed too: " + metadata.stored()
        : "stored as "
            + metadata.stored()
            + metadata.computed().map(computed -> ", found " + computed).orElse("");
  }

  private static void add(List<Fact> lines, Signature signature) {
    add(lines, "Grade", signature.grade() + where(signature));
    signature.signer().ifPresent(signer -> add(lines, signer));
    add(lines, "Time stamp", signature.timeStamp().map(SignatureLines::time).orElse("none"));
    signature.signed().ifPresent(signed -> add(lines, "Signed", digest(signed)));
    signature
        .computed()
        .filter(computed -> !signature.signed().equals(signature.computed()))
        .ifPresent(computed -> add(lines, "Found", digest(computed)));
    if (!signature.chain().isEmpty()) {
      add(lines, "Chain", String.join("; by ", signature.chain()));
    }
    signature.reasons().forEach(reason -> add(lines, "Reason", reason));
    signature.remarks().forEach(remark -> add(lines, "Remark", remark));
  }

  private static void add(List<Fact> lines, Signer signer) {
    add(lines, "Signer", signer.subject());
    add(lines, "Issuer", signer.issuer());
    add(lines, "Certificate", "SHA-256 " + signer.sha256().hex());
    add(
        lines,
        "Valid",
        SignatureWords.minute(signer.notBefore())
            + " to "
            + SignatureWords.minute(signer.notAfter()));
  }

  private static String where(Signature signature) {
    return switch (signature.origin()) {
      case EMBEDDED -> ", in the file";
      case NESTED -> ", in another signature";
      case CATALOG ->
          ", in the catalog" + signature.catalog().map(name -> " '" + name + "'").orElse("");
    };
  }

  private static String time(TimeStamp stamp) {
    return SignatureWords.minute(stamp.time())
        + " by "
        + stamp.authority()
        + switch (stamp.kind()) {
          case RFC3161 -> ", RFC 3161";
          case COUNTERSIGNATURE -> ", as a countersignature";
        }
        + (stamp.counts() ? "" : "; it does not count");
  }

  private static String digest(ContentDigest digest) {
    return SignatureWords.algorithm(digest.algorithm()) + ": " + digest.hex();
  }

  /** Names in certificates are anybody's texts. */
  private static void add(List<Fact> lines, String label, String text) {
    lines.add(new Fact(label, Printable.line(text)));
  }
}
