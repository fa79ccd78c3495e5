package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Wording;
import java.util.List;
import java.util.Optional;

/** Says of which files nothing but a weak digest was compared. */
final class WeakDigests {
  private WeakDigests() {}

  static Optional<Remark> remarkOn(List<FileAudit> files) {
    List<ExpectedFile> rows =
        files.stream().filter(WeakDigests::passesByThem).map(FileAudit::expected).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.WEAK_DIGEST,
                "Of "
                    + (rows.size() == files.size() ? "these files" : Wording.rows(rows))
                    + " the article lists no digest but MD5 or SHA-1, of which others can have the"
                    + " same."));
  }

  private static boolean passesByThem(FileAudit file) {
    return file.outcomes().get(Check.HASH) instanceof Outcome.Passed passed
        && passed.evidence().value().orElse(null) instanceof Value.Contents contents
        && contents.digests().areWeak();
  }
}
