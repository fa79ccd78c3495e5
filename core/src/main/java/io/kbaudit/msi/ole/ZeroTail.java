package io.kbaudit.msi.ole;

import io.kbaudit.file.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * The zeros at the end of a file. A copy that was made in full size first and then broken off ends
 * so: its size is right, and nothing else is.
 *
 * @param start where they begin; the file's size, if it does not end with zeros
 * @param coversUse whether sectors that are in use hold nothing else
 * @param streams of the root storage whose last sectors hold nothing else, two or more of 512 bytes
 */
public record ZeroTail(long start, long fileBytes, boolean coversUse, Set<String> streams) {
  /** Most files end with no more zeros than fill a sector: to read on would be for nothing. */
  private static final int FIRST_PIECE_BYTES = 1 << 10;

  private static final int PIECE_BYTES = 1 << 16;

  /** Fewer may be the rest of a sector. */
  private static final int FEWEST = 512;

  /** Copies the streams. */
  public ZeroTail {
    streams = Set.copyOf(streams);
  }

  /** Returns where the zeros begin that a file ends with; its size, if it ends with none. */
  static long start(FileContent file) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(FIRST_PIECE_BYTES);
    long end = file.sizeBytes();
    while (end > 0) {
      int length = (int) Math.min(piece.capacity(), end);
      file.readFully(end - length, piece.clear().limit(length));
      for (int i = length - 1; i >= 0; i--) {
        if (piece.get(i) != 0) {
          return end - length + i + 1;
        }
      }
      end -= length;
      if (piece.capacity() < PIECE_BYTES) {
        piece = ByteBuffer.allocate(PIECE_BYTES);
      }
    }
    return 0;
  }

  /** Returns whether a file that is damaged ends with zeros enough to be the reason. */
  static boolean explains(long start, long fileBytes) {
    return fileBytes - start >= FEWEST;
  }

  /** Returns what is wrong with a file that was broken off. */
  public OleProblem problem() {
    return problem(start, fileBytes);
  }

  static OleProblem problem(long start, long fileBytes) {
    return new OleProblem(
        OleProblem.Kind.TRUNCATED,
        "zeros from byte "
            + Numbers.grouped(start)
            + " on, to its end at byte "
            + Numbers.grouped(fileBytes)
            + ": the copy was broken off");
  }
}
