package io.kbaudit.audit;

/** What became of a waiver in an audit. The names are stable ids. */
public enum WaiverState {
  /** It covers something that was found. */
  APPLIED(
      "The waiver covers something that was found, which therefore does not keep the audit from"
          + " being compliant.",
      "Mend what it covers before it expires."),
  /** Its last day is over. */
  EXPIRED(
      "The last day of the waiver is over, so that it covers nothing any more.",
      "Mend what it covered and take it out, or have it approved anew."),
  /** Its first day is yet to come. */
  NOT_YET_VALID(
      "The first day of the waiver is yet to come, so that it covers nothing yet.",
      "Wait for that day, or have it approved from now on."),
  /** Nothing was found that it covers. */
  UNMATCHED(
      "Nothing was found that the waiver covers: it was mended, another waiver before it covers it,"
          + " or it names another location, file, check or cause.",
      "Take it out, or correct what it names."),
  /** Several rows have the name of its file. */
  UNSPECIFIC(
      "Several rows of the article have the name that the waiver gives as its file, and it does"
          + " not say which of them it means. It covers nothing.",
      "Say which, by its row."),
  /** Something is missing from it. */
  INCOMPLETE(
      "The waiver does not say all that it has to: a file, a check, a reason, an approver and its"
          + " last day. It covers nothing.",
      "Complete it.");

  private final String meaning;
  private final String remedy;

  WaiverState(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns what it means, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Returns what to do about it, in a sentence. */
  public String remedy() {
    return remedy;
  }
}
