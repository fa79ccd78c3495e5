package io.kbaudit.inventory;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.ReadingDepth;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.signature.SignatureEvidence;
import io.kbaudit.signature.SignatureReading;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * Takes the inventory of a folder: one stat a file, and then on demand one reading of each Windows
 * Installer file, a look into each other one, and the digest of files of certain sizes. Links are
 * followed; one that leads back to a folder above it is noted and left. On whatever file system:
 * what its provider throws at one file, checked or not, is a reason why that one cannot be read.
 *
 * <p>Immutable, and safe for use by several threads at once as far as what is handed to it is.
 */
public final class FolderScanner {
  private final boolean recursive;
  private final boolean readsContents;
  private final Optional<SignatureVerifier> verifier;
  private final ReadingDepth depth;
  private final LongFunction<Set<Digest.Algorithm>> algorithms;
  private final ScanListener listener;
  private final StopSignal stop;
  private final FileFilter filter;

  private FolderScanner(
      boolean recursive,
      boolean readsContents,
      Optional<SignatureVerifier> verifier,
      ReadingDepth depth,
      LongFunction<Set<Digest.Algorithm>> algorithms,
      ScanListener listener,
      StopSignal stop,
      FileFilter filter) {
    this.recursive = recursive;
    this.readsContents = readsContents;
    this.verifier = verifier;
    this.depth = depth;
    this.algorithms = algorithms;
    this.listener = listener;
    this.stop = stop;
    this.filter = filter;
  }

  /** Returns a scanner of the files in the folder itself. */
  public static FolderScanner flat() {
    return thatScans(false);
  }

  /** Returns a scanner of the folder and all folders below it. */
  public static FolderScanner recursive() {
    return thatScans(true);
  }

  private static FolderScanner thatScans(boolean recursive) {
    return new FolderScanner(
        recursive,
        false,
        Optional.empty(),
        ReadingDepth.CHECKSUMS,
        size -> Set.of(),
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
    return new FolderScanner(recursive, true, verifier, depth, algorithms, listener, stop, filter);
  }

  /**
   * Returns this scanner, asking of each file what its signatures are worth, where it {@linkplain
   * #readingContents reads contents}.
   */
  public FolderScanner verifying(SignatureVerifier signatures) {
    return new FolderScanner(
        recursive,
        readsContents,
        Optional.of(signatures),
        depth,
        algorithms,
        listener,
        stop,
        filter);
  }

  /**
   * Returns this scanner, unpacking what is packed in Windows Installer files where their contents
   * are read ({@link ReadingDepth#THOROUGH}).
   */
  public FolderScanner thoroughly() {
    return new FolderScanner(
        recursive,
        readsContents,
        verifier,
        ReadingDepth.THOROUGH,
        algorithms,
        listener,
        stop,
        filter);
  }

  /**
   * Returns this scanner, computing the SHA-256 of each file whose size in bytes {@code isOfSize}
   * accepts. A file of any other size than a known one has other contents, unread.
   */
  public FolderScanner hashing(LongPredicate isOfSize) {
    return digesting(
        size -> isOfSize.test(size) ? Set.of(Digest.Algorithm.SHA256) : Set.<Digest.Algorithm>of());
  }

  /**
   * Returns this scanner, computing of each file the digests that {@code ofSize} has for its size
   * in bytes, in one reading; none where it has none.
   */
  public FolderScanner digesting(LongFunction<Set<Digest.Algorithm>> ofSize) {
    return new FolderScanner(
        recursive, readsContents, verifier, depth, ofSize, listener, stop, filter);
  }

  /** Returns this scanner, looking at these files alone; what is no file is told as it is. */
  public FolderScanner only(FileFilter files) {
    return new FolderScanner(
        recursive, readsContents, verifier, depth, algorithms, listener, stop, files);
  }

  /** Returns this scanner, telling {@code other} how far it has come. */
  public FolderScanner reportingTo(ScanListener other) {
    return new FolderScanner(
        recursive, readsContents, verifier, depth, algorithms, other, stop, filter);
  }

  /**
   * Returns this scanner, ending a scan as soon as {@code isStopped} says so. It is asked by the
   * thread that scans, before each file and each part of one that is read.
   */
  public FolderScanner stoppedBy(BooleanSupplier isStopped) {
    return new FolderScanner(
        recursive,
        readsContents,
        verifier,
        depth,
        algorithms,
        listener,
        new StopSignal(isStopped),
        filter);
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
    return forOneScan().scanOnce(folder);
  }

  /**
   * Looks at one file, which is no folder, as a scan of its folder does; its path is its name.
   *
   * @throws InterruptedIOException as {@link #scan} does
   * @throws NoSuchFileException if there is nothing of that name
   * @throws IOException if not even its metadata can be read
   */
  public ObservedFile scanFile(Path file) throws IOException {
    String name = FileName.of(file).spelling();
    FolderListing.Entry entry = new FolderListing.Entry(file, name, FolderListing.attributes(file));
    return forOneScan().observed(List.of(entry)).get(0);
  }

  private FolderScanner forOneScan() {
    return new FolderScanner(
        recursive, readsContents, verifier, depth, algorithms, listener, stop.forOneScan(), filter);
  }

  private Inventory scanOnce(Path folder) throws IOException {
    if (!Provider.ask(() -> Files.exists(folder))) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Provider.ask(() -> Files.isDirectory(folder))) {
      throw new NotDirectoryException(folder.toString());
    }
    FolderListing listing = FolderListing.of(folder, recursive, stop, listener);
    return new Inventory(
        folder.toString(),
        recursive,
        oneForEachPath(allObserved(listing)),
        listing.gaps(),
        listing.foldersLeft(),
        listing.linkLoops(),
        Optional.empty(),
        new Extent(
            readsContents,
            readsContents && depth == ReadingDepth.THOROUGH,
            readsContents && verifier.isPresent(),
            verifier
                .filter(judge -> readsContents)
                .map(SignatureVerifier::evidence)
                .orElse(SignatureEvidence.NONE)));
  }

