package io.kbaudit.deployment;

/** When a location is audited. */
public enum Phase {
  /** Before anything is copied: is the extracted package complete and intact? */
  PRE_INSTALL,
  /** Once it is installed: does each server hold the listed files, or later ones? */
  POST_INSTALL
}
