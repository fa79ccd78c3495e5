package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Value;
import io.kbaudit.file.Sha1;
import io.kbaudit.file.Sha256;
import io.kbaudit.inventory.ObservedFile;
import java.util.Optional;

/**
 * The digest that an article lists for a row: SHA-256 where it lists that, else SHA-1.
 *
 * @param digest with the name of the algorithm, such as {@code SHA-256 9f86...}
 */
record ListedDigest(boolean isSha256, Evidence digest) {
  /** Returns the digest of a row; absent where the article lists none. */
  static Optional<ListedDigest> of(ExpectedFile row) {
    ListedHashes hashes = row.hashes();
    return hashes
        .sha256()
        .map(hash -> new ListedDigest(true, evidence(hash)))
        .or(() -> hashes.sha1().map(hash -> new ListedDigest(false, evidence(hash))));
  }

  /** Returns the same digest of a file; absent where it was not computed. */
  Optional<Evidence> sameOf(ObservedFile.Readable file) {
    return isSha256
        ? file.sha256().map(ListedDigest::evidence)
        : file.sha1().map(ListedDigest::evidence);
  }

  static Evidence evidence(Sha256 hash) {
    return Evidence.of("SHA-256 " + hash, new Value.Sha256(hash));
  }

  private static Evidence evidence(Sha1 hash) {
    return Evidence.of("SHA-1 " + hash, new Value.Sha1(hash));
  }
}
