package io.kbaudit.msi;

import io.kbaudit.msi.ole.OleStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the cabinets that a file says are in it to being there, and to being whole.
 *
 * <p>Of a patch, a transform below its root says which they are. Here every stream that begins as a
 * cabinet is one; a patch whose cabinet is zeros from its first byte on goes unnoticed.
 */
final class CabinetCheck {
  /**
   * The stream that has the files of a merge module ("Merge Module Database", Windows Installer).
   */
  private static final String OF_MODULE = "MergeModule.CABinet";

  private CabinetCheck() {}

  /**
   * Returns what is wrong, at most one thing for each cabinet.
   *
   * @throws MsiFormatException if the table that lists them cannot be read
   */
  static List<MsiProblem> of(MsiFile file) throws IOException {
    List<MsiProblem> problems = new ArrayList<>();
    for (String name : listed(file)) {
      Optional<OleStream> stream = file.stream(name);
      if (stream.isPresent()) {
        check(name, stream.get()).ifPresent(problems::add);
      } else if (file.kind() == MsiKind.PACKAGE) {
        problems.add(missing(name));
      }
    }
    return problems;
  }

  /** Returns the names of the cabinets that are to be in the file. */
  static List<String> listed(MsiFile file) throws IOException {
    return switch (file.kind()) {
      case PACKAGE -> listedByMedia(file);
      case MODULE -> List.of(OF_MODULE);
      case PATCH -> beginningAsCabinets(file);
      case TRANSFORM -> List.of();
    };
  }

  /** Returns the cabinets that the Media table has in a stream, as its {@code #} says. */
  private static List<String> listedByMedia(MsiFile file) throws IOException {
    return cabinetsOfMedia(file).stream()
        .filter(cabinet -> cabinet.startsWith("#"))
        .map(cabinet -> cabinet.substring(1))
        .distinct()
        .toList();
  }

  /** Returns the names of the cabinets that are to be beside the file. */
  static List<String> listedBeside(MsiFile file) throws IOException {
    return file.kind() == MsiKind.PACKAGE
        ? cabinetsOfMedia(file).stream()
            .filter(cabinet -> !cabinet.startsWith("#"))
            .distinct()
            .toList()
        : List.of();
  }

  private static List<String> cabinetsOfMedia(MsiFile file) throws IOException {
    Optional<Table> media = file.table("Media");
    return media.isEmpty()
        ? List.of()
        : media.get().requireTexts("Cabinet").rows().stream()
            .flatMap(row -> row.text("Cabinet").stream())
            .toList();
  }

  private static List<String> beginningAsCabinets(MsiFile file) throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : file.streamNames()) {
      Optional<OleStream> stream = file.stream(name);
      if (stream.isPresent() && Cabinet.begins(name, stream.get())) {
        names.add(name);
      }
    }
    return names;
  }

  static Optional<MsiProblem> check(String name, OleStream stream) throws IOException {
    try {
      Cabinet.require(name, stream);
      return Optional.empty();
    } catch (MsiFormatException e) {
      return Optional.of(e.problem());
    }
  }

  /** Windows Installer before 5.0 takes cabinets out of the copies that it caches. */
  static MsiProblem missing(String name) {
    return new MsiProblem(
        MsiProblem.Kind.CABINET_MISSING,
        "its Media table has the cabinet '" + name + "' in the file, and there is no such stream");
  }
}
