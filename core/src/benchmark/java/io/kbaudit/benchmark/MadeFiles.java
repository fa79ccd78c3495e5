package io.kbaudit.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where files are made for benchmarks to read: below the module's {@code target}. */
final class MadeFiles {
  private static final Path ALL = Path.of("target", "benchmark");

  private MadeFiles() {}

  /** Returns the folder of this name, which is made if need be. */
  static Path in(String name) {
    try {
      return Files.createDirectories(ALL.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
