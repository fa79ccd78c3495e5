package io.kbaudit.registry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A patch of Windows Installer, registered for one product.
 *
 * @param patchCode in braces and capitals
 * @param state empty where the export does not have it, or has a number that means none
 * @param localPackage the path of its copy in the package cache
 * @param moreInfoUrl where its publisher tells of it
 * @param installed the day, as registered: {@code 20110126}
 * @param line where its key begins, counted from 1
 */
public record RegisteredPatch(
    String patchCode,
    Optional<String> name,
    Optional<State> state,
    Optional<String> localPackage,
    Optional<String> moreInfoUrl,
    Optional<String> installed,
    int line) {

  /** Checks that nothing is null. */
  public RegisteredPatch {
    requireNonNull(patchCode, "patchCode");
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNonNull(localPackage, "localPackage");
    requireNonNull(moreInfoUrl, "moreInfoUrl");
    requireNonNull(installed, "installed");
  }

  /** What has become of a patch (MsiGetPatchInfoEx, INSTALLPROPERTY_PATCHSTATE). */
  public enum State {
    APPLIED(1),
    /** A later patch does all that it did. */
    SUPERSEDED(2),
    /** A later patch took it out of use. */
    OBSOLETED(4),
    /** Known, and not applied. */
    REGISTERED(8);

    private final long number;

    State(long number) {
      this.number = number;
    }

    static Optional<State> numbered(long number) {
      for (State state : values()) {
        if (state.number == number) {
          return Optional.of(state);
        }
      }
      return Optional.empty();
    }
  }
}
