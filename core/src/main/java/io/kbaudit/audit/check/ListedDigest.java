package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.inventory.ObservedFile;
import java.util.Optional;

/**
 * The digest that an article lists for a row: SHA-256 where it lists that, else SHA-1.
 *
 * @param text with the name of the algorithm, such as {@code SHA-256 9f86...}
 */
record ListedDigest(boolean isSha256, String text) {
  /** Returns the digest of a row; absent where the article lists none. */
  static Optional<ListedDigest> of(ExpectedFile row) {
    ListedHashes hashes = row.hashes();
    return hashes
        .sha256()
        .map(hash -> new ListedDigest(true, "SHA-256 " + hash))
        .or(() -> hashes.sha1().map(hash -> new ListedDigest(false, "SHA-1 " + hash)));
  }

  /** Returns the same digest of a file, as text; absent where it was not computed. */
  Optional<String> sameOf(ObservedFile.Readable file) {
    return isSha256
        ? file.sha256().map(hash -> "SHA-256 " + hash)
        : file.sha1().map(hash -> "SHA-1 " + hash);
  }
}
