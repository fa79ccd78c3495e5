package io.kbaudit.plan;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Auditor;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.FileName;
import io.kbaudit.file.Sha256;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.script.CopyStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans what copying a package to a share would change. It reads inventories, and does nothing. */
public final class Planner {
  private final AuditResult share;
  private final Map<Integer, FileAudit> packageFiles = new HashMap<>();
  private final Map<FileName, List<ObservedFile>> standing = new HashMap<>();
  private final Set<FileName> folders = new HashSet<>();
  private final Set<Sha256> packageContents = new HashSet<>();
  private final Set<FileName> listed = new HashSet<>();
  private final BackUpNames backUpNames;

  private Planner(AuditResult rollup, AuditResult share) {
    this.share = share;
    Inventory inventory = share.inventory();
    ObservedFile.Readable.among(rollup.inventory().files())
        .forEach(file -> file.sha256().ifPresent(packageContents::add));
    rollup.files().forEach(file -> packageFiles.put(file.expected().row(), file));
    for (ObservedFile file : inventory.files()) {
      standing.computeIfAbsent(file.name(), name -> new ArrayList<>(1)).add(file);
    }
    inventory.foldersLeft().forEach(path -> FileName.find(path).ifPresent(folders::add));
    inventory.gaps().forEach(gap -> FileName.find(gap.path()).ifPresent(folders::add));
    share.request().article().rows().forEach(row -> listed.add(row.name().best()));
    this.backUpNames = new BackUpNames(share.request().article(), inventory);
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
    AuditResult ofPackage = Auditor.audit(request.ofPackage(), rollup);
    AuditRequest asked = request.ofShare();
    AuditResult ofShare =
        Auditor.audit(
            ofPackage.baselineOfPassing("the package").map(asked::withBaseline).orElse(asked),
            share);
    return new Planner(ofPackage, ofShare).plan(ofPackage);
  }

  private Plan plan(AuditResult rollup) {
    Map<FileName, PlannedFile> files = new LinkedHashMap<>();
    for (FileAudit now : share.files()) {
      PlannedFile file = plan(now);
      files.merge(FileName.of(file.target()), file, Planner::ofOneName);
    }
    List<PlannedFile> planned = List.copyOf(files.values());
    return new Plan(
        rollup, share, planned, unplanned(files.keySet()), PlanRemarks.on(rollup, share, planned));
  }

  private PlannedFile plan(FileAudit now) {
    FileName name = nameOnShare(now);
    Optional<ObservedFile> there = whatStandsAs(name, now);
    if (folders.contains(name)) {
      return left(now, Action.BLOCKED, name, there, "a folder of this name stands there");
    }
    if (now.result() == FileResult.UNDECIDED) {
      return left(now, Action.UNDECIDED, name, there, Findings.of(now));
    }
    if (there.isEmpty()) {
      return copied(now, Action.COPY, name, there, "nothing of this name stands there");
    }
    if (now.result() == FileResult.PASS && now.observed().equals(there)) {
      return Findings.isLaterVersion(now)
          ? left(now, Action.KEEP_NEWER, name, there, Findings.onPass(now))
          : left(now, Action.KEEP, name, there, Findings.onPass(now));
    }
    return copied(now, Action.REPLACE, name, there, Findings.of(now));
  }

  /** A row whose name is cut, and not completed, is copied under the name that its file has. */
  private FileName nameOnShare(FileAudit now) {
    if (now.expected().name().isKnown()) {
      return now.expected().name().best();
    }
    return source(now)
        .map(ObservedFile::name)
        .or(() -> now.observed().map(ObservedFile::name))
        .orElse(now.expected().name().best());
  }

  /** Of two spellings, which are one name to Windows, the one that was audited. */
  private Optional<ObservedFile> whatStandsAs(FileName name, FileAudit now) {
    List<ObservedFile> files = standing.getOrDefault(name, List.of());
    return now.observed().filter(files::contains).or(() -> files.stream().findFirst());
  }

