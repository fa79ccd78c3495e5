package io.kbaudit.audit;

import java.util.EnumSet;
import java.util.Set;

/** What is asked of every row. The names are stable ids that every report prints. */
public enum Check {
  /** Whether there is one file for the row, and it can be read. */
  PRESENCE("Is there a file for this row, and can it be read?"),
  /** Whether it has the listed name. */
  NAME("Has the file the listed name, as Windows compares names (case does not matter)?"),
  /** Whether it has the listed size. */
  SIZE("Has the file the listed size, to the byte?"),
  /** Whether it was last modified when the article says. */
  DATE("Was the file last modified in the listed minute, or within 2 seconds of it?"),
  /** Whether it is of the listed version. */
  VERSION("Is the package of the listed version, by its own ProductVersion?"),
  /** Whether it has the contents that the article, or a baseline, states for its row. */
  HASH(
      "Is the file, byte for byte, the one of which the article lists a digest, or the one in the"
          + " reference package or the baseline?"),
  /** Whether it is a sound Windows Installer file. */
  FORMAT(
      "Is the file a sound Windows Installer file, of the kind that its extension says? What is"
          + " packed in its cabinets is not unpacked."),
  /** Whether it says that it is the package of this row. */
  IDENTITY("Is the name that the package gives itself this row's, and not another's?"),
  /** Whether it is of the article's language. */
  LANGUAGE("Is the package of the language that the article is about, or of none?"),
  /** Whether it is for the row's platform. */
  PLATFORM("Is the package for the platform that the row prints?");

  private static final Set<Check> OF_CONTENTS = EnumSet.range(FORMAT, PLATFORM);

  private final String question;

  Check(String question) {
    this.question = question;
  }

  /** Returns whether this is asked of what the article's table prints. */
  public boolean isOfTable() {
    return compareTo(VERSION) <= 0;
  }

  /** Returns whether this is asked of what is inside a file. */
  public boolean readsPackages() {
    return this == VERSION || OF_CONTENTS.contains(this);
  }

  /** Returns the check as a question, for people. */
  public String question() {
    return question;
  }
}
