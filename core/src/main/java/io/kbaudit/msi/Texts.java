package io.kbaudit.msi;

/** The texts that the cells of a table refer to, by number. */
interface Texts {
  /** Returns the number of the last text; they count from 1. */
  int count();

  /**
   * Returns a text.
   *
   * @param id 1 to {@link #count()}
   */
  String text(int id);
}
