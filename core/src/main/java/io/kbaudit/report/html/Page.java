package io.kbaudit.report.html;

import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import java.util.List;

/**
 * The whole page, in the order in which it is shown.
 *
 * @param article what to call it
 * @param verdict as it is spelt for people
 * @param summary the line that sums everything up
 * @param several whether it is about several places, of which one may do
 * @param unaudited places that nobody looked at
 * @param parts one for each place; made as they are gone through
 */
public record Page(
    String article,
    Verdict result,
    String verdict,
    String summary,
    Tally tally,
    int unlisted,
    List<Fact> facts,
    boolean several,
    List<PlaceHead> places,
    List<Fact> unaudited,
    Iterable<PlacePart> parts) {
  /** Copies the lists. */
  public Page {
    facts = List.copyOf(facts);
    places = List.copyOf(places);
    unaudited = List.copyOf(unaudited);
  }

  Mark mark() {
    return Mark.of(result);
  }
}
