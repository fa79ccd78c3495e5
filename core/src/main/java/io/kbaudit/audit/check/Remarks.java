package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.BranchChoice;
import io.kbaudit.audit.match.ContentIndex;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.TimeComparison;
import io.kbaudit.audit.match.UnselectedFiles;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what is to be said of an audit as a whole. */
final class Remarks {
  /** A build is signed and published days after it was saved, not weeks. */
  private static final Duration LONG_BEFORE = Duration.ofDays(30);

  private Remarks() {}

  static List<Remark> on(
      AuditRequest request,
      Inventory inventory,
      Matching matching,
      BranchChoice branches,
      UnselectedFiles unselected,
      List<FileAudit> files) {
    List<Remark> remarks = new ArrayList<>();
    wholeFolderShift(matching, request.policy()).ifPresent(remarks::add);
    if (inventory.files().isEmpty()) {
      remarks.add(emptyFolder(inventory));
    }
    for (Inventory.Gap gap : inventory.gaps()) {
      remarks.add(
          Remark.of(
              Remark.Kind.FOLDER_NOT_LISTED,
              "The folder "
                  + Wording.quoted(gap.path())
                  + " could not be listed ("
                  + gap.reason()
                  + "); what is in it was not audited."));
    }
    for (String loop : inventory.linkLoops()) {
      remarks.add(
          Remark.of(
              Remark.Kind.LINK_LOOP,
              "The link " + Wording.quoted(loop) + " leads back to a folder above it."));
    }
    remarks.addAll(matching.remarks());
    if (!matching.copies().isEmpty()) {
      remarks.add(severalCopies(matching.copies()));
    }
    unselected.remark().ifPresent(remarks::add);
    CompetingRows.remarkOn(files).ifPresent(remarks::add);
    alternatives(branches).ifPresent(remarks::add);
    remarks.addAll(MixedBranches.remarksOn(branches, RowComparison.of(request), files));
    request.article().remarks().stream().map(Remark::of).forEach(remarks::add);
    remarks.addAll(notChecked(request.policy(), files));
    versionsNotRead(request.policy(), files).ifPresent(remarks::add);
    savedLongBefore(files).ifPresent(remarks::add);
    metadataOnly(request.checks(), files).ifPresent(remarks::add);
    return remarks;
  }

