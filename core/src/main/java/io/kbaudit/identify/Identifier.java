package io.kbaudit.identify;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.match.OriginalName;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the files that rows list, as articles come by one after another: it holds the files by
 * digest, name and size, and of the articles nothing but what was found. Not safe for use by
 * several threads.
 */
final class Identifier {
  /** A file with what was found so far; the better matches are kept. */
  private static final class Sought {
    final String path;
    final ObservedFile file;
    final List<FileName> originalNames;
    final List<RowMatch> matches = new ArrayList<>(1);
    int found;

    Sought(String path, ObservedFile file) {
      this.path = path;
      this.file = file;
      this.originalNames =
          file instanceof ObservedFile.Readable readable
              ? OriginalName.statedBy(readable).stream().map(OriginalName::name).distinct().toList()
              : List.of();
    }

    void add(RowMatch match) {
      found++;
      matches.add(match);
      if (matches.size() > 2 * IdentifiedFile.MATCHES_KEPT) {
        drop();
      }
    }

    private void drop() {
      matches.sort(null);
      if (matches.size() > IdentifiedFile.MATCHES_KEPT) {
        matches.subList(IdentifiedFile.MATCHES_KEPT, matches.size()).clear();
      }
    }

    IdentifiedFile result() {
      drop();
      Optional<String> reason =
          file instanceof ObservedFile.Unreadable unreadable
              ? Optional.of(unreadable.reason())
              : Optional.empty();
      return new IdentifiedFile(path, reason, matches, found - matches.size());
    }
  }

  private final List<Sought> files = new ArrayList<>();
  private final Map<Digest, List<Integer>> byDigest = new HashMap<>();
  private final NavigableMap<FileName, List<Integer>> byName = new TreeMap<>();
  private final Map<FileName, List<Integer>> byOriginalName = new HashMap<>();
  private final Map<Long, List<Integer>> bySize = new HashMap<>();
  private final Set<Integer> keys = new HashSet<>();
  private final List<ArticleTally> here = new ArrayList<>();

  /**
   * Creates one that seeks these files.
   *
   * @param files by the paths under which they are reported, in that order
   */
  Identifier(Map<String, ObservedFile> files) {
    files.forEach((path, file) -> add(new Sought(path, file)));
    byDigest.keySet().forEach(digest -> keys.add(RowKeys.of(digest)));
    byName.keySet().forEach(name -> keys.add(RowKeys.of(name)));
    byOriginalName.keySet().forEach(name -> keys.add(RowKeys.of(name)));
    bySize.keySet().forEach(size -> keys.add(RowKeys.of(size)));
  }

  private void add(Sought sought) {
    int index = files.size();
    files.add(sought);
    if (sought.file instanceof ObservedFile.Readable readable) {
      readable.digests().all().forEach(digest -> put(byDigest, digest, index));
      put(byName, readable.name(), index);
      sought.originalNames.forEach(name -> put(byOriginalName, name, index));
      put(bySize, readable.sizeBytes(), index);
    }
  }

  private static <K> void put(Map<K, List<Integer>> map, K key, int index) {
    map.computeIfAbsent(key, first -> new ArrayList<>(1)).add(index);
  }

  /** Returns whether a row of these keys may list one of the files. */
  boolean mayFind(RowKeys rows) {
    return rows.mayBeAmong(keys);
  }

  /** Finds the files that the rows of an article list. */
  void seek(FolderArticle article, List<ExpectedFile> rows) {
    Map<Integer, List<RowMatch>> found = new LinkedHashMap<>();
    for (ExpectedFile row : rows) {
      for (int index : candidates(row)) {
        match(article, row, files.get(index))
            .ifPresent(
                match -> found.computeIfAbsent(index, first -> new ArrayList<>(1)).add(match));
      }
    }
    if (!found.isEmpty()) {
      found.replaceAll((index, matches) -> ofTheFileAlone(matches));
      found.forEach((index, matches) -> matches.forEach(files.get(index)::add));
      here.add(tally(article, rows, found.values()));
    }
  }

  private static Optional<RowMatch> match(FolderArticle article, ExpectedFile row, Sought sought) {
    RowLikeness likeness =
        RowLikeness.of(row, (ObservedFile.Readable) sought.file, sought.originalNames);
    return likeness
        .evidence()
        .map(
            evidence ->
                new RowMatch(
                    article,
                    row.row(),
                    row.line(),
                    row.name().best().spelling(),
                    evidence,
                    likeness.traits(),
                    likeness.digests()));
  }

  /** Returns the files that may be the row's, the order in which they are sought kept. */
  private Set<Integer> candidates(ExpectedFile row) {
    Set<Integer> candidates = new TreeSet<>();
    row.hashes()
        .digests()
        .all()
        .forEach(digest -> candidates.addAll(byDigest.getOrDefault(digest, List.of())));
    FileName name = row.name().best();
    if (row.name().isKnown()) {
      candidates.addAll(byName.getOrDefault(name, List.of()));
      candidates.addAll(byOriginalName.getOrDefault(name, List.of()));
    } else {
      for (Map.Entry<FileName, List<Integer>> each : byName.tailMap(name, true).entrySet()) {
        if (!each.getKey().startsWith(name)) {
          break;
        }
        candidates.addAll(each.getValue());
      }
    }
    if (row.modified().isPresent()) {
      OptionalLong size = row.size().map(ListedSize::exactBytes).orElse(OptionalLong.empty());
      if (size.isPresent()) {
        candidates.addAll(bySize.getOrDefault(size.getAsLong(), List.of()));
      }
    }
    return candidates;
  }

  /**
   * Returns the matches of one file within an article. Where a row is the file's in all that it
   * lists, those of another name, size or date are other files' rows, but for the same contents.
   */
  private static List<RowMatch> ofTheFileAlone(List<RowMatch> matches) {
    if (matches.stream().noneMatch(match -> match.traits().areClean())) {
      return matches;
    }
    return matches.stream()
        .filter(match -> match.evidence() == MatchEvidence.DIGEST || match.traits().areClean())
        .toList();
  }

  private static ArticleTally tally(
      FolderArticle article, List<ExpectedFile> rows, Collection<List<RowMatch>> found) {
    Map<Integer, Integer> groups = new HashMap<>();
    rows.forEach(row -> groups.put(row.row(), row.alternativeTo().orElse(row.row())));
    Map<Integer, MatchEvidence> best = new HashMap<>();
    for (List<RowMatch> matches : found) {
      for (RowMatch match : matches) {
        best.merge(
            groups.getOrDefault(match.row(), match.row()),
            match.evidence(),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    MatchEvidence weakest = best.values().stream().max(MatchEvidence::compareTo).orElseThrow();
    return new ArticleTally(article, best.size(), weakest);
  }

  /** Returns how many of these rows must be there: of alternatives, one. */
  static int count(List<ExpectedFile> rows) {
    return (int) rows.stream().filter(row -> row.alternativeTo().isEmpty()).count();
  }

  List<IdentifiedFile> files() {
    return files.stream().map(Sought::result).toList();
  }

  List<ArticleTally> here() {
    return here;
  }
}
