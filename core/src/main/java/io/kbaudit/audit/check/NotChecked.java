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
import java.util.Set;

/** Says which checks that were asked for the article prints nothing for, and of which rows. */
final class NotChecked {
  private NotChecked() {}

  static List<Remark> remarksOn(Set<Check> checks, List<FileAudit> files) {
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
}
