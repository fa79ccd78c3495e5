package io.kbaudit.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that nobody needs any more once the process ends. */
public final class TemporaryFile {
  private TemporaryFile() {}

  /**
   * Returns an empty file in the folder that the system has for temporary ones, which only this
   * account may read.
   *
   * @throws IOException if there is no such folder, or none can be made in it, in half a sentence
   */
  public static Path create() throws IOException {
    try {
      return Files.createTempFile("kbaudit", ".tmp");
    } catch (IOException e) {
      throw new IOException(
          "no temporary file can be made in '"
              + System.getProperty("java.io.tmpdir")
              + "': "
              + FileFailure.reason(e),
          e);
    }
  }

  /**
   * Opens such a file for reading and writing, which is gone once it is closed, however the process
   * ends.
   */
  public static FileChannel open() throws IOException {
    return FileChannel.open(
        create(),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }
}
