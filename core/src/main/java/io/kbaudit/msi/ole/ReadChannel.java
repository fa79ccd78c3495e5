package io.kbaudit.msi.ole;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * A file of any file system as what POI reads from: a {@link FileChannel}, which few file systems
 * but the machine's own have. It is read at its position, and no other way.
 *
 * <p>What a file system throws unchecked is no damage of the file: it becomes an {@link
 * IOException}. So does the interrupt of the thread that reads, and that its caller wants no more.
 */
public final class ReadChannel extends FileChannel {
  private static final long UNKNOWN = -1;

  private final SeekableByteChannel channel;
  private final BooleanSupplier isStopped;

  /** Where to read next. Channels that go forward alone are fit for what is seen at the start. */
  private long at;

  /** Where the channel stands, which costs a call of the system to ask. */
  private long standing;

  private ReadChannel(SeekableByteChannel channel, BooleanSupplier isStopped) {
    this.channel = channel;
    this.isStopped = isStopped;
  }

  /**
   * Opens {@code path}.
   *
   * @param isStopped says that nothing more is to be read; it is asked before each reading
   * @throws IOException if it cannot be read
   */
  public static ReadChannel open(Path path, BooleanSupplier isStopped) throws IOException {
    return asked(() -> new ReadChannel(Files.newByteChannel(path), isStopped));
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (isStopped.getAsBoolean()) {
      throw new InterruptedIOException("the reading was stopped");
    }
    int read =
        asked(
            () -> {
              if (standing != at) {
                channel.position(at);
              }
              standing = UNKNOWN; // until all went well
              return channel.read(into);
            });
    at += Math.max(0, read);
    standing = at;
    return read;
  }

  @Override
  public long position() {
    return at;
  }

  @Override
  public FileChannel position(long position) {
    at = position;
    return this;
  }

  @Override
  public long size() throws IOException {
    return asked(channel::size);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    channel.close();
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(ByteBuffer into, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer from, long position) {
    throw new NonWritableChannelException();
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long position, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metadata) {
    throw new NonWritableChannelException();
  }

  private interface Question<T> {
    T ask() throws IOException;
  }

  private static <T> T asked(Question<T> question) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the reading was interrupted");
    }
    try {
      return question.ask();
    } catch (ClosedByInterruptException e) {
      InterruptedIOException interrupted =
          new InterruptedIOException("the reading was interrupted");
      interrupted.initCause(e);
      throw interrupted;
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }
}
