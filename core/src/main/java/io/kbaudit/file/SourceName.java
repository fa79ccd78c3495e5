package io.kbaudit.file;

import java.nio.file.Path;

/** What reports and messages call that from which an article, profile or the like was read. */
public final class SourceName {
  /** What is a part of this library. */
  public static final String BUNDLED = "bundled";

  private SourceName() {}

  /** Returns the name of {@code file} without its folders; all of a path that has no name. */
  public static String of(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /** Returns whether {@code source} is a part of this library. */
  public static boolean isBundled(String source) {
    return source.equals(BUNDLED);
  }
}
