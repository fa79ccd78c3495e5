package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.inventory.ObservedFile;

/** What files and rows are compared by: listed sizes and times, and pinned contents. */
public record RowComparison(TimeComparison times, Pins pins) {
  public static RowComparison of(AuditRequest request) {
    return new RowComparison(
        TimeComparison.of(request.policy()), Pins.of(request.article(), request.baseline()));
  }

  public Differences differences(ExpectedFile row, ObservedFile.Readable file) {
    return Differences.between(row, file, times, pins);
  }
}
