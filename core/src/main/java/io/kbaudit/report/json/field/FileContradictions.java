package io.kbaudit.report.json.field;

import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.RowRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what is written down of a file where one thing cannot be if another is: a check that
 * passed beside a value by which it fails, an assurance that no check gives.
 */
final class FileContradictions {
  /** These are about a computer or a database, and need no file. */
  private static final Set<Check> OF_NO_FILE = EnumSet.of(Check.INSTALLED, Check.DATABASE);

  /** The largest tolerance, and the largest offset of a source zone. */
  private static final Duration FURTHEST_OFF =
      AuditPolicy.LARGEST_TOLERANCE.plus(PolicyContradictions.LARGEST_OFFSET);

  private final FileRecord file;
  private final FileFacts facts;
  private final RowRecord.Values listed;
  private final Optional<ObservedFile.Readable> read;
  private final JsonValue at;

  private FileContradictions(FileRecord file, JsonValue at) {
    this.file = file;
    this.facts = new FileFacts(file);
    this.listed = file.listed().expected();
    this.read = facts.read();
    this.at = at;
  }

  /**
   * Refuses a record that contradicts itself.
   *
   * @param at where it stands
   */
  static void refuse(FileRecord file, JsonValue at) throws JsonFormatException {
    FileContradictions contradictions = new FileContradictions(file, at);
    contradictions.refuseOtherRemarks();
    contradictions.refuseOtherResult();
    contradictions.refuseOtherAssurance();
    if (contradictions.read.isEmpty()) {
      contradictions.refuseChecksOfNoFile();
    } else {
      contradictions.refuseOtherOutcomes(contradictions.read.get());
    }
  }

  /** A check that passed says in a remark how it did, and for which reasons it may. */
  private void refuseOtherRemarks() throws JsonFormatException {
    for (Check check : Check.values()) {
      Optional<Cause> remark =
          facts.outcome(check) instanceof Outcome.Passed passed ? passed.cause() : Optional.empty();
      if (remark.isPresent() && !mayRemark(check, remark.get())) {
        throw at.wrong(check + " cannot pass as " + remark.get());
      }
    }
  }

  private static boolean mayRemark(Check check, Cause cause) {
    return switch (check) {
      case PRESENCE, NAME -> false;
      case SIZE, HASH -> cause == Cause.SUPERSEDED;
      case DATE -> cause == Cause.LATER || cause == Cause.SUPERSEDED;
      default -> cause.check() == check;
    };
  }

  private void refuseOtherResult() throws JsonFormatException {
    JsonValue stated = at.field("result");
    FileResult come = file.result();
    if (stated.oneOf(FileResult.values(), FileResult::name) != come) {
      throw stated.wrong("the checks of this file come to " + come + ", and its result is");
    }
    if (come == FileResult.PASS && read.isEmpty()) {
      throw stated.wrong("no file that was read is here, and its result is");
    }
  }

  private void refuseOtherAssurance() throws JsonFormatException {
    if (read.isPresent() != file.assurance().isPresent()) {
      throw at.wrong(
          read.isPresent()
              ? "a file that was read has an assurance"
              : "no assurance speaks for no file");
    }
    if (read.isEmpty()) {
      return;
    }
    Assurance assurance = file.assurance().orElseThrow();
    boolean pinned = facts.isAsListed(Check.HASH);
    boolean contradicted =
        pinned != (assurance == Assurance.PINNED)
            || (assurance == Assurance.SIGNED && !facts.isSigned())
            || (assurance == Assurance.IDENTITY && !facts.isPassed(Check.IDENTITY));
    if (contradicted) {
      throw at.field("assurance").wrong("the checks of this file do not come to this assurance");
    }
  }

  private void refuseChecksOfNoFile() throws JsonFormatException {
    for (Check check : Check.values()) {
      boolean judged = facts.isPassed(check) || (facts.isFailed(check) && check != Check.PRESENCE);
      if (judged && !OF_NO_FILE.contains(check)) {
        throw at.wrong("no file that was read is here, and " + check + " was judged");
      }
    }
  }

  private void refuseOtherOutcomes(ObservedFile.Readable seen) throws JsonFormatException {
    refuse(Check.PRESENCE, !facts.isFailed(Check.PRESENCE), "the file is here");
    refuseUnlessAs(Check.NAME, facts.isNamed(seen), "its name");
    if (listed.size().isPresent()) {
      refuseUnlessAs(Check.SIZE, listed.size().get().covers(seen.sizeBytes()), "its size");
    } else {
      refuse(Check.SIZE, !facts.isPassed(Check.SIZE), "no size is listed");
    }
    if (listed.modified().isPresent()) {
      refuse(
          Check.DATE,
          !facts.isAsListed(Check.DATE) || mayAgree(listed.modified().get(), seen.modified()),
          "its date is days from the listed one");
      refuse(
          Check.DATE,
          facts.isAsListed(Check.DATE)
              || !facts.isPassed(Check.DATE)
              || seen.modified().isAfter(listed.modified().get().start().minus(FURTHEST_OFF)),
          "its date is before the listed one");
    } else {
      refuse(Check.DATE, !facts.isPassed(Check.DATE), "no date is listed");
    }
    refuse(
        Check.HASH,
        !facts.isAsListed(Check.HASH)
            || listed.digests().all().isEmpty()
            || listed.digests().all().stream()
                .anyMatch(digest -> seen.digests().by(digest.algorithm()).isPresent()),
        "no digest of it is here");
    for (Digest digest : listed.digests().all()) {
      Optional<Digest> own = seen.digests().by(digest.algorithm());
      refuse(
          Check.HASH,
          !facts.isAsListed(Check.HASH) || own.isEmpty() || own.get().equals(digest),
          "its digest is another");
    }
  }

  /** By how much exactly it may be off is the policy's to say. */
  private static boolean mayAgree(ListedTime time, Instant seen) {
    return time.distanceTo(seen).compareTo(FURTHEST_OFF) <= 0;
  }

  /** What is passed otherwise, as a later version is, says so in a remark. */
  private void refuseUnlessAs(Check check, boolean asListed, String value)
      throws JsonFormatException {
    refuse(check, asListed || !facts.isAsListed(check), value + " is not the listed one");
    refuse(check, !asListed || !facts.isFailed(check), value + " is the listed one");
  }

  private void refuse(Check check, boolean met, String why) throws JsonFormatException {
    if (!met) {
      throw at.wrong(why + ", and " + check + (facts.isFailed(check) ? " failed" : " passed"));
    }
  }
}
