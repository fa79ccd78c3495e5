package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.file.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * By which algorithms rows list digests, by the sizes that files of theirs may have. It is asked of
 * every file, so most rows are looked up and not gone over. Immutable.
 */
final class ListedAlgorithms {
  private final Map<Long, Set<Digest.Algorithm>> ofExactSize = new HashMap<>();
  private final List<ExpectedFile> ofOtherSizes = new ArrayList<>();

  private ListedAlgorithms() {}

  static ListedAlgorithms of(List<ExpectedFile> rows) {
    ListedAlgorithms listed = new ListedAlgorithms();
    for (ExpectedFile row : rows) {
      OptionalLong exact = row.size().map(ListedSize::exactBytes).orElse(OptionalLong.empty());
      if (exact.isPresent()) {
        listed
            .ofExactSize
            .computeIfAbsent(exact.getAsLong(), size -> EnumSet.noneOf(Digest.Algorithm.class))
            .addAll(row.hashes().digests().algorithms());
      } else {
        listed.ofOtherSizes.add(row);
      }
    }
    return listed;
  }

  /** Returns the algorithms of all rows of which a file of that size may be. */
  Set<Digest.Algorithm> forSize(long bytes) {
    Set<Digest.Algorithm> exact = ofExactSize.getOrDefault(bytes, Set.of());
    if (ofOtherSizes.isEmpty()) {
      return Collections.unmodifiableSet(exact);
    }
    Set<Digest.Algorithm> algorithms = EnumSet.noneOf(Digest.Algorithm.class);
    algorithms.addAll(exact);
    for (ExpectedFile row : ofOtherSizes) {
      if (!row.isOfOtherSize(bytes)) {
        algorithms.addAll(row.hashes().digests().algorithms());
      }
    }
    return algorithms;
  }
}
