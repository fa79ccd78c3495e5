package io.kbaudit.plan;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the package and the share were perhaps named in each other's place: the share is as
 * listed, or later, and the package is not.
 */
final class ExchangedFolders {
  private ExchangedFolders() {}

  static boolean arePerhaps(AuditResult rollup, AuditResult share, List<PlannedFile> files) {
    boolean shareIsListed = share.tally().count(FileResult.PASS) == share.files().size();
    Set<Integer> onShare =
        files.stream().map(file -> file.expected().row()).collect(Collectors.toSet());
    return shareIsListed
        && rollup.files().stream()
            .filter(file -> onShare.contains(file.expected().row()))
            .anyMatch(file -> file.result() != FileResult.PASS);
  }
}
