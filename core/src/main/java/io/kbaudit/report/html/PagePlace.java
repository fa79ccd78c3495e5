package io.kbaudit.report.html;

import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Tally;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.PolicyRecord;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.PlaceNames;
import io.kbaudit.report.finding.QuestionLines;
import io.kbaudit.report.finding.SharedFindings;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;

/** What the page says of one place, in the order in which it is shown. */
final class PagePlace {
  private final String id;
  private final FolderRecord place;
  private final SharedFindings sharedByFailed;
  private final SharedFindings sharedByUndecided;

  /**
   * Prepares to speak of {@code place}.
   *
   * @param id that no other place has
   */
  PagePlace(String id, FolderRecord place) {
    this.id = id;
    this.place = place;
    this.sharedByFailed = SharedFindings.at(place, FileResult.FAIL);
    this.sharedByUndecided = SharedFindings.at(place, FileResult.UNDECIDED);
  }

  /** A file that no row accounts for; {@code problem} is why it cannot be read, empty if it can. */
  record Unlisted(String path, String size, String date, String problem) {}

  /** A remark, and what remarks of its kind mean. */
  record Remarked(String id, String text, String meaning) {}

  /** Returns the id by which the page points to it, and with which the ids inside it begin. */
  String id() {
    return id;
  }

  /** Returns the location, in a few words. */
  String name() {
    return PlaceNames.of(place, "All rows");
  }

  String folder() {
    return place.path();
  }

  /** Returns what to call it in the head of a column: what its server is called, or the folder. */
  String shortName() {
    return place.label().orElseGet(place::path);
  }

  /** Returns what is known of it. */
  FolderRecord record() {
    return place;
  }

  /**
   * Returns the id of the card of the file that is at this position, counted from 1, at a place.
   */
  static String fileId(String placeId, int position) {
    return placeId + "-f" + position;
  }

  Mark mark() {
    return Mark.of(place.verdict());
  }

  /** Returns the verdict as it is spelt for people. */
  String verdict() {
    return AuditSummary.verdict(place);
  }

  Tally tally() {
    return place.tally();
  }

  /**
   * Returns whether anybody could look at the place, so that there is something to say of files.
   */
  boolean isReached() {
    return !place.isUnreachable();
  }

  /** Returns whether some file has a card: it failed, stayed undecided or is waived. */
  boolean hasCards() {
    return isReached() && tally().passed() < tally().expected();
  }

  /** Returns how many of its files passed. */
  String passed() {
    return English.number(tally().passed())
        + " of "
        + English.number(tally().expected())
        + " passed";
  }

  /** Returns the line that sums the place up. */
  String summary() {
    return AuditSummary.of(place);
  }

  /** Returns a card for each of the findings that several of the files that failed share. */
  List<SharedCard> sharedByFailed() {
    return SharedCard.of(id, place, FileResult.FAIL, sharedByFailed);
  }

  /** Returns the same of the files that stayed undecided. */
  List<SharedCard> sharedByUndecided() {
    return SharedCard.of(id, place, FileResult.UNDECIDED, sharedByUndecided);
  }

  /** Returns whether what was found of {@code file} is told with that of others. */
  boolean isShared(FileRecord file) {
    return switch (file.result()) {
      case FAIL -> sharedByFailed.isTold(file);
      case UNDECIDED -> sharedByUndecided.isTold(file);
      case PASS, WAIVED -> false;
    };
  }

  /** Returns of how many files that came out so what was found is told of each by itself. */
  int unshared(FileResult result) {
    int all = place.tally().count(result);
    return switch (result) {
      case FAIL -> all - sharedByFailed.told();
      case UNDECIDED -> all - sharedByUndecided.told();
      case PASS, WAIVED -> all;
    };
  }

  /** Returns what was asked of the folder. */
  List<Fact> asked() {
    PolicyRecord policy = place.policy();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Folder", QuestionLines.folder(place, place.path())));
    place.label().ifPresent(label -> facts.add(new Fact("Label", label)));
    facts.add(new Fact("Held to", QuestionLines.heldTo(place)));
    if (!policy.selection().isAll()) {
      facts.add(new Fact("Rows", "only " + AuditLines.chosenBy(policy.selection())));
    }
    policy.sourceZone().ifPresent(zone -> facts.add(new Fact("Times", QuestionLines.times(zone))));
    facts.add(new Fact("Tolerance", tolerance(policy)));
    policy.baseline().ifPresent(baseline -> facts.add(new Fact("Baseline", baseline)));
    facts.add(new Fact("Checks made", QuestionLines.checks(policy.checks().made())));
    if (!policy.checks().skipped().isEmpty()) {
      facts.add(
          new Fact("Left out", QuestionLines.checks(policy.checks().skipped()) + ", on demand"));
    }
    facts.add(new Fact("Unlisted files", unlisted(policy)));
    return facts;
  }

  private static String tolerance(PolicyRecord policy) {
    return policy.tolerance().isZero()
        ? "none: a time agrees within the listed minute alone"
        : "a time agrees within the listed minute, or "
            + AuditLines.shortly(policy.tolerance())
            + " of it";
  }

  private static String unlisted(PolicyRecord policy) {
    return switch (policy.unlistedFiles()) {
      case IGNORE -> "not looked for";
      case NOTE -> "noted; they change no verdict";
      case FAIL -> "forbidden";
    };
  }

  int unlistedCount() {
    return place.unlisted().size();
  }

  /** Returns how many files are not listed, and whether they may be there. */
  String unlistedHead() {
    return QuestionLines.unlisted(place);
  }

  /** Returns the files that are not listed, each when it is gone through. */
  Iterable<Unlisted> unlisted() {
    return () -> place.unlisted().stream().map(this::unlisted).iterator();
  }

  private Unlisted unlisted(ObservedFile file) {
    return new Unlisted(
        file.path(),
        AuditLines.size(file),
        AuditLines.time(file, place.policy()),
        AuditLines.whyUnreadable(file));
  }

  List<Remarked> remarks() {
    return place.remarks().stream().map(PagePlace::remarked).toList();
  }

  private static Remarked remarked(Remark remark) {
    return new Remarked(
        remark.id(), remark.text(), Term.ofRemark(remark.id()).map(Term::meaning).orElse(""));
  }
}
