package io.kbaudit.audit.check;

import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import io.kbaudit.text.English;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The outcomes of checks that one of two things to compare is missing for. */
final class Unchecked {
  private Unchecked() {}

  /**
   * Returns that a check does not apply where a row's cells say nothing, and that it cannot be
   * decided where they hold something that cannot be read.
   */
  static Outcome notPrinted(String what, String... cells) {
    List<String> printed =
        Arrays.stream(cells).filter(cell -> !PrintedRow.saysNothing(cell)).toList();
    return printed.isEmpty()
        ? new Outcome.NotApplicable("the article prints no " + what)
        : new Outcome.Undecided(
            "the article prints "
                + English.quoted(String.join(" ", printed))
                + ", which cannot be read as a "
                + what,
            Cause.CELL_UNREADABLE);
  }

  /**
   * Returns the outcome of a check of contents that were not read, and for which the article prints
   * nothing; absent where they were.
   */
  static Optional<Outcome> notRead(ObservedFile.Readable file) {
    return wasRead(file)
        ? Optional.empty()
        : listedOnly(file)
            .or(
                () ->
                    Optional.of(
                        new Outcome.NotApplicable(
                            English.quoted(file.path()) + " is neither a package nor a program")));
  }

  /** Returns the same of a check for which the article prints what the file should state. */
  static Optional<Outcome> notRead(ObservedFile.Readable file, String printed) {
    return wasRead(file)
        ? Optional.empty()
        : listedOnly(file)
            .or(
                () ->
                    Optional.of(
                        new Outcome.Undecided(
                            "the article prints a "
                                + printed
                                + ", and "
                                + English.quoted(file.path())
                                + ", neither a package nor a program, states none",
                            Cause.NOT_STATED)));
  }

  /**
   * Returns the outcome of a check of signatures that were not looked at.
   *
   * @param demanded whether the file must be signed, of whatever kind it is
   */
  static Outcome signaturesNotRead(ObservedFile.Readable file, boolean demanded) {
    if (wasRead(file)) {
      return new Outcome.Undecided(
          "the signatures of " + English.quoted(file.path()) + " were not looked at",
          Cause.NOT_READ);
    }
    Outcome unread = notRead(file).orElseThrow();
    return demanded && unread instanceof Outcome.NotApplicable other
        ? new Outcome.Undecided(
            other.reason() + ", and was not looked for in catalogs", Cause.NOT_READ)
        : unread;
  }

  /** Returns whether it was read what a file says of itself. */
  static boolean wasRead(ObservedFile.Readable file) {
    return file.inspection().isPresent() || file.executable().isPresent();
  }

  private static Optional<Outcome> listedOnly(ObservedFile.Readable file) {
    String extension = file.name().extension();
    return MsiKind.ofExtension(extension).isPresent() || PeKind.ofExtension(extension).isPresent()
        ? Optional.of(
            new Outcome.Undecided(
                English.quoted(file.path()) + " was listed, and not read", Cause.NOT_READ))
        : Optional.empty();
  }

  /** Returns the outcome where a file that was read does not state what the article prints. */
  static Outcome notStated(ObservedFile.Readable file, String what) {
    Optional<PeProblem> unread =
        file.executable().stream()
            .flatMap(executable -> executable.problems().stream())
            .filter(problem -> problem.kind() == PeProblem.Kind.NOT_READ)
            .findFirst();
    if (unread.isPresent()) {
      return new Outcome.Undecided(
          "its " + what + " was not read: " + unread.get().text(), Cause.NOT_READ);
    }
    boolean isSound =
        file.inspection().filter(MsiInspection::sound).isPresent()
            || file.executable().filter(PeInspection::sound).isPresent();
    String kind = file.inspection().isPresent() ? "the package" : "the file";
    return new Outcome.Undecided(
        isSound
            ? kind + " does not state its " + what
            : "the file is not sound, and does not state its " + what,
        Cause.NOT_STATED);
  }
}
