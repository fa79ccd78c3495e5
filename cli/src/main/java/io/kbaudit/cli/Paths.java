package io.kbaudit.cli;

import io.kbaudit.file.FileFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Paths as users give them, and what went wrong with them, in words. */
final class Paths {
  /** As many as Linux follows, one after the other. */
  private static final int MOST_LINKS = 40;

  private Paths() {}

  static Path parse(String text) throws CannotAskException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw notOne(text, e);
    }
  }

  /** Returns that a text is no path here. */
  static CannotAskException notOne(String text, InvalidPathException e) {
    return new CannotAskException("'" + text + "' is not a path: " + e.getReason(), e);
  }

  /**
   * Returns where a file really is, through links; where it would be, if it is not there yet. What
   * stands for a pipe that has no name, as {@code /dev/stdout} may, is where it is called so.
   *
   * @throws IOException if that cannot be told, as where links lead to each other
   */
  static Path place(Path file) throws IOException {
    Path at = file.toAbsolutePath();
    for (int links = 0; links <= MOST_LINKS; links++) {
      if (Files.exists(at)) {
        return placeOfExisting(at);
      }
      if (!Files.isSymbolicLink(at)) {
        Path folder = at.getParent();
        return folder != null && Files.exists(folder)
            ? folder.toRealPath().resolve(at.getFileName())
            : at.normalize();
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    throw new FileSystemException(file.toString(), null, "Too many levels of symbolic links");
  }

  private static Path placeOfExisting(Path file) throws IOException {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException unnamed) {
      return file.normalize();
    }
  }

  /** Returns half a sentence. */
  static String reason(IOException failure) {
    return FileFailure.reason(failure);
  }
}
