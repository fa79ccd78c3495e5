package io.kbaudit.inventory;

import io.kbaudit.file.FileName;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A file as a folder lists it, before anything of it is read.
 *
 * @param prefix the path of its folder with a slash behind it; empty for the scanned one
 * @param element the last one of its path
 * @param sizeBytes of what a link leads to
 * @param lastModified of that, too, as the file system tells it
 */
record ListedFile(String prefix, Path element, Kind kind, long sizeBytes, FileTime lastModified) {
  /** What a name stands for, which is no folder. */
  enum Kind {
    REGULAR,
    LINK_TO_NOWHERE,
    OTHER
  }

  static ListedFile of(String prefix, Path element, BasicFileAttributes attributes) {
    return new ListedFile(
        prefix, element, kind(attributes), attributes.size(), attributes.lastModifiedTime());
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

  /** Returns when it was last modified, as a date. */
  Instant modified() {
    return FileTimes.clamped(lastModified.toInstant());
  }

  boolean isRegular() {
    return kind == Kind.REGULAR;
  }

  /** Returns this file as one of which nothing more can be learnt. */
  ObservedFile.Unreadable unreadable(String reason) {
    return unreadable(ObservedFile.Unreadable.Kind.NOT_READABLE, reason);
  }

  /** Returns the same, for a reason of this kind. */
  ObservedFile.Unreadable unreadable(ObservedFile.Unreadable.Kind kindOfReason, String reason) {
    return new ObservedFile.Unreadable(path(), name(), kindOfReason, reason);
  }
}
