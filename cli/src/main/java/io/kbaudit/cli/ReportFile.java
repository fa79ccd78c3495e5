package io.kbaudit.cli;

import io.kbaudit.file.Digest;
import io.kbaudit.file.WindowsNames;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes a report's file, or a profile's, whole or not at all: beside its place, then moved there.
 * What is no regular file, such as a pipe or {@code /dev/stdout}, is written in place.
 */
final class ReportFile {
  /** What writes a report. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What writes text, which is encoded as UTF-8. */
  interface Text {
    void writeTo(Writer out) throws IOException;
  }

  private interface Writing {
    void write() throws IOException;
  }

  /** Who makes a pipe, and then what reads it, needs less. */
  private static final Duration WAIT_FOR_A_READER = Duration.ofSeconds(30);

  private ReportFile() {}

  /** Refuses a report that would be written over something that it is about. */
  static void refuseToOverwrite(List<Path> inputFiles, String name) throws CannotAskException {
    Path file = Paths.parse(name);
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      for (Path kept : inputFiles) {
        if (Files.exists(kept) && Files.isSameFile(file, kept)) {
          throw new CannotAskException(
              "the report '" + name + "' would overwrite what it is about; name another file");
        }
      }
    } catch (IOException e) {
      throw new CannotAskException(
          "the report '" + name + "' cannot be compared with the files: " + Paths.reason(e), e);
    }
  }

  static void write(String name, Content content) throws CannotAskException {
    try {
      write(Paths.parse(name), content);
    } catch (IOException e) {
      throw new CannotAskException(
          "the report '" + name + "' cannot be written: " + Paths.reason(e), e);
    }
  }

  /** Writes a file that is not there yet; returns the SHA-256 of what was written. */
  static Digest writeNew(String name, Text text) throws CannotAskException {
    Path file = named(name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new CannotAskException("'" + name + "' exists already, and is not written over");
    }
    MessageDigest sha256 = Digest.Algorithm.SHA256.newDigest();
    writing(name, () -> requireFileName(file));
    writing(name, () -> writeBeside(file, encoded(text, sha256), ReportFile::moveToNothing));
    return Digest.of(Digest.Algorithm.SHA256, sha256);
  }

  /** Writes a file, over one that may be there; returns the SHA-256 of what was written. */
  static Digest writeOver(String name, Text text) throws CannotAskException {
    Path file = named(name);
    MessageDigest sha256 = Digest.Algorithm.SHA256.newDigest();
    writing(name, () -> write(file, encoded(text, sha256)));
    return Digest.of(Digest.Algorithm.SHA256, sha256);
  }

  private static Path named(String name) throws CannotAskException {
    if (name.isEmpty()) {
      throw new CannotAskException("the file to write is empty, and no file is called ''");
    }
    return Paths.parse(name);
  }

  private static Content encoded(Text text, MessageDigest digest) {
    return out -> {
      Writer writer = Console.writer(new DigestOutputStream(out, digest), StandardCharsets.UTF_8);
      text.writeTo(writer);
      writer.flush();
    };
  }

  private static void writing(String name, Writing writing) throws CannotAskException {
    try {
      writing.write();
    } catch (IOException e) {
      throw new CannotAskException("'" + name + "' cannot be written: " + Paths.reason(e), e);
    }
  }

  private static void write(Path file, Content content) throws IOException {
    requireFileName(file);
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = openInPlace(file)) {
        content.writeTo(out);
      }
      return;
    }
    boolean isNew = Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
    writeBeside(isNew ? file : Paths.place(file), content, ReportFile::move);
  }

  /** What Windows takes for a device, or for another file, would be written to that. */
  static void requireFileName(Path file) throws IOException {
    Optional<String> fault = WindowsNames.faultAt(file);
    if (fault.isPresent()) {
      throw new IOException(fault.get());
    }
  }

  /** A pipe that nobody reads is not opened before somebody does. */
  private static OutputStream openInPlace(Path file) throws IOException {
    FutureTask<OutputStream> opening = new FutureTask<>(() -> Files.newOutputStream(file));
    Thread opener = new Thread(opening, "kbaudit-pipe");
    opener.setDaemon(true);
    opener.start();
    try {
      return opening.get(WAIT_FOR_A_READER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "nobody reads it, and it was waited for " + WAIT_FOR_A_READER.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("it was interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
  }

  private static void writeBeside(Path place, Content content, Draft.Move move) throws IOException {
    try (Draft draft = Draft.of(place)) {
      protectAs(place, draft.file());
      content.writeTo(draft.out());
      draft.finish(move);
    }
  }

  /** What is written over a file that not everybody may read, not everybody may read either. */
  private static void protectAs(Path place, Path draft) throws IOException {
    PosixFileAttributeView there = Files.getFileAttributeView(place, PosixFileAttributeView.class);
    if (there != null && Files.exists(place)) {
      Files.setPosixFilePermissions(draft, there.readAttributes().permissions());
    }
  }

  /** Unlike an atomic move, this one fails where something has come to be there meanwhile. */
  private static void moveToNothing(Path draft, Path place) throws IOException {
    Files.move(draft, place);
  }

  private static void move(Path draft, Path place) throws IOException {
    try {
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
