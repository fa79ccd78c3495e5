package io.kbaudit.pe;

import io.kbaudit.file.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The bytes of a file, of which a few pages are read: those that are asked for, each once. */
final class Pages {
  /** Headers, resource directories and a version resource take about ten, in any file. */
  static final int MOST_BLOCKS = 64;

  static final int BLOCK_BYTES = 1024;

  private final FileContent file;
  private final long size;
  private final Map<Long, byte[]> pages = new HashMap<>();

  Pages(FileContent file) throws IOException {
    this.file = file;
    this.size = file.sizeBytes();
  }

  /** Returns how many bytes the file has. */
  long size() {
    return size;
  }

  int unsignedShort(long offset, String what) throws IOException {
    return bytes(offset, Short.BYTES, what).getShort() & 0xFFFF;
  }

  long unsignedInt(long offset, String what) throws IOException {
    return bytes(offset, Integer.BYTES, what).getInt() & 0xFFFF_FFFFL;
  }

  /**
   * Returns {@code count} bytes from {@code offset} on, little endian.
   *
   * @param what is there, to follow "the file ends within"
   * @throws PeFormatException if the file ends before them, or too much of it was read already
   */
  ByteBuffer bytes(long offset, int count, String what) throws IOException {
    if (offset < 0 || offset + count > size) {
      throw new PeFormatException(
          PeProblem.Kind.TRUNCATED,
          what
              + " ends at byte "
              + grouped(offset + count)
              + ", and the file has "
              + grouped(size));
    }
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    for (long at = offset; bytes.hasRemaining(); at = offset + bytes.position()) {
      byte[] page = page(at / BLOCK_BYTES, what);
      int from = (int) (at % BLOCK_BYTES);
      int length = Math.min(bytes.remaining(), page.length - from);
      if (length <= 0) {
        throw new PeFormatException(
            PeProblem.Kind.TRUNCATED, "the file became shorter while it was read");
      }
      bytes.put(page, from, length);
    }
    return bytes.flip();
  }

  private byte[] page(long number, String what) throws IOException {
    byte[] known = pages.get(number);
    if (known != null) {
      return known;
    }
    if (pages.size() == MOST_BLOCKS) {
      throw new PeFormatException(
          PeProblem.Kind.NOT_READ,
          what
              + " was not read: with it, more than "
              + MOST_BLOCKS * BLOCK_BYTES / 1024
              + " KB of the file would have to be");
    }
    ByteBuffer page = ByteBuffer.allocate(BLOCK_BYTES);
    file.read(number * BLOCK_BYTES, page);
    byte[] read = Arrays.copyOf(page.array(), page.position());
    pages.put(number, read);
    return read;
  }

  /** Returns a number of bytes, for people: {@code 1,234,567}. */
  static String grouped(long bytes) {
    return String.format(Locale.ROOT, "%,d", bytes);
  }
}
