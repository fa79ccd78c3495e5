package io.kbaudit.audit.check;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.BranchChoice;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.audit.match.Publishers;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.UnselectedFiles;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is to be said of an audit as a whole: it follows from what was asked, and what was found.
 */
record Remarks(
    AuditRequest request,
    Inventory inventory,
    RowComparison comparison,
    UnselectedFiles unselected,
    BranchChoice branches,
    Matching matching,
    Publishers publishers,
    List<FileAudit> files,
    List<ObservedFile> own) {
  /** Returns all, in the order in which they are said. */
  List<Remark> all() {
    List<Remark> remarks = new ArrayList<>();
    Consumer<Remark> say = remarks::add;
    ZoneShift.remarkOn(matching, comparison.times()).ifPresent(say);
    remarks.addAll(FolderRemarks.on(inventory));
    remarks.addAll(matching.remarks());
    EndsDropped.remarkOn(files).ifPresent(say);
    OwnFiles.remarkOn(own).ifPresent(say);
    severalCopies(matching.copies()).ifPresent(say);
    remarks.addAll(SamePackageCode.remarksOn(inventory));
    unselected.remark().ifPresent(say);
    remarks.addAll(CompetingRows.remarksOn(files, inventory));
    alternatives(branches.leftOut()).ifPresent(say);
    remarks.addAll(MixedBranches.remarksOn(branches, comparison, files));
    for (ArticleRemark each : request.article().remarks()) {
      say.accept(Remark.of(each));
    }
    remarks.addAll(NotChecked.remarksOn(request.policy().checks(), files));
    request.evidence().registry().map(RegistryRemarks::of).ifPresent(remarks::addAll);
    SavedLongBefore.remarkOn(files).ifPresent(say);
    OtherManufacturers.remarkOn(files, publishers).ifPresent(say);
    WeakDigests.remarkOn(files).ifPresent(say);
    RevocationUnchecked.remarkOn(files).ifPresent(say);
    MetadataOnly.remarkOn(request.checks(), files).ifPresent(say);
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
                    + English.enumerate(files)
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
