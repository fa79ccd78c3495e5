package io.kbaudit.msi.ole;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A property set ([MS-OLEPS] 2.21): typed values by number. Read here value by value and not by
 * POI, to which one bad value, or code page 0, spoils the set.
 */
public final class PropertySet {
  /** Byte Order ([MS-OLEPS] 2.21). */
  private static final int BYTE_ORDER = 0xFFFE;

  /** Bytes in front of the first FMTID, and of each FMTID with its offset ([MS-OLEPS] 2.21). */
  private static final int HEADER_BYTES = 28;

  private static final int FORMAT_BYTES = 20;

  /** Bytes of Size and NumProperties, then of each number with its offset ([MS-OLEPS] 2.20). */
  private static final int SET_HEADER_BYTES = 8;

  private static final int PROPERTY_HEADER_BYTES = 8;

  /** Types of values ([MS-OLEPS] 2.2). */
  private static final int VT_I2 = 0x0002;

  private static final int VT_I4 = 0x0003;
  private static final int VT_LPSTR = 0x001E;
  private static final int VT_LPWSTR = 0x001F;
  private static final int VT_FILETIME = 0x0040;

  /** A value as stored. */
  public sealed interface Value {
    /** A VT_I2, whose 16 bits are left unsigned, or a VT_I4. */
    record Whole(int value) implements Value {}

    /** A FILETIME ([MS-DTYP] 2.3.3). */
    record Time(long ticks) implements Value {}

    /**
     * A text in the code page of the set, or in UTF-16LE; it ends at its first zero, if any.
     *
     * @param wide whether it is UTF-16LE
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; decoded at once
    record Text(byte[] bytes, boolean wide) implements Value {}
  }

  private final Map<Integer, Value> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private PropertySet() {}

  /**
   * Reads a set. A value that cannot be read is absent, and among {@link #problems()}.
   *
   * @param format the FMTID of the wanted set
   * @throws OleFormatException if there is no such set
   */
  public static PropertySet read(byte[] stream, UUID format) throws OleFormatException {
    ByteBuffer bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    if (stream.length < HEADER_BYTES + FORMAT_BYTES
        || Short.toUnsignedInt(bytes.getShort(0)) != BYTE_ORDER) {
      throw damaged("it does not begin as a property set");
    }
    long sets = Integer.toUnsignedLong(bytes.getInt(24));
    for (int i = 0; i < sets && HEADER_BYTES + (i + 1) * FORMAT_BYTES <= stream.length; i++) {
      int header = HEADER_BYTES + i * FORMAT_BYTES;
      if (OleDirectory.guid(bytes, header).equals(format)) {
        return readSet(bytes, Integer.toUnsignedLong(bytes.getInt(header + 16)));
      }
    }
    throw damaged("it holds no set of the class " + format);
  }

  /** Returns the values that could be read, by number. */
  public Map<Integer, Value> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Returns what was wrong with the others. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private static PropertySet readSet(ByteBuffer bytes, long start) throws OleFormatException {
    if (start > bytes.limit() - SET_HEADER_BYTES) {
      throw damaged("its set begins at byte " + Numbers.grouped(start) + ", behind its end");
    }
    ByteBuffer set =
        bytes.slice((int) start, bytes.limit() - (int) start).order(ByteOrder.LITTLE_ENDIAN);
    long count = Integer.toUnsignedLong(set.getInt(4));
    int room = (set.limit() - SET_HEADER_BYTES) / PROPERTY_HEADER_BYTES;
    if (count > room) {
      throw damaged(
          "it counts "
              + Numbers.grouped(count)
              + " properties, and has room for "
              + Numbers.grouped(room));
    }
    PropertySet properties = new PropertySet();
    for (int i = 0; i < count; i++) {
      int header = SET_HEADER_BYTES + i * PROPERTY_HEADER_BYTES;
      properties.readValue(set, set.getInt(header), Integer.toUnsignedLong(set.getInt(header + 4)));
    }
    return properties;
  }

  private void readValue(ByteBuffer set, int id, long offset) {
    if (id == 0) {
      return; // the Dictionary property, which names others ([MS-OLEPS] 2.17)
    }
    if (offset > set.limit() - 2L * Integer.BYTES) {
      problem(id, "begins at byte " + Numbers.grouped(offset) + " of the set, behind its end");
      return;
    }
    int at = (int) offset;
    int type = set.getInt(at) & 0xFFFF;
    int content = at + Integer.BYTES;
    switch (type) {
      case VT_I2 -> put(id, new Value.Whole(Short.toUnsignedInt(set.getShort(content))));
      case VT_I4 -> put(id, new Value.Whole(set.getInt(content)));
      case VT_FILETIME -> {
        if (content + Long.BYTES > set.limit()) {
          problem(id, "is cut off");
        } else {
          put(id, new Value.Time(set.getLong(content)));
        }
      }
      case VT_LPSTR -> readText(set, id, content, 1);
      case VT_LPWSTR -> readText(set, id, content, 2);
      default -> problem(id, "has type " + type + ", which no property of this set has");
    }
  }

  /** Reads a text whose size is counted in units of so many bytes. */
  private void readText(ByteBuffer set, int id, int at, int unitBytes) {
    long size = Integer.toUnsignedLong(set.getInt(at)) * unitBytes;
    int start = at + Integer.BYTES;
    if (size > set.limit() - start) {
      problem(
          id,
          "is said to have "
              + Numbers.grouped(size)
              + " bytes, and "
              + Numbers.grouped(set.limit() - start)
              + " are left");
      return;
    }
    byte[] bytes = new byte[(int) size];
    set.get(start, bytes);
    put(id, new Value.Text(bytes, unitBytes == 2));
  }

  private void put(int id, Value value) {
    values.putIfAbsent(id, value);
  }

  private void problem(int id, String text) {
    problems.add("property " + Integer.toUnsignedString(id) + " " + text);
  }

  private static OleFormatException damaged(String text) {
    return new OleFormatException(OleProblem.Kind.DAMAGED, text);
  }
}
