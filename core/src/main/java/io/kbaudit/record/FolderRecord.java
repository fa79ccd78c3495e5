package io.kbaudit.record;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleGaps;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.LeftOutRows;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.PortablePath;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found in one folder.
 *
 * @param target which folder it is
 * @param files one for each row that was asked for, in the article's order; they can be gone
 *     through any number of times, and may be read from a file as that is done, so that there can
 *     be more than fit into memory
 * @param tally of the files; at least one
 * @param unlisted files that no row accounts for, by path; empty where the policy ignores them
 * @param gaps what nobody could look at
 * @param leftOut of the article's rows, how many no file was held to
 */
public record FolderRecord(
    Target target,
    PolicyRecord policy,
    Iterable<FileRecord> files,
    Tally tally,
    List<ObservedFile> unlisted,
    Gaps gaps,
    LeftOutRows leftOut,
    List<Remark> remarks) {

  /**
   * Which folder was audited.
   *
   * @param folder as the user named it; in a saved audit, the {@linkplain #path() path}
   * @param recursive whether the folders below were audited too
   * @param location of which the files were expected; absent for all rows of the article
   * @param label what its owner calls the server; absent where nobody said
   */
  public record Target(
      String folder, boolean recursive, Optional<LocationRecord> location, Optional<String> label) {
    /** Checks that nothing is null; a label that says nothing is none. */
    public Target {
      requireNonNull(folder, "folder");
      requireNonNull(location, "location");
      label = label.filter(name -> !name.isBlank());
    }

    /** Creates a folder on a server of which nobody said what it is called. */
    public Target(String folder, boolean recursive, Optional<LocationRecord> location) {
      this(folder, recursive, location, Optional.empty());
    }

    /**
     * Returns the folder as a report names it on every machine: a relative path as it is, of an
     * absolute one only the last element.
     */
    public String path() {
      return PortablePath.of(folder);
    }
  }

  /**
   * How much was not seen; while there is any, nothing is compliant.
   *
   * @param folders below that could not be listed
   * @param article how much of its list nobody can be held to
   * @param unreachable why the place as a whole could not be looked at; absent where it was
   */
  public record Gaps(int folders, ArticleGaps article, Optional<String> unreachable) {
    /** Creates the gaps of a place that was looked at. */
    public Gaps(int folders, ArticleGaps article) {
      this(folders, article, Optional.empty());
    }

    /** Checks that nothing is null, and that the number is one. */
    public Gaps {
      requireNonNull(article, "article");
      requireNonNull(unreachable, "unreachable");
      if (folders < 0) {
        throw new IllegalArgumentException(folders + " folders");
      }
    }
  }

  /** Checks that something was audited. */
  public FolderRecord {
    requireNonNull(target, "target");
    requireNonNull(policy, "policy");
    requireNonNull(files, "files");
    requireNonNull(gaps, "gaps");
    requireNonNull(leftOut, "leftOut");
    unlisted = FileList.of(unlisted);
    remarks = List.copyOf(remarks);
    if (tally.expected() == 0) {
      throw new IllegalArgumentException("nothing was audited");
    }
    if (gaps.unreachable().isPresent() && tally.undecided() < tally.expected()) {
      throw new IllegalArgumentException("files of what could not be looked at came to " + tally);
    }
  }

  static FolderRecord of(AuditResult result) {
    Inventory inventory = result.inventory();
    return new FolderRecord(
        new Target(
            inventory.folder(),
            inventory.recursive(),
            result.request().location().map(LocationRecord::of),
            inventory.label()),
        PolicyRecord.of(result.request(), inventory),
        new EachFile<>(result.files(), FileRecord::of),
        result.tally(),
        result.unlisted(),
        new Gaps(
            inventory.gaps().size(), result.request().article().gaps(), inventory.unreachable()),
        result.leftOut(),
        result.remarks());
  }

  /** Returns this place, before each of whose files {@code action} is run. */
  FolderRecord beforeEachFile(Runnable action) {
    return new FolderRecord(
        target,
        policy,
        new WithAction(recorded(), action),
        tally,
        unlisted,
        gaps,
        leftOut,
        remarks);
  }

  /** Returns whether both hold the same: their files too, which are gone through for that. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FolderRecord that
        && target.equals(that.target)
        && policy.equals(that.policy)
        && tally.equals(that.tally)
        && unlisted.equals(that.unlisted)
        && gaps.equals(that.gaps)
        && leftOut.equals(that.leftOut)
        && remarks.equals(that.remarks)
        && areEqual(files.iterator(), that.files.iterator());
  }

  private static boolean areEqual(Iterator<FileRecord> these, Iterator<FileRecord> those) {
    while (these.hasNext() && those.hasNext()) {
      if (!these.next().equals(those.next())) {
        return false;
      }
    }
    return these.hasNext() == those.hasNext();
  }

  /** Returns a hash of all but the files, which need not be gone through for it. */
  @Override
  public int hashCode() {
    return Objects.hash(target, policy, tally, unlisted, gaps, leftOut, remarks);
  }

  /** Returns what it comes to: the files, of which there may be very many, are counted. */
  @Override
  public String toString() {
    return "FolderRecord["
        + target
        + ", "
        + policy
        + ", "
        + tally
        + ", unlisted="
        + unlisted.size()
        + ", "
        + gaps
        + ", "
        + leftOut
        + ", remarks="
        + remarks.size()
        + "]";
  }

  /** Files of which each is made when it is asked for, so that not all are there at once. */
  private record EachFile<T>(Iterable<T> from, Function<T, FileRecord> made)
      implements RecordedFiles {
    @Override
    public Iterator<FileRecord> iterator() {
      return each(from.iterator(), made);
    }
  }

  /** Files before each of which something is done. */
  private record WithAction(RecordedFiles files, Runnable action) implements RecordedFiles {
    @Override
    public Iterator<FileRecord> iterator() {
      return each(files.iterator(), this::afterAction);
    }

    @Override
    public Iterable<PositionedFile> notPassed() {
      return () -> each(files.notPassed().iterator(), this::afterAction);
    }

    private <T> T afterAction(T file) {
      action.run();
      return file;
    }
  }

  private static <T, U> Iterator<U> each(Iterator<T> from, Function<T, U> made) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return from.hasNext();
      }

      @Override
      public U next() {
        return made.apply(from.next());
      }
    };
  }

  private RecordedFiles recorded() {
    return files instanceof RecordedFiles recorded ? recorded : files::iterator;
  }

  /**
   * Returns the files that did not pass, in the article's order; of a saved audit without reading
   * the others, unless there are very many.
   */
  public Iterable<FileRecord> notPassed() {
    return () -> each(positionsNotPassed().iterator(), PositionedFile::file);
  }

  /** Returns the same, and which of all files each is. */
  public Iterable<PositionedFile> positionsNotPassed() {
    return tally.passed() == tally.expected() ? List.of() : recorded().notPassed();
  }

  /** Returns the folder {@linkplain Target#path() as a report names it} on every machine. */
  public String path() {
    return target.path();
  }

  /** Returns of which location the files were expected; absent for all rows of the article. */
  public Optional<LocationRecord> location() {
    return target.location();
  }

  /** Returns what its owner calls the server; absent where nobody said. */
  public Optional<String> label() {
    return target.label();
  }

  /** Returns whether nobody could look at the place: of no file there anything is known. */
  public boolean isUnreachable() {
    return gaps.unreachable().isPresent();
  }

  /** Returns how many rows the article lists, of all that was read. */
  public int rowsListed() {
    return tally.expected() + leftOut.count();
  }

  /** Returns whether there are unlisted files, and the policy forbids them. */
  public boolean unlistedFail() {
    return !unlisted.isEmpty() && policy.unlistedFiles() == UnlistedFiles.FAIL;
  }

  /** Returns what the files, and all that was not seen, come to. */
  public Verdict verdict() {
    return Verdict.of(tally, unlistedFail(), gaps.folders(), gaps.article().count());
  }
}
