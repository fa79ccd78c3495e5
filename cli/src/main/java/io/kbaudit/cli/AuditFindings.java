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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an audit found of one file, at each of its places; nothing of places not reached. */
final class AuditFindings {
  static final String CHECK = "--check";
  static final String LOCATION = "--location";
  static final String CAUSE = "--cause";

  private static final int LISTED_AT_MOST = 20;

  /**
   * A check that failed or stayed undecided.
   *
   * @param location by which a waiver names the place: what the server is called, else the location
   * @param place all by which somebody may name it
   */
  record Finding(
      Check check,
      Cause cause,
      boolean undecided,
      Optional<String> location,
      Collection<String> place) {
    private String words() {
      return check + " " + cause + location.map(name -> " at " + Wording.line(name)).orElse("");
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
    for (FolderRecord place : audit.places()) {
      for (FileRecord each : place.isUnreachable() ? List.<FileRecord>of() : place.files()) {
        List<Finding> found = findings(place, each);
        if (isMeant(file, each)) {
          findings.addAll(found);
        } else if (!found.isEmpty()) {
          others.add(Wording.line(each.listed().name().spelling()));
        }
      }
    }
    return new AuditFindings(file, findings, others);
  }

  private static boolean isMeant(FileName file, FileRecord each) {
    return each.listed().name().equals(file)
        || each.observed().map(ObservedFile::name).filter(file::equals).isPresent();
  }

  private static List<Finding> findings(FolderRecord place, FileRecord file) {
    Optional<String> location = place.location().map(LocationRecord::name);
    Set<String> names = new LinkedHashSet<>();
    place.label().ifPresent(names::add);
    location.ifPresent(names::add);
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      boolean undecided = check.getValue() instanceof Outcome.Undecided;
      if (undecided || check.getValue() instanceof Outcome.Failed) {
        findings.add(
            new Finding(
                check.getKey(),
                check.getValue().causeIfAny().orElseThrow(),
                undecided,
                names.stream().findFirst(),
                names));
      }
    }
    return findings;
  }

  /**
   * Returns the finding that is meant.
   *
   * @throws CannotAskException if there is none, or more than one that differ in place or cause
   */
  Finding only(Check check, Optional<String> location, Optional<Cause> cause)
      throws CannotAskException {
    List<Finding> meant =
        all.stream()
            .filter(finding -> finding.check() == check)
            .filter(finding -> location.isEmpty() || finding.place().contains(location.get()))
            .filter(finding -> cause.isEmpty() || finding.cause() == cause.get())
            .toList();
    if (meant.isEmpty()) {
      throw new CannotAskException(nothingMeant(check, location, cause));
    }
    Finding first = meant.get(0);
    Optional<String> named = location.isPresent() ? location : first.location();
    if (location.isEmpty()
        && meant.stream().anyMatch(each -> !each.location().equals(first.location()))) {
      throw new CannotAskException(several(meant) + "; name one with " + LOCATION);
    }
    if (meant.stream().anyMatch(each -> each.cause() != first.cause())) {
      throw new CannotAskException(several(meant) + "; name one with " + CAUSE);
    }
    boolean undecided = meant.stream().anyMatch(Finding::undecided);
    return new Finding(check, first.cause(), undecided, named, first.place());
  }

  private String nothingMeant(Check check, Optional<String> location, Optional<Cause> cause) {
    String asked =
        "the audit has no finding "
            + check
            + cause.map(each -> " " + each).orElse("")
            + " of "
            + Wording.quoted(file.spelling())
            + location.map(name -> " at " + Wording.quoted(name)).orElse("");
    if (!all.isEmpty()) {
      return asked + "; of this file it has " + listed(all);
    }
    return otherFiles.isEmpty()
        ? asked + ", nor any of another file"
        : asked + "; it has findings of " + Wording.enumerate(otherFiles, LISTED_AT_MOST);
  }

  private String several(List<Finding> meant) {
    return "the audit has several such findings of "
        + Wording.quoted(file.spelling())
        + ": "
        + listed(meant);
  }

  private static String listed(List<Finding> findings) {
    return Wording.enumerate(
        findings.stream().map(Finding::words).distinct().toList(), LISTED_AT_MOST);
  }
}
