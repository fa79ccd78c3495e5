package io.kbaudit.report.html;

import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;

/**
 * What a place came to, in a line.
 *
 * @param id by which the page points to it, and with which the ids inside it begin
 * @param name a few words: the location, or the folder
 * @param verdict as it is spelt for people
 */
public record PlaceHead(
    String id,
    String name,
    String folder,
    Verdict result,
    String verdict,
    Tally tally,
    int unlisted) {
  Mark mark() {
    return Mark.of(result);
  }
}
