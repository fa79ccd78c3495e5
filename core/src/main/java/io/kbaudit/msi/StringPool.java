package io.kbaudit.msi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The texts of a database, by number: {@code _StringPool} has their lengths, {@code _StringData}
 * the texts one behind the other.
 */
final class StringPool implements Texts {
  /** Bytes in front of the entries, and of an entry: a length and a count of references. */
  private static final int HEADER_BYTES = 4;

  private static final int ENTRY_BYTES = 4;

  /** In the header: references to texts have three bytes, not two. */
  private static final int LONG_REFERENCES = 0x8000_0000;

  /** How a pool tells of a text of 64 KB or more. */
  private enum LongTextLayout {
    /** Length 0, some references; then the length in four bytes. So Windows Installer does. */
    LENGTH_FOLLOWS {
      @Override
      long length(int entry, int next) {
        return Integer.toUnsignedLong(next);
      }
    },
    /** Length 0, the high half of the length; then an entry with the low one. So libmsi does. */
    HALVES {
      @Override
      long length(int entry, int next) {
        return ((long) (entry >>> 16) << 16) | (next & 0xFFFF);
      }
    };

    /** Returns the length that an entry of length 0 and the one behind it tell. */
    abstract long length(int entry, int next);
  }

  private final byte[] data;
  private final CodePage codePage;
  private final Charset charset;
  private final int referenceBytes;

  /** Where each text begins; one more, where the last one ends. */
  private final int[] starts;

  private StringPool(byte[] data, CodePage codePage, int referenceBytes, int[] starts) {
    this.data = data;
    this.codePage = codePage;
    this.charset = codePage.charset();
    this.referenceBytes = referenceBytes;
    this.starts = starts;
  }

  /**
   * Reads the two streams.
   *
   * @throws MsiFormatException if the lengths and the data do not fit together in either layout
   */
  static StringPool read(byte[] pool, byte[] data) throws MsiFormatException {
    if (pool.length < HEADER_BYTES || pool.length % ENTRY_BYTES != 0) {
      throw new MsiFormatException(
          "_StringPool has "
              + pool.length
              + " bytes, no header and whole entries of "
              + ENTRY_BYTES);
    }
    ByteBuffer bytes = ByteBuffer.wrap(pool).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getInt();
    int[] entries = new int[bytes.remaining() / ENTRY_BYTES];
    bytes.asIntBuffer().get(entries);
    for (LongTextLayout layout : LongTextLayout.values()) {
      int[] starts = starts(entries, layout, data.length);
      if (starts.length > 0) {
        return new StringPool(
            data,
            new CodePage(header & ~LONG_REFERENCES),
            (header & LONG_REFERENCES) == 0 ? 2 : 3,
            starts);
      }
    }
    throw new MsiFormatException(
        String.format(
            Locale.ROOT,
            "the %,d entries of _StringPool do not add up to the %,d bytes of _StringData",
            entries.length,
            data.length));
  }

  /**
   * Returns where each text begins and the last one ends; nothing if that is not the data's end.
   */
  private static int[] starts(int[] entries, LongTextLayout layout, int dataBytes) {
    int[] starts = new int[entries.length + 1];
    int count = 0;
    long end = 0;
    for (int i = 0; i < entries.length; i++) {
      int entry = entries[i];
      long length = entry & 0xFFFF;
      if (length == 0 && entry != 0 && i + 1 < entries.length) {
        length = layout.length(entry, entries[++i]);
      }
      starts[count++] = (int) end;
      end += length;
      if (end > dataBytes) {
        return new int[0];
      }
    }
    starts[count++] = (int) end;
    return end == dataBytes ? Arrays.copyOf(starts, count) : new int[0];
  }

  /** Empty slots are counted, too. */
  @Override
  public int count() {
    return starts.length - 1;
  }

  /** Returns the bytes of a reference in a table's stream: 2 or 3. */
  int referenceBytes() {
    return referenceBytes;
  }

  CodePage codePage() {
    return codePage;
  }

  /** An empty slot is an empty text. */
  @Override
  public String text(int id) {
    int start = starts[id - 1];
    return new String(data, start, starts[id] - start, charset);
  }

  /** Returns what is wrong with the texts: no encoding but UTF-16 has zeros in them. */
  Optional<String> problem() {
    if (codePage.isUtf16()) {
      return Optional.empty();
    }
    for (int at = 0; at < data.length; at++) {
      if (data[at] == 0) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "a text in _StringData has a zero at byte %,d of %,d",
                at,
                data.length));
      }
    }
    return Optional.empty();
  }
}
