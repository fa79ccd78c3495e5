package io.kbaudit.comparison;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Remark;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.RowRecord;
import io.kbaudit.text.English;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One place in two audits. Its findings and files are gone through anew each time they are asked
 * for, so that there can be more than fit into memory; of a saved audit, an {@link
 * UncheckedIOException} tells while that is done that it cannot be read.
 *
 * <p>Immutable.
 */
public final class PlaceComparison {
  private static final int NAMED = 3;

  private final PlaceView before;
  private final PlaceView after;
  private final List<Reason> reasons;
  private final ComparedRows rows;
  private final ComparedFiles files;
  private final Forbidden forbidden;
  private final List<Transition> obstacles;
  private final boolean differsOtherwise;
  private final Map<Change, Integer> counts = new EnumMap<>(Change.class);
  private final Map<FileChange.Kind, Integer> fileCounts = new EnumMap<>(FileChange.Kind.class);

  /**
   * Goes through all rows and files once.
   *
   * @param known in what the questions differ, as far as it is known without that; these are of the
   *     place
   * @param wholeAskedAlike whether the audits asked the same as far as it is no matter of the place
   */
  PlaceComparison(
      Optional<FolderRecord> before,
      Optional<FolderRecord> after,
      List<Reason> known,
      boolean wholeAskedAlike) {
    this.before = new PlaceView(before);
    this.after = new PlaceView(after);
    boolean askedAlike = wholeAskedAlike && known.isEmpty();
    this.rows = new ComparedRows(this.before, this.after, askedAlike);
    this.files = new ComparedFiles(this.before, this.after, askedAlike);
    this.forbidden = new Forbidden(this.before, this.after, files, askedAlike);
    this.obstacles = PlaceObstacles.of(this.before, this.after, askedAlike);
    OtherRows others = new OtherRows();
    for (InStep.Pair<FileRecord> pair : rows.pairs()) {
      files.note(pair);
      others.note(pair);
    }
    this.reasons = Stream.concat(known.stream(), others.reasons().stream()).toList();
    boolean otherwise = !remarks(before).equals(remarks(after));
    for (Transition each : transitions()) {
      counts.merge(each.change(), 1, Integer::sum);
      otherwise |= each.change().isStill() && each.isOtherwise();
    }
    this.differsOtherwise = otherwise;
    fileChanges().forEach(each -> fileCounts.merge(each.kind(), 1, Integer::sum));
  }

  private static List<Remark> remarks(Optional<FolderRecord> place) {
    return place.map(FolderRecord::remarks).orElse(List.of());
  }

  /** Returns the place in the earlier audit; absent where that has none. */
  public Optional<FolderRecord> before() {
    return before.place();
  }

  /** Returns the place in the later audit; absent where that has none. */
  public Optional<FolderRecord> after() {
    return after.place();
  }

  /** Returns in what the questions about it differ; nothing where its answers can be compared. */
  public List<Reason> reasons() {
    return reasons;
  }

  /** Returns whether a finding that is still there is another than it was, or a remark is. */
  boolean differsOtherwise() {
    return differsOtherwise;
  }

  /** Returns how many findings of it became so. */
  public int count(Change change) {
    return counts.getOrDefault(requireNonNull(change, "change"), 0);
  }

  /** Returns how many files of it became so. */
  public int count(FileChange.Kind kind) {
    return fileCounts.getOrDefault(requireNonNull(kind, "kind"), 0);
  }

  /**
   * Returns all findings of either audit: those of the place as a whole, then those of rows in the
   * article's order, then forbidden files by path.
   */
  public Iterable<Transition> transitions() {
    return () ->
        Stream.concat(
                obstacles.stream(),
                // Of streams that are flattened, an iterator keeps each whole.
                Stream.concat(
                    stream(rows.pairs()).flatMap(pair -> rows.transitions(pair).stream()),
                    unlistedTransitions()))
            .iterator();
  }

