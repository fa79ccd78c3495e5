package io.kbaudit.msi.ole;

import io.kbaudit.file.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Tells files that were sent as text: each line feed among their bytes has got a carriage return in
 * front, and all that follows is displaced.
 */
final class LineEndings {
  static final OleProblem PROBLEM =
      new OleProblem(
          OleProblem.Kind.DAMAGED,
          "each line feed in it has a carriage return in front: it was sent as text, and its bytes"
              + " are displaced");

  /** In a compressed file, one byte in 256 is a line feed: far more than enough of them. */
  private static final int BYTES_READ = 1 << 16;

  /** Fewer line feeds may be in good company by chance. */
  private static final int FEWEST = 4;

  private LineEndings() {}

  /** Returns whether the file begins so. */
  static boolean areConverted(FileContent file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(BYTES_READ, file.sizeBytes()));
    file.read(0, bytes);
    bytes.flip();
    int feeds = 0;
    for (int i = 1; i < bytes.limit(); i++) {
      if (bytes.get(i) == '\n') {
        feeds++;
        if (bytes.get(i - 1) != '\r') {
          return false;
        }
      }
    }
    return feeds >= FEWEST;
  }
}
