package io.kbaudit.audit.check;

import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.file.WindowsNames;
import io.kbaudit.inventory.ObservedFile;
import java.util.List;
import java.util.Optional;

/** Which files have a row's name only without the dots and blanks at the end of theirs. */
final class EndsDropped {
  private EndsDropped() {}

  static Optional<Remark> remarkOn(List<FileAudit> files) {
    List<ObservedFile> ending =
        files.stream()
            .flatMap(file -> file.observed().stream())
            .filter(file -> WindowsNames.dropsEndOf(file.name().spelling()))
            .distinct()
            .toList();
    return ending.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.ENDS_DROPPED,
                Wording.paths(ending)
                    + (ending.size() == 1 ? " was" : " were")
                    + " taken for the listed name, as Windows drops the dots and blanks at the end"
                    + " of one; it opens no file that is stored with them."));
  }
}
