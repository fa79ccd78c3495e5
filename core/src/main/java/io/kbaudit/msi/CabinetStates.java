package io.kbaudit.msi;

import io.kbaudit.msi.ole.OleStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The cabinets of a file, each as {@link CabinetCheck} finds it. */
final class CabinetStates {
  /** Bytes of a header, and where it counts its files ([MS-CAB] 2.1, CFHEADER, cFiles). */
  private static final int HEADER_BYTES = 36;

  private static final int FILE_COUNT = 28;

  private CabinetStates() {}

  /**
   * Returns all of them, those beside the file last.
   *
   * @throws MsiFormatException if the table that lists them cannot be read
   */
  static List<CabinetState> of(MsiFile file) throws IOException {
    List<CabinetState> states = new ArrayList<>();
    for (String name : CabinetCheck.listed(file)) {
      find(file, name).ifPresent(states::add);
    }
    for (String name : CabinetCheck.listedBeside(file)) {
      states.add(
          new CabinetState(
              name,
              CabinetState.State.BESIDE,
              OptionalLong.empty(),
              OptionalInt.empty(),
              Optional.empty()));
    }
    return states;
  }

  private static Optional<CabinetState> find(MsiFile file, String name) throws IOException {
    try {
      Optional<OleStream> stream = file.stream(name);
      if (stream.isPresent()) {
        return Optional.of(of(name, stream.get()));
      }
      return file.kind() == MsiKind.PACKAGE
          ? Optional.of(broken(name, CabinetState.State.MISSING, CabinetCheck.missing(name).text()))
          : Optional.empty();
    } catch (MsiFormatException e) {
      return Optional.of(broken(name, CabinetState.State.DAMAGED, e.problem().text()));
    }
  }

  private static CabinetState of(String name, OleStream stream) throws IOException {
    Optional<MsiProblem> problem = CabinetCheck.check(name, stream);
    boolean hasHeader = stream.sizeBytes() >= HEADER_BYTES && Cabinet.begins(name, stream);
    return new CabinetState(
        name,
        problem.isEmpty() ? CabinetState.State.OK : CabinetState.State.DAMAGED,
        OptionalLong.of(stream.sizeBytes()),
        hasHeader ? OptionalInt.of(fileCount(stream)) : OptionalInt.empty(),
        problem.map(MsiProblem::text));
  }

  private static int fileCount(OleStream stream) throws IOException {
    return Short.toUnsignedInt(stream.read(FILE_COUNT, Short.BYTES).getShort(0));
  }

  private static CabinetState broken(String name, CabinetState.State state, String text) {
    return new CabinetState(
        name, state, OptionalLong.empty(), OptionalInt.empty(), Optional.of(text));
  }
}
