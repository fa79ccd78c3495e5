package io.kbaudit.report.html;

import io.kbaudit.article.RowSelection;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.PolicyRecord;
import io.kbaudit.report.Obstacle;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.finding.QuestionLines;
import io.kbaudit.report.html.PlacePart.Remarked;
import java.util.ArrayList;
import java.util.List;

/** What the HTML report says of one place. */
final class HtmlPlace {
  private final String id;
  private final FolderRecord place;

  /**
   * Prepares to speak of {@code place}.
   *
   * @param id that no other place has
   */
  HtmlPlace(String id, FolderRecord place) {
    this.id = id;
    this.place = place;
  }

  PlaceHead head() {
    return new PlaceHead(
        id,
        place.location().map(LocationRecord::name).orElse("All rows"),
        place.path(),
        place.verdict(),
        AuditSummary.word(place.verdict()),
        place.tally(),
        place.unlisted().size());
  }

  PlacePart part() {
    Overview overview = Overview.of(place);
    HtmlFiles files = new HtmlFiles(id, place, overview);
    return new PlacePart(
        head(),
        AuditSummary.of(place),
        reasons(),
        asked(),
        overview,
        Timeline.of(place, overview),
        files.cards(FileResult.FAIL),
        files.cards(FileResult.UNDECIDED),
        files.table(),
        place.unlisted().isEmpty() ? "" : QuestionLines.unlisted(place),
        () -> place.unlisted().stream().map(this::unlisted).iterator(),
        place.remarks().stream().map(HtmlPlace::remarked).toList());
  }

  /** Says why the place is not compliant: of files, and of all else that stands against it. */
  private List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    int failed = place.tally().failed();
    if (failed > 0) {
      reasons.add(AuditLines.counted(failed, "file") + " failed.");
    }
    int undecided = place.tally().undecided();
    if (undecided > 0) {
      reasons.add(
          AuditLines.counted(undecided, "file")
              + " stayed undecided: something could not be checked, or not be told.");
    }
    for (Obstacle obstacle : Obstacle.of(place)) {
      reasons.add(obstacle.counted(place) + ". " + Term.of(obstacle).explanation());
    }
    return reasons;
  }

  private List<Fact> asked() {
    PolicyRecord policy = place.policy();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Folder", QuestionLines.folder(place, place.path())));
    facts.add(new Fact("Held to", QuestionLines.heldTo(place)));
    if (!policy.selection().equals(RowSelection.ALL)) {
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

  private UnlistedFile unlisted(ObservedFile file) {
    return new UnlistedFile(
        file.path(),
        AuditLines.size(file),
        AuditLines.time(file, place.policy().sourceZone().orElse("UTC")),
        AuditLines.whyUnreadable(file));
  }

  private static Remarked remarked(Remark remark) {
    return new Remarked(
        remark.id(), remark.text(), Term.ofRemark(remark.id()).map(Term::meaning).orElse(""));
  }
}
