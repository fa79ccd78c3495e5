package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer: every row with its outcomes, and what they come to. Immutable.
 *
 * @param inventory of the folder that was audited
 * @param files one for each row that was asked for, in the article's order; at least one
 * @param unlisted files that no row accounts for, by path; empty where the policy ignores them
 * @param waivers that the audit was given; absent where it was given none
 */
public record AuditResult(
    AuditRequest request,
    Inventory inventory,
    List<FileAudit> files,
    List<ObservedFile> unlisted,
    List<Remark> remarks,
    Optional<JudgedWaivers> waivers) {

  /** Checks that something was audited. */
  public AuditResult {
    requireNonNull(request, "request");
    requireNonNull(inventory, "inventory");
    files = List.copyOf(files);
    unlisted = FileList.of(unlisted);
    remarks = List.copyOf(remarks);
    requireNonNull(waivers, "waivers");
    if (files.isEmpty()) {
      throw new IllegalArgumentException("an audit of nothing has no result");
    }
  }

  /** Creates the answer of an audit that was given no waivers. */
  public AuditResult(
      AuditRequest request,
      Inventory inventory,
      List<FileAudit> files,
      List<ObservedFile> unlisted,
      List<Remark> remarks) {
    this(request, inventory, files, unlisted, remarks, Optional.empty());
  }

  /** Returns this answer with its files judged anew. */
  public AuditResult withFiles(List<FileAudit> judged) {
    return new AuditResult(request, inventory, judged, unlisted, remarks, waivers);
  }

  /** Returns this answer, with one more thing said of it as a whole. */
  public AuditResult remarking(Remark remark) {
    List<Remark> more = new ArrayList<>(remarks);
    more.add(remark);
    return new AuditResult(request, inventory, files, unlisted, more, waivers);
  }

  /** Returns this answer, with what became of the waivers that the audit was given. */
  public AuditResult judgedBy(JudgedWaivers judged) {
    return new AuditResult(request, inventory, files, unlisted, remarks, Optional.of(judged));
  }

  /** Returns what the files, and the policy on unlisted ones, come to. */
  public Verdict verdict() {
    return Verdict.of(
        tally(), unlistedFail(), inventory.gaps().size(), request.article().gaps().count());
  }

  /** Returns how the files came out. */
  public Tally tally() {
    return Tally.of(files.stream().map(FileAudit::result));
  }

  /** Returns how many rows of the article no file was held to, and what left them out. */
  public LeftOutRows leftOut() {
    return LeftOutRows.of(request, files.size());
  }

  /** Returns the files that are damaged, whether or not the policy asks whether they are sound. */
  public List<FileAudit> unsound() {
    return files.stream().filter(file -> file.damage().isPresent()).toList();
  }

  /** Returns this answer, where damage of a file is no failure; whatever else fails is one. */
  public AuditResult acceptingUnsound() {
    return withFiles(files.stream().map(FileAudit::acceptingUnsound).toList());
  }

  /**
   * Returns the standard that this folder sets: the contents of its files, each for its row.
   *
   * @param source what to call it
   * @throws IllegalStateException if the folder is not compliant, if a file of it is not sound,
   *     whether or not the policy asks for that, or if it was not scanned {@linkplain
   *     io.kbaudit.inventory.FolderScanner#hashing hashing} all its files
   */
  public Baseline baseline(String source) {
    return baseline(source, UnsoundFiles.REFUSE);
  }

  /**
   * Returns the standard that this folder sets, as {@link #baseline(String)} does.
   *
   * @param unsound whether a file may be damaged, which the standard then {@linkplain
   *     BaselineFile#damage says}
   */
  public Baseline baseline(String source, UnsoundFiles unsound) {
    if (unsound == UnsoundFiles.ACCEPT) {
      return acceptingUnsound().standard(source);
    }
    if (!unsound().isEmpty()) {
      throw new IllegalStateException(
          "no baseline is made of what is not sound: " + unsound().get(0).observed());
    }
    return standard(source);
  }

  private Baseline standard(String source) {
    if (verdict() != Verdict.COMPLIANT) {
      throw new IllegalStateException("no baseline is made of what is " + verdict());
    }
    return new Baseline(source, pinnedFiles()).demanding(request.signatureDemand());
  }

  /**
   * Returns the {@linkplain Baseline#partial() partial} standard that the files which pass set,
   * whatever the others are; absent if none passes.
   *
   * @param source what to call it
   * @throws IllegalStateException if one of them was not hashed
   */
  public Optional<Baseline> baselineOfPassing(String source) {
    List<BaselineFile> passing = pinnedFiles();
    return passing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Baseline(source, passing, passing.size() < files.size()));
  }

  private List<BaselineFile> pinnedFiles() {
    return files.stream()
        .filter(file -> file.result() == FileResult.PASS)
        .map(AuditResult::pinned)
        .toList();
  }

  private static BaselineFile pinned(FileAudit file) {
    ObservedFile.Readable observed = (ObservedFile.Readable) file.observed().orElseThrow();
    return new BaselineFile(
        file.expected().row(),
        file.expected().name().printed(),
        observed.name(),
        observed.sizeBytes(),
        observed.modified(),
        observed
            .sha256()
            .orElseThrow(() -> new IllegalStateException(observed.path() + " was not hashed")),
        new BaselineFile.Codes(
            observed.packageCode(),
            stated(observed, "ProductCode"),
            stated(observed, "UpgradeCode"),
            stated(observed, "ProductName"),
            stated(observed, "Manufacturer")),
        file.damage());
  }

  private static Optional<String> stated(ObservedFile.Readable file, String property) {
    return file.inspection().flatMap(inspection -> inspection.property(property));
  }

  /** Returns whether there are unlisted files, and the policy forbids them. */
  public boolean unlistedFail() {
    return !unlisted.isEmpty() && request.policy().unlistedFiles() == UnlistedFiles.FAIL;
  }

  /** Returns what it comes to, in one line however many files there are. */
  @Override
  public String toString() {
    return "AuditResult["
        + inventory.folder()
        + ": "
        + verdict()
        + ", "
        + tally()
        + ", "
        + unlisted.size()
        + " unlisted, "
        + remarks.size()
        + " remarks]";
  }
}
