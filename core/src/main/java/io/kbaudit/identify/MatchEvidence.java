package io.kbaudit.identify;

/** What speaks for a file being that of a row, by its stable id; the strongest comes first. */
public enum MatchEvidence {
  /** A digest that the row lists is the file's. */
  DIGEST(
      "A digest that the row lists is that of the file's contents, whatever the file is called; by"
          + " MD5 or SHA-1 an altered file may have the same."),
  /** Name and version are the listed ones. */
  VERSION(
      "The name and the version that the row lists are the file's: of a program, library or driver"
          + " its file version, of a package its ProductVersion. A renamed program counts by its"
          + " OriginalFilename, which is said."),
  /** Name, size and date are the listed ones. */
  SIZE_AND_DATE("The name, the size and the date that the row lists are the file's."),
  /** Size and date are the listed ones, and the name is another. */
  RENAMED(
      "The size to the byte and the date that the row lists are the file's, and its name is"
          + " another."),
  /** Name and size are the listed ones; no date speaks for it. */
  SIZE(
      "The name and the size that the row lists are the file's; the row lists no date, or one that"
          + " is not the file's.");

  private final String meaning;

  MatchEvidence(String meaning) {
    this.meaning = meaning;
  }

  /** Returns what it means, in a sentence or two. */
  public String meaning() {
    return meaning;
  }
}