  private Stream<Transition> unlistedTransitions() {
    return before.forbidsUnlisted() || after.forbidsUnlisted()
        ? stream(files.unlisted()).flatMap(pair -> forbidden.transition(pair).stream())
        : Stream.empty();
  }

  /** Returns those findings that became so; where there are none, nothing is gone through. */
  public Iterable<Transition> transitions(Change change) {
    return count(change) == 0
        ? List.of()
        : () -> stream(transitions()).filter(each -> each.change() == change).iterator();
  }

  /**
   * Returns the files that are not as they were: those of rows in the article's order, then
   * unlisted ones by path. Of a file that one of the audits did not look for, nothing is said.
   */
  public Iterable<FileChange> fileChanges() {
    return () ->
        Stream.concat(
                stream(rows.pairs()).flatMap(pair -> files.of(pair).stream()),
                stream(files.unlisted()).flatMap(pair -> files.ofUnlisted(pair).stream()))
            .iterator();
  }

  /** Returns those files that became so; where there are none, nothing is gone through. */
  public Iterable<FileChange> fileChanges(FileChange.Kind kind) {
    return count(kind) == 0
        ? List.of()
        : () -> stream(fileChanges()).filter(each -> each.kind() == kind).iterator();
  }

  private static <T> Stream<T> stream(Iterable<T> things) {
    return StreamSupport.stream(things.spliterator(), false);
  }

  /** Counts rows that one audit alone asked for, or that list something else. */
  private final class OtherRows {
    private final Group onlyBefore = new Group();
    private final Group onlyAfter = new Group();
    private final Group otherwiseBefore = new Group();
    private final Group otherwiseAfter = new Group();

    void note(InStep.Pair<FileRecord> pair) {
      if (pair.after().isEmpty()) {
        onlyBefore.add(name(pair.before().orElseThrow().listed()));
      } else if (pair.before().isEmpty()) {
        onlyAfter.add(name(pair.after().orElseThrow().listed()));
      } else if (ComparedRows.isListedOtherwise(pair)) {
        otherwiseBefore.add(values(pair.before().orElseThrow().listed()));
        otherwiseAfter.add(values(pair.after().orElseThrow().listed()));
      }
    }

    /** A place that one of the audits does not have is told of as such. */
    List<Reason> reasons() {
      List<Reason> found = new ArrayList<>();
      if (before.place().isPresent()
          && after.place().isPresent()
          && onlyBefore.count + onlyAfter.count > 0) {
        found.add(
            new Reason(
                Incomparability.ROWS_DIFFER,
                "rows asked for",
                onlyBefore.words("in this audit alone"),
                onlyAfter.words("in this audit alone")));
      }
      if (otherwiseAfter.count > 0) {
        found.add(
            new Reason(
                Incomparability.ROWS_DIFFER,
                "what is listed in " + English.counted(otherwiseAfter.count, "row"),
                otherwiseBefore.enumerated(),
                otherwiseAfter.enumerated()));
      }
      return found;
    }
  }

  private static String name(RowRecord row) {
    return row.row() + " " + row.name();
  }

  private static String values(RowRecord row) {
    RowRecord.Values listed = row.expected();
    return "row "
        + name(row)
        + (row.truncated() ? " (cut to " + row.printedName() + ")" : "")
        + listed.size().map(size -> ", " + size).orElse("")
        + listed.modified().map(time -> ", " + time).orElse("")
        + listed.version().map(version -> ", " + version).orElse("")
        + (listed.digests().isEmpty() ? "" : ", " + listed.digests());
  }

  /** Things of which the first few are named, and the others counted. */
  private static final class Group {
    private final List<String> first = new ArrayList<>();
    private int count;

    void add(String name) {
      count++;
      if (first.size() < NAMED) {
        first.add(name);
      }
    }

    String words(String where) {
      return count == 0
          ? "no others"
          : English.counted(count, "row") + " " + where + ": " + enumerated();
    }

    String enumerated() {
      int more = count - first.size();
      return String.join("; ", first) + (more > 0 ? " and " + English.number(more) + " more" : "");
    }
  }
}
