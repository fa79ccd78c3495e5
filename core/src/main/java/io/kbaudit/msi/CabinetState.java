package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A cabinet that a Windows Installer file has in it or beside it, or is to have there. Immutable.
 *
 * @param sizeBytes of its stream or file; absent where there is none
 * @param fileCount as it lists them; absent where that cannot be read
 * @param unpackedFiles how many of them were unpacked whole; 0 where none was to be
 * @param text what is wrong with it, in half a sentence; absent where nothing is
 */
public record CabinetState(
    String name,
    State state,
    OptionalLong sizeBytes,
    OptionalInt fileCount,
    int unpackedFiles,
    Optional<String> text) {

  /** How a cabinet was found. */
  public enum State {
    /** It is in the file, and not changed as far as its checksums tell. */
    OK("ok"),
    /** It is needed, and is not in the file, or not beside it. */
    MISSING("missing"),
    /** It is there, and not whole. */
    DAMAGED("damaged"),
    /** It is beside the file, where it is to be, and not changed as far as its checksums tell. */
    BESIDE("beside");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /** Returns the stable word for it. */
    public String id() {
      return id;
    }
  }

  static CabinetState missing(String name, String text) {
    return new CabinetState(
        name, State.MISSING, OptionalLong.empty(), OptionalInt.empty(), 0, Optional.of(text));
  }

  /** Checks that nothing is null. */
  public CabinetState {
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNonNull(sizeBytes, "sizeBytes");
    requireNonNull(fileCount, "fileCount");
    requireNonNull(text, "text");
  }
}
