package io.kbaudit;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileResult;
import java.io.IOException;
import java.nio.file.Path;

/** A folder that was to be the reference is not the package as listed: it would pin anything. */
public final class ReferenceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient AuditResult result;

  ReferenceException(Path folder, AuditResult result) {
    super(
        "the reference '"
            + folder
            + "' is not the package as listed: of "
            + result.files().size()
            + " rows "
            + result.tally().count(FileResult.FAIL)
            + " fail and "
            + result.tally().count(FileResult.UNDECIDED)
            + " are undecided");
    this.result = result;
  }

  /** Returns the audit of the folder, which says why. */
  public AuditResult result() {
    return result;
  }
}
