package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A cabinet that a Windows Installer file has in it, or says that it has. Immutable.
 *
 * @param sizeBytes of its stream; absent where there is none
 * @param fileCount as its header states it; absent where that cannot be read
 * @param text what is wrong with it, in half a sentence; absent where nothing is
 */
public record CabinetState(
    String name,
    State state,
    OptionalLong sizeBytes,
    OptionalInt fileCount,
    Optional<String> text) {

  /** How a cabinet was found. */
  public enum State {
    /** It is there, and its structure is whole. */
    OK("ok"),
    /** There is no such stream. */
    MISSING("missing"),
    /** It is there, and not whole. */
    DAMAGED("damaged"),
    /** It is beside the file, not in it, and was not looked at. */
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

  /** Checks that nothing is null. */
  public CabinetState {
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNonNull(sizeBytes, "sizeBytes");
    requireNonNull(fileCount, "fileCount");
    requireNonNull(text, "text");
  }
}
