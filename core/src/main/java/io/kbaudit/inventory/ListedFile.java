package io.kbaudit.inventory;

import io.kbaudit.file.FileName;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file as a folder lists it, before anything of it is read.
 *
 * @param prefix the path of its folder with a slash behind it; empty for the scanned one
 * @param element the last one of its path
 * @param sizeBytes of what a link leads to
 */
record ListedFile(String prefix, Path element, Kind kind, long sizeBytes, Instant modified) {
  /** What a name stands for, which is no folder. */
  enum Kind {
    REGULAR,
    LINK_TO_NOWHERE,
    OTHER
  }

  static ListedFile of(String prefix, Path element, BasicFileAttributes attributes) {
    return new ListedFile(
        prefix,
        element,
        kind(attributes),
        attributes.size(),
        FileTimes.clamped(attributes.lastModifiedTime().toInstant()));
  }

  private static Kind kind(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return Kind.LINK_TO_NOWHERE;
    }
    return attributes.isRegularFile() ? Kind.REGULAR : Kind.OTHER;
  }

  /** Returns the path below the scanned folder. */
  String path() {
    return prefix + element;
  }

  FileName name() {
    return FileName.of(element);
  }

  boolean isRegular() {
    return kind == Kind.REGULAR;
  }

  /** Returns this file as one of which nothing more can be learnt. */
  ObservedFile.Unreadable unreadable(String reason) {
    return new ObservedFile.Unreadable(path(), name(), reason);
  }
}
