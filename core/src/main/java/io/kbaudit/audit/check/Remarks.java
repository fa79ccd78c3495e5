package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is to be said of an audit as a whole, in the order in which it is said. */
final class Remarks {
  private Remarks() {}

  static List<Remark> on(Audited audited) {
    List<FileAudit> files = audited.files();
    AuditPolicy policy = audited.request().policy();
    List<Remark> remarks = new ArrayList<>();
    ZoneShift.remarkOn(audited.matching(), audited.comparison().times()).ifPresent(remarks::add);
    remarks.addAll(FolderRemarks.on(audited.inventory()));
    remarks.addAll(audited.matching().remarks());
    severalCopies(audited.matching().copies()).ifPresent(remarks::add);
    audited.unselected().remark().ifPresent(remarks::add);
    CompetingRows.remarkOn(files).ifPresent(remarks::add);
    alternatives(audited.branches().leftOut()).ifPresent(remarks::add);
    remarks.addAll(MixedBranches.remarksOn(audited.branches(), audited.comparison(), files));
    audited.request().article().remarks().stream().map(Remark::of).forEach(remarks::add);
    remarks.addAll(NotChecked.remarksOn(policy.checks(), files));
    SavedLongBefore.remarkOn(files).ifPresent(remarks::add);
    MetadataOnly.remarkOn(audited.request().checks(), files).ifPresent(remarks::add);
    return remarks;
  }

  private static Optional<Remark> severalCopies(List<List<ObservedFile>> copies) {
    List<String> files = copies.stream().map(Wording::paths).toList();
    return copies.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.SEVERAL_COPIES,
                (files.size() == 1 ? "One file was" : files.size() + " files were")
                    + " found more than once, alike in what was checked: "
                    + Wording.enumerate(files)
                    + "."));
  }

  private static Optional<Remark> alternatives(List<ExpectedFile> leftOut) {
    return leftOut.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.ALTERNATIVE_ROWS,
                "No file was held to "
                    + Wording.rows(leftOut)
                    + ": for each, the article lists the same file of another service branch, which"
                    + " agrees with what is here as well or better; one of them must."));
  }
}
