package io.kbaudit.deployment;

/** Whether the names of files at a location mean anything. */
public enum FileNaming {
  /** Files have the names that the article lists. */
  AS_LISTED("as-listed"),
  /**
   * Files have random names, as {@code c597.msi} in Windows Installer's package cache: a file is
   * found by what it is, and nothing follows from what it is called.
   */
  RANDOM("random");

  private final String id;

  FileNaming(String id) {
    this.id = id;
  }

  /** Returns the word for it in profiles and reports. */
  public String id() {
    return id;
  }
}
