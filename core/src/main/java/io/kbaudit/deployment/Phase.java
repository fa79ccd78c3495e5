package io.kbaudit.deployment;

/** When a location is audited. */
public enum Phase {
  /** Before anything is copied: is the extracted package complete and intact? */
  PRE_INSTALL("pre-install"),
  /** Once it is installed: does each server hold the listed files, or later ones? */
  POST_INSTALL("post-install");

  private final String id;

  Phase(String id) {
    this.id = id;
  }

  /** Returns the word for it in profiles and reports. */
  public String id() {
    return id;
  }
}
