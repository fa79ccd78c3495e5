package io.kbaudit.inventory;

import io.kbaudit.file.Sha1;
import io.kbaudit.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The digests of a file, computed in one reading and bounded memory.
 *
 * @param sha1 absent where it was not asked for
 */
record FileHash(Sha256 sha256, Optional<Sha1> sha1) {
  /** Larger buffers were not faster, smaller ones were. */
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Hears of each buffer that was read. */
  interface Progress {
    /**
     * Hears how many of the file's bytes were read so far, and never of more than it had when it
     * was listed.
     *
     * @throws IOException to end the reading
     */
    void read(long bytes) throws IOException;
  }

  /**
   * Returns the digests of {@code file}.
   *
   * @param sizeBytes that the file had when it was listed
   * @throws IOException if it cannot be read, or is of another size by now
   */
  static FileHash of(Path file, long sizeBytes, boolean withSha1, Progress progress)
      throws IOException {
    MessageDigest sha256 = Sha256.newDigest();
    Optional<MessageDigest> sha1 = withSha1 ? Optional.of(Sha1.newDigest()) : Optional.empty();
    byte[] buffer = new byte[BUFFER_BYTES];
    long total = 0;
    try (InputStream in = Provider.ask(() -> Files.newInputStream(file))) {
      for (int read = fill(buffer, in); read >= 0; read = fill(buffer, in)) {
        sha256.update(buffer, 0, read);
        if (sha1.isPresent()) {
          sha1.get().update(buffer, 0, read);
        }
        total += read;
        progress.read(Math.min(total, sizeBytes));
      }
    }
    if (total != sizeBytes) {
      throw new IOException("it changed while it was read");
    }
    return new FileHash(Sha256.of(sha256), sha1.map(Sha1::of));
  }

  private static int fill(byte[] buffer, InputStream in) throws IOException {
    return Provider.ask(() -> in.read(buffer));
  }
}
