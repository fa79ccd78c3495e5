package io.kbaudit.audit.check;

import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Publishers;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.util.List;
import java.util.Optional;

/** Says which files pass that state another manufacturer than the others do. */
final class OtherManufacturers {
  private OtherManufacturers() {}

  /** Of what was compared byte for byte, who made it is no matter. */
  static Optional<Remark> remarkOn(List<FileAudit> files, Publishers publishers) {
    List<String> others =
        files.stream()
            .filter(file -> file.result() == FileResult.PASS)
            .filter(file -> !file.assurance().equals(Optional.of(Assurance.PINNED)))
            .flatMap(file -> other(file, publishers).stream())
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.OTHER_MANUFACTURER,
                "The other packages here are of "
                    + English.quoted(publishers.usualManufacturer().orElse(""))
                    + ", and by their own word "
                    + English.enumerate(others)
                    + "."));
  }

  private static Optional<String> other(FileAudit file, Publishers publishers) {
    return file.observed()
        .filter(ObservedFile.Readable.class::isInstance)
        .map(ObservedFile.Readable.class::cast)
        .flatMap(publishers::unlikeManufacturer)
        .map(
            text ->
                English.quoted(file.expected().name().best().spelling())
                    + " is of "
                    + English.quoted(text));
  }
}
