package io.kbaudit.audit.check;

import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Publishers;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which files pass that state another manufacturer than the others do. */
final class OtherManufacturers {
  private OtherManufacturers() {}

  /** Of what was compared byte for byte, who made it is no matter. */
  static Optional<Remark> remarkOn(List<FileAudit> files, Publishers publishers) {
    List<String> others = new ArrayList<>();
    for (FileAudit file : files) {
      if (file.result() == FileResult.PASS
          && !file.assurance().equals(Optional.of(Assurance.PINNED))) {
        other(file, publishers).ifPresent(others::add);
      }
    }
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
    Optional<String> manufacturer =
        file.observed().isPresent() && file.observed().get() instanceof ObservedFile.Readable found
            ? publishers.unlikeManufacturer(found)
            : Optional.empty();
    return manufacturer.map(
        text ->
            English.quoted(file.expected().name().best().spelling())
                + " is of "
                + English.quoted(text));
  }
}
