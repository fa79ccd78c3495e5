package io.kbaudit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A file in the making: beside the place where it is to be, under a name that no other has, until
 * it is whole. One that never is leaves nothing, and one that the end of the process interrupts,
 * which an interrupt or the end of a session is, is said not to be written.
 */
final class Draft implements AutoCloseable {
  /** Of the 255 that most file systems take, and the 143 of eCryptfs; 15 follow. */
  private static final int MOST_BYTES_OF_NAME = 120;

  /** Guards all of them, and whether the process ends. */
  private static final Set<Draft> OPEN = new LinkedHashSet<>();

  private static boolean isEnding;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Draft::discardAll, "kbaudit-drafts"));
  }

  /** Puts the draft where it is to be. */
  interface Move {
    void move(Path draft, Path place) throws IOException;
  }

  private final Path place;
  private final Path file;
  private final OutputStream out;

  private Draft(Path place, Path file, OutputStream out) {
    this.place = place;
    this.file = file;
    this.out = out;
  }

  /** Begins the file that is to be at {@code place}. */
  static Draft of(Path place) throws IOException {
    String beginning = beginning(String.valueOf(place.getFileName()));
    synchronized (OPEN) {
      awaitTheEnd();
      while (true) {
        Path file = place.resolveSibling(beginning + "." + randomDigits() + ".part");
        try {
          OutputStream out =
              Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          Draft draft = new Draft(place, file, out);
          OPEN.add(draft);
          return draft;
        } catch (FileAlreadyExistsException another) {
          // It happens that two draw alike.
        }
      }
    }
  }

  /** Returns as much of a name as leaves room for what follows. */
  private static String beginning(String name) {
    int bytes = 0;
    int end = 0;
    while (end < name.length()) {
      int codePoint = name.codePointAt(end);
      bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES_OF_NAME) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return name.substring(0, end);
  }

  /** It need not be hard to guess: a file that is there is not taken. */
  private static String randomDigits() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), Character.MAX_RADIX);
  }

  Path file() {
    return file;
  }

  OutputStream out() {
    return out;
  }

  /** Puts what was written where it is to be. */
  void finish(Move move) throws IOException {
    out.close();
    synchronized (OPEN) {
      awaitTheEnd();
      move.move(file, place);
      OPEN.remove(this);
    }
  }

  /** Takes away what was not finished. */
  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      awaitTheEnd();
      if (OPEN.remove(this)) {
        try {
          out.close();
        } finally {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void discardAll() {
    synchronized (OPEN) {
      isEnding = true;
      for (Draft draft : OPEN) {
        String name = draft.place.toString();
        String left = "";
        try {
          Files.deleteIfExists(draft.file);
        } catch (IOException e) {
          left = "; '" + draft.file + "' is left: " + Paths.reason(e);
        }
        Console.ofProcess().complain("interrupted; '" + name + "' was not written" + left);
      }
    }
  }

  /** What was interrupted is said once: nobody is to find that its file is gone. */
  private static void awaitTheEnd() {
    while (isEnding) {
      LockSupport.park();
    }
  }
}
