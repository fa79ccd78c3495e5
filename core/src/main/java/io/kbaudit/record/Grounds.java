package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.database.DatabaseObjects;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.signature.SignatureEvidence;
import java.util.Optional;

/**
 * What the answer about a place rests on besides its files, what their rows list, and the policy:
 * how thoroughly the files were looked into, and to what they were held. What is too much to be
 * written down is told by its SHA-256, which is another where another answer may follow. Immutable.
 *
 * @param thorough whether what is packed in packages was unpacked, so far as anything was read
 * @param followsLinks whether it was looked where links lead out of the folder
 * @param article what the article says of its files that is not among what a row lists
 * @param profile what the profile demands of the files of the place; absent where there was none
 * @param baseline the contents to which files were held; absent where there were none
 * @param signatures by what signatures were judged; none where they were not looked at
 * @param computer what else was known of the computer
 */
public record Grounds(
    boolean thorough,
    boolean followsLinks,
    Digest article,
    Optional<Digest> profile,
    Optional<Digest> baseline,
    SignatureEvidence signatures,
    Computer computer) {

  /**
   * What was known of a computer besides the files at one place. What it says changes as the
   * computer does, and is no other question.
   *
   * @param registry whether it was known what is registered as installed
   * @param programs whether it was known what is in the folder to which programs are installed
   * @param database whether it was known what a database has
   * @param databaseName which database that is; absent where nobody said
   */
  public record Computer(
      boolean registry, boolean programs, boolean database, Optional<String> databaseName) {
    /** Nothing else was known. */
    public static final Computer UNKNOWN = new Computer(false, false, false, Optional.empty());

    /** Checks that no database is named of which nothing was known. */
    public Computer {
      requireNonNull(databaseName, "databaseName");
      if (databaseName.isPresent() && !database) {
        throw new IllegalArgumentException("nothing is known of " + databaseName.get());
      }
    }

    static Computer of(FurtherEvidence evidence) {
      return new Computer(
          evidence.registry().isPresent(),
          evidence.programs().isPresent(),
          evidence.database().isPresent(),
          evidence.database().flatMap(DatabaseObjects::database));
    }
  }

  /** Checks that each digest is one of SHA-256. */
  public Grounds {
    requireNonNull(article, "article").require(Digest.Algorithm.SHA256);
    requireNonNull(profile, "profile").ifPresent(Grounds::check);
    requireNonNull(baseline, "baseline").ifPresent(Grounds::check);
    requireNonNull(signatures, "signatures");
    requireNonNull(computer, "computer");
  }

  private static void check(Digest digest) {
    digest.require(Digest.Algorithm.SHA256);
  }

  static Grounds of(AuditRequest request, Inventory inventory) {
    return new Grounds(
        request.policy().readsContents() && inventory.extent().thorough(),
        inventory.extent().followsLinks(),
        StandardDigest.of(request.article()),
        request.profile().map(profile -> StandardDigest.of(profile, request)),
        request.baseline().map(StandardDigest::of),
        request.policy().checks().contains(Check.SIGNATURE)
            ? inventory.extent().evidence()
            : SignatureEvidence.NONE,
        Computer.of(request.evidence()));
  }
}
