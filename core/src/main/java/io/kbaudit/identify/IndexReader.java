package io.kbaudit.identify;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.identify.IndexFormatException.Kind;
import io.kbaudit.json.ToolVersion;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads an index from its beginning to its end, an article at a time; rows that nobody asks for are
 * passed over unread.
 */
final class IndexReader implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final SeekableByteChannel file;
  private final long length;
  private DataInputStream in;

  /** Where in the file {@link #in} is. */
  private long position;

  /** Where the rows of the current article end. */
  private long endOfRows;

  private int count;

  private IndexReader(SeekableByteChannel file) throws IOException {
    this.file = file;
    this.length = file.size();
    this.in = buffered();
  }

  /**
   * Opens {@code index}.
   *
   * @throws IndexFormatException if it is none, or one that another version wrote
   * @throws IOException if it cannot be read
   */
  static IndexReader open(Path index) throws IOException {
    SeekableByteChannel file = Files.newByteChannel(index);
    try {
      IndexReader reader = new IndexReader(file);
      reader.readHead();
      return reader;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private DataInputStream buffered() {
    return new DataInputStream(
        new BufferedInputStream(Channels.newInputStream(file), BUFFER_BYTES));
  }

  private void readHead() throws IOException {
    if (!IndexWriter.isBegunBy(in)) {
      throw new IndexFormatException(
          Kind.FOREIGN, length == 0 ? "it is empty" : "it is no index of articles");
    }
    try {
      int format = in.readInt();
      if (format != IndexWriter.FORMAT) {
        throw new IndexFormatException(Kind.OF_OTHER_VERSION, "it has the format " + format);
      }
      String version = IndexText.read(in);
      if (!version.equals(ToolVersion.get())) {
        throw new IndexFormatException(Kind.OF_OTHER_VERSION, "kbaudit " + version + " wrote it");
      }
      // A version is ASCII, and shorter than what has its length in more than a byte.
      position = IndexWriter.magicBytes() + Integer.BYTES + 1L + version.length();
      endOfRows = position;
    } catch (EOFException | ArithmeticException e) {
      throw new IndexFormatException("it breaks off", e);
    }
  }

  /**
   * Returns the next article; empty at the end.
   *
   * @throws IndexFormatException if there is something else
   */
  Optional<IndexEntry> next() throws IOException {
    try {
      skipRows();
      int partLength = in.readInt();
      position += Integer.BYTES;
      if (partLength == 0) {
        readEnd();
        return Optional.empty();
      }
      byte[] part = readPart(partLength);
      int rowsLength = in.readInt();
      position += Integer.BYTES;
      endOfRows = position + Integer.BYTES + rowsLength;
      if (rowsLength < 0 || endOfRows > length) {
        throw IndexFormatException.damaged("it breaks off");
      }
      count++;
      return Optional.of(IndexEntry.decode(part));
    } catch (EOFException e) {
      throw new IndexFormatException("it breaks off", e);
    }
  }

  /**
   * Returns the rows of the article that came last, as {@link IndexedRows} encodes them; once.
   *
   * @throws IndexFormatException if they are damaged
   */
  byte[] encodedRows() throws IOException {
    try {
      return readPart((int) (endOfRows - position - Integer.BYTES));
    } catch (EOFException e) {
      throw new IndexFormatException("it breaks off", e);
    }
  }

  /** Returns the rows of the article that came last; once. */
  List<ExpectedFile> rows() throws IOException {
    return IndexedRows.decode(encodedRows());
  }

  private void skipRows() throws IOException {
    long left = endOfRows - position;
    if (left > BUFFER_BYTES) {
      file.position(endOfRows);
      in = buffered();
    } else {
      in.skipNBytes(left);
    }
    position = endOfRows;
  }

  private void readEnd() throws IOException {
    int stated = in.readInt();
    if (stated != count || in.read() >= 0) {
      throw IndexFormatException.damaged(
          "it has " + count + " articles of " + stated + ", or more behind them");
    }
  }

  /** Reads the rest of a part whose length is read, and holds it to its CRC. */
  private byte[] readPart(int partLength) throws IOException {
    if (partLength < 0 || position + Integer.BYTES + partLength > length) {
      throw IndexFormatException.damaged("it breaks off");
    }
    int stated = in.readInt();
    byte[] bytes = new byte[partLength];
    in.readFully(bytes);
    position += Integer.BYTES + partLength;
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if ((int) crc.getValue() != stated) {
      throw IndexFormatException.damaged("its bytes are not as they were written");
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
