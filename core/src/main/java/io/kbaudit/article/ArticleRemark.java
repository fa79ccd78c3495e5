package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

/**
 * Something about an article's text that a careful reader would want to be told.
 *
 * @param line where it is, counted from 1
 * @param text one sentence
 */
public record ArticleRemark(Kind kind, int line, String text) {
  /** The stable ids of remarks. */
  public enum Kind {
    /** A line that lists a file, and cannot be read as a row: the file is not among the rows. */
    ROW_UNREAD(
        "A line of the article lists a file and cannot be read as a row; that file is not audited,"
            + " so no audit by this article comes to COMPLIANT."),
    /** A cell that holds something else than its column promises; its value is absent. */
    UNREADABLE_CELL(
        "A cell of the article's table holds something else than its column promises; the value is"
            + " left out, and its check is undecided."),
    /** A cut name that the article's prose does not complete. */
    CUT_NAME_UNRESOLVED(
        "The table cuts a name, and the article's prose does not say which file is meant; files are"
            + " matched by the beginning of their names."),
    /** The article does not say in which zone its times are; they are read as UTC. */
    TIMES_WITHOUT_ZONE(
        "The article does not say in which time zone its dates are; they are read as UTC."),
    /** The text lists other rows than the bundled article of the same id. */
    DIFFERS_FROM_BUNDLED(
        "The text lists other rows than the bundled article of the same id: it was cut, changed or"
            + " revised."),
    /** Nothing follows the last row: where the text was cut short, rows are missing. */
    TEXT_ENDS_WITH_TABLE(
        "Nothing follows the table's last row; if the text was cut short there, rows are missing.");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** Returns what it means, in a sentence. */
    public String meaning() {
      return meaning;
    }
  }

  /** Checks that nothing is null. */
  public ArticleRemark {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }
}
