package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.ObservedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files by size and true time, and by their contents, to find a row's without its name. */
public final class ContentIndex {
  private record Entry(long size, Instant time, ObservedFile.Readable file) {}

  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::size)
          .thenComparing(Entry::time)
          .thenComparing(entry -> entry.file().path());

  private final List<Entry> entries;
  private final Map<Digest, List<ObservedFile.Readable>> byContents = new HashMap<>();
  private final TimeComparison times;

  private ContentIndex(Stream<ObservedFile.Readable> files, TimeComparison times) {
    this.times = times;
    this.entries =
        files
            .map(file -> new Entry(file.sizeBytes(), times.trueTime(file.modified()), file))
            .sorted(ORDER)
            .toList();
    entries.forEach(
        entry ->
            entry
                .file()
                .sha256()
                .ifPresent(
                    hash ->
                        byContents
                            .computeIfAbsent(hash, key -> new ArrayList<>(1))
                            .add(entry.file())));
  }

  /** Returns an index of those of {@code files} that may be looked for by one of {@code rows}. */
  static ContentIndex of(
      Collection<? extends ObservedFile> files,
      Collection<ExpectedFile> rows,
      RowComparison comparison) {
    return of(files, file -> true, rows, comparison);
  }

  /** Returns the same of those that are wanted, which is not asked of what no row may look for. */
  static ContentIndex of(
      Collection<? extends ObservedFile> files,
      Predicate<ObservedFile> wanted,
      Collection<ExpectedFile> rows,
      RowComparison comparison) {
    Set<Long> sizes = new HashSet<>();
    Set<Digest> pinned = new HashSet<>();
    for (ExpectedFile row : rows) {
      row.size().map(ListedSize::exactBytes).ifPresent(size -> size.ifPresent(sizes::add));
      comparison.pins().of(row).ifPresent(file -> pinned.add(file.sha256()));
    }
    return new ContentIndex(
        ObservedFile.Readable.streamOf(files)
            .filter(
                file ->
                    sizes.contains(file.sizeBytes())
                        || file.sha256().filter(pinned::contains).isPresent())
            .filter(wanted),
        comparison.times());
  }

  /** Returns the hashed files of these contents, by time and path. */
  Stream<ObservedFile.Readable> filesWith(Digest contents) {
    return byContents.getOrDefault(contents, List.of()).stream();
  }

  /** Returns whether a row says enough to find a file by: an exact size, and a date. */
  public static boolean describes(ExpectedFile row) {
    return row.modified().isPresent()
        && row.size().isPresent()
        && row.size().get().exactBytes().isPresent();
  }

  /**
   * Returns groups of rows that list the same, the earliest first. Rows of adjacent minutes may
   * both agree with a file on the edge between them; where each takes the earliest file left, as
   * many as can find one.
   */
  static List<List<ExpectedFile>> byTime(Collection<List<ExpectedFile>> groups) {
    return groups.stream()
        .sorted(
            Comparator.comparing(
                rows -> rows.get(0).modified().map(ListedTime::end).orElse(Instant.MAX)))
        .toList();
  }

  /** Returns the files of the row's size and date, by time and path; none if it says too little. */
  Stream<ObservedFile.Readable> filesLike(ExpectedFile row) {
    if (!describes(row)) {
      return Stream.empty();
    }
    long size = row.size().orElseThrow().exactBytes().orElseThrow();
    Instant latest = times.latest(row.modified().orElseThrow());
    int first = firstAtOrAfter(size, times.earliest(row.modified().orElseThrow()));
    return entries.subList(first, entries.size()).stream()
        .takeWhile(entry -> entry.size() == size && !entry.time().isAfter(latest))
        .map(Entry::file)
        .filter(file -> times.agrees(row.modified().orElseThrow(), file.modified()));
  }

  private int firstAtOrAfter(long size, Instant time) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Entry entry = entries.get(middle);
      boolean before = entry.size() < size || (entry.size() == size && entry.time().isBefore(time));
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
