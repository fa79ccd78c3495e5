package io.kbaudit.identify;

import io.kbaudit.json.ToolVersion;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes an index: a line that says what it is, the format, the version of this program; then for
 * each article what is known of it and its rows, in two parts of stated length with a CRC-32 each;
 * and how many articles there were, behind a length of zero.
 */
final class IndexWriter implements Closeable {
  /** The number of what is written here; one more for whatever is written otherwise. */
  static final int FORMAT = 1;

  private static final int BUFFER_BYTES = 64 * 1024;

  private static final byte[] MAGIC = "kbaudit articles\n".getBytes(StandardCharsets.US_ASCII);

  private final DataOutputStream out;
  private int count;

  /** Begins an index in {@code file}, which is closed with this. */
  IndexWriter(OutputStream file) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(file, BUFFER_BYTES));
    out.write(MAGIC);
    out.writeInt(FORMAT);
    IndexText.write(ToolVersion.get(), out);
  }

  /** Returns whether an index of whatever format begins as {@code in} does; reads no more of it. */
  static boolean isBegunBy(InputStream in) throws IOException {
    return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
  }

  /** Returns how many bytes tell that a file is an index. */
  static int magicBytes() {
    return MAGIC.length;
  }

  /** Writes an article, and its rows as {@link IndexedRows} encodes them. */
  void add(IndexEntry entry, byte[] rows) throws IOException {
    writePart(entry.encode());
    writePart(rows);
    count++;
  }

  private void writePart(byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    out.writeInt(bytes.length);
    out.writeInt((int) crc.getValue());
    out.write(bytes);
  }

  /** Writes the end, without which it is no index. */
  void finish() throws IOException {
    out.writeInt(0);
    out.writeInt(count);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
