package io.kbaudit.audit.check;

import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
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

  /** Returns the outcome of a check of contents that were not read; absent where they were. */
  static Optional<Outcome> notRead(ObservedFile.Readable file) {
    if (file.inspection().isPresent()) {
      return Optional.empty();
    }
    boolean isPackage = MsiKind.ofExtension(file.name().extension()).isPresent();
    return Optional.of(
        isPackage
            ? new Outcome.Undecided(
                English.quoted(file.path()) + " was listed, and not read", Cause.NOT_READ)
            : new Outcome.NotApplicable(
                English.quoted(file.path()) + " is not named as a Windows Installer file"));
  }

  /** Returns the outcome where a file that was read does not state what a check asks for. */
  static Outcome notStated(ObservedFile.Readable file, String what) {
    return file.inspection().filter(MsiInspection::sound).isPresent()
        ? new Outcome.Undecided("the package does not state its " + what, Cause.NOT_STATED)
        : new Outcome.NotApplicable("the file is not sound, and does not state its " + what);
  }
}
