package io.kbaudit.audit.check;

import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.match.BranchChoice;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.UnselectedFiles;
import io.kbaudit.inventory.Inventory;
import java.util.List;

/** What was audited, and what was made of it: all that remarks are about. */
record Audited(
    AuditRequest request,
    Inventory inventory,
    RowComparison comparison,
    UnselectedFiles unselected,
    BranchChoice branches,
    Matching matching,
    List<FileAudit> files) {}
