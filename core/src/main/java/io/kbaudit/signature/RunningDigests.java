package io.kbaudit.signature;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Digests of a file's bytes while they are read in their order, but for those left out. */
final class RunningDigests {
  private final Map<HashAlgorithm, MessageDigest> digests = new EnumMap<>(HashAlgorithm.class);
  private final List<Range> leftOut;
  private long at;

  /** Bytes of a file, from the first to the one before {@code end}. */
  record Range(long start, long end) {}

  RunningDigests(Set<HashAlgorithm> algorithms, List<Range> leftOut) {
    algorithms.forEach(algorithm -> digests.put(algorithm, algorithm.newDigest()));
    this.leftOut = List.copyOf(leftOut);
  }

  boolean isEmpty() {
    return digests.isEmpty();
  }

  /** Takes the next bytes of the file. */
  void update(byte[] bytes, int start, int length) {
    long end = at + length;
    long from = at;
    while (from < end) {
      long first = from;
      long skipped =
          leftOut.stream()
              .filter(range -> range.start() <= first && first < range.end())
              .mapToLong(Range::end)
              .max()
              .orElse(first);
      if (skipped > first) {
        from = skipped;
        continue;
      }
      long until =
          leftOut.stream()
              .mapToLong(Range::start)
              .filter(next -> next > first)
              .reduce(end, Math::min);
      for (MessageDigest digest : digests.values()) {
        digest.update(bytes, start + (int) (first - at), (int) (until - first));
      }
      from = until;
    }
    at = end;
  }

  /** Returns the digests of all that was given. */
  Map<HashAlgorithm, ContentDigest> digests() {
    return of(digests);
  }

  /** Returns new computations. */
  static Map<HashAlgorithm, MessageDigest> start(Collection<HashAlgorithm> algorithms) {
    Map<HashAlgorithm, MessageDigest> started = new EnumMap<>(HashAlgorithm.class);
    algorithms.forEach(algorithm -> started.put(algorithm, algorithm.newDigest()));
    return started;
  }

  /** Ends computations. */
  static Map<HashAlgorithm, ContentDigest> of(Map<HashAlgorithm, MessageDigest> computations) {
    Map<HashAlgorithm, ContentDigest> done = new EnumMap<>(HashAlgorithm.class);
    computations.forEach(
        (algorithm, digest) -> done.put(algorithm, ContentDigest.of(algorithm, digest.digest())));
    return done;
  }
}
