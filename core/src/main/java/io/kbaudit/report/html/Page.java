package io.kbaudit.report.html;

import io.kbaudit.audit.Tally;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.report.Obstacle;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.AuditSummary;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;

/** What the page says of the whole audit, in the order in which it is shown. */
final class Page {
  private final AuditRecord audit;
  private final List<PagePlace> places = new ArrayList<>();

  Page(AuditRecord audit) {
    this.audit = audit;
    for (FolderRecord place : audit.places()) {
      places.add(new PagePlace("p" + (places.size() + 1), place));
    }
  }

  /** Returns what to call the article. */
  String article() {
    return audit.article().label();
  }

  Mark mark() {
    return Mark.of(audit.verdict());
  }

  /** Returns the verdict as it is spelt for people. */
  String verdict() {
    return AuditSummary.word(audit.verdict());
  }

  Tally tally() {
    return audit.tally();
  }

  int unlisted() {
    return audit.unlisted();
  }

  /** Returns the line that sums everything up. */
  String summary() {
    return AuditSummary.of(audit);
  }

  List<Fact> facts() {
    return List.of(
        new Fact("Article", AuditLines.article(audit.article())),
        new Fact("Audited with", "kbaudit " + audit.toolVersion()));
  }

  /** Returns whether it is about several places, of which one may do. */
  boolean several() {
    return audit.deployment();
  }

  List<PagePlace> places() {
    return places;
  }

  /** Returns what is in the way of the whole, whatever its places come to, a sentence each. */
  List<String> reasons() {
    String missing =
        English.enumerate(audit.notAudited().stream().map(LocationRecord::name).toList());
    return Obstacle.of(audit).stream()
        .map(obstacle -> PagePlace.reason(obstacle, "not audited: " + missing))
        .toList();
  }

  /** Returns the places that nobody looked at. */
  List<Fact> unaudited() {
    return audit.unaudited().stream()
        .map(location -> new Fact(location.name(), AuditLines.where(location)))
        .toList();
  }
}
