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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files by size and the true times that they may have, and by their contents, to find a row's
 * without its name.
 */
public final class ContentIndex {
  /**
   * A file at one of the times that it may have.
   *
   * @param again whether it is at an earlier one, too
   */
  private record Entry(long size, Instant time, ObservedFile.Readable file, boolean again) {}

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
        files.<Entry>mapMulti((file, add) -> enter(file, times, add)).sorted(ORDER).toList();
    for (Entry entry : entries) {
      Optional<Digest> hash = entry.file().sha256();
      if (hash.isPresent() && !entry.again()) {
        byContents.computeIfAbsent(hash.get(), key -> new ArrayList<>(1)).add(entry.file());
      }
    }
  }

  private static void enter(ObservedFile.Readable file, TimeComparison times, Consumer<Entry> add) {
    boolean again = false;
    for (Instant time : times.trueTimes(file.modified())) {
      add.accept(new Entry(file.sizeBytes(), time, file, again));
      again = true;
    }
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
    ListedTime listed = row.modified().orElseThrow();
    Instant latest = times.latest(listed);
    int first = firstAtOrAfter(size, times.earliest(listed));
    return entries.subList(first, entries.size()).stream()
        .takeWhile(entry -> entry.size() == size && !entry.time().isAfter(latest))
        .filter(entry -> entry.time().equals(times.trueTime(listed, entry.file().modified())))
        .map(Entry::file)
        .filter(file -> times.agrees(listed, file.modified()));
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
