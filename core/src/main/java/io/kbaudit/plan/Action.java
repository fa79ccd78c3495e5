package io.kbaudit.plan;

/** What is to be done about one file of the share. The names are stable ids. */
public enum Action {
  /** The package's file does not verify, or something that is no file stands in its place. */
  BLOCKED("The file must not be copied, or cannot be."),
  /** What stands there cannot be judged: it may be newer than the package's. */
  UNDECIDED("What stands there cannot be judged, and stays."),
  /** What stands there is a later version: copying would be a downgrade, and nothing is. */
  KEEP_NEWER("A later version stands there, and stays."),
  /** What stands there is not what the article lists, nor a later version; it is backed up. */
  REPLACE("Something else stands there; it is backed up, then replaced."),
  /** Nothing stands there. */
  COPY("Nothing stands there; the package's file is copied."),
  /** What stands there is what the article lists. */
  KEEP("What is listed stands there already.");

  private final String meaning;

  Action(String meaning) {
    this.meaning = meaning;
  }

  /** Returns whether the package's file is copied to the share. */
  public boolean copies() {
    return this == REPLACE || this == COPY;
  }

  /** Returns what it means, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
