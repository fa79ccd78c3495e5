package io.kbaudit.report.html;

import io.kbaudit.audit.FileResult;
import java.util.List;

/**
 * All that is to be said of a file that did not pass.
 *
 * @param id by which the table of all files points to it
 * @param facts which row it is of, and where it was found
 * @param evidence of every check that was made, one line each
 */
public record Card(
    String id,
    FileResult result,
    String name,
    List<Fact> facts,
    List<CheckFinding> findings,
    List<String> evidence) {
  /** Copies the lists. */
  public Card {
    facts = List.copyOf(facts);
    findings = List.copyOf(findings);
    evidence = List.copyOf(evidence);
  }

  Mark mark() {
    return Mark.of(result);
  }
}
