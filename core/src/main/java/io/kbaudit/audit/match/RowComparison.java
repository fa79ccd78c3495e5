package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.inventory.ObservedFile;

/** What files and rows are compared by: listed sizes, times and versions, and pinned contents. */
public record RowComparison(TimeComparison times, Pins pins, ServiceBranches branches) {
  public static RowComparison of(AuditRequest request) {
    return new RowComparison(
        TimeComparison.of(request.policy()),
        Pins.of(request.article(), request.baseline()),
        ServiceBranches.of(request.article().rows()));
  }

  public Differences differences(ExpectedFile row, ObservedFile.Readable file) {
    return Differences.between(row, file, times, pins, branches);
  }
}
