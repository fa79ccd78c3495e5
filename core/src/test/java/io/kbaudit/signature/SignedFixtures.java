package io.kbaudit.signature;

import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.MsiTampering;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fixtures.pe.PeTampering;
import io.kbaudit.fixtures.signing.AuthenticodeSigning;
import io.kbaudit.fixtures.signing.DigestAlgorithm;
import io.kbaudit.fixtures.signing.KeyKind;
import io.kbaudit.fixtures.signing.SigningFlaw;
import io.kbaudit.fixtures.signing.TestAuthority;
import io.kbaudit.fixtures.signing.TestSigner;
import io.kbaudit.fixtures.signing.TimeStamp;
import io.kbaudit.fixtures.signing.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One file for each way of being signed, and of being altered since. */
final class SignedFixtures {
  static final TestAuthority ROOT = TestAuthority.root("Test Root");
  static final TestSigner SIGNER = ROOT.signer("Contoso Ltd");
  static final TestSigner EXPIRED = SIGNER.valid("2010-01-01T00:00:00Z", "2012-01-01T00:00:00Z");
  static final TestSigner CLOCK = ROOT.timeStamper("Test Time");
  static final String WHILE_VALID = "2011-02-03T04:05:06Z";
  static final String AFTERWARDS = "2013-02-03T04:05:06Z";
  private static final TestAuthority OTHER = TestAuthority.root("Other Root");
  private static final Set<MsiTampering> OF_METADATA =
      Set.of(
          MsiTampering.EMPTY_STREAM_ADDED,
          MsiTampering.STREAM_RENAMED,
          MsiTampering.TIME_CHANGED,
          MsiTampering.STATE_BITS_CHANGED,
          MsiTampering.METADATA_DIGEST_REMOVED,
          MsiTampering.METADATA_DIGEST_ALTERED);

  private SignedFixtures() {}

  /** Returns files of these names, each a package and a library of one kind, in {@code folder}. */
  static List<Path> in(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, AuthenticodeSigning> each : signings().entrySet()) {
      files.add(msi(folder.resolve(each.getKey() + ".msi"), each.getValue()));
      files.add(dll(folder.resolve(each.getKey() + ".dll"), each.getValue()));
    }
    AuthenticodeSigning plain = AuthenticodeSigning.by(SIGNER);
    for (MsiTampering tampering : MsiTampering.values()) {
      Path msi = folder.resolve("altered-" + lower(tampering) + ".msi");
      AuthenticodeSigning signing =
          OF_METADATA.contains(tampering) ? plain.coveringMetadata() : plain;
      tampering.write(MsiFixture.sized(40_960).signedBy(signing), msi);
      files.add(msi);
    }
    byte[] signed = Files.readAllBytes(folder.resolve("plain.dll"));
    for (PeTampering tampering : PeTampering.values()) {
      Path dll = folder.resolve("altered-" + lower(tampering) + ".dll");
      files.add(Files.write(dll, tampering.applyTo(signed)));
    }
    return files;
  }

  /** Returns {@code signing} with a token by {@link #CLOCK}. */
  static AuthenticodeSigning stamped(AuthenticodeSigning signing, String time) {
    return stamped(signing, time, CLOCK);
  }

  static AuthenticodeSigning stamped(AuthenticodeSigning signing, String time, TestSigner by) {
    return signing.stamped(TimeStamp.rfc3161(by, time));
  }

  /** Returns {@code signing} with a countersignature by {@link #CLOCK}. */
  static AuthenticodeSigning countersigned(AuthenticodeSigning signing, String time) {
    return signing.stamped(TimeStamp.countersignature(CLOCK, time));
  }

  static Path msi(Path file, AuthenticodeSigning signing) throws IOException {
    MsiFixture.sized(40_960).signedBy(signing).writeTo(file);
    return file;
  }

  static Path dll(Path file, AuthenticodeSigning signing) throws IOException {
    PeFixture.library().writeTo(file);
    signing.signExecutable(file);
    return file;
  }

  private static Map<String, AuthenticodeSigning> signings() {
    Map<String, AuthenticodeSigning> all = new LinkedHashMap<>();
    AuthenticodeSigning plain = AuthenticodeSigning.by(SIGNER);
    AuthenticodeSigning old = AuthenticodeSigning.by(EXPIRED);
    all.put("plain", plain);
    for (DigestAlgorithm digest : DigestAlgorithm.values()) {
      all.put(lower(digest), plain.digest(digest));
    }
    all.put("rfc3161", plain.stamped(TimeStamp.rfc3161(CLOCK, AFTERWARDS)));
    all.put("countersigned", plain.stamped(TimeStamp.countersignature(CLOCK, AFTERWARDS)));
    all.put("nested", plain.digest(DigestAlgorithm.SHA1).nesting(plain));
    all.put("metadata", plain.coveringMetadata());
    all.put("ec", AuthenticodeSigning.by(SIGNER.key(KeyKind.EC_P256)));
    all.put("intermediate", AuthenticodeSigning.by(ROOT.below("Test CA").signer("Contoso Ltd")));
    all.put("expired", old);
    all.put("expired-rfc3161", old.stamped(TimeStamp.rfc3161(CLOCK, WHILE_VALID)));
    all.put("expired-countersigned", old.stamped(TimeStamp.countersignature(CLOCK, WHILE_VALID)));
    all.put("expired-stamped-later", old.stamped(TimeStamp.rfc3161(CLOCK, AFTERWARDS)));
    all.put(
        "expired-lifetime",
        AuthenticodeSigning.by(EXPIRED.usage(Usage.LIFETIME_SIGNING))
            .stamped(TimeStamp.rfc3161(CLOCK, WHILE_VALID)));
    all.put(
        "expired-foreign-stamp",
        old.stamped(TimeStamp.rfc3161(OTHER.timeStamper("Other Time"), WHILE_VALID)));
    all.put("server", AuthenticodeSigning.by(SIGNER.usage(Usage.SERVER)));
    all.put("no-usage", AuthenticodeSigning.by(SIGNER.usage(Usage.NONE_STATED)));
    all.put("untrusted", AuthenticodeSigning.by(OTHER.signer("Contoso Ltd")));
    for (SigningFlaw flaw : SigningFlaw.values()) {
      AuthenticodeSigning base =
          switch (flaw) {
            case STAMP_OF_ANOTHER -> plain.stamped(TimeStamp.rfc3161(CLOCK, AFTERWARDS));
            case WRONG_METADATA_DIGEST -> plain.coveringMetadata();
            default -> plain;
          };
      all.put("flaw-" + lower(flaw), base.flawed(flaw));
    }
    return all;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
