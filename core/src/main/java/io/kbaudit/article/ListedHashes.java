package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Sha1;
import io.kbaudit.file.Sha256;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The digests of a file's contents that an article prints; mostly none. Immutable.
 *
 * @param unread what is printed where a digest is promised, and is none
 */
public record ListedHashes(Optional<Sha1> sha1, Optional<Sha256> sha256, Optional<String> unread) {
  /** What most articles print. */
  public static final ListedHashes NONE =
      new ListedHashes(Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks that nothing is null. */
  public ListedHashes {
    requireNonNull(sha1, "sha1");
    requireNonNull(sha256, "sha256");
    requireNonNull(unread, "unread");
  }

  /** Reads the two cells, either of which may say nothing. */
  public static ListedHashes in(String sha1Cell, String sha256Cell) {
    Optional<Sha1> sha1 = Sha1.find(sha1Cell);
    Optional<Sha256> sha256 = Sha256.find(sha256Cell);
    return new ListedHashes(
        sha1,
        sha256,
        Stream.of(sha256.isEmpty() ? sha256Cell : "", sha1.isEmpty() ? sha1Cell : "")
            .filter(cell -> !PrintedRow.saysNothing(cell))
            .findFirst());
  }

  /** Returns all that is printed for one file, which cannot have two digests of one kind. */
  public static ListedHashes together(Collection<ListedHashes> hashes) {
    Set<Sha1> sha1 = new LinkedHashSet<>();
    Set<Sha256> sha256 = new LinkedHashSet<>();
    Set<String> unread = new LinkedHashSet<>();
    for (ListedHashes one : hashes) {
      one.sha1.ifPresent(sha1::add);
      one.sha256.ifPresent(sha256::add);
      one.unread.ifPresent(unread::add);
    }
    if (sha1.size() < 2 && sha256.size() < 2) {
      return new ListedHashes(
          sha1.stream().findFirst(), sha256.stream().findFirst(), unread.stream().findFirst());
    }
    String all =
        Stream.of(sha256, sha1, unread)
            .flatMap(Set::stream)
            .map(Object::toString)
            .collect(Collectors.joining(" or "));
    return new ListedHashes(Optional.empty(), Optional.empty(), Optional.of(all));
  }

  /** Returns whether nothing is printed. */
  public boolean areNone() {
    return equals(NONE);
  }

  /** Returns whether a digest was read. */
  public boolean hasDigest() {
    return sha1.isPresent() || sha256.isPresent();
  }
}
