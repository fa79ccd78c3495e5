package io.kbaudit.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file on any file system, read in whatever places. Whoever wants something of a
 * file asks this, so that it is opened once, when the first asks; and who wants all its bytes, as a
 * digest does, hears of those that others read, so that a large one is read once, as far as they
 * read it in order.
 *
 * <p>What a file system throws unchecked is no damage of the file: it becomes an {@link
 * IOException}. So does the interrupt of the thread that reads, and that its caller wants no more.
 * It is not safe for use by several threads.
 */
public final class FileContent implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private static final long UNKNOWN = -1;

  private final Path path;
  private final BooleanSupplier isStopped;
  private boolean stopped;
  private @Nullable SeekableByteChannel channel;

  /** What its file system told of it just before it was opened. */
  private @Nullable FileStamp opening;

  /** Where the channel stands, which costs a call of the system to ask. */
  private long standing;

  private final List<Hearing> hearings = new ArrayList<>();

  /** Hears all bytes of a file, each once, and in their order. */
  public interface Listener {
    /**
     * Hears the next bytes.
     *
     * @throws IOException to end the reading
     */
    void hear(byte[] bytes, int start, int length) throws IOException;
  }

  /** What one listener was told so far. */
  private static final class Hearing {
    private final Listener listener;

    /** Of how many bytes it heard, from the first on. */
    private long heard;

    private Hearing(Listener listener) {
      this.listener = listener;
    }

    private void tell(long offset, byte[] bytes, int start, int length) throws IOException {
      if (offset <= heard && heard < offset + length) {
        int known = (int) (heard - offset);
        listener.hear(bytes, start + known, length - known);
        heard = offset + length;
      }
    }
  }

  private FileContent(Path path, BooleanSupplier isStopped) {
    this.path = path;
    this.isStopped = isStopped;
  }

  /**
   * Returns the content of {@code path}, of which nothing was read yet.
   *
   * @param isStopped says that nothing more is to be read; it is asked before each reading, which
   *     is ended by an {@link InterruptedIOException} if it says so, or the thread that reads is
   *     interrupted, which it stays
   */
  public static FileContent of(Path path, BooleanSupplier isStopped) {
    return new FileContent(path, isStopped);
  }

  /** Returns where it is. */
  public Path path() {
    return path;
  }

  /** Returns how many bytes it has now. */
  public long sizeBytes() throws IOException {
    try {
      return opened().size();
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  /**
   * Holds it to what its file system told when it was opened; nothing if it was not.
   *
   * @throws FileChangedException if it was written to since, or another was put in its place, so
   *     that what was read may be of neither
   */
  public void requireUnchanged() throws IOException {
    FileStamp then = opening;
    if (then != null) {
      FileStamp now = stamp();
      if (!now.equals(then) || sizeBytes() != then.sizeBytes()) {
        throw new FileChangedException("it changed while it was read");
      }
    }
  }

  /**
   * Holds it, besides, to what was known of it before.
   *
   * @throws FileChangedException as {@link #requireUnchanged()} does, and if it was of another size
   *     or time when it was opened
   */
  public void requireUnchanged(long sizeBytes, FileTime modified) throws IOException {
    FileStamp then = opening;
    if (then != null && (then.sizeBytes() != sizeBytes || !then.modified().equals(modified))) {
      throw new FileChangedException("it changed after it was listed");
    }
    requireUnchanged();
  }

  private FileStamp stamp() throws IOException {
    try {
      return FileStamp.of(path);
    } catch (NoSuchFileException e) {
      throw new FileChangedException("it was taken away while it was read");
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  /** Returns whether its caller said, by now, that nothing more is to be read. */
  public boolean isStopped() {
    stopped = stopped || isStopped.getAsBoolean();
    return stopped;
  }

  /**
   * Reads bytes from {@code offset} on, until {@code into}, which is on the heap, has no more room,
   * or the file ends.
   *
   * @return how many there were
   */
  public int read(long offset, ByteBuffer into) throws IOException {
    int start = into.position();
    long at = offset;
    while (into.hasRemaining()) {
      int read = readOnce(at, into);
      if (read < 0) {
        break;
      }
      int from = into.arrayOffset() + into.position() - read;
      for (Hearing hearing : hearings) {
        hearing.tell(at, into.array(), from, read);
      }
      at += read;
    }
    return into.position() - start;
  }

  /**
   * Reads bytes from {@code offset} on, until {@code into}, which is on the heap, has no more room.
   *
   * @throws EOFException if the file ends before
   */
  public void readFully(long offset, ByteBuffer into) throws IOException {
    read(offset, into);
    if (into.hasRemaining()) {
      throw new EOFException("the file ends before byte " + (offset + into.limit()));
    }
  }

  /**
   * Reads as {@link #readFully} does, for one who reads on from there: what was passed over is read
   * for the listeners first. So they hear of what follows when it is read, and by no second
   * reading.
   */
  public void readOn(long offset, ByteBuffer into) throws IOException {
    tellUpTo(offset);
    readFully(offset, into);
  }

  /** Tells {@code listener} from now on what is read, from the first byte on. */
  public void tell(Listener listener) {
    hearings.add(new Hearing(listener));
  }

  /** Reads what not all listeners have heard, to the end of the file; nothing if there are none. */
  public void tellRest() throws IOException {
    tellUpTo(Long.MAX_VALUE);
  }

  private void tellUpTo(long end) throws IOException {
    long heard = heardByAll(end);
    if (heard == end) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, end - heard));
    while (heard < end) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - heard));
      int read = read(heard, buffer);
      if (read == 0) {
        return;
      }
      heard += read;
    }
  }

  /** Returns how many bytes all listeners have heard of the first {@code most}. */
  private long heardByAll(long most) {
    long heard = most;
    for (Hearing hearing : hearings) {
      heard = Math.min(heard, hearing.heard);
    }
    return heard;
  }

  private int readOnce(long offset, ByteBuffer into) throws IOException {
    if (isStopped()) {
      throw new InterruptedIOException("the reading was stopped");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the reading was interrupted");
    }
    try {
      SeekableByteChannel from = opened();
      if (standing != offset) { // channels that go forward alone are fit for what is at the start
        from.position(offset);
      }
      standing = UNKNOWN; // until all went well
      int read = from.read(into);
      standing = offset + Math.max(0, read);
      return read;
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  private SeekableByteChannel opened() throws IOException {
    if (channel == null) {
      FileStamp found = FileStamp.of(path);
      if (!found.regular()) { // to open a pipe would wait for whoever writes into it
        throw new IOException("it is not a regular file");
      }
      channel = Files.newByteChannel(path);
      opening = found;
    }
    return channel;
  }

  private static InterruptedIOException interrupted(IOException cause) {
    InterruptedIOException interrupted = new InterruptedIOException("the reading was interrupted");
    interrupted.initCause(cause);
    return interrupted;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
