package io.kbaudit.report.json.field;

import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.inventory.FileFilter;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Grounds;
import io.kbaudit.record.PolicyRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses what is written down of the files of one place where it cannot be by what was asked of
 * them: a check that was judged and not asked for, or asked for and passed over, a later file where
 * none would do. What it keeps of each file is but two hashes.
 */
final class PolicyContradictions {
  private static final Set<Cause> LATER =
      EnumSet.of(Cause.LATER, Cause.SUPERSEDED, Cause.NEWER_VERSION);

  /** By as much local time may differ from UTC. */
  static final Duration LARGEST_OFFSET = Duration.ofHours(18);

  private final Set<Check> judged = EnumSet.noneOf(Check.class);
  private final Set<Check> passedOver = EnumSet.noneOf(Check.class);
  private final TakenPaths paths = new TakenPaths();
  private Duration furthestOff = Duration.ZERO;
  private boolean laterPassed;
  private boolean pinnedAlone;
  private boolean nameUnjudged;
  private boolean packageUnjudged;
  private int lastRow;

  /** Adds one of the files. */
  void add(FileRecord file) {
    file.outcomes().forEach(this::add);
    FileFacts facts = new FileFacts(file);
    passedOver.addAll(facts.passedOver());
    Duration off = facts.distanceOfPassedDate();
    furthestOff = off.compareTo(furthestOff) > 0 ? off : furthestOff;
    nameUnjudged |= facts.isNameUnjudged();
    packageUnjudged |= facts.isPackageUnjudged();
    lastRow = file.listed().row();
    file.observed().ifPresent(observed -> paths.add(observed.path(), file.listed().name()));
    pinnedAlone |=
        file.listed().expected().digests().all().isEmpty()
            && file.outcomes().get(Check.HASH) instanceof Outcome.Passed;
  }

  private void add(Check check, Outcome outcome) {
    if (outcome instanceof Outcome.Passed || outcome instanceof Outcome.Failed) {
      judged.add(check);
    }
    laterPassed |=
        outcome instanceof Outcome.Passed passed
            && passed.cause().filter(LATER::contains).isPresent();
  }

  /**
   * Refuses a place whose files, or whose policy, contradict its policy.
   *
   * @param value the place
   */
  void refuse(FolderRecord folder, JsonValue value) throws JsonFormatException {
    JsonValue at = value.field("policy");
    refuseNoPolicy(folder.policy(), at);
    refuseOtherFiles(folder.policy(), at);
    refuseOtherUnlisted(folder, value.field("unlisted"));
    if (nameUnjudged
        && folder.target().location().isEmpty()
        && !folder.policy().checks().skipped().contains(Check.NAME)) {
      throw at.wrong("a file was not judged by its name, as only at a location one may be");
    }
    paths.refuse(folder.unlisted(), value);
    refuseFilesLeftOut(folder, at);
    refuseOtherComputer(folder.policy().grounds().computer(), at);
    // Audits of before what is left out was told do not say how many there are.
    if (folder.leftOut().count() > 0 && lastRow > folder.rowsListed()) {
      throw value.wrong(
          "row " + lastRow + " is here of " + folder.rowsListed() + " that the article has");
    }
  }

  private static void refuseNoPolicy(PolicyRecord policy, JsonValue at) throws JsonFormatException {
    for (Check check : policy.checks().made()) {
      if (policy.checks().skipped().contains(check)) {
        throw at.field("skipped").wrong(check + " is among the checks, and was skipped");
      }
    }
    if (policy.tolerance().compareTo(AuditPolicy.LARGEST_TOLERANCE) > 0) {
      throw at.field("tolerance").wrong("no date may be as far off as");
    }
    if (policy.sourceZone().isPresent() && !isZone(policy.sourceZone().get())) {
      throw at.field("sourceZone").wrong("this is no time zone");
    }
  }

  private static boolean isZone(String id) {
    try {
      return ZoneId.of(id) != null;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private void refuseOtherFiles(PolicyRecord policy, JsonValue at) throws JsonFormatException {
    for (Check check : Check.values()) {
      boolean asked = policy.checks().made().contains(check);
      if (judged.contains(check) && !asked) {
        throw at.wrong(check + " is not among the checks, and was judged");
      }
      if (passedOver.contains(check) && !policy.checks().skipped().contains(check)) {
        throw at.wrong(check + " was not skipped, and passed over a file to which it applies");
      }
    }
    if (laterPassed && !policy.acceptance().laterWillDo()) {
      throw at.field("accept").wrong("a later file passed, and none will do by");
    }
    Duration furthest =
        policy.sourceZone().isPresent()
            ? policy.tolerance().plus(LARGEST_OFFSET)
            : policy.tolerance();
    if (furthestOff.compareTo(furthest) > 0) {
      throw at.field("tolerance").wrong("a date passed that is further off than");
    }
    if (pinnedAlone && policy.baseline().isEmpty()) {
      throw at.wrong("the contents of a file passed, and nothing is named that they were held to");
    }
  }

  private static void refuseOtherUnlisted(FolderRecord folder, JsonValue at)
      throws JsonFormatException {
    Set<String> paths = new HashSet<>();
    for (ObservedFile file : folder.unlisted()) {
      if (!paths.add(file.path())) {
        throw at.wrong("the unlisted file '" + file.path() + "' is here twice");
      }
    }
    if (!paths.isEmpty() && folder.policy().unlistedFiles() == UnlistedFiles.IGNORE) {
      throw at.wrong("unlisted files are here, which were to be ignored");
    }
  }

  /** What the patterns of an audit leave out, it neither held to a row nor counted as unlisted. */
  private static void refuseFilesLeftOut(FolderRecord folder, JsonValue at)
      throws JsonFormatException {
    FileFilter filter = folder.policy().files();
    if (filter.acceptsAll()) {
      return;
    }
    for (ObservedFile file : folder.unlisted()) {
      refuseLeftOut(file, filter, at);
    }
    for (FileRecord file : folder.files()) {
      if (file.observed().isPresent()) {
        refuseLeftOut(file.observed().get(), filter, at);
      }
    }
  }

  private static void refuseLeftOut(ObservedFile file, FileFilter filter, JsonValue at)
      throws JsonFormatException {
    if (!filter.accepts(file.path())) {
      throw at.wrong("the file '" + file.path() + "' is here, which its patterns leave out");
    }
  }

  /** What is installed is told of all packages of a place, or of none. */
  private void refuseOtherComputer(Grounds.Computer computer, JsonValue at)
      throws JsonFormatException {
    for (Check check : List.of(Check.INSTALLED, Check.DATABASE)) {
      boolean known = check == Check.INSTALLED ? computer.registry() : computer.database();
      if (judged.contains(check) && !known) {
        throw at.wrong(check + " was judged, and nothing was given that it judges by");
      }
    }
    if (judged.contains(Check.INSTALLED) && packageUnjudged) {
      throw at.wrong("INSTALLED was judged of one package, and passed over another");
    }
  }
}
