package io.kbaudit.comparison;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.RowRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one place in two audits. Of them no more is kept than which ones rows have let go of
 * or taken: an unlisted file that becomes a row's is not a new one.
 */
final class ComparedFiles {
  private static final String UNLISTED = "unlisted";

  private final PlaceView before;
  private final PlaceView after;
  private final boolean askedAlike;

  /** What rows had before, and the same rows have not now, by path. */
  private final Map<String, RowFile> left = new HashMap<>();

  /** Where the files are that rows have now, and the same rows had not before. */
  private final Set<String> taken = new HashSet<>();

  /**
   * Whether files were there of which nobody could tell whose they are: they are listed nowhere.
   */
  private boolean unclearBefore;

  private boolean unclearAfter;

  private record RowFile(String row, ObservedFile file) {}

  ComparedFiles(PlaceView before, PlaceView after, boolean askedAlike) {
    this.before = before;
    this.after = after;
    this.askedAlike = askedAlike;
  }

  /** Takes note of a row: all must be noted before a file is asked about. */
  void note(InStep.Pair<FileRecord> pair) {
    Optional<String> was = path(pair.before());
    Optional<String> is = path(pair.after());
    if (!was.equals(is)) {
      pair.before()
          .flatMap(FileRecord::observed)
          .ifPresent(
              file -> left.put(file.path(), new RowFile(role(ComparedRows.listed(pair)), file)));
      is.ifPresent(taken::add);
    }
    unclearBefore |= isUnclear(pair.before());
    unclearAfter |= isUnclear(pair.after());
  }

  private static boolean isUnclear(Optional<FileRecord> row) {
    return row.filter(each -> each.observed().isEmpty())
        .filter(each -> each.outcomes().get(Check.PRESENCE) instanceof Outcome.Undecided)
        .isPresent();
  }

  private boolean isGone(String path) {
    return !taken.contains(path) && !unclearAfter && after.wouldTellOf(path);
  }

  private boolean isNew(String path) {
    return !left.containsKey(path) && !unclearBefore && before.wouldTellOf(path);
  }

  private static Optional<String> path(Optional<FileRecord> row) {
    return row.flatMap(FileRecord::observed).map(ObservedFile::path);
  }

  /** Returns whether the unlisted file of the earlier audit is a row's in the later one. */
  boolean isTaken(String path) {
    return taken.contains(path);
  }

  /** Returns what became of the files of a row: nothing is said of one that may still be there. */
  List<FileChange> of(InStep.Pair<FileRecord> pair) {
    Optional<ObservedFile> was = pair.before().flatMap(FileRecord::observed);
    Optional<ObservedFile> is = pair.after().flatMap(FileRecord::observed);
    if (was.isPresent() && is.isPresent()) {
      return ofBoth(pair, was.get(), is.get());
    }
    List<FileChange> changes = new ArrayList<>();
    was.flatMap(file -> ofLeft(pair, file)).ifPresent(changes::add);
    is.flatMap(file -> ofTaken(pair, file)).ifPresent(changes::add);
    return changes;
  }

  private List<FileChange> ofBoth(InStep.Pair<FileRecord> pair, ObservedFile was, ObservedFile is) {
    List<FileChange.Difference> differences = new ArrayList<>(told(FileDifferences.of(was, is)));
    if (askedAlike) {
      differences.addAll(
          FileDifferences.ofEvidence(pair.before().orElseThrow(), pair.after().orElseThrow()));
    }
    return differences.isEmpty()
        ? List.of()
        : List.of(changed(Optional.of(ComparedRows.listed(pair)), was, is, differences));
  }

  /** What its signatures are worth is no change of a file where they were judged otherwise. */
  private List<FileChange.Difference> told(List<FileChange.Difference> differences) {
    return before.signaturesJudgedBy().equals(after.signaturesJudgedBy())
        ? differences
        : differences.stream().filter(each -> each.trait() != Trait.SIGNATURE).toList();
  }

  private static FileChange changed(
      Optional<RowRecord> row,
      ObservedFile was,
      ObservedFile is,
      List<FileChange.Difference> differences) {
    return new FileChange(
        FileChange.Kind.CHANGED, row, Optional.of(was), Optional.of(is), differences);
  }

  /** A file that a row has no longer may be another's, or unlisted; else it is gone. */
  private Optional<FileChange> ofLeft(InStep.Pair<FileRecord> pair, ObservedFile was) {
    RowRecord row = ComparedRows.listed(pair);
    if (taken.contains(was.path())) {
      return Optional.empty();
    }
    Optional<ObservedFile> unlisted = after.unlisted(was.path());
    if (unlisted.isPresent()) {
      return Optional.of(
          changed(
              Optional.of(row),
              was,
              unlisted.get(),
              told(FileDifferences.of(was, role(row), unlisted.get(), UNLISTED))));
    }
    return isGone(was.path()) || isMissed(pair, was)
        ? Optional.of(FileChange.gone(Optional.of(row), was))
        : Optional.empty();
  }

  /** Returns whether the later audit looked for the file under this very name, in vain. */
  private boolean isMissed(InStep.Pair<FileRecord> pair, ObservedFile was) {
    return after.isReached()
        && after.looksAt(was.path())
        && was.path().indexOf('/') < 0
        && pair.after()
            .filter(row -> row.listed().name().equals(was.name()))
            .filter(row -> row.outcomes().get(Check.PRESENCE) instanceof Outcome.Failed)
            .isPresent();
  }

  private Optional<FileChange> ofTaken(InStep.Pair<FileRecord> pair, ObservedFile is) {
    RowRecord row = ComparedRows.listed(pair);
    Optional<RowFile> other = Optional.ofNullable(left.get(is.path()));
    Optional<ObservedFile> unlisted = before.unlisted(is.path());
    if (other.isPresent()) {
      ObservedFile was = other.get().file();
      return Optional.of(
          changed(
              Optional.of(row),
              was,
              is,
              told(FileDifferences.of(was, other.get().row(), is, role(row)))));
    }
    if (unlisted.isPresent()) {
      return Optional.of(
          changed(
              Optional.of(row),
              unlisted.get(),
              is,
              told(FileDifferences.of(unlisted.get(), UNLISTED, is, role(row)))));
    }
    return isNew(is.path())
        ? Optional.of(FileChange.appeared(Optional.of(row), is))
        : Optional.empty();
  }

  private static String role(RowRecord row) {
    return "row " + row.row();
  }

  /** Returns the unlisted files of both audits, by path. */
  Iterable<InStep.Pair<ObservedFile>> unlisted() {
    return new InStep<>(
        before.unlisted(), after.unlisted(), Comparator.comparing(ObservedFile::path));
  }

  /** Returns what became of an unlisted file. */
  Optional<FileChange> ofUnlisted(InStep.Pair<ObservedFile> pair) {
    if (pair.before().isPresent() && pair.after().isPresent()) {
      ObservedFile was = pair.before().get();
      ObservedFile is = pair.after().get();
      List<FileChange.Difference> differences = told(FileDifferences.of(was, is));
      return differences.isEmpty()
          ? Optional.empty()
          : Optional.of(changed(Optional.empty(), was, is, differences));
    }
    if (pair.before().isPresent()) {
      String path = pair.before().get().path();
      return isGone(path)
          ? Optional.of(FileChange.gone(Optional.empty(), pair.before().get()))
          : Optional.empty();
    }
    ObservedFile is = pair.after().orElseThrow();
    return isNew(is.path())
        ? Optional.of(FileChange.appeared(Optional.empty(), is))
        : Optional.empty();
  }
}
