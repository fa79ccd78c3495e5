package io.kbaudit.plan;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Remark;
import java.util.List;

/**
 * What copying a package to a share would change.
 *
 * @param rollup the audit of the package
 * @param share the audit of the share as it is, held to the package's verified files
 * @param files one for each row that belongs on the share, in the article's order
 * @param unplanned files on the share for which nothing is planned, by path; they stay
 */
public record Plan(
    AuditResult rollup,
    AuditResult share,
    List<PlannedFile> files,
    List<UnplannedFile> unplanned,
    List<Remark> remarks) {

  /** Copies the lists. */
  public Plan {
    files = List.copyOf(files);
    unplanned = List.copyOf(unplanned);
    remarks = List.copyOf(remarks);
  }

  /** Returns the article whose files are to be copied. */
  public Article article() {
    return share.request().article();
  }

  /** Returns what the plan comes to. */
  public Readiness readiness() {
    if (count(Action.BLOCKED) + count(Action.KEEP_NEWER) > 0) {
      return Readiness.OBSTRUCTED;
    }
    return count(Action.UNDECIDED) > 0 ? Readiness.UNDECIDED : Readiness.READY;
  }

  /** Returns for how many files this is to be done. */
  public int count(Action action) {
    return (int) files.stream().filter(file -> file.action() == action).count();
  }

  /** Returns how many bytes the share must have room for: what is replaced stays as a back-up. */
  public long bytesNeeded() {
    return files.stream().mapToLong(PlannedFile::bytesToCopy).sum();
  }
}
