package io.kbaudit.cli;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.report.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an audit found of one file, at each of its places; nothing of places not reached. */
final class AuditFindings {
  static final String CHECK = "--check";
  static final String LOCATION = "--location";
  static final String CAUSE = "--cause";
  static final String ROW = "--row";

  private static final int LISTED_AT_MOST = 20;

  /**
   * A check that failed or stayed undecided.
   *
   * @param row of the article
   * @param alone whether no other row there has the file's name
   */
  private record Finding(
      Check check, Cause cause, boolean undecided, int row, boolean alone, Place place) {
    private String words() {
      return check
          + " "
          + cause
          + (alone ? "" : " of row " + row)
          + place.name().map(name -> " at " + Wording.line(name)).orElse("");
    }
  }

  /**
   * What a waiver is to cover.
   *
   * @param location by which it names the place: what the server is called, else the location
   * @param row of the article, where somebody named it
   */
  record Meant(Optional<String> location, Optional<Integer> row, Cause cause, boolean undecided) {}

  /**
   * Where a finding is.
   *
   * @param names all by which somebody may name it: what the server is called, and the location
   * @param servers how many were audited of those that its first name means
   */
  private record Place(List<String> names, int servers) {
    Place {
      names = List.copyOf(names);
    }

    Optional<String> name() {
      return names.stream().findFirst();
    }
  }

  private final FileName file;
  private final List<Finding> all;
  private final Set<String> otherFiles;

  private AuditFindings(FileName file, List<Finding> all, Set<String> otherFiles) {
    this.file = file;
    this.all = all;
    this.otherFiles = otherFiles;
  }

  /** Returns the findings of {@code file}, as the article lists it or as it was found. */
  static AuditFindings of(FileName file, AuditRecord audit) {
    List<Finding> findings = new ArrayList<>();
    Set<String> others = new LinkedHashSet<>();
    for (FolderRecord folder : audit.places()) {
      Place place = place(folder, audit);
      List<FileRecord> meant = new ArrayList<>();
      for (FileRecord each : folder.isUnreachable() ? List.<FileRecord>of() : folder.files()) {
        if (isMeant(file, each)) {
          meant.add(each);
        } else if (!findings(each, true, place).isEmpty()) {
          others.add(Wording.line(each.listed().name().spelling()));
        }
      }
      for (FileRecord each : meant) {
        findings.addAll(findings(each, meant.size() == 1, place));
      }
    }
    return new AuditFindings(file, findings, others);
  }

  /** A server that is called as a location is has no name of its own. */
  private static Place place(FolderRecord folder, AuditRecord audit) {
    Set<String> names = new LinkedHashSet<>();
    folder.label().filter(label -> !audit.locationNames().contains(label)).ifPresent(names::add);
    boolean labelled = !names.isEmpty();
    folder.location().map(LocationRecord::name).ifPresent(names::add);
    long servers =
        audit.places().stream()
            .filter(
                each ->
                    labelled
                        ? each.label().equals(folder.label())
                        : each.location().equals(folder.location()))
            .count();
    return new Place(List.copyOf(names), Math.toIntExact(servers));
  }

  private static boolean isMeant(FileName file, FileRecord each) {
    return each.listed().name().equals(file)
        || each.observed().map(ObservedFile::name).filter(file::equals).isPresent();
  }

  private static List<Finding> findings(FileRecord file, boolean alone, Place place) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      boolean undecided = check.getValue() instanceof Outcome.Undecided;
      if (undecided || check.getValue() instanceof Outcome.Failed) {
        Cause cause = check.getValue().causeIfAny().orElseThrow();
        int row = file.listed().row();
        findings.add(new Finding(check.getKey(), cause, undecided, row, alone, place));
      }
    }
    return findings;
  }

  /**
   * Returns the finding that is meant.
   *
   * @throws CannotAskException if there is none, or more than one that differ in place, row or
   *     cause, or a waiver would cover more servers than somebody said
   */
  Meant only(Check check, Optional<String> location, Optional<Integer> row, Optional<Cause> cause)
      throws CannotAskException {
    List<Finding> meant =
        all.stream()
            .filter(finding -> finding.check() == check)
            .filter(
                finding -> location.isEmpty() || finding.place().names().contains(location.get()))
            .filter(finding -> row.isEmpty() || finding.row() == row.get())
            .filter(finding -> cause.isEmpty() || finding.cause() == cause.get())
            .toList();
    if (meant.isEmpty()) {
      throw new CannotAskException(nothingMeant(check, location, row, cause));
    }
    Finding first = meant.get(0);
    if (location.isEmpty()) {
      requireOne(meant, finding -> finding.place().name(), LOCATION);
      requireOneServer(first.place());
    }
    if (row.isEmpty() && !first.alone()) {
      throw new CannotAskException(
          "several rows have the name "
              + Wording.quoted(file.spelling())
              + ", and the audit has "
              + listed(meant)
              + "; name the row with "
              + ROW);
    }
    requireOne(meant, Finding::cause, CAUSE);
    return new Meant(
        location.or(first.place()::name),
        row,
        first.cause(),
        meant.stream().anyMatch(Finding::undecided));
  }

  private void requireOne(List<Finding> meant, Function<Finding, Object> difference, String option)
      throws CannotAskException {
    if (meant.stream().map(difference).distinct().count() > 1) {
      throw new CannotAskException(
          "the audit has several such findings of "
              + Wording.quoted(file.spelling())
              + ": "
              + listed(meant)
              + "; name one with "
              + option);
    }
  }

  /** What covers more than the finding, somebody has to say. */
  private static void requireOneServer(Place place) throws CannotAskException {
    if (place.servers() > 1) {
      String name = place.name().map(Wording::quoted).orElse("no location");
      throw new CannotAskException(
          "the audit is of "
              + place.servers()
              + " servers that "
              + name
              + " means, and the waiver would be for each; "
              + LOCATION
              + " says that that is meant, and labels tell servers apart");
    }
  }

  private String nothingMeant(
      Check check, Optional<String> location, Optional<Integer> row, Optional<Cause> cause) {
    String asked =
        "the audit has no finding "
            + check
            + cause.map(each -> " " + each).orElse("")
            + " of "
            + Wording.quoted(file.spelling())
            + row.map(number -> ", row " + number).orElse("")
            + location.map(name -> " at " + Wording.quoted(name)).orElse("");
    if (!all.isEmpty()) {
      return asked + "; of this file it has " + listed(all);
    }
    return otherFiles.isEmpty()
        ? asked + ", nor any of another file"
        : asked + "; it has findings of " + Wording.enumerate(otherFiles, LISTED_AT_MOST);
  }

  private static String listed(List<Finding> findings) {
    return Wording.enumerate(
        findings.stream().map(Finding::words).distinct().toList(), LISTED_AT_MOST);
  }
}
