package io.kbaudit.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Paths as users give them, and what went wrong with them, in words. */
final class Paths {
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

  /** Returns half a sentence. */
  static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    String reason =
        failure instanceof FileSystemException inFileSystem
            ? inFileSystem.getReason()
            : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
