package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says which checks that were asked for were not made, and of which rows. */
final class NotChecked {
  private NotChecked() {}

  static List<Remark> remarksOn(Set<Check> checks, List<FileAudit> files) {
    List<Remark> remarks = notPrinted(checks, files);
    versionsNotRead(checks, files).ifPresent(remarks::add);
    return remarks;
  }

  /** A check that was asked for, but for which the article prints nothing, is not passed over. */
  private static List<Remark> notPrinted(Set<Check> checks, List<FileAudit> files) {
    List<Remark> remarks = new ArrayList<>();
    for (Check check : List.of(Check.SIZE, Check.DATE)) {
      List<ExpectedFile> rows =
          files.stream()
              .filter(file -> file.observed().orElse(null) instanceof ObservedFile.Readable)
              .filter(file -> file.outcomes().get(check) instanceof Outcome.NotApplicable)
              .map(FileAudit::expected)
              .toList();
      if (checks.contains(check) && !rows.isEmpty()) {
        remarks.add(
            Remark.of(
                Remark.Kind.NOT_CHECKED,
                checkAndRows(rows, check, files) + ": the article prints none."));
      }
    }
    return remarks;
  }

  private static String checkAndRows(List<ExpectedFile> rows, Check check, List<FileAudit> files) {
    return check
        + " was not checked for "
        + (rows.size() == files.size() ? "any file" : Wording.rows(rows));
  }

  /** A version that the article lists, and no check compares, is not passed over either. */
  private static Optional<Remark> versionsNotRead(Set<Check> checks, List<FileAudit> files) {
    List<ExpectedFile> rows =
        files.stream()
            .filter(file -> file.expected().version().isPresent())
            .filter(
                file ->
                    file.observed()
                        .filter(ObservedFile.Readable.class::isInstance)
                        .filter(observed -> !VersionRule.readsVersionOf(observed))
                        .isPresent())
            .map(FileAudit::expected)
            .toList();
    return rows.isEmpty() || !checks.contains(Check.VERSION)
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.NOT_CHECKED,
                checkAndRows(rows, Check.VERSION, files)
                    + ": the article lists versions there, but only that of an .msi package is read"
                    + " from the file, so that they were not compared."));
  }
}
