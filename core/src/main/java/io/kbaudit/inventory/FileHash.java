package io.kbaudit.inventory;

import io.kbaudit.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Computes the digest of a file, in bounded memory. */
final class FileHash {
  /** Larger buffers were not faster, smaller ones were. */
  private static final int BUFFER_BYTES = 64 * 1024;

  private FileHash() {}

  /**
   * Returns the digest of {@code file}.
   *
   * @param sizeBytes that the file had when it was listed
   * @throws IOException if it cannot be read, or is of another size by now
   */
  static Sha256 of(Path file, long sizeBytes) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    byte[] buffer = new byte[BUFFER_BYTES];
    long total = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        total += read;
      }
    }
    if (total != sizeBytes) {
      throw new IOException("it changed while it was read");
    }
    return Sha256.of(digest);
  }
}
