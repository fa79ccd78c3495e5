package io.kbaudit.audit.check;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import java.util.Optional;

/** What the checks of a file's contents have in common: there must be contents to check. */
final class PackageContents {
  private PackageContents() {}

  /** Returns the outcome of a check of contents that were not read; absent where they were. */
  static Optional<Outcome> unreadOutcome(ObservedFile.Readable file) {
    if (file.inspection().isPresent()) {
      return Optional.empty();
    }
    boolean isPackage = MsiKind.ofExtension(file.name().extension()).isPresent();
    return Optional.of(
        isPackage
            ? new Outcome.Undecided(
                Wording.quoted(file.path()) + " was listed, and not read", Cause.NOT_READ)
            : new Outcome.NotApplicable(
                Wording.quoted(file.path()) + " is not named as a Windows Installer file"));
  }

  /** Returns the outcome where a file that was read does not state what a check asks for. */
  static Outcome notStated(ObservedFile.Readable file, String what) {
    return file.inspection().filter(MsiInspection::sound).isPresent()
        ? new Outcome.Undecided("the package does not state its " + what, Cause.NOT_STATED)
        : new Outcome.NotApplicable("the file is not sound, and does not state its " + what);
  }
}
