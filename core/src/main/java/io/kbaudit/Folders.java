package io.kbaudit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders under their names. */
final class Folders {
  private Folders() {}

  /** Returns whether two names mean one folder, be it there or not. */
  static boolean areSame(Path one, Path other) throws IOException {
    return (Files.exists(one) && Files.exists(other))
        ? Files.isSameFile(one, other)
        : one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }
}
