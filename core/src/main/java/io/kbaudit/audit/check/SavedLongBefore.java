package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.text.English;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which packages were saved long before the listed time: an older build may have the listed size.
 * Of those that pass, being of the listed date too, it is said.
 */
final class SavedLongBefore {
  /** A build is signed and published days after it was saved, not weeks. */
  private static final Duration LONG_BEFORE = Duration.ofDays(30);

  private SavedLongBefore() {}

  static Optional<Remark> remarkOn(List<FileAudit> files) {
    List<String> old = new ArrayList<>();
    for (FileAudit file : files) {
      if (file.result() == FileResult.PASS
          && !file.assurance().equals(Optional.of(Assurance.PINNED))
          && when(file.expected(), file.inspection()).isPresent()) {
        old.add(English.quoted(file.expected().name().best().spelling()));
      }
    }
    return old.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.SAVED_LONG_BEFORE,
                English.enumerate(old)
                    + (old.size() == 1 ? " was" : " were")
                    + " last saved more than "
                    + LONG_BEFORE.toDays()
                    + " days before the listed time, though of the listed size: an older build may"
                    + " be of that size too."));
  }

  /** Returns when a package was saved, if that is so long before the listed time. */
  static Optional<Instant> when(ExpectedFile row, Optional<MsiInspection> inspection) {
    if (row.modified().isEmpty()) {
      return Optional.empty();
    }
    Instant longBefore = row.modified().get().start().minus(LONG_BEFORE);
    return inspection.flatMap(MsiInspection::lastSaved).filter(saved -> saved.isBefore(longBefore));
  }
}
