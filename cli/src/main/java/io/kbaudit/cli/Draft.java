package io.kbaudit.cli;

import java.io.IOException;
import java.io.OutputStream;
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
    synchronized (OPEN) {
      awaitTheEnd();
      while (true) {
        Path file = place.resolveSibling(place.getFileName() + "." + randomDigits() + ".part");
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
