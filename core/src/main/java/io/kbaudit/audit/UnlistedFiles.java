package io.kbaudit.audit;

import java.util.Locale;

/** What to do about files that the article does not list. */
public enum UnlistedFiles {
  /** Nothing: they are not even reported. */
  IGNORE,
  /** They are reported, and change no verdict. */
  NOTE,
  /** Any makes the audit fail. */
  FAIL;

  /** Returns the word for it on the command line and in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
