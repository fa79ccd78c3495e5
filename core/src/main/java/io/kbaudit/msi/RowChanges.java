package io.kbaudit.msi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A stream of a transform: changes of the rows of one table, one behind the other, each behind a
 * mask of 16 bits. No specification is published; this is what Wine and libmsi read.
 *
 * <p>If the lowest bit is set, the row is new, and the high byte has how many columns are stated.
 * If no bit is set, the row is removed. Else the other bits say which columns are stated besides
 * those of the key, which always are.
 */
final class RowChanges {
  /** Columns that the mask has bits for. */
  private static final int MASKED_COLUMNS = 16;

  private final String table;
  private final List<Column> columns;
  private final StringPool strings;
  private final ByteBuffer bytes;

  private RowChanges(String table, List<Column> columns, StringPool strings, byte[] bytes) {
    this.table = table;
    this.columns = columns;
    this.strings = strings;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads all changes.
   *
   * @param columns of the table, as they are with those that the transform adds
   * @throws MsiFormatException if they break off, or are not understood
   */
  static List<RowChange> read(String table, List<Column> columns, StringPool strings, byte[] bytes)
      throws MsiFormatException {
    return new RowChanges(table, columns, strings, bytes).all();
  }

  private List<RowChange> all() throws MsiFormatException {
    List<RowChange> changes = new ArrayList<>();
    while (bytes.hasRemaining()) {
      requireRoom(Short.BYTES);
      int mask = Short.toUnsignedInt(bytes.getShort());
      if ((mask & 1) != 0) {
        changes.add(read(RowChange.Kind.ADD, firstColumns(mask >>> Byte.SIZE)));
      } else if (mask == 0) {
        changes.add(read(RowChange.Kind.REMOVE, keys()));
      } else {
        changes.add(read(RowChange.Kind.CHANGE, masked(mask)));
      }
    }
    return changes;
  }

  private BitSet firstColumns(int count) throws MsiFormatException {
    if (count > columns.size() || !keysAreAmong(count)) {
      throw wrong("states " + count + " columns of a new row, and the table has " + columns.size());
    }
    BitSet stated = new BitSet();
    stated.set(0, count);
    return stated;
  }

  private boolean keysAreAmong(int count) {
    return keys().length() <= count;
  }

  private BitSet masked(int mask) throws MsiFormatException {
    if (columns.size() > MASKED_COLUMNS) {
      throw wrong(
          "changes a row of "
              + columns.size()
              + " columns, and which of more than "
              + MASKED_COLUMNS
              + " is not understood");
    }
    if (mask >>> columns.size() != 0) {
      throw wrong("changes a column behind the " + columns.size() + " that the table has");
    }
    BitSet stated = keys();
    for (int i = 0; i < columns.size(); i++) {
      if ((mask >>> i & 1) != 0) {
        stated.set(i);
      }
    }
    return stated;
  }

  private BitSet keys() {
    BitSet keys = new BitSet();
    for (int i = 0; i < columns.size(); i++) {
      keys.set(i, columns.get(i).key());
    }
    return keys;
  }

  private RowChange read(RowChange.Kind kind, BitSet stated) throws MsiFormatException {
    List<Object> cells = new ArrayList<>(Collections.nCopies(columns.size(), RowChange.NOTHING));
    for (int i = stated.nextSetBit(0); i >= 0; i = stated.nextSetBit(i + 1)) {
      Column column = columns.get(i);
      int width = column.width(strings.referenceBytes());
      requireRoom(width);
      int stored = Database.cell(bytes, width);
      cells.set(i, column.type() == Column.Type.TEXT && stored != 0 ? text(stored) : stored);
    }
    return new RowChange(kind, cells, stated);
  }

  private Object text(int id) throws MsiFormatException {
    if (id > strings.count()) {
      throw wrong(String.format(Locale.ROOT, "states text %,d of %,d", id, strings.count()));
    }
    String text = strings.text(id);
    return text.isEmpty() ? RowChange.NOTHING : text;
  }

  private void requireRoom(int length) throws MsiFormatException {
    if (bytes.remaining() < length) {
      throw wrong("breaks off");
    }
  }

  private MsiFormatException wrong(String what) {
    return new MsiFormatException(
        String.format(
            Locale.ROOT,
            "the transform's change of table %s at byte %,d of %,d %s",
            table,
            bytes.position(),
            bytes.limit(),
            what));
  }
}
