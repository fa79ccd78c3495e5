package io.kbaudit.msi;

import java.util.BitSet;
import java.util.List;

/**
 * What a transform does to one row.
 *
 * @param cells a text, a number as stored, or 0 for nothing, for each column; those that are not
 *     stated are 0
 * @param stated the columns whose cells are stated, all of the key among them
 */
record RowChange(Kind kind, List<Object> cells, BitSet stated) {
  /** What is done. */
  enum Kind {
    /** The row is new. */
    ADD,
    /** Cells of the row have other values. */
    CHANGE,
    /** The row is taken out. */
    REMOVE
  }

  /** Nothing in a cell. */
  static final Object NOTHING = 0;
}
