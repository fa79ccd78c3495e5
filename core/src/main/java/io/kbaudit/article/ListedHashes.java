package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The digests of a file's contents that an article prints; mostly none. Immutable.
 *
 * @param unread what is printed where a digest is promised, and cannot be compared with a file's:
 *     no digest, one of an algorithm that is not known, or several of which only one can be right
 */
public record ListedHashes(Digests digests, Optional<String> unread) {
  /** What most articles print. */
  public static final ListedHashes NONE = new ListedHashes(Digests.NONE, Optional.empty());

  /** Checks that nothing is null. */
  public ListedHashes {
    requireNonNull(digests, "digests");
    requireNonNull(unread, "unread");
  }

  /** Returns digests, all of them read. */
  public static ListedHashes of(Digest... digests) {
    return new ListedHashes(Digests.of(digests), Optional.empty());
  }

  /** Returns what no file can be held to. */
  public static ListedHashes unread(String printed) {
    return new ListedHashes(Digests.NONE, Optional.of(printed));
  }

  /** Returns all that is printed for one file, which cannot have two digests of one kind. */
  public static ListedHashes together(Collection<ListedHashes> hashes) {
    Set<Digest> digests = new LinkedHashSet<>();
    Set<String> unread = new LinkedHashSet<>();
    for (ListedHashes one : hashes) {
      digests.addAll(one.digests.all());
      one.unread.ifPresent(unread::add);
    }
    return digests.stream().map(Digest::algorithm).distinct().count() == digests.size()
        ? new ListedHashes(
            Digests.of(digests.toArray(Digest[]::new)),
            unread.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", unread)))
        : unread(
            Stream.concat(
                    digests.stream()
                        .sorted(Comparator.comparing(Digest::algorithm).reversed())
                        .map(Digest::hex),
                    unread.stream())
                .collect(Collectors.joining(" or ")));
  }

  /** Returns all that is printed for one file here and there. */
  public ListedHashes and(ListedHashes other) {
    return together(List.of(this, other));
  }

  /** Returns whether nothing is printed. */
  public boolean areNone() {
    return digests.isEmpty() && unread.isEmpty();
  }

  /** Returns whether a digest was read. */
  public boolean hasDigest() {
    return !digests.isEmpty();
  }
}
