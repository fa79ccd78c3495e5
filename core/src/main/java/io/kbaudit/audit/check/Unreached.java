package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.BranchChoice;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.inventory.Inventory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The audit of a place that nobody could look at: no row is met, and none is failed. */
final class Unreached {
  private Unreached() {}

  static AuditResult audit(AuditRequest request, Inventory inventory) throws ProfileException {
    Map<Check, Outcome> outcomes =
        outcomes(request.policy().checks(), inventory.unreachable().orElseThrow());
    List<ExpectedFile> rows =
        BranchChoice.among(request.rows(), inventory, RowComparison.of(request)).rows();
    return new AuditResult(
        request,
        inventory,
        rows.stream()
            .map(row -> new FileAudit(row, request.componentOf(row), Optional.empty(), outcomes))
            .toList(),
        List.of(),
        request.article().remarks().stream().map(Remark::of).toList());
  }

  private static Map<Check, Outcome> outcomes(Set<Check> wanted, String reason) {
    Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      outcomes.put(
          check,
          wanted.contains(check)
              ? new Outcome.NotApplicable("there is no file to check")
              : new Outcome.NotApplicable("the policy leaves this check out"));
    }
    if (wanted.contains(Check.PRESENCE)) {
      outcomes.put(
          Check.PRESENCE,
          new Outcome.Undecided("the location was not reached: " + reason, Cause.UNREACHABLE));
    }
    return outcomes;
  }
}
