package io.kbaudit.audit;

/** What is asked of every row. The names are stable ids that every report prints. */
public enum Check {
  /** Whether there is one file for the row, and it can be read. */
  PRESENCE("Is there a file for this row, and can it be read?"),
  /** Whether it has the listed name. */
  NAME("Has the file the listed name, as Windows compares names (case does not matter)?"),
  /** Whether it has the listed size. */
  SIZE("Has the file the listed size, to the byte?"),
  /** Whether it was last modified when the article says. */
  DATE("Was the file last modified in the listed minute, or within 2 seconds of it?");

  private final String question;

  Check(String question) {
    this.question = question;
  }

  /** Returns the check as a question, for people. */
  public String question() {
    return question;
  }
}
