package io.kbaudit.report.json;

import io.kbaudit.file.SourceName;
import io.kbaudit.file.TemporaryFile;
import io.kbaudit.json.DocumentKind;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonReader;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.json.field.AuditFields;
import io.kbaudit.text.English;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An audit read back from the JSON report in which it was saved. Its files are read from there each
 * time they are gone through, so that it may be larger than memory; while that is done, an {@link
 * UncheckedIOException} tells that it cannot be read.
 *
 * <p>Reading is strict: what is missing, unknown or contradicts itself, such as a verdict that is
 * not that of the files, is refused with its line. Fields that it does not know are passed over.
 *
 * <p>Several threads can go through its files at once, until one of them closes it, or is
 * interrupted while it reads, which does the same.
 */
public final class SavedAudit implements Closeable {
  /** What is read from a stream may be no longer; a file may be as long as it is. */
  static final long MOST_COPIED_BYTES = 1L << 30;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final String source;
  private final FileChannel channel;
  private final AuditRecord audit;

  private SavedAudit(String source, FileChannel channel) throws IOException {
    this.source = source;
    this.channel = channel;
    this.audit = read();
  }

  /**
   * Opens the saved audit in {@code file}. What is no regular file, such as a pipe, is copied to a
   * temporary one first.
   *
   * @throws SavedAuditException if it is none, is cut, or contradicts itself
   * @throws IOException if the file cannot be read
   */
  public static SavedAudit open(Path file) throws IOException {
    String source = SourceName.of(file);
    if (Files.isRegularFile(file)) {
      return open(source, FileChannel.open(file, StandardOpenOption.READ));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return copied(in, source);
    }
  }

  /**
   * Opens the saved audit that a stream holds, copied to a temporary file first.
   *
   * @param source what to call it where something is wrong with it
   * @throws SavedAuditException if it is none, is cut, or contradicts itself
   * @throws IOException if the stream cannot be read, or not be copied, or is of more than 1 GiB
   */
  public static SavedAudit copied(InputStream in, String source) throws IOException {
    return copied(in, source, MOST_COPIED_BYTES);
  }

  static SavedAudit copied(InputStream in, String source, long mostBytes) throws IOException {
    FileChannel copy = TemporaryFile.open();
    boolean copied = false;
    try {
      copy(in, copy, mostBytes);
      copied = true;
    } finally {
      if (!copied) {
        copy.close();
      }
    }
    return open(source, copy);
  }

  private static void copy(InputStream in, FileChannel copy, long mostBytes) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long copied = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      copied += read;
      if (copied > mostBytes) {
        throw new IOException(
            "it has more than "
                + English.counted(mostBytes, "byte")
                + "; saved in a file, it may be longer");
      }
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
      while (bytes.hasRemaining()) {
        copy.write(bytes);
      }
    }
  }

  private static SavedAudit open(String source, FileChannel channel) throws IOException {
    boolean opened = false;
    try {
      SavedAudit saved = new SavedAudit(source, channel);
      opened = true;
      return saved;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  /** Returns the audit. Its files can be gone through until this is closed. */
  public AuditRecord audit() {
    return audit;
  }

  /** Lets go of the file, and of the copy if one was made. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private AuditRecord read() throws IOException {
    try (JsonReader json = JsonReader.of(new ChannelStream(channel))) {
      return AuditFields.read(
          json, (place, notPassed) -> new SavedFiles(source, channel, place, notPassed));
    } catch (JsonFormatException e) {
      throw new SavedAuditException(
          source, DocumentKind.AUDIT.instead(new ChannelStream(channel), e));
    }
  }
}
