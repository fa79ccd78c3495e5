package io.kbaudit.report.html;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import java.util.Collection;
import java.util.List;

/**
 * The table of all files of a place.
 *
 * @param checks that have a column: those that applied to some file
 * @param zone of the times that files carry
 * @param rows made as they are gone through
 * @param remarks what there is to know of checks that passed all the same
 * @param notApplicable for each check why it does not apply where its evidence does not say so
 */
public record FileTable(
    List<Check> checks,
    String zone,
    Iterable<Row> rows,
    Collection<Cause> remarks,
    List<Fact> notApplicable) {
  /** Copies the collections. */
  public FileTable {
    checks = List.copyOf(checks);
    remarks = List.copyOf(remarks);
    notApplicable = List.copyOf(notApplicable);
  }
}
