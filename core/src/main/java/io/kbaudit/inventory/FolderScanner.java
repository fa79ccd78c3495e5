package io.kbaudit.inventory;

import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.file.WindowsNames;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.ReadingDepth;
import io.kbaudit.pe.PeKind;
import io.kbaudit.signature.SignatureEvidence;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * Takes the inventory of a folder: one stat a file, and then on demand one reading of each Windows
 * Installer file, a look into each other one, and the digest of files of certain sizes. A link to a
 * file in the scanned folder is followed, one that leads out of it {@linkplain #followingLinks on
 * demand} alone. On whatever file system: what its provider throws at one file, checked or not, is
 * a reason why that one cannot be read.
 *
 * <p>Many files of the machine's own file system are read on all its processors, by threads that
 * end with the scan. What a scan finds, and what its listener hears, does not depend on that. Of
 * another file system it is not known whether it may be asked by several threads at once.
 *
 * <p>Immutable, and safe for use by several threads at once as far as what is handed to it is.
 */
public final class FolderScanner {
  private final Reach reach;
  private final ReadingTime time;
  private final FileObserver observer;
  private final ScanListener listener;
  private final StopSignal stop;
  private final FileFilter filter;

  private FolderScanner(
      Reach reach,
      ReadingTime time,
      FileObserver observer,
      ScanListener listener,
      StopSignal stop,
      FileFilter filter) {
    this.reach = reach;
    this.time = time;
    this.observer = observer;
    this.listener = listener;
    this.stop = stop;
    this.filter = filter;
  }

  /** Returns a scanner of the files in the folder itself. */
  public static FolderScanner flat() {
    return thatScans(Reach.FLAT);
  }

  /** Returns a scanner of the folder and all folders below it. */
  public static FolderScanner recursive() {
    return thatScans(Reach.RECURSIVE);
  }

  private static FolderScanner thatScans(Reach reach) {
    return new FolderScanner(
        reach,
        ReadingTime.UNLIMITED,
        FileObserver.OF_METADATA,
        ScanListener.NONE,
        new StopSignal(() -> false),
        FileFilter.ALL);
  }

  /**
   * Returns this scanner, asking each file what it says about itself that is named as a Windows
   * Installer file ({@link MsiKind#extension()}), or is a program, library or driver by its name
   * ({@link PeKind#ofExtension}) or its first bytes.
   */
  public FolderScanner readingContents() {
    return looking(observer.readingContents());
  }

  /**
   * Returns this scanner, asking of each file what its signatures are worth, where it {@linkplain
   * #readingContents reads contents}.
   */
  public FolderScanner verifying(SignatureVerifier signatures) {
    return looking(observer.verifying(signatures));
  }

  /**
   * Returns this scanner, unpacking what is packed in Windows Installer files where their contents
   * are read ({@link ReadingDepth#THOROUGH}).
   */
  public FolderScanner thoroughly() {
    return looking(observer.thoroughly());
  }

  /**
   * Returns this scanner, computing the SHA-256 of each file whose size in bytes {@code isOfSize}
   * accepts. A file of any other size than a known one has other contents, unread.
   *
   * @param isOfSize may be asked by several threads at once
   */
  public FolderScanner hashing(LongPredicate isOfSize) {
    return digesting(
        size -> isOfSize.test(size) ? Set.of(Digest.Algorithm.SHA256) : Set.<Digest.Algorithm>of());
  }

  /**
   * Returns this scanner, computing of each file the digests that {@code ofSize} has for its size
   * in bytes, in one reading; none where it has none.
   *
   * @param ofSize may be asked by several threads at once
   */
  public FolderScanner digesting(LongFunction<Set<Digest.Algorithm>> ofSize) {
    return looking(observer.digesting(ofSize));
  }

  /** Returns this scanner, looking at these files alone; what is no file is told as it is. */
  public FolderScanner only(FileFilter files) {
    return new FolderScanner(reach, time, observer, listener, stop, files);
  }

  /**
   * Returns this scanner, which goes where links lead out of the scanned folder, too. Without this,
   * they are told of and left: a file is {@linkplain ObservedFile.Unreadable.Kind#LINK_LEFT not
   * known}, a folder below could not be listed. To a folder that is scanned anyway no link is
   * followed, and wherever links lead, each folder is scanned once.
   */
  public FolderScanner followingLinks() {
    return new FolderScanner(reach.followingLinks(), time, observer, listener, stop, filter);
  }

  /**
   * Returns this scanner, which waits no longer than {@code time} for what a file system is asked
   * of a name, or of some names at a time, and a second more for each MiB of a file that it reads;
   * what is not answered by then is {@linkplain ObservedFile.Unreadable.Kind#TIMED_OUT not known}.
   * Then files are read by threads of its own: one that hangs in its file system is left there, as
   * many as {@value Attendants#MOST_LEFT_BEHIND}, after which nothing more is asked. Without this a
   * scan waits as long as it takes.
   *
   * @throws IllegalArgumentException if that is no time
   */
  public FolderScanner within(Duration time) {
    if (time.isZero()) {
      throw new IllegalArgumentException("no time at all");
    }
    return new FolderScanner(reach, new ReadingTime(time), observer, listener, stop, filter);
  }

