package io.kbaudit.comparison;

/**
 * In what the questions of two audits differ, so that their answers cannot be compared. The names
 * are stable ids that reports print.
 */
public enum Incomparability {
  /** The one that was named first was made later, as both say themselves. */
  ORDER_REVERSED(
      "the other way round",
      "The audit that is taken for the earlier one was made later, as both say themselves.",
      "Name the earlier audit first."),
  /** Other versions of kbaudit, which may judge otherwise. */
  TOOL_DIFFERS(
      "other version of kbaudit",
      "The audits were made by other versions of kbaudit, which may judge otherwise or see more.",
      "Make the earlier audit anew with the later version, from what was collected then."),
  /** Another article, or another text of it. */
  ARTICLE_DIFFERS(
      "other article",
      "Files were held to another article, or to another text of it.",
      "Audit by the same article both times."),
  /** A place is in one of the audits alone, or is another folder. */
  LOCATIONS_DIFFER(
      "other locations",
      "A location was audited in one of the audits alone, or is another folder, or locations are called"
          + " alike, so that nobody can tell which is which.",
      "Audit the same locations both times, and say of each server what it is called."),
  /** Folders below were looked into in one of the audits alone. */
  DEPTH_DIFFERS(
      "other depth",
      "Folders below were looked into in one of the audits alone.",
      "Look into the folders below both times, or neither."),
  /** Other rows were asked for, or the rows list something else. */
  ROWS_DIFFER(
      "other rows",
      "Other rows of the article were asked for, or the same rows list something else.",
      "Choose the same rows both times, by the same group, platform and language."),
  /** Files were held to the rows otherwise. */
  POLICY_DIFFERS(
      "other policy",
      "Files were judged otherwise: by other checks, more or less strictly, or with a baseline,"
          + " signatures or evidence that the other audit had not.",
      "Audit with the same choices and the same evidence both times.");

  private final String words;
  private final String meaning;
  private final String remedy;

  Incomparability(String words, String meaning, String remedy) {
    this.words = words;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns for example {@code other article}. */
  public String words() {
    return words;
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
