package io.kbaudit.inventory;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.signature.SignatureReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Computes the digests of a file, all in one reading and bounded memory. */
final class FileHash {
  /** Larger buffers were not faster, smaller ones were. */
  private static final int BUFFER_BYTES = 64 * 1024;

  private FileHash() {}

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
   * @param signatures are given the bytes that are read, too
   * @throws IOException if it cannot be read, or is of another size by now
   */
  static Digests of(
      Path file,
      long sizeBytes,
      Set<Digest.Algorithm> algorithms,
      Optional<SignatureReading> signatures,
      Progress progress)
      throws IOException {
    Map<Digest.Algorithm, MessageDigest> computed = new EnumMap<>(Digest.Algorithm.class);
    algorithms.forEach(algorithm -> computed.put(algorithm, algorithm.newDigest()));
    byte[] buffer = new byte[BUFFER_BYTES];
    long total = 0;
    try (InputStream in = Provider.ask(() -> Files.newInputStream(file))) {
      for (int read = fill(buffer, in); read >= 0; read = fill(buffer, in)) {
        for (MessageDigest digest : computed.values()) {
          digest.update(buffer, 0, read);
        }
        if (signatures.isPresent()) {
          signatures.get().update(buffer, read);
        }
        total += read;
        progress.read(Math.min(total, sizeBytes));
      }
    }
    if (total != sizeBytes) {
      throw new IOException("it changed while it was read");
    }
    return new Digests(
        computed.entrySet().stream()
            .map(entry -> Digest.of(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static int fill(byte[] buffer, InputStream in) throws IOException {
    return Provider.ask(() -> in.read(buffer));
  }
}