  /** Returns this scanner, telling {@code other} how far it has come. */
  public FolderScanner reportingTo(ScanListener other) {
    return new FolderScanner(reach, time, observer, other, stop, filter);
  }

  /**
   * Returns this scanner, ending a scan as soon as {@code isStopped} says so. It is asked by the
   * thread that scans, before each file and each part of one that it reads, and often while others
   * read for it.
   */
  public FolderScanner stoppedBy(BooleanSupplier isStopped) {
    return new FolderScanner(reach, time, observer, listener, new StopSignal(isStopped), filter);
  }

  private FolderScanner looking(FileObserver other) {
    return new FolderScanner(reach, time, other, listener, stop, filter);
  }

  /**
   * Scans {@code folder}. What cannot be read inside it is part of the inventory.
   *
   * <p>A thread that is interrupted scans no further, and stays interrupted.
   *
   * @throws InterruptedIOException if the thread is interrupted, or the scan {@linkplain #stoppedBy
   *     stopped}, before everything is read
   * @throws NoSuchFileException if there is nothing of that name
   * @throws NotDirectoryException if it is a file
   * @throws IOException if it cannot be listed
   */
  public Inventory scan(Path folder) throws IOException {
    return scan(folder, helpersFor(folder));
  }

  /** Scans {@code folder}, so many threads at most helping the one that asks. */
  Inventory scan(Path folder, int mostHelpers) throws IOException {
    return forOneScan().scanOnce(folder, mostHelpers);
  }

  private static int helpersFor(Path folder) {
    return folder.getFileSystem().equals(FileSystems.getDefault())
        ? Runtime.getRuntime().availableProcessors() - 1
        : 0;
  }

  /**
   * Looks at one file, which is no folder, as a scan of its folder does; its path is its name.
   *
   * @throws InterruptedIOException as {@link #scan} does
   * @throws NoSuchFileException if there is nothing of that name
   * @throws IOException if not even its metadata can be read
   */
  public ObservedFile scanFile(Path file) throws IOException {
    Path element = file.getFileName();
    if (element == null) {
      throw new IllegalArgumentException("a root is no file: " + file);
    }
    Optional<String> fault = WindowsNames.faultAt(file);
    if (fault.isPresent()) {
      return new ObservedFile.Unreadable(element.toString(), FileName.of(element), fault.get());
    }
    ListedFile listed = ListedFile.of("", element, FolderListing.attributes(file));
    try (Attendants attendants = new Attendants(time)) {
      return ContentReading.ofOne(file, listed, observer, attendants, stop.forOneScan(), listener);
    }
  }

  private FolderScanner forOneScan() {
    return new FolderScanner(reach, time, observer, listener, stop.forOneScan(), filter);
  }

  private Inventory scanOnce(Path folder, int mostHelpers) throws IOException {
    FolderListing listing;
    try (Attendants attendants = new Attendants(time)) {
      listing =
          FolderListing.of(
              folder, reach, filter, observer, attendants, mostHelpers, stop, listener);
      ContentReading.of(
          listing.unread(), observer, attendants, mostHelpers, stop, listener, listing.files());
    }
    boolean contents = observer.readsContents();
    return new Inventory(
        folder.toString(),
        reach.recursive(),
        oneForEachPath(listing.files().build().sorted()),
        listing.gaps(),
        listing.foldersLeft(),
        listing.linkLoops(),
        listing.linksFollowed(),
        Optional.empty(),
        new Extent(
            contents,
            contents && observer.depth() == ReadingDepth.THOROUGH,
            contents && observer.verifier().isPresent(),
            observer
                .verifier()
                .filter(judge -> contents)
                .map(SignatureVerifier::evidence)
                .orElse(SignatureEvidence.NONE),
            reach.followsLinks()),
        Optional.empty());
  }

  /**
   * Makes one of files whose paths read alike. Java shows what is no text in the system's encoding
   * of names as U+FFFD, so that names of other bytes can come out the same.
   */
  private static FileList oneForEachPath(FileList sorted) {
    if (!sorted.repeatsSomePath()) {
      return sorted;
    }
    FileList.Builder unlike = new FileList.Builder();
    int first = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !sorted.repeatsPath(i)) {
        unlike.add(i == first + 1 ? sorted.get(first) : indistinct(sorted.get(first), i - first));
        first = i;
      }
    }
    return unlike.build();
  }

  private static ObservedFile indistinct(ObservedFile one, int alike) {
    return new ObservedFile.Unreadable(
        one.path(),
        one.name(),
        "the names of "
            + alike
            + " files read so, since they are no text in the encoding of file names here");
  }
}