  /**
   * Makes one of files whose paths read alike. Java shows what is no text in the system's encoding
   * of names as U+FFFD, so that names of other bytes can come out the same.
   */
  private static List<ObservedFile> oneForEachPath(List<ObservedFile> files) {
    Map<String, List<ObservedFile>> byPath =
        files.stream().collect(Collectors.groupingBy(ObservedFile::path));
    return byPath.values().stream()
        .map(alike -> alike.size() == 1 ? alike.get(0) : indistinct(alike))
        .toList();
  }

  private static ObservedFile indistinct(List<ObservedFile> alike) {
    ObservedFile one = alike.get(0);
    return new ObservedFile.Unreadable(
        one.path(),
        one.name(),
        "the names of "
            + alike.size()
            + " files read so, since they are no text in the encoding of file names here");
  }

  private List<ObservedFile> allObserved(FolderListing listing) throws IOException {
    List<ObservedFile> observed = new ArrayList<>();
    for (ObservedFile unreadable : listing.unreadable()) {
      if (filter.accepts(unreadable.path())) {
        observed.add(unreadable);
      }
    }
    observed.addAll(
        observed(listing.files().stream().filter(file -> filter.accepts(file.path())).toList()));
    return observed;
  }

  /** Returns the files that were listed, each read as far as it has to be. */
  private List<ObservedFile> observed(List<FolderListing.Entry> files) throws IOException {
    long total = files.stream().mapToLong(this::bytesToRead).sum();
    long done = 0;
    List<ObservedFile> observed = new ArrayList<>();
    for (FolderListing.Entry file : files) {
      long before = done;
      observed.add(
          observe(
              file,
              bytes -> {
                stop.orGoOn();
                listener.read(before + bytes, total);
              }));
      done += bytesToRead(file);
      if (bytesToRead(file) > 0) {
        listener.read(done, total);
      }
    }
    return observed;
  }

  private long bytesToRead(FolderListing.Entry file) {
    long size = file.attributes().size();
    FileName name = FileName.of(file.file());
    boolean read = !algorithms.apply(size).isEmpty() || isPackage(name) || mayBeSigned(name);
    return read && file.attributes().isRegularFile() ? size : 0;
  }

  private ObservedFile observe(FolderListing.Entry listed, FileHash.Progress progress)
      throws InterruptedIOException {
    stop.orGoOn();
    Path file = listed.file();
    String path = listed.path();
    BasicFileAttributes attributes = listed.attributes();
    FileName name = FileName.of(file);
    if (attributes.isSymbolicLink()) {
      return new ObservedFile.Unreadable(path, name, "it is a link that leads nowhere");
    }
    if (!attributes.isRegularFile()) {
      return new ObservedFile.Unreadable(path, name, "it is not a regular file");
    }
    try {
      if (!Provider.ask(() -> Files.isReadable(file))) {
        return new ObservedFile.Unreadable(path, name, "permission denied");
      }
      Optional<MsiInspection> inspection =
          isPackage(name)
              ? Optional.of(MsiInspection.of(file, depth, stop.asked()))
              : Optional.empty();
      Optional<PeInspection> executable =
          readsContents && !isPackage(name)
              ? PeInspection.find(file, PeKind.ofExtension(name.extension()), stop.asked())
              : Optional.empty();
      Optional<SignatureReading> signatures =
          readsContents && verifier.isPresent()
              ? Optional.of(verifier.get().reading(file, inspection, executable, stop.asked()))
              : Optional.empty();
      Digests digests = digests(file, attributes.size(), signatures, progress);
      return new ObservedFile.Readable(
          path,
          name,
          attributes.size(),
          FileTimes.clamped(attributes.lastModifiedTime().toInstant()),
          digests,
          inspection,
          executable,
          signatures.isPresent() ? Optional.of(signatures.get().finish()) : Optional.empty(),
          Optional.empty());
    } catch (StopSignal.StoppedException e) {
      throw e;
    } catch (IOException e) {
      stop.orGoOn(); // an interrupt closes what is being read, a stop ends it
      return new ObservedFile.Unreadable(path, name, Provider.reason(e));
    }
  }

  /** Reads the bytes of a file, once, if anything wants them. */
  private Digests digests(
      Path file, long size, Optional<SignatureReading> signatures, FileHash.Progress progress)
      throws IOException {
    Set<Digest.Algorithm> wanted = algorithms.apply(size);
    Optional<SignatureReading> signed = signatures.filter(SignatureReading::wantsBytes);
    return wanted.isEmpty() && signed.isEmpty()
        ? Digests.NONE
        : FileHash.of(file, size, wanted, signed, progress);
  }

  /** Whether a program is signed is known once it is looked into. */
  private boolean mayBeSigned(FileName name) {
    return readsContents
        && verifier.isPresent()
        && PeKind.ofExtension(name.extension()).isPresent();
  }

  private boolean isPackage(FileName name) {
    return readsContents && MsiKind.ofExtension(name.extension()).isPresent();
  }
}
