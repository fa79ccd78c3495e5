package io.kbaudit.inventory;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.msi.SummaryInformation;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.signature.SignatureInspection;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file that a scan came upon. Immutable.
 *
 * <p>A path is relative to the scanned folder: it neither begins nor ends with a slash, and none of
 * its elements is {@code .} or {@code ..}. A backslash parts nothing; where it stands it is a
 * character of a name, as POSIX allows.
 */
public sealed interface ObservedFile {
  /** Returns the path below the scanned folder, its elements parted by {@code /}. */
  String path();

  /** Returns the last element of the path. */
  FileName name();

  /** Returns the name of the file at {@code path}; absent if that is no path below a folder. */
  static Optional<FileName> nameAt(String path) {
    return isBelow(path) ? Optional.of(FileName.ofStored(lastElement(path))) : Optional.empty();
  }

  /** Why nothing can be done with a file of which there {@linkplain #placeIn is no path}. */
  String NAME_IS_NO_TEXT = "its name is no text in the encoding of file names here";

  /**
   * Returns where the file at {@code path} below {@code folder} is; absent where it was found under
   * a name that is no text in the encoding of file names here, of which Java makes no path, or
   * where another system than this one has such a path, which would lead elsewhere here.
   */
  static Optional<Path> placeIn(Path folder, String path) {
    try {
      Path place = folder.resolve(path);
      return absolute(place).startsWith(absolute(folder)) ? Optional.of(place) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Returns how a user names what was found at {@code path} below {@code folder}: with slashes. */
  static String named(Path folder, String path) {
    return placeIn(folder, path)
        .map(ObservedFile::named)
        .orElseGet(() -> named(folder) + "/" + path);
  }

  /** Returns a path as its user named it, with slashes. */
  static String named(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static boolean isBelow(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.endsWith("/")) {
      return false;
    }
    int begin = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', begin)) {
      if (isDots(path, begin, slash)) {
        return false;
      }
      begin = slash + 1;
    }
    return !isDots(path, begin, path.length());
  }

  /** Returns whether an element of a path is {@code .} or {@code ..}. */
  private static boolean isDots(String path, int begin, int end) {
    return (end - begin == 1 || end - begin == 2)
        && path.charAt(begin) == '.'
        && path.charAt(end - 1) == '.';
  }

  private static String lastElement(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void require(String path, FileName name) {
    if (!isBelow(path)) {
      throw new IllegalArgumentException("not a path below a folder: '" + path + "'");
    }
    if (!lastElement(path).equals(name.spelling())) {
      throw new IllegalArgumentException(
          "the path '" + path + "' does not end in the name '" + name + "'");
    }
  }

  /**
   * A file that can be opened.
   *
   * @param sizeBytes of its contents
   * @param modified as finely as the file system keeps it
   * @param digests of its contents, by the algorithms that were asked for
   * @param inspection what a Windows Installer file says about itself; absent where it was not
   *     read, because its name is of none or the scan was of metadata alone
   * @param executable what a program, library or driver says about itself; absent where it was not
   *     read, because neither its name nor its first bytes are of one, or the scan was of metadata
   *     alone
   * @param signatures what its signatures are worth; absent where they were not looked at
   * @param listedVersion its fixed file version, as a list of files states it; absent where the
   *     file itself was read, which says more, and where the list states none
   */
  @SuppressWarnings("JavaLangClash") // it is always written ObservedFile.Readable
  record Readable(
      String path,
      FileName name,
      long sizeBytes,
      Instant modified,
      Digests digests,
      Optional<MsiInspection> inspection,
      Optional<PeInspection> executable,
      Optional<SignatureInspection> signatures,
      Optional<FileVersion> listedVersion)
      implements ObservedFile {
    /** Checks that path, name and size can be those of one file. */
    public Readable {
      requireNonNull(path, "path");
      requireNonNull(name, "name");
      requireNonNull(modified, "modified");
      requireNonNull(digests, "digests");
      requireNonNull(inspection, "inspection");
      requireNonNull(executable, "executable");
      requireNonNull(signatures, "signatures");
      requireNonNull(listedVersion, "listedVersion");
      if (sizeBytes < 0) {
        throw new IllegalArgumentException("negative size: " + sizeBytes);
      }
      if (!FileTimes.clamped(modified).equals(modified)) {
        throw new IllegalArgumentException("beyond all dates: " + modified);
      }
      require(path, name);
    }

    /**
     * Returns a file of which only metadata is known, named by its path: {@code
     * of("sub/DNSClient.msi", 679_936, modified)}.
     *
     * @throws IllegalArgumentException if that is no path below a folder, or one in the manner of
     *     Windows; a file whose name has a backslash is made by the constructor
     */
    public static ObservedFile.Readable of(String path, long sizeBytes, Instant modified) {
      if (path.indexOf('\\') >= 0 || hasDrive(path)) {
        throw new IllegalArgumentException(
            "a path below a folder has slashes and no drive: '" + path + "'");
      }
      FileName name =
          nameAt(path)
              .orElseThrow(
                  () -> new IllegalArgumentException("not a path below a folder: '" + path + "'"));
      return new ObservedFile.Readable(
          path,
          name,
          sizeBytes,
          modified,
          Digests.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private static boolean hasDrive(String path) {
      char first = path.isEmpty() ? '/' : path.charAt(0);
      boolean isLetter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
      return isLetter && path.startsWith(":", 1);
    }

    /** Returns this file with one more digest of its contents. */
    public ObservedFile.Readable withDigest(Digest digest) {
      return new ObservedFile.Readable(
          path,
          name,
          sizeBytes,
          modified,
          digests.with(digest),
          inspection,
          executable,
          signatures,
          listedVersion);
    }

    /** Returns this file with what it says about itself, as a Windows Installer file. */
    public ObservedFile.Readable withInspection(MsiInspection read) {
      return new ObservedFile.Readable(
          path,
          name,
          sizeBytes,
          modified,
          digests,
          Optional.of(read),
          executable,
          signatures,
          listedVersion);
    }

    /** Returns this file with what it says about itself, as a program, library or driver. */
    public ObservedFile.Readable withExecutable(PeInspection read) {
      return new ObservedFile.Readable(
          path,
          name,
          sizeBytes,
          modified,
          digests,
          inspection,
          Optional.of(read),
          signatures,
          listedVersion);
    }

    /** Returns this file with what its signatures are worth. */
    public ObservedFile.Readable withSignatures(SignatureInspection read) {
      return new ObservedFile.Readable(
          path,
          name,
          sizeBytes,
          modified,
          digests,
          inspection,
          executable,
          Optional.of(read),
          listedVersion);
    }

    /** Returns this file with the version that a list of files states of it. */
    public ObservedFile.Readable withListedVersion(FileVersion version) {
      return new ObservedFile.Readable(
          path,
          name,
          sizeBytes,
          modified,
          digests,
          inspection,
          executable,
          signatures,
          Optional.of(version));
    }

    /** Returns the digest of its contents by SHA-256; absent where it was not asked for. */
    public Optional<Digest> sha256() {
      return digests.by(Digest.Algorithm.SHA256);
    }

    /** Returns the package code that the file states; absent where it was not read. */
    public Optional<String> packageCode() {
      return inspection.flatMap(MsiInspection::summary).flatMap(SummaryInformation::packageCode);
    }

    /**
     * Returns what makes the file unsound, in half a sentence; absent where nothing does, as far as
     * it was read.
     */
    public Optional<String> damage() {
      Stream<String> ofPackage =
          inspection.stream()
              .flatMap(read -> read.problems().stream())
              .filter(MsiProblem::isDamage)
              .map(MsiProblem::text);
      Stream<String> ofProgram =
          executable.stream()
              .flatMap(read -> read.problems().stream())
              .filter(PeProblem::isDamage)
              .map(PeProblem::text);
      String texts = Stream.concat(ofPackage, ofProgram).collect(Collectors.joining("; "));
      return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }

    /** Returns those of {@code files} that can be opened, in their order. */
    public static List<ObservedFile.Readable> among(Collection<? extends ObservedFile> files) {
      return streamOf(files).toList();
    }

    /** Returns the same one by one, where there may be too many to be kept at a time. */
    public static Stream<ObservedFile.Readable> streamOf(Collection<? extends ObservedFile> files) {
      return files.stream()
          .filter(ObservedFile.Readable.class::isInstance)
          .map(ObservedFile.Readable.class::cast);
    }
  }

  /**
   * A name under which nothing can be read: a file without permission, a link to nowhere, a pipe;
   * or of which what was read is not to be relied on.
   *
   * @param reason half a sentence, to follow the {@linkplain Kind#words words} of its kind
   */
  record Unreadable(String path, FileName name, Kind kind, String reason) implements ObservedFile {
    /** Why nothing is known. */
    public enum Kind {
      /** It cannot be read. */
      NOT_READABLE("cannot be read"),
      /** It was not the same file, or had other contents, before and after it was read. */
      CHANGED("cannot be judged"),
      /** It took longer to answer than it may. */
      TIMED_OUT("was given up"),
      /** It is a link out of the scanned folder, and those are not followed. */
      LINK_LEFT("was left");

      private final String words;

      Kind(String words) {
        this.words = words;
      }

      /** Returns what is to be said of the file, before a colon and the reason. */
      public String words() {
        return words;
      }
    }

    /** Checks that the path ends in the name. */
    public Unreadable {
      requireNonNull(path, "path");
      requireNonNull(name, "name");
      requireNonNull(kind, "kind");
      requireNonNull(reason, "reason");
      require(path, name);
    }

    /** Returns what is known of it instead, half a sentence to follow its path. */
    public String told() {
      return kind.words() + ": " + reason;
    }

    /** Creates one that cannot be read. */
    public Unreadable(String path, FileName name, String reason) {
      this(path, name, Kind.NOT_READABLE, reason);
    }
  }
}
