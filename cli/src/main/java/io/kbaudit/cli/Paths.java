package io.kbaudit.cli;

import io.kbaudit.file.FileFailure;
import java.io.IOException;
import java.nio.file.InvalidPathException;
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
    return FileFailure.reason(failure);
  }
}
