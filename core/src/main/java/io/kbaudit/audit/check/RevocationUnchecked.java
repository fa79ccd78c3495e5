package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.signature.SignatureWords;
import java.util.List;
import java.util.Optional;

/** Says of which files with intact signatures nobody looked whether a certificate was revoked. */
final class RevocationUnchecked {
  private RevocationUnchecked() {}

  static Optional<Remark> remarkOn(List<FileAudit> files) {
    List<ExpectedFile> rows =
        files.stream().filter(RevocationUnchecked::passesWithout).map(FileAudit::expected).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.REVOCATION_UNCHECKED,
                "Whether a certificate by which "
                    + (rows.size() == files.size()
                        ? "these files"
                        : "the files of " + Wording.rows(rows))
                    + " are signed was revoked was not checked: no list of revoked certificates"
                    + " was given."));
  }

  private static boolean passesWithout(FileAudit file) {
    return file.outcomes().get(Check.SIGNATURE) instanceof Outcome.Passed
        && file.signatures().stream()
            .flatMap(read -> read.signatures().stream())
            .anyMatch(SignatureWords::isRevocationUnchecked);
  }
}
