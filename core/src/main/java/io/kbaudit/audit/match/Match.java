package io.kbaudit.audit.match;

import io.kbaudit.audit.Cause;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Optional;

/** What the matcher found for one row. */
public sealed interface Match {
  /** Returns the match with the only file that may be meant, whether it can be read or not. */
  static Match with(ObservedFile file, Manner manner) {
    return file instanceof ObservedFile.Readable readable
        ? new Found(readable, manner)
        : Undecidable.unreadable((ObservedFile.Unreadable) file);
  }

  /** How a file was found. */
  enum Manner {
    /** It has the listed name. */
    BY_NAME,
    /** Its name begins as the cut one in the table does. */
    BY_BEGINNING,
    /** It has the listed size and date, at a place where names say nothing. */
    BY_CONTENT,
    /** Its package states the row's name, at a place where file names say nothing. */
    BY_IDENTITY,
    /** It has the listed size and date, but a name that is not listed. */
    RENAMED,
    /** Its package states the row's name, but the file has a name that is not listed. */
    RECOGNIZED,
    /** It has the listed size and date, but the name of another row. */
    SWAPPED;

    /** Returns whether files have random names where this one was found. */
    public boolean isUnderRandomName() {
      return this == BY_CONTENT || this == BY_IDENTITY;
    }
  }

  /**
   * One file, to be checked.
   *
   * @param alternatives other files that might be meant just as well, and would pass the same
   *     checks
   */
  public record Found(
      ObservedFile.Readable file, Manner manner, List<ObservedFile.Readable> alternatives)
      implements Match {
    public Found(ObservedFile.Readable file, Manner manner) {
      this(file, manner, List.of());
    }

    /** Windows Installer before 5.0 takes the cabinets out of what it caches under random names. */
    public boolean isCachedWithoutCabinets() {
      return manner.isUnderRandomName()
          && file.inspection().stream()
              .flatMap(inspection -> inspection.problems().stream())
              .anyMatch(problem -> problem.kind() == MsiProblem.Kind.CABINET_MISSING);
    }
  }

  /**
   * No file.
   *
   * @param observed what was found instead, for people
   */
  record Missing(String observed, Cause cause) implements Match {
    /** Nothing at all is known of a file. */
    public Missing(String observed) {
      this(observed, Cause.MISSING);
    }
  }

  /**
   * Not known which file, or whether any.
   *
   * @param file the one of the row's name that cannot be read, if that is why
   */
  record Undecidable(String reason, Cause cause, Optional<ObservedFile> file) implements Match {
    static Undecidable ambiguous(String reason) {
      return new Undecidable(reason, Cause.AMBIGUOUS, Optional.empty());
    }

    static Undecidable unreadable(ObservedFile.Unreadable file) {
      return new Undecidable(
          English.quoted(file.path()) + " " + file.told(), causeOf(file), Optional.of(file));
    }

    /** Returns why nothing is known of a file. */
    static Cause causeOf(ObservedFile.Unreadable file) {
      return switch (file.kind()) {
        case NOT_READABLE -> Cause.UNREADABLE;
        case CHANGED -> Cause.CHANGED_DURING_AUDIT;
        case TIMED_OUT -> Cause.TIMED_OUT;
        case LINK_LEFT -> Cause.LINK_NOT_FOLLOWED;
      };
    }
  }
}
