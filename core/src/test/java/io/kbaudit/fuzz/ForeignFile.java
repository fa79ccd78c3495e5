package io.kbaudit.fuzz;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with made-up content, in memory: whoever reads it finds the last one that was written. */
public final class ForeignFile {
  private static final FileSystem MEMORY = Jimfs.newFileSystem(Configuration.unix());

  private ForeignFile() {}

  /** Returns the file {@code name}, which has this content from now on. */
  public static Path of(String name, byte[] content) {
    try {
      return Files.write(MEMORY.getPath("/" + name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  /** Returns {@code text} in the bytes of UTF-8. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
