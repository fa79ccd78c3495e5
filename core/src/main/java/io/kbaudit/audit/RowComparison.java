package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;

/** What files and rows are compared by: listed sizes and times, and pinned contents. */
record RowComparison(TimeComparison times, Pins pins) {
  static RowComparison of(AuditRequest request) {
    return new RowComparison(
        TimeComparison.of(request.policy()), Pins.of(request.article(), request.baseline()));
  }

  Differences differences(ExpectedFile row, ObservedFile.Readable file) {
    return Differences.between(row, file, times, pins);
  }
}
