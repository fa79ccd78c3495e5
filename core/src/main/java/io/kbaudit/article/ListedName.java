package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileName;
import java.util.Optional;

/**
 * The name in a row of a file table, which may have been cut to the table's width. Immutable.
 *
 * @param printed as the table spells it
 * @param cut whether the table shows only its beginning
 * @param full the whole of a cut name, absent where the article names no such file or cannot tell
 *     which; always absent for a name that is not cut
 */
public record ListedName(FileName printed, boolean cut, Optional<FileName> full) {
  /** Checks that a full name completes a cut one. */
  public ListedName {
    requireNonNull(printed, "printed");
    requireNonNull(full, "full")
        .ifPresent(
            name -> {
              if (!cut || !name.startsWith(printed)) {
                throw new IllegalArgumentException(name + " does not complete " + printed);
              }
            });
  }

  /** Returns a name that is printed whole. */
  public static ListedName whole(FileName printed) {
    return new ListedName(printed, false, Optional.empty());
  }

  /** Returns a name of which the rest is not known. */
  public static ListedName cut(FileName printed) {
    return new ListedName(printed, true, Optional.empty());
  }

  /** Returns this cut name, completed. */
  public ListedName completedBy(FileName fullName) {
    return new ListedName(printed, true, Optional.of(fullName));
  }

  /** Returns the full name where it is known, else what is printed. */
  public FileName best() {
    return full.orElse(printed);
  }

  /** Returns whether the whole name is known. */
  public boolean isKnown() {
    return !cut || full.isPresent();
  }
}
