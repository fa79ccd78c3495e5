package io.kbaudit.report.json;

import io.kbaudit.file.SourceName;
import io.kbaudit.json.DocumentKind;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonReader;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.json.field.AuditFields;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

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
  private final String source;
  private final FileChannel channel;
  private final Optional<Path> copy;
  private final AuditRecord audit;

  private SavedAudit(String source, FileChannel channel, Optional<Path> copy) throws IOException {
    this.source = source;
    this.channel = channel;
    this.copy = copy;
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
      return open(source, file, Optional.empty());
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
   * @throws IOException if the stream cannot be read, or not be copied
   */
  public static SavedAudit copied(InputStream in, String source) throws IOException {
    Path copy = Files.createTempFile("kbaudit", ".json");
    try (var out = Files.newOutputStream(copy)) {
      in.transferTo(out);
    } catch (IOException e) {
      Files.delete(copy);
      throw e;
    }
    return open(source, copy, Optional.of(copy));
  }

  private static SavedAudit open(String source, Path file, Optional<Path> copy) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean opened = false;
    try {
      SavedAudit saved = new SavedAudit(source, channel, copy);
      opened = true;
      return saved;
    } finally {
      if (!opened) {
        close(channel, copy);
      }
    }
  }

  /** Returns the audit. Its files can be gone through until this is closed. */
  public AuditRecord audit() {
    return audit;
  }

  /** Lets go of the file, and deletes the copy if one was made. */
  @Override
  public void close() throws IOException {
    close(channel, copy);
  }

  private static void close(FileChannel channel, Optional<Path> copy) throws IOException {
    channel.close();
    if (copy.isPresent()) {
      Files.deleteIfExists(copy.get());
    }
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
