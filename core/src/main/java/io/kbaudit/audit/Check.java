package io.kbaudit.audit;

/** What is asked of every row. The names are stable ids that every report prints. */
public enum Check {
  /** Whether there is one file for the row, and it can be read. */
  PRESENCE(Expected.LISTED, Seen.OUTSIDE, "Is there a file for this row, and can it be read?"),
  /** Whether it has the listed name. */
  NAME(
      Expected.LISTED,
      Seen.OUTSIDE,
      "Has the file the listed name, as Windows compares names (case does not matter)?"),
  /** Whether it has the listed size. */
  SIZE(Expected.LISTED, Seen.OUTSIDE, "Has the file the listed size, to the byte?"),
  /** Whether it was last modified when the article says. */
  DATE(
      Expected.LISTED,
      Seen.OUTSIDE,
      "Was the file last modified in the listed minute, or within 2 seconds of it?"),
  /** Whether it is of the listed version. */
  VERSION(
      Expected.LISTED,
      Seen.INSIDE,
      "Is the file of the listed version: a program, library or driver by its fixed file version, a"
          + " package by its ProductVersion?"),
  /** Whether it has the contents that the article, or a baseline, states for its row. */
  HASH(
      Expected.OTHERWISE,
      Seen.OUTSIDE,
      "Is the file, byte for byte, the one of which the article lists a digest, or the one in the"
          + " reference package or the baseline?"),
  /** Whether it is a sound file of its kind. */
  FORMAT(
      Expected.OTHERWISE,
      Seen.INSIDE,
      "Is the file a sound Windows Installer file, program, library or driver, of the kind that its"
          + " extension says? What is packed in cabinets is not unpacked."),
  /** Whether it says that it is the file of this row. */
  IDENTITY(
      Expected.OTHERWISE,
      Seen.INSIDE,
      "Is the name that the file gives itself this row's, and not another's?"),
  /** Whether it is of the article's language. */
  LANGUAGE(
      Expected.OTHERWISE,
      Seen.INSIDE,
      "Is the file of the language that the article is about, or of none?"),
  /** Whether it is for the row's platform. */
  PLATFORM(Expected.OTHERWISE, Seen.INSIDE, "Is the file for the platform that the row prints?"),
  /** Whether it is as it was signed, and, on demand, whether it is signed, and by whom. */
  SIGNATURE(
      Expected.OTHERWISE,
      Seen.INSIDE,
      "Is the file as it was signed, if it is signed? On demand: is it signed by somebody whom a"
          + " trusted root vouches for, and by the publisher who is named?"),
  /** Whether the package is installed, and not only copied. */
  INSTALLED(
      Expected.OTHERWISE,
      Seen.INSIDE,
      "Is the product of the package registered as installed, at its version or a later one, with its"
          + " own cached package and its files? What is registered must be given."),
  /** Whether a database has what the package adds to it. */
  DATABASE(
      Expected.OTHERWISE,
      Seen.ELSEWHERE,
      "Has the database all that the profile says that this package adds to it? The result of a query"
          + " of the database must be given.");

  /** Where that is to which a file is held. */
  private enum Expected {
    /** The article's table prints it. */
    LISTED,
    OTHERWISE
  }

  /** Where that is which is compared with it. */
  private enum Seen {
    /** The file as a whole shows it: what a folder says of it, and its bytes. */
    OUTSIDE,
    /** What is in it says so. */
    INSIDE,
    /** No file shows it: it can be told whether or not there is one. */
    ELSEWHERE
  }

  private final Expected expected;
  private final Seen seen;
  private final String question;

  Check(Expected expected, Seen seen, String question) {
    this.expected = expected;
    this.seen = seen;
    this.question = question;
  }

  /** Returns whether this is asked of what the article's table prints. */
  public boolean isOfTable() {
    return expected == Expected.LISTED;
  }

  /** Returns whether this is asked of what is inside a file. */
  public boolean readsContents() {
    return seen == Seen.INSIDE;
  }

  /** Returns whether this is asked of a file, so that nothing can be told where there is none. */
  public boolean isOfFile() {
    return seen != Seen.ELSEWHERE;
  }

  /** Returns the check as a question, for people. */
  public String question() {
    return question;
  }
}
