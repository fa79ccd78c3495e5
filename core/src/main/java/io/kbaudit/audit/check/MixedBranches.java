package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.BranchChoice;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says where some files are those of one service branch, and others those of another: each meets
 * its row, but an update that was installed whole has files of one branch.
 */
final class MixedBranches {
  private MixedBranches() {}

  /** Returns what to say of each product; nothing where its files tell of one branch at most. */
  static List<Remark> remarksOn(
      BranchChoice branches, RowComparison comparison, List<FileAudit> files) {
    Map<List<Object>, Map<String, List<ExpectedFile>>> rowsOfProduct = new LinkedHashMap<>();
    for (FileAudit file : files) {
      if (isOfOneBranch(file, branches, comparison)) {
        file.expected()
            .variant()
            .branchKind()
            .ifPresent(
                branch ->
                    rowsOfProduct
                        .computeIfAbsent(
                            productOf(file.expected().variant()), key -> new TreeMap<>())
                        .computeIfAbsent(branch, key -> new ArrayList<>(1))
                        .add(file.expected()));
      }
    }
    return rowsOfProduct.values().stream()
        .filter(rowsByBranch -> rowsByBranch.size() > 1)
        .map(MixedBranches::remark)
        .toList();
  }

  /** A folder may hold updates of several products, of which each has a branch of its own. */
  private static List<Object> productOf(Variant variant) {
    return List.of(variant.table(), variant.group(), variant.servicePack());
  }

  /** The same file may be of both: it says nothing. */
  private static boolean isOfOneBranch(
      FileAudit file, BranchChoice branches, RowComparison comparison) {
    List<ExpectedFile> others = branches.inPlaceOf(file.expected());
    return !others.isEmpty()
        && file.observed().orElse(null) instanceof ObservedFile.Readable observed
        && comparison.differences(file.expected(), observed).none()
        && others.stream().noneMatch(row -> comparison.differences(row, observed).none());
  }

  private static Remark remark(Map<String, List<ExpectedFile>> rowsByBranch) {
    List<String> found = new ArrayList<>();
    rowsByBranch.forEach(
        (branch, rows) ->
            found.add(
                (rows.size() == 1 ? "one file is" : rows.size() + " files are")
                    + " as listed for "
                    + branch
                    + " alone ("
                    + Wording.rows(rows)
                    + ")"));
    return Remark.of(
        Remark.Kind.MIXED_BRANCHES,
        "Service branches are mixed here: "
            + English.enumerate(found)
            + ". An update that is installed whole has the files of one branch.");
  }
}