  private PlannedFile copied(
      FileAudit now, Action action, FileName name, Optional<ObservedFile> there, String reason) {
    Optional<ObservedFile.Readable> source = source(now);
    if (source.isEmpty()) {
      return left(
          now,
          Action.BLOCKED,
          name,
          there,
          Optional.ofNullable(packageFiles.get(now.expected().row()))
              .map(file -> "the package's file does not verify: " + Findings.of(file))
              .orElse("the profile's package has no such file"));
    }
    String target =
        there
            .map(ObservedFile::name)
            .or(() -> Optional.of(source.get().name()).filter(name::equals))
            .orElse(name)
            .spelling();
    FileName part = FileName.of(target + CopyStep.PART);
    if (standing.containsKey(part) || folders.contains(part) || listed.contains(part)) {
      return left(now, Action.BLOCKED, name, there, partInTheWay(part));
    }
    if (action == Action.REPLACE && mayBeNewer(there.orElseThrow(), source.get())) {
      return left(
          now,
          Action.UNDECIDED,
          name,
          there,
          "by what the package in it says, it may be newer than the listed one; " + reason);
    }
    Optional<String> backUp =
        action == Action.REPLACE ? Optional.of(backUpNames.nameFor(target)) : Optional.empty();
    return new PlannedFile(
        now.expected(), now.component(), action, target, there, source, backUp, reason);
  }

  /** What the package holds too, under whatever name, is known, and not newer than it. */
  private boolean mayBeNewer(ObservedFile standingThere, ObservedFile.Readable source) {
    return standingThere instanceof ObservedFile.Readable readable
        && readable.sha256().filter(packageContents::contains).isEmpty()
        && MaybeNewer.isSo(readable, source);
  }

  private String partInTheWay(FileName part) {
    return listed.contains(part)
        ? "'" + part + "', which a copy needs on its way, is itself listed"
        : "'" + part + "' is left there of a script that broke off; delete it, and plan again";
  }

  private PlannedFile left(
      FileAudit now, Action action, FileName name, Optional<ObservedFile> there, String reason) {
    return new PlannedFile(
        now.expected(),
        now.component(),
        action,
        there.or(() -> inPackage(now)).map(ObservedFile::name).orElse(name).spelling(),
        there,
        Optional.empty(),
        Optional.empty(),
        reason);
  }

  private Optional<ObservedFile> inPackage(FileAudit now) {
    return Optional.ofNullable(packageFiles.get(now.expected().row()))
        .flatMap(FileAudit::observed)
        .filter(file -> file.name().equals(now.expected().name().best()));
  }

  /** Returns the package's file of a row, if it verifies. */
  private Optional<ObservedFile.Readable> source(FileAudit now) {
    return Optional.ofNullable(packageFiles.get(now.expected().row()))
        .filter(file -> file.result() == FileResult.PASS)
        .flatMap(FileAudit::observed)
        .filter(ObservedFile.Readable.class::isInstance)
        .map(ObservedFile.Readable.class::cast);
  }

  /** Rows of one name are one file on a share; where they want different ones, none is copied. */
  private static PlannedFile ofOneName(PlannedFile first, PlannedFile second) {
    boolean same = first.action() == second.action() && first.source().equals(second.source());
    return same
        ? first
        : new PlannedFile(
            first.expected(),
            first.component(),
            Action.BLOCKED,
            first.target(),
            first.standing(),
            Optional.empty(),
            Optional.empty(),
            "rows "
                + first.expected().row()
                + " and "
                + second.expected().row()
                + " list different files of this name");
  }

  private List<UnplannedFile> unplanned(Set<FileName> planned) {
    Map<FileName, ExpectedFile> rows = new HashMap<>();
    for (ExpectedFile row : share.request().article().rows()) {
      rows.putIfAbsent(row.name().best(), row);
    }
    return share.inventory().files().stream()
        .filter(file -> !planned.contains(file.name()))
        .map(file -> new UnplannedFile(file, Optional.ofNullable(rows.get(file.name()))))
        .toList();
  }
}
