package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Sha1;
import io.kbaudit.file.Sha256;
import java.util.Optional;

/** The digests of a file's contents that an article prints; mostly none. */
public record ListedHashes(Optional<Sha1> sha1, Optional<Sha256> sha256) {
  /** What most articles print. */
  public static final ListedHashes NONE = new ListedHashes(Optional.empty(), Optional.empty());

  /** Checks that nothing is null. */
  public ListedHashes {
    requireNonNull(sha1, "sha1");
    requireNonNull(sha256, "sha256");
  }

  /** Returns whether no digest is printed. */
  public boolean areNone() {
    return sha1.isEmpty() && sha256.isEmpty();
  }
}
