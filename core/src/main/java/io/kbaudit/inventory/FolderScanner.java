package io.kbaudit.inventory;

import io.kbaudit.file.FileName;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the inventory of a folder: one stat a file, and then on demand one reading of each Windows
 * Installer file, and the digest of files of certain sizes. Links are followed; one that leads back
 * to a folder above it is noted and left.
 */
public final class FolderScanner {
  /** File systems hold times that no calendar does; these are as good as the nearest it has. */
  private static final Instant FIRST_TIME = LocalDateTime.MIN.toInstant(ZoneOffset.UTC);

  private static final Instant LAST_TIME = LocalDateTime.MAX.toInstant(ZoneOffset.UTC);

  private final boolean recursive;
  private final boolean readsPackages;
  private final LongPredicate isHashed;
  private final boolean withSha1;
  private final ScanListener listener;
  private final BooleanSupplier stopped;

  private FolderScanner(
      boolean recursive,
      boolean readsPackages,
      LongPredicate isHashed,
      boolean withSha1,
      ScanListener listener,
      BooleanSupplier stopped) {
    this.recursive = recursive;
    this.readsPackages = readsPackages;
    this.isHashed = isHashed;
    this.withSha1 = withSha1;
    this.listener = listener;
    this.stopped = stopped;
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
        recursive, false, size -> false, false, ScanListener.NONE, () -> false);
  }

  /**
   * Returns this scanner, asking each file that is named as a Windows Installer file ({@link
   * MsiKind#extension()}) what it says about itself.
   */
  public FolderScanner readingPackages() {
    return new FolderScanner(recursive, true, isHashed, withSha1, listener, stopped);
  }

  /**
   * Returns this scanner, computing the SHA-256 of each file whose size in bytes {@code isOfSize}
   * accepts. A file of any other size than a known one has other contents, unread.
   */
  public FolderScanner hashing(LongPredicate isOfSize) {
    return new FolderScanner(recursive, readsPackages, isOfSize, withSha1, listener, stopped);
  }

  /** Returns this scanner, computing the SHA-1 too of each file that is hashed. */
  public FolderScanner withSha1() {
    return new FolderScanner(recursive, readsPackages, isHashed, true, listener, stopped);
  }

  /** Returns this scanner, telling {@code other} how far it has come. */
  public FolderScanner reportingTo(ScanListener other) {
    return new FolderScanner(recursive, readsPackages, isHashed, withSha1, other, stopped);
  }

  /**
   * Returns this scanner, ending a scan as soon as {@code isStopped} says so. It is asked by the
   * thread that scans, before each file and each part of one that is hashed.
   */
  public FolderScanner stoppedBy(BooleanSupplier isStopped) {
    return new FolderScanner(recursive, readsPackages, isHashed, withSha1, listener, isStopped);
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
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    Visitor visitor = new Visitor(folder);
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        recursive ? Integer.MAX_VALUE : 1,
        visitor);
    return new Inventory(
        folder.toString(),
        recursive,
        oneForEachPath(visitor.observed()),
        visitor.gaps,
        visitor.foldersLeft,
        visitor.linkLoops);
  }

  private void requireWanted() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the scan was interrupted");
    }
    if (stopped.getAsBoolean()) {
      throw new InterruptedIOException("the scan was stopped");
    }
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

  /** A file that was listed, and may still have to be read. */
  private record Listed(Path file, String path, BasicFileAttributes attributes) {}

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final List<Listed> files = new ArrayList<>();
    private final List<ObservedFile> unreadable = new ArrayList<>();
    private final List<Inventory.Gap> gaps = new ArrayList<>();
    private final List<String> foldersLeft = new ArrayList<>();
    private final List<String> linkLoops = new ArrayList<>();

    /** The path of the folder being listed, with a slash behind it; empty for the scanned one. */
    private String listed = "";

    Visitor(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      requireWanted();
      if (!directory.equals(folder)) {
        listed = pathBelow(directory) + "/";
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      requireWanted();
      if (attributes.isDirectory()) {
        foldersLeft.add(pathBelow(file));
      } else {
        files.add(new Listed(file, pathBelow(file), attributes));
        tellOfOneMore();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      requireWanted();
      if (failure instanceof FileSystemLoopException) {
        linkLoops.add(pathBelow(file));
      } else if (file.equals(folder)) {
        throw failure;
      } else if (Files.isDirectory(file)) {
        gaps.add(new Inventory.Gap(pathBelow(file), reason(failure)));
      } else {
        unreadable.add(
            new ObservedFile.Unreadable(pathBelow(file), FileName.of(file), reason(failure)));
        tellOfOneMore();
      }
      return FileVisitResult.CONTINUE;
    }

    /** A folder whose listing breaks off keeps what it gave; the rest is a gap. */
    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      requireWanted();
      boolean whole = directory.equals(folder);
      if (failure != null && whole) {
        throw failure;
      }
      if (failure != null) {
        gaps.add(new Inventory.Gap(listed.substring(0, listed.length() - 1), reason(failure)));
      }
      if (!whole) {
        int parentEnd = listed.lastIndexOf('/', listed.length() - 2);
        listed = listed.substring(0, parentEnd + 1);
      }
      return FileVisitResult.CONTINUE;
    }

    /** Returns all files that were listed, each read as far as it has to be. */
    List<ObservedFile> observed() throws IOException {
      long total = files.stream().mapToLong(this::bytesToRead).sum();
      long done = 0;
      List<ObservedFile> observed = new ArrayList<>(unreadable);
      for (Listed file : files) {
        long before = done;
        observed.add(
            observe(
                file,
                bytes -> {
                  requireWanted();
                  listener.read(before + bytes, total);
                }));
        done += bytesToRead(file);
        if (bytesToRead(file) > 0) {
          listener.read(done, total);
        }
      }
      return observed;
    }

    private long bytesToRead(Listed file) {
      long size = file.attributes().size();
      boolean read = isHashed.test(size) || isInspected(FileName.of(file.file()));
      return read && file.attributes().isRegularFile() ? size : 0;
    }

    private ObservedFile observe(Listed listed, FileHash.Progress progress)
        throws InterruptedIOException {
      requireWanted();
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
      if (!Files.isReadable(file)) {
        return new ObservedFile.Unreadable(path, name, "permission denied");
      }
      try {
        Optional<FileHash> hash = hash(file, attributes.size(), progress);
        return new ObservedFile.Readable(
            path,
            name,
            attributes.size(),
            time(attributes.lastModifiedTime()),
            hash.map(FileHash::sha256),
            hash.flatMap(FileHash::sha1),
            isInspected(name) ? Optional.of(MsiInspection.of(file)) : Optional.empty());
      } catch (IOException e) {
        requireWanted(); // an interrupt closes what is being read
        return new ObservedFile.Unreadable(path, name, reason(e));
      }
    }

    private Optional<FileHash> hash(Path file, long size, FileHash.Progress progress)
        throws IOException {
      return isHashed.test(size)
          ? Optional.of(FileHash.of(file, size, withSha1, progress))
          : Optional.empty();
    }

    private boolean isInspected(FileName name) {
      return readsPackages && MsiKind.ofExtension(name.extension()).isPresent();
    }

    private static Instant time(FileTime time) {
      Instant instant = time.toInstant();
      if (instant.isBefore(FIRST_TIME)) {
        return FIRST_TIME;
      }
      return instant.isAfter(LAST_TIME) ? LAST_TIME : instant;
    }

    private void tellOfOneMore() {
      listener.listed((long) files.size() + unreadable.size());
    }

    private String pathBelow(Path entry) {
      return listed + entry.getFileName();
    }

    private static String reason(IOException failure) {
      if (failure instanceof AccessDeniedException) {
        return "permission denied";
      }
      String reason =
          failure instanceof FileSystemException inFileSystem
              ? inFileSystem.getReason()
              : failure.getMessage();
      return reason == null ? failure.getClass().getSimpleName() : reason;
    }
  }
}
