package io.kbaudit.inventory;

/**
 * How far a scan goes.
 *
 * @param recursive whether into the folders below
 * @param followsLinks whether where links lead out of the scanned folder, too
 */
record Reach(boolean recursive, boolean followsLinks) {
  /** The files in the folder itself. */
  static final Reach FLAT = new Reach(false, false);

  /** The folder and all folders below it. */
  static final Reach RECURSIVE = new Reach(true, false);

  Reach followingLinks() {
    return new Reach(recursive, true);
  }
}
