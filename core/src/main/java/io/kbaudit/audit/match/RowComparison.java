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

  /** Returns whether a file has the bytes that are pinned to the row, or all listed digests. */
  public boolean isByteForByte(ExpectedFile row, ObservedFile.Readable file) {
    return pins.compare(row, file) == Pins.Contents.EQUAL
        || (row.hashes().hasDigest()
            && file.digests().alongside(row.hashes().digests()).equals(row.hashes().digests()));
  }

  public Differences differences(ExpectedFile row, ObservedFile.Readable file) {
    return Differences.between(row, file, times, pins, branches);
  }
}
