package io.kbaudit.inventory;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileChangedException;
import io.kbaudit.file.FileContent;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile.Unreadable.Kind;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.ReadingDepth;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.signature.SignatureReading;
import io.kbaudit.signature.SignatureVerifier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Looks into one file after another, as far as a scan is to. Immutable, and safe for use by several
 * threads at once as far as what is handed to it is.
 *
 * @param readsContents whether files are asked what they say about themselves
 * @param verifier of the signatures of files whose contents are read; absent where nobody asks
 * @param depth how far packages are read
 * @param algorithms by which files of a size in bytes are digested
 */
record FileObserver(
    boolean readsContents,
    Optional<SignatureVerifier> verifier,
    ReadingDepth depth,
    LongFunction<Set<Digest.Algorithm>> algorithms) {
  /** Opens no file. */
  static final FileObserver OF_METADATA =
      new FileObserver(false, Optional.empty(), ReadingDepth.CHECKSUMS, size -> Set.of());

  FileObserver readingContents() {
    return new FileObserver(true, verifier, depth, algorithms);
  }

  FileObserver verifying(SignatureVerifier signatures) {
    return new FileObserver(readsContents, Optional.of(signatures), depth, algorithms);
  }

  FileObserver thoroughly() {
    return new FileObserver(readsContents, verifier, ReadingDepth.THOROUGH, algorithms);
  }

  FileObserver digesting(LongFunction<Set<Digest.Algorithm>> ofSize) {
    return new FileObserver(readsContents, verifier, depth, ofSize);
  }

  /** Returns how many bytes of {@code file} count as read, once it was looked into. */
  long bytesToRead(ListedFile file) {
    boolean isRead =
        file.isRegular()
            && (!algorithms.apply(file.sizeBytes()).isEmpty()
                || (readsContents && (isPackage(file.name()) || mayBeSigned(file.name()))));
    return isRead ? file.sizeBytes() : 0;
  }

  /**
   * Returns whether {@code file} has to be opened. What an empty one says of itself is known, and
   * of any other that need not be all is known that is wanted.
   */
  boolean opens(ListedFile file) {
    return file.isRegular()
        && ((readsContents && file.sizeBytes() > 0)
            || !algorithms.apply(file.sizeBytes()).isEmpty());
  }

  /**
   * Looks into a file, and returns what was found; why nothing was, where it cannot be read.
   *
   * @param listed what its folder says of it
   * @param progress hears of the bytes that are digested
   * @throws InterruptedIOException if {@code stop} ends it
   */
  ObservedFile observe(Path file, ListedFile listed, StopSignal stop, FileHash.Progress progress)
      throws InterruptedIOException {
    stop.orGoOn();
    if (listed.kind() == ListedFile.Kind.LINK_TO_NOWHERE) {
      return listed.unreadable("it is a link that leads nowhere");
    }
    if (!listed.isRegular()) {
      return listed.unreadable("it is not a regular file");
    }
    try {
      if (!mayBeRead(file, listed)) {
        return listed.unreadable("permission denied");
      }
      return read(file, listed, stop, progress);
    } catch (StopSignal.StoppedException e) {
      throw e;
    } catch (FileChangedException e) {
      stop.orGoOn();
      return listed.unreadable(Kind.CHANGED, Provider.reason(e));
    } catch (NoSuchFileException e) {
      stop.orGoOn();
      return listed.unreadable(Kind.CHANGED, "it was taken away after it was listed");
    } catch (IOException e) {
      stop.orGoOn(); // an interrupt closes what is being read, a stop ends it
      return listed.unreadable(Provider.reason(e));
    }
  }

  /**
   * Whoever opens a file of the machine learns that it may not: to ask before is one more call of
   * the system for each. Other file systems may let a file be opened that they will not give.
   */
  private boolean mayBeRead(Path file, ListedFile listed) throws IOException {
    return (opens(listed) && isOfMachine(file)) || Provider.ask(() -> Files.isReadable(file));
  }

  /** Of other file systems it is not known whether they tell sizes without opening. */
  private static boolean isEmpty(Path file, ListedFile listed) {
    return listed.sizeBytes() == 0 && isOfMachine(file);
  }

  private static boolean isOfMachine(Path file) {
    return file.getFileSystem().equals(FileSystems.getDefault());
  }

  /** A file that was not the same all the while explains whatever failed of it. */
  private ObservedFile read(
      Path file, ListedFile listed, StopSignal stop, FileHash.Progress progress)
      throws IOException {
    try (FileContent content = FileContent.of(file, stop.asked())) {
      ObservedFile.Readable read;
      try {
        read = read(content, listed, progress);
      } catch (IOException e) {
        stop.orGoOn();
        content.requireUnchanged(listed.sizeBytes(), listed.lastModified());
        throw e;
      }
      content.requireUnchanged(listed.sizeBytes(), listed.lastModified());
      return read;
    }
  }

  private ObservedFile.Readable read(
      FileContent content, ListedFile listed, FileHash.Progress progress) throws IOException {
    Set<Digest.Algorithm> wanted = algorithms.apply(listed.sizeBytes());
    FileHash hash = new FileHash(listed.sizeBytes(), wanted, progress);
    boolean isPackage = isPackage(listed.name());
    boolean hears = isPackage && !wanted.isEmpty(); // for its cabinets are read, mostly in order
    if (hears) {
      content.tell(hash);
    }
    Optional<MsiInspection> inspection =
        isPackage ? Optional.of(inspection(content, listed)) : Optional.empty();
    Optional<PeInspection> executable =
        readsContents && !isPackage ? executable(content, listed) : Optional.empty();
    Optional<SignatureReading> signatures = signatures(content, inspection, executable);
    Optional<SignatureReading> hearing = signatures.filter(SignatureReading::wantsBytes);
    Digests digests = Digests.NONE;
    if (!wanted.isEmpty() || hearing.isPresent()) {
      if (!hears) {
        content.tell(hash);
      }
      hearing.ifPresent(content::tell);
      content.tellRest();
      digests = hash.finish();
    }
    return new ObservedFile.Readable(
        listed.path(),
        listed.name(),
        listed.sizeBytes(),
        listed.modified(),
        digests,
        inspection,
        executable,
        signatures.isPresent() ? Optional.of(signatures.get().finish()) : Optional.empty(),
        Optional.empty());
  }

  private Optional<SignatureReading> signatures(
      FileContent content, Optional<MsiInspection> inspection, Optional<PeInspection> executable)
      throws IOException {
    return readsContents && verifier.isPresent()
        ? Optional.of(verifier.get().reading(content, inspection, executable))
        : Optional.empty();
  }

  private MsiInspection inspection(FileContent content, ListedFile listed) throws IOException {
    return isEmpty(content.path(), listed)
        ? MsiInspection.OF_EMPTY_FILE
        : MsiInspection.of(content, depth);
  }

  private static Optional<PeInspection> executable(FileContent content, ListedFile listed)
      throws IOException {
    Optional<PeKind> byName = PeKind.ofExtension(listed.name().extension());
    return isEmpty(content.path(), listed)
        ? byName.map(kind -> PeInspection.OF_EMPTY_FILE)
        : PeInspection.find(content, byName);
  }

  /** Whether a program is signed is known once it is looked into. */
  private boolean mayBeSigned(FileName name) {
    return verifier.isPresent() && PeKind.ofExtension(name.extension()).isPresent();
  }

  private boolean isPackage(FileName name) {
    return readsContents && MsiKind.ofExtension(name.extension()).isPresent();
  }
}
