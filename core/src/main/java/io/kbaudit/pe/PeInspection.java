package io.kbaudit.pe;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileContent;
import io.kbaudit.file.FileVersion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * All that one reading of a program, library or driver established, and what is wrong with the
 * file. Immutable.
 *
 * @param header absent where the file is none of these, or its headers cannot be read
 * @param versions its version resources, of which it should have one
 * @param textsBeside whether its texts, in each language, are in files beside it (MUI)
 * @param problems in the order found
 */
public record PeInspection(
    Optional<PeHeader> header,
    List<VersionResource> versions,
    boolean textsBeside,
    List<PeProblem> problems) {

  /** What {@link #of(Path)} returns for every file that has not one byte. */
  public static final PeInspection OF_EMPTY_FILE =
      new PeInspection(Optional.empty(), List.of(), false, List.of(PeProblem.OF_EMPTY_FILE));

  /** Copies the lists. */
  public PeInspection {
    requireNonNull(header, "header");
    versions = List.copyOf(versions);
    problems = List.copyOf(problems);
  }

  /**
   * Reads {@code path}: its headers, and its version resources. Of a file of any size at most 64
   * KiB are read.
   *
   * @throws IOException if the file cannot be read at all; damage is part of the result
   */
  public static PeInspection of(Path path) throws IOException {
    return of(path, () -> false);
  }

  /**
   * Reads {@code path}, as {@link #of(Path)} does.
   *
   * @param isStopped says that nothing more is to be read; it is asked before each reading
   * @throws InterruptedIOException if it says so
   * @throws IOException if the file cannot be read at all; damage is part of the result
   */
  public static PeInspection of(Path path, BooleanSupplier isStopped) throws IOException {
    try (FileContent file = FileContent.of(path, isStopped)) {
      PeInspection inspection = of(new PeReader(new Pages(file)));
      file.requireUnchanged();
      return inspection;
    }
  }

  /**
   * Reads {@code path}, as {@link #of(Path)} does, if there is reason to take it for a program,
   * library or driver.
   *
   * @param byName what its name says that it is
   * @return empty where neither its name says so nor a header of Windows
   */
  public static Optional<PeInspection> find(
      Path path, Optional<PeKind> byName, BooleanSupplier isStopped) throws IOException {
    try (FileContent file = FileContent.of(path, isStopped)) {
      Optional<PeInspection> inspection = find(file, byName);
      file.requireUnchanged();
      return inspection;
    }
  }

  /** Reads a file, as {@link #find(Path, Optional, BooleanSupplier)} does, and leaves it open. */
  public static Optional<PeInspection> find(FileContent file, Optional<PeKind> byName)
      throws IOException {
    PeReader reader = new PeReader(new Pages(file));
    return byName.isPresent() || reader.isOfWindows() ? Optional.of(of(reader)) : Optional.empty();
  }

  private static PeInspection of(PeReader reader) throws IOException {
    reader.read();
    return new PeInspection(
        reader.header(), reader.versions(), reader.textsBeside(), reader.problems());
  }

  /** Returns whether nothing about the file is damaged. */
  public boolean sound() {
    return problems.stream().noneMatch(PeProblem::isDamage);
  }

  /**
   * Returns what the file is; absent where its headers cannot be read. What runs without the
   * subsystems of Windows is a driver, unless its version resource says otherwise.
   */
  public Optional<PeKind> kind() {
    return header.map(
        read ->
            read.nativeCode()
                ? nativeKind(read)
                : read.library() ? PeKind.LIBRARY : PeKind.PROGRAM);
  }

  private PeKind nativeKind(PeHeader read) {
    int type = fixed().findFirst().map(FixedFileInfo::fileType).orElse(0);
    if (type == FixedFileInfo.PROGRAM && !read.library()) {
      return PeKind.PROGRAM;
    }
    return type == FixedFileInfo.LIBRARY ? PeKind.LIBRARY : PeKind.DRIVER;
  }

  /** Returns whether a file of {@code wanted}'s kind may be made as this one is. */
  public boolean fits(PeKind wanted) {
    if (header.isEmpty()) {
      return false;
    }
    return switch (wanted) {
      // The kernel of 16-bit Windows is in libraries that are named as programs: USER.EXE.
      case PROGRAM -> !header.get().library() || header.get().format() == PeFormat.NE;
      case LIBRARY -> header.get().library() || header.get().nativeCode();
      case DRIVER -> header.get().nativeCode() || !isOfWindowsNt(header.get().format());
    };
  }

  private static boolean isOfWindowsNt(PeFormat format) {
    return format == PeFormat.PE32 || format == PeFormat.PE32_PLUS;
  }

  /** Returns the numbers of each version resource that has them. */
  public Stream<FixedFileInfo> fixed() {
    return versions.stream().flatMap(version -> version.fixed().stream());
  }

  /** Returns the file versions that the fixed file infos state, each once. */
  public List<FileVersion> fileVersions() {
    return fixed().map(FixedFileInfo::fileVersion).distinct().toList();
  }

  /** Returns the product versions that the fixed file infos state, each once. */
  public List<FileVersion> productVersions() {
    return fixed().map(FixedFileInfo::productVersion).distinct().toList();
  }

  /**
   * Returns what the string of this name is in each version resource and language, as {@link
   * VersionResource#ORIGINAL_FILENAME}; each once, and none that is blank.
   */
  public List<String> strings(String name) {
    return versions.stream().flatMap(version -> version.strings(name)).distinct().toList();
  }
}
