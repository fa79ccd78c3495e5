package io.kbaudit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Folders under their names. */
final class Folders {
  private Folders() {}

  /** Returns whether two names mean one folder, be it there or not. */
  static boolean areSame(Path one, Path other) {
    try {
      return (Files.exists(one) && Files.exists(other))
          ? Files.isSameFile(one, other)
          : byName(one).equals(byName(other));
    } catch (IOException | RuntimeException e) { // of whatever provider
      return byName(one).equals(byName(other));
    }
  }

  /**
   * Returns what two names of one folder have in common, and those of two have not: what its file
   * system tells of it, or its path where that does not answer.
   */
  static Object identity(Path folder) {
    try {
      Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
      return key == null ? folder.toRealPath() : key;
    } catch (IOException | RuntimeException e) { // of whatever provider
      return byName(folder);
    }
  }

  /**
   * Returns whether a file is there, and no folder; false where its file system does not answer.
   */
  static boolean isFile(Path path) {
    try {
      return Files.isRegularFile(path);
    } catch (RuntimeException e) { // of whatever provider
      return false;
    }
  }

  /** Returns the folders in which a folder really is, the nearest first. */
  static List<Path> above(Path folder) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException | RuntimeException e) { // of whatever provider
      real = byName(folder);
    }
    List<Path> above = new ArrayList<>();
    for (Path each = real.getParent(); each != null; each = each.getParent()) {
      above.add(each);
    }
    return above;
  }

  private static Path byName(Path folder) {
    return folder.toAbsolutePath().normalize();
  }
}
