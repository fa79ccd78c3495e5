package io.kbaudit.plan;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.audit.check.Auditor;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.script.CopyStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans what copying a package to a share would change. It reads inventories, and does nothing. It
 * keeps nothing, so that any number of threads may plan at once.
 */
public final class Planner {
  private final Article article;
  private final PackageFolder rollup;
  private final ShareFolder share;
  private final Set<FileName> listed;
  private final BackUpNames backUpNames;

  private Planner(AuditResult rollup, AuditResult share) {
    this.article = share.request().article();
    this.rollup = new PackageFolder(rollup);
    this.share = new ShareFolder(share.inventory());
    this.listed = article.rows().stream().map(row -> row.name().best()).collect(Collectors.toSet());
    this.backUpNames = new BackUpNames(article, this.share);
  }

  /**
   * Returns what is to be done.
   *
   * @param rollup the inventory of the package folder, by a scanner {@linkplain
   *     PlanRequest#preparingForPackage prepared} for it
   * @param share that of the share, by one {@linkplain PlanRequest#preparingForShare prepared} for
   *     that
   * @throws ProfileException if a place holds a file that the article does not list
   */
  public static Plan plan(PlanRequest request, Inventory rollup, Inventory share)
      throws ProfileException {
    boolean acceptsUnsound = request.unsound() == UnsoundFiles.ACCEPT;
    AuditResult verified = Auditor.audit(request.ofPackage(), rollup);
    AuditResult ofPackage = acceptsUnsound ? verified.acceptingUnsound() : verified;
    AuditRequest asked = request.ofShare();
    AuditResult ofShare =
        Auditor.audit(
            ofPackage.baselineOfPassing("the package").map(asked::withBaseline).orElse(asked),
            share);
    Planner planner = new Planner(ofPackage, ofShare);
    Map<FileName, PlannedFile> files =
        planner.plan(acceptsUnsound ? takenAsInPackage(ofShare.files()) : ofShare.files());
    List<PlannedFile> planned = List.copyOf(files.values());
    return new Plan(
        ofPackage,
        ofShare,
        planned,
        planner.share.filesBesides(files.keySet(), planner.article),
        PlanRemarks.on(ofPackage, ofShare, planned),
        request.unsound());
  }

  /** What is byte for byte an accepted file of the package is accepted on the share too. */
  private static List<FileAudit> takenAsInPackage(List<FileAudit> share) {
    return share.stream()
        .map(file -> Findings.isPinned(file) ? file.acceptingUnsound() : file)
        .toList();
  }

  private Map<FileName, PlannedFile> plan(List<FileAudit> rows) {
    Map<FileName, PlannedFile> files = new LinkedHashMap<>();
    for (FileAudit now : rows) {
      PlannedFile file = plan(now);
      files.merge(FileName.of(file.target()), file, Planner::ofOneName);
    }
    return files;
  }

  private PlannedFile plan(FileAudit now) {
    FileName name = nameOnShare(now);
    Optional<ObservedFile> there = share.fileNamed(name, now.observed());
    if (share.hasFolder(name)) {
      return left(now, Action.BLOCKED, name, there, "a folder of this name stands there");
    }
    if (now.result() == FileResult.UNDECIDED) {
      return left(now, Action.UNDECIDED, name, there, Findings.of(now));
    }
    if (there.isEmpty()) {
      return copied(now, name, there, "nothing of this name stands there");
    }
    if (now.result() == FileResult.PASS && now.observed().equals(there)) {
      Action action = Findings.isLaterVersion(now) ? Action.KEEP_NEWER : Action.KEEP;
      return left(now, action, name, there, Findings.onPass(now));
    }
    return copied(now, name, there, Findings.of(now));
  }

  /** A row whose name is cut, and not completed, is copied under the name that its file has. */
  private FileName nameOnShare(FileAudit now) {
    if (now.expected().name().isKnown()) {
      return now.expected().name().best();
    }
    return rollup
        .verified(now.expected())
        .map(ObservedFile::name)
        .or(() -> now.observed().map(ObservedFile::name))
        .orElse(now.expected().name().best());
  }

  private PlannedFile copied(
      FileAudit now, FileName name, Optional<ObservedFile> there, String reason) {
    Optional<ObservedFile.Readable> source = rollup.verified(now.expected());
    if (source.isEmpty()) {
      return left(now, Action.BLOCKED, name, there, rollup.whyNot(now.expected()));
    }
    String target = target(now, name, there);
    Optional<String> inTheWay = partInTheWay(FileName.of(target + CopyStep.PART));
    if (inTheWay.isPresent()) {
      return left(now, Action.BLOCKED, name, there, inTheWay.get());
    }
    if (there.isEmpty()) {
      return PlannedFile.copied(now, target, source.get(), reason);
    }
    if (mayBeNewer(there.get(), source.get())) {
      String doubt = "by what it says itself, it may be newer than the listed one; ";
      return left(now, Action.UNDECIDED, name, there, doubt + reason);
    }
    return PlannedFile.replaced(
        now, there.get(), source.get(), backUpNames.nameFor(target), reason);
  }

  private PlannedFile left(
      FileAudit now, Action action, FileName name, Optional<ObservedFile> there, String reason) {
    return PlannedFile.left(now, action, target(now, name, there), there, reason);
  }

  /** Returns the name as what stands there spells it, else as the package does. */
  private String target(FileAudit now, FileName name, Optional<ObservedFile> there) {
    return there
        .map(ObservedFile::name)
        .orElseGet(() -> rollup.spelt(name, now.expected()))
        .spelling();
  }

  /** A copy is made under another name first, which nothing else may have. */
  private Optional<String> partInTheWay(FileName part) {
    if (listed.contains(part)) {
      return Optional.of("'" + part + "', which a copy needs on its way, is itself listed");
    }
    return share.has(part)
        ? Optional.of(
            "'" + part + "' is left there of a script that broke off; delete it, and plan again")
        : Optional.empty();
  }

  /** What the package holds too, under whatever name, is known, and not newer than it. */
  private boolean mayBeNewer(ObservedFile standing, ObservedFile.Readable source) {
    return standing instanceof ObservedFile.Readable readable
        && !rollup.holds(readable)
        && MaybeNewer.isSo(readable, source);
  }

  /** Rows of one name are one file on a share; where they want different ones, none is copied. */
  private static PlannedFile ofOneName(PlannedFile first, PlannedFile second) {
    boolean same = first.action() == second.action() && first.source().equals(second.source());
    return same
        ? first
        : first.blocked(
            "rows "
                + first.expected().row()
                + " and "
                + second.expected().row()
                + " list different files of this name");
  }
}
