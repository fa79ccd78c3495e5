package io.kbaudit.inventory;

import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileContent;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The digests of a file, computed while its bytes are read. */
final class FileHash implements FileContent.Listener {
  /** Hears of the bytes that were read. */
  interface Progress {
    /**
     * Hears how many of the file's bytes were read so far, and never of more than it had when it
     * was listed.
     *
     * @throws IOException to end the reading
     */
    void read(long bytes) throws IOException;
  }

  private final long sizeBytes;
  private final Map<Digest.Algorithm, MessageDigest> computed =
      new EnumMap<>(Digest.Algorithm.class);
  private final Progress progress;
  private long total;

  /**
   * Creates those of a file of which nothing was read.
   *
   * @param sizeBytes that the file had when it was listed
   */
  FileHash(long sizeBytes, Set<Digest.Algorithm> algorithms, Progress progress) {
    this.sizeBytes = sizeBytes;
    this.progress = progress;
    algorithms.forEach(algorithm -> computed.put(algorithm, algorithm.newDigest()));
  }

  @Override
  public void hear(byte[] bytes, int start, int length) throws IOException {
    for (MessageDigest digest : computed.values()) {
      digest.update(bytes, start, length);
    }
    total += length;
    progress.read(Math.min(total, sizeBytes));
  }

  /**
   * Returns them, once the last bytes were heard.
   *
   * @throws IOException if they are not as many as the file had when it was listed
   */
  Digests finish() throws IOException {
    if (total != sizeBytes) {
      throw new IOException(
          "its file system says that it has " + sizeBytes + " bytes, and gives " + total);
    }
    List<Digest> digests = new ArrayList<>();
    computed.forEach((algorithm, digest) -> digests.add(Digest.of(algorithm, digest)));
    return new Digests(digests);
  }
}
