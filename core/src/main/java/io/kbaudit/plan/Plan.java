package io.kbaudit.plan;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.script.CopyScript;
import io.kbaudit.script.CopyStep;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * What copying a package to a share would change. Immutable.
 *
 * @param rollup the audit of the package
 * @param share the audit of the share as it is, held to the package's verified files
 * @param files one for each name that belongs on the share, in the article's order of rows
 * @param unplanned files on the share for which nothing is planned, by path; they stay
 * @param unsound whether damaged files of the package are copied too
 */
public record Plan(
    AuditResult rollup,
    AuditResult share,
    List<PlannedFile> files,
    List<UnplannedFile> unplanned,
    List<Remark> remarks,
    UnsoundFiles unsound) {

  /** Copies the lists. */
  public Plan {
    files = List.copyOf(files);
    unplanned = List.copyOf(unplanned);
    remarks = List.copyOf(remarks);
    requireNonNull(unsound, "unsound");
  }

  /** Returns the article whose files are to be copied. */
  public Article article() {
    return share.request().article();
  }

  /**
   * Returns what the plan comes to; what of the article cannot be read may list a file, and of two
   * folders that were perhaps exchanged nothing is right, and a package without its cabinets
   * installs nothing.
   */
  public Readiness readiness() {
    if (count(Action.BLOCKED) > 0) {
      return Readiness.OBSTRUCTED;
    }
    boolean undecided =
        count(Action.UNDECIDED) > 0
            || !article().gaps().areNone()
            || ExchangedFolders.arePerhaps(rollup, share, files)
            || !withoutCabinets().isEmpty();
    return undecided ? Readiness.UNDECIDED : Readiness.READY;
  }

  /** Returns for how many files this is to be done. */
  public int count(Action action) {
    return (int) files.stream().filter(file -> file.action() == action).count();
  }

  /** Returns the damaged files that are copied, or kept as the package's own. */
  public List<PlannedFile> unsoundFiles() {
    return files.stream().filter(file -> file.damage().isPresent()).toList();
  }

  /** Returns the files of the package that do not verify, besides those that are blocked by it. */
  public List<FileAudit> notVerified() {
    return PlanRemarks.notVerified(rollup, files);
  }

  /** Returns the packages that are copied without the cabinets that lie beside them. */
  public List<PlannedFile> withoutCabinets() {
    return CabinetsLeft.among(files);
  }

  /** Returns how many bytes the share must have room for: what is replaced stays as a back-up. */
  public long bytesNeeded() {
    return files.stream().mapToLong(PlannedFile::bytesToCopy).sum();
  }

  /**
   * Returns the commands, not yet in any shell's words, that do what is planned. Nothing runs them
   * but people.
   *
   * @param packageFolder as the script is to name it; as {@code shareFolder}, best absolute
   * @param verification the command by which the share is verified afterwards
   */
  public CopyScript script(String packageFolder, String shareFolder, String verification) {
    List<CopyStep> steps =
        files.stream().filter(file -> file.action().copies()).map(Plan::step).toList();
    List<String> comments = new ArrayList<>();
    comments.add(article().label() + article().title().map(title -> ", " + title).orElse(""));
    for (PlannedFile file : files) {
      if (file.action().copies() && file.damage().isPresent()) {
        comments.add(
            "Not sound, and copied all the same: '"
                + file.target()
                + "': "
                + Printable.excerpt(file.damage().get()));
      }
      if (!file.action().copies() && file.action() != Action.KEEP) {
        comments.add(
            "Not copied: '"
                + file.target()
                + "', "
                + file.action()
                + ": "
                + Printable.excerpt(file.reason()));
      }
    }
    return new CopyScript(
        packageFolder,
        shareFolder,
        steps,
        comments,
        verification,
        count(Action.BLOCKED) + count(Action.UNDECIDED));
  }

  private static CopyStep step(PlannedFile file) {
    ObservedFile.Readable source = file.source().orElseThrow();
    return new CopyStep(
        source.path(), file.target(), file.backUp(), source.sizeBytes(), source.sha256());
  }
}
