package io.kbaudit.report.html;

import io.kbaudit.audit.FileResult;
import java.util.List;
import java.util.Optional;

/**
 * A file in the table of all files.
 *
 * @param number of its row in the article
 * @param notes to tell it from others of its name: the heading above it, the path it was found at
 * @param listed what the article prints
 * @param found what is there
 * @param outcomes of the checks that have a column, in the columns' order
 * @param assurance in a word; empty where there is none
 * @param card that says more; absent if the file passed
 * @param evidence of every check that was made, one line each; empty where there is a card
 */
public record Row(
    int number,
    String name,
    List<String> notes,
    FileResult result,
    Metadata listed,
    Metadata found,
    List<Mark> outcomes,
    String assurance,
    Optional<String> card,
    List<String> evidence) {
  /** A size and a date as the table prints them; empty where there are none. */
  public record Metadata(String size, String date) {}

  /** Copies the lists. */
  public Row {
    notes = List.copyOf(notes);
    outcomes = List.copyOf(outcomes);
    evidence = List.copyOf(evidence);
  }

  Mark mark() {
    return Mark.of(result);
  }
}
