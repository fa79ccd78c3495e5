package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileContent;
import io.kbaudit.msi.ole.OleProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * All that one reading of a Windows Installer file established, and what is wrong with the file.
 * Immutable.
 *
 * @param kind absent where the file could not be opened
 * @param problems in the order found; those of the container first
 * @param summary absent where it could not be read
 * @param tables names, in the order stored; empty where they could not be read
 * @param properties as of {@link MsiFile#properties()}; empty where they could not be read
 * @param cabinets those in its streams, and those beside it that it installs from; absent where the
 *     file is too damaged for them to be known
 * @param signed whether it has a signature, which was not verified
 * @param keyFiles of its components, those that have a version; empty where they could not be read
 */
public record MsiInspection(
    Optional<MsiKind> kind,
    List<MsiProblem> problems,
    Optional<SummaryInformation> summary,
    List<String> tables,
    Map<String, String> properties,
    Optional<List<CabinetState>> cabinets,
    boolean signed,
    List<KeyFile> keyFiles) {

  /** What {@link #of(Path)} returns for every file that has not one byte. */
  public static final MsiInspection OF_EMPTY_FILE =
      unopened(MsiProblem.of(OleProblem.OF_EMPTY_FILE));

  /** Copies the collections. */
  public MsiInspection {
    requireNonNull(kind, "kind");
    requireNonNull(summary, "summary");
    problems = List.copyOf(problems);
    tables = List.copyOf(tables);
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    cabinets = cabinets.map(List::copyOf);
    keyFiles = List.copyOf(keyFiles);
  }

  /** An inspection of a file that has no versioned files, or that did not come to them. */
  public MsiInspection(
      Optional<MsiKind> kind,
      List<MsiProblem> problems,
      Optional<SummaryInformation> summary,
      List<String> tables,
      Map<String, String> properties,
      Optional<List<CabinetState>> cabinets,
      boolean signed) {
    this(kind, problems, summary, tables, properties, cabinets, signed, List.of());
  }

  /** An inspection that did not come to cabinets, of a file without signature. */
  public MsiInspection(
      Optional<MsiKind> kind,
      List<MsiProblem> problems,
      Optional<SummaryInformation> summary,
      List<String> tables,
      Map<String, String> properties) {
    this(kind, problems, summary, tables, properties, Optional.empty(), false);
  }

  /**
   * Reads {@code path} once, as far as it can be: its summary, its tables, how its parts fit
   * together, and all blocks of its cabinets, also of those that are to lie beside it. What is
   * packed in the blocks, and the content of other large streams, is not read.
   *
   * @throws InterruptedIOException if the thread that reads is interrupted, which it stays
   * @throws IOException if the file cannot be read at all; damage is part of the result
   */
  public static MsiInspection of(Path path) throws IOException {
    return of(path, ReadingDepth.CHECKSUMS, () -> false);
  }

  /**
   * Reads {@code path} once, as {@link #of(Path)} does.
   *
   * @param isStopped says that nothing more is to be read; it is asked before each reading of a
   *     part
   * @throws InterruptedIOException if it says so, or the thread that reads is interrupted
   * @throws IOException if the file cannot be read at all; damage is part of the result
   */
  public static MsiInspection of(Path path, ReadingDepth depth, BooleanSupplier isStopped)
      throws IOException {
    try (FileContent file = FileContent.of(path, isStopped)) {
      MsiInspection inspection = of(file, depth);
      file.requireUnchanged();
      return inspection;
    }
  }

  /**
   * Reads a file, as {@link #of(Path)} does, and leaves it open.
   *
   * @throws InterruptedIOException if it is stopped, or the thread that reads is interrupted
   * @throws IOException if the file cannot be read at all; damage is part of the result
   */
  public static MsiInspection of(FileContent file, ReadingDepth depth) throws IOException {
    MsiInspection inspection = read(file, depth);
    if (file.isStopped()) {
      throw new InterruptedIOException("the reading was stopped"); // and is no damage of the file
    }
    return inspection;
  }

  private static MsiInspection read(FileContent file, ReadingDepth depth) throws IOException {
    try {
      return of(MsiFile.of(file), new CabinetsBeside(file), depth);
    } catch (MsiFormatException e) {
      return unopened(e.problem());
    }
  }

  private static MsiInspection unopened(MsiProblem problem) {
    return new MsiInspection(
        Optional.empty(), List.of(problem), Optional.empty(), List.of(), Map.of());
  }

  /** Returns this inspection with the tables and properties that {@code file} has now. */
  public MsiInspection withDatabaseOf(MsiFile file) throws IOException {
    return new MsiInspection(
        kind,
        problems,
        summary,
        file.tableNames(),
        file.properties(),
        cabinets,
        signed,
        KeyFile.of(file));
  }

  /** Returns whether nothing about the file is damaged. */
  public boolean sound() {
    return !isAnyDamage(problems);
  }

  /** Returns a property of the database; absent where it is not there or empty. */
  public Optional<String> property(String name) {
    String value = properties.get(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /** Returns the template of the summary. */
  public Optional<Template> template() {
    return summary.flatMap(SummaryInformation::template);
  }

  /** Returns when the file says that it was saved last. */
  public Optional<Instant> lastSaved() {
    return summary.flatMap(SummaryInformation::lastSaved);
  }

  private static MsiInspection of(MsiFile file, CabinetsBeside beside, ReadingDepth depth)
      throws IOException {
    List<MsiProblem> problems = new ArrayList<>(file.containerProblems());
    boolean isWhole = isWhole(problems);
    List<MsiProblem> inside = new ArrayList<>();
    Optional<SummaryInformation> summary =
        attempted(() -> Optional.of(file.summary(inside)), Optional.empty(), inside);
    List<MsiProblem> ofDatabase = new ArrayList<>();
    List<String> tables = attempted(() -> readAll(file, ofDatabase), List.of(), inside);
    Map<String, String> properties = Map.of();
    List<KeyFile> keyFiles = List.of();
    Optional<CabinetCheck.Findings> cabinets = Optional.empty();
    inside.addAll(ofDatabase);
    if (!tables.isEmpty()) {
      properties = attempted(file::properties, Map.of(), inside);
      if (isWhole && file.kind() == MsiKind.PACKAGE) {
        // what is wrong with these tables was found above
        keyFiles = attempted(() -> KeyFile.of(file), List.of(), new ArrayList<>());
      }
      if (isWhole) {
        cabinets =
            attempted(
                () -> Optional.of(CabinetCheck.of(file, beside, depth)), Optional.empty(), inside);
        if (cabinets.isPresent()) {
          inside.addAll(cabinets.get().problems());
        }
      }
    }
    if (isWhole) {
      problems.addAll(inside);
    }
    Optional<List<CabinetState>> states = cabinets.map(CabinetCheck.Findings::cabinets);
    file.brokenOff(isAnyDamage(problems), proven(states.orElse(List.of())))
        .ifPresent(problem -> problems.add(0, problem));
    return new MsiInspection(
        Optional.of(file.kind()),
        problems,
        summary,
        tables,
        properties,
        states,
        file.isSigned(),
        keyFiles);
  }

  private static Set<String> proven(List<CabinetState> cabinets) {
    Set<String> proven = new HashSet<>();
    for (CabinetState each : cabinets) {
      if (each.state() == CabinetState.State.OK) {
        proven.add(each.name());
      }
    }
    return proven;
  }

  private static boolean isAnyDamage(List<MsiProblem> problems) {
    for (MsiProblem each : problems) {
      if (each.isDamage()) {
        return true;
      }
    }
    return false;
  }

  /** What follows from a broken container is no further problem. */
  private static boolean isWhole(List<MsiProblem> ofContainer) {
    for (MsiProblem each : ofContainer) {
      if (each.isDamage() && each.kind() != MsiProblem.Kind.TRAILING_BYTES) {
        return false;
      }
    }
    return true;
  }

  /** Reads every table once, for its damage, and returns their names. */
  private static List<String> readAll(MsiFile file, List<MsiProblem> problems) throws IOException {
    List<String> names = file.tableNames();
    problems.addAll(file.databaseProblems());
    return names;
  }

  private interface Reading<T> {
    T get() throws IOException;
  }

  private static <T> T attempted(Reading<T> reading, T otherwise, List<MsiProblem> problems)
      throws IOException {
    try {
      return reading.get();
    } catch (MsiFormatException e) {
      problems.add(e.problem());
      return otherwise;
    }
  }
}