  private static Optional<Remark> alternatives(BranchChoice branches) {
    List<ExpectedFile> leftOut = branches.leftOut();
    return leftOut.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.ALTERNATIVE_ROWS,
                "No file was held to "
                    + Wording.rows(leftOut)
                    + ": for each, the article lists the same file of another service branch, which"
                    + " agrees with what is here as well or better; one of them must."));
  }

  private static Remark emptyFolder(Inventory inventory) {
    int folders = inventory.foldersLeft().size();
    return Remark.of(
        Remark.Kind.EMPTY_FOLDER,
        folders == 0
            ? "There is no file in the folder."
            : "There is no file in the folder itself, but "
                + (folders == 1 ? "a folder" : folders + " folders")
                + " below it; audit the folders below too.");
  }

  private static Remark severalCopies(List<List<ObservedFile>> copies) {
    List<String> files = copies.stream().map(Wording::paths).toList();
    return Remark.of(
        Remark.Kind.SEVERAL_COPIES,
        (files.size() == 1 ? "One file was" : files.size() + " files were")
            + " found more than once, alike in what was checked: "
            + Wording.enumerate(files)
            + ".");
  }

  /**
   * Where no file agrees with its listed time and more than half are off by one and the same zone
   * offset, the whole folder is: said once, with the option that corrects it.
   */
  private static Optional<Remark> wholeFolderShift(Matching matching, AuditPolicy policy) {
    return commonOffset(matching, TimeComparison.of(policy))
        .map(
            found -> {
              if (policy.sourceZone().isEmpty()) {
                return shift(found, "", found.offset());
              }
              String read = ", read as local times of " + policy.sourceZone().get();
              TimeComparison asStored = new TimeComparison(policy.tolerance(), Optional.empty());
              Duration stored =
                  commonOffset(matching, asStored).map(Shift::offset).orElse(Duration.ZERO);
              return shift(found, read, stored);
            });
  }

  /** So many of all dated files are off by the same offset; zero is none. */
  private record Shift(Duration offset, int files, int dated) {}

  private static Optional<Shift> commonOffset(Matching matching, TimeComparison times) {
    Map<Duration, Integer> filesByOffset = new LinkedHashMap<>();
    int dated = 0;
    for (Map.Entry<ExpectedFile, Match> entry : matching.all().entrySet()) {
      ExpectedFile row = entry.getKey();
      if (row.modified().isPresent() && entry.getValue() instanceof Match.Found found) {
        if (times.agrees(row.modified().get(), found.file().modified())) {
          return Optional.empty();
        }
        dated++;
        times
            .wholeZoneOffset(row.modified().get(), found.file().modified())
            .ifPresent(offset -> filesByOffset.merge(offset, 1, Integer::sum));
      }
    }
    for (Map.Entry<Duration, Integer> entry : filesByOffset.entrySet()) {
      if (entry.getValue() > 1 && entry.getValue() * 2 > dated) {
        return Optional.of(new Shift(entry.getKey(), entry.getValue(), dated));
      }
    }
    return Optional.empty();
  }

  private static Remark shift(Shift shift, String howRead, Duration stored) {
    ZoneOffset zone = ZoneOffset.ofTotalSeconds((int) stored.toSeconds());
    return Remark.of(
        Remark.Kind.WHOLE_ZONE_OFFSET,
        (shift.files() == shift.dated() ? "All " : shift.files() + " of ")
            + shift.dated()
            + " dates"
            + howRead
            + ", are ".substring(howRead.isEmpty() ? 1 : 0)
            + Wording.duration(shift.offset())
            + (shift.offset().isNegative() ? " older" : " later")
            + " than listed. "
            + (stored.isZero()
                ? "Without the source zone they may agree."
                : "If the files carry local times of a zone at UTC"
                    + zone
                    + ", as files out of a ZIP or from FAT do, audit with the source zone "
                    + zone
                    + "."));
  }

  /** A check that was asked for, but for which the article prints nothing, is not passed over. */
  private static List<Remark> notChecked(AuditPolicy policy, List<FileAudit> files) {
    List<Remark> remarks = new ArrayList<>();
    for (Check check : List.of(Check.SIZE, Check.DATE)) {
      List<ExpectedFile> rows =
          files.stream()
              .filter(file -> file.observed().orElse(null) instanceof ObservedFile.Readable)
              .filter(file -> file.outcomes().get(check) instanceof Outcome.NotApplicable)
              .map(FileAudit::expected)
              .toList();
      if (policy.checks().contains(check) && !rows.isEmpty()) {
        remarks.add(
            Remark.of(
                Remark.Kind.NOT_CHECKED,
                notCheckedFor(rows, check, files) + ": the article prints none."));
      }
    }
    return remarks;
  }

  private static String notCheckedFor(List<ExpectedFile> rows, Check check, List<FileAudit> files) {
    return check
        + " was not checked for "
        + (rows.size() == files.size() ? "any file" : Wording.rows(rows));
  }

  /** A version that the article lists, and no check compares, is not passed over either. */
  private static Optional<Remark> versionsNotRead(AuditPolicy policy, List<FileAudit> files) {
    List<ExpectedFile> rows =
        files.stream()
            .filter(file -> file.expected().version().isPresent())
            .filter(
                file ->
                    file.observed()
                        .filter(ObservedFile.Readable.class::isInstance)
                        .filter(observed -> !VersionRule.readsVersionOf(observed))
                        .isPresent())
            .map(FileAudit::expected)
            .toList();
    return rows.isEmpty() || !policy.checks().contains(Check.VERSION)
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.NOT_CHECKED,
                notCheckedFor(rows, Check.VERSION, files)
                    + ": the article lists versions there, but only that of an .msi package is read"
                    + " from the file, so that they were not compared."));
  }

  /** Says of which files that pass nothing is known but what a careless copy also has. */
  private static Optional<Remark> metadataOnly(Set<Check> checks, List<FileAudit> files) {
    List<FileAudit> bare =
        files.stream()
            .filter(file -> file.result() == FileResult.PASS)
            .filter(file -> file.assurance().filter(Assurance.METADATA::equals).isPresent())
            .toList();
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    List<ExpectedFile> rows = bare.stream().map(FileAudit::expected).toList();
    String why =
        checks.contains(Check.IDENTITY)
            ? "Metadata alone speaks for "
                + (rows.size() == files.size() ? "these files" : Wording.rows(rows))
                + ": what the files say of themselves names no row."
            : "Only "
                + Wording.enumerate(checks.stream().map(Check::name).toList())
                + (checks.size() == 1 ? " was" : " were")
                + " checked, and not what the packages say that they are.";
    return Optional.of(
        Remark.of(Remark.Kind.METADATA_ONLY, why + supersededByName(bare) + swappable(bare)));
  }

  /** Neither size nor date is the listed one there: the file's name alone is. */
  private static String supersededByName(List<FileAudit> bare) {
    List<ExpectedFile> rows =
        bare.stream()
            .filter(file -> file.isRemarked(Cause.SUPERSEDED))
            .map(FileAudit::expected)
            .toList();
    return rows.isEmpty()
        ? ""
        : " That "
            + Wording.rows(rows)
            + (rows.size() == 1 ? " has a later version" : " have later versions")
            + " follows from nothing but the name of the file; an inspection shows what it is.";
  }

  /**
   * A file of the listed size passes with a later date, or the listed one. That the package in it
   * was saved long before the listed time is said: an older build may have the same size.
   */
  private static Optional<Remark> savedLongBefore(List<FileAudit> files) {
    List<String> old =
        files.stream()
            .filter(file -> file.result() == FileResult.PASS)
            .filter(file -> !file.assurance().equals(Optional.of(Assurance.PINNED)))
            .filter(Remarks::isSavedLongBefore)
            .map(FileAudit::expected)
            .map(row -> Wording.quoted(row.name().best().spelling()))
            .toList();
    return old.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                Remark.Kind.SAVED_LONG_BEFORE,
                Wording.enumerate(old)
                    + (old.size() == 1 ? " was" : " were")
                    + " last saved more than "
                    + LONG_BEFORE.toDays()
                    + " days before the listed time, though of the listed size: an older build may"
                    + " be of that size too."));
  }

  private static boolean isSavedLongBefore(FileAudit file) {
    Optional<Instant> saved = file.inspection().flatMap(MsiInspection::lastSaved);
    return saved.isPresent()
        && file.expected()
            .modified()
            .filter(listed -> saved.get().isBefore(listed.start().minus(LONG_BEFORE)))
            .isPresent();
  }

  private static String swappable(List<FileAudit> files) {
    Map<List<Object>, List<FileAudit>> alike = new LinkedHashMap<>();
    Map<FileName, List<FileAudit>> cut = new LinkedHashMap<>();
    for (FileAudit file : files) {
      ExpectedFile row = file.expected();
      if (ContentIndex.describes(row)) {
        alike
            .computeIfAbsent(List.of(row.size(), row.modified()), key -> new ArrayList<>(1))
            .add(file);
      }
      if (!row.name().isKnown()) {
        cut.computeIfAbsent(row.name().printed(), key -> new ArrayList<>(1)).add(file);
      }
    }
    return swappable(alike, " are listed with the same size and date")
        + swappable(cut, " have names that begin alike and are cut");
  }

  /** Equal rows of one name stand for one file, which cannot be swapped with itself. */
  private static String swappable(Map<?, List<FileAudit>> groups, String why) {
    List<String> names =
        groups.values().stream()
            .filter(alike -> alike.stream().map(FileAudit::observed).distinct().count() > 1)
            .map(
                alike ->
                    Wording.enumerate(
                            alike.stream()
                                .map(file -> file.expected().name().best().spelling())
                                .distinct()
                                .map(Wording::quoted)
                                .toList())
                        + " ("
                        + Wording.rows(alike.stream().map(FileAudit::expected).toList())
                        + ")")
            .toList();
    return names.isEmpty()
        ? ""
        : " " + Wording.enumerate(names) + why + ", and could be swapped unseen.";
  }
}
