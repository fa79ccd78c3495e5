package io.kbaudit.report.html;

import io.kbaudit.audit.Tally;
import java.util.List;
import java.util.Optional;

/**
 * The part of the page that is about one place, in the order in which it is shown.
 *
 * @param summary the line that sums the place up
 * @param reasons why it is not compliant, one sentence each; none if it is
 * @param failed one for each file that failed; made as they are gone through
 * @param undecided one for each file that stayed undecided; made as they are gone through
 * @param unlistedHead how many files are not listed; empty if there are none
 */
public record PlacePart(
    PlaceHead head,
    String summary,
    List<String> reasons,
    List<Fact> asked,
    Overview overview,
    Optional<Timeline> timeline,
    Iterable<Card> failed,
    Iterable<Card> undecided,
    FileTable table,
    String unlistedHead,
    Iterable<UnlistedFile> unlisted,
    List<Remarked> remarks) {
  /** A remark, and what remarks of its kind mean. */
  public record Remarked(String id, String text, String meaning) {}

  /** Copies the lists. */
  public PlacePart {
    reasons = List.copyOf(reasons);
    asked = List.copyOf(asked);
    remarks = List.copyOf(remarks);
  }

  String id() {
    return head.id();
  }

  Tally tally() {
    return head.tally();
  }
}
