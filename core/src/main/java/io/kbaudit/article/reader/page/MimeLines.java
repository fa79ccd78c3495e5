package io.kbaudit.article.reader.page;

import java.nio.charset.StandardCharsets;

/** The bytes of a message and where its lines are, however each ends. */
final class MimeLines {
  private final byte[] bytes;
  private final int[] starts;

  MimeLines(byte[] bytes) {
    this.bytes = bytes;
    int count = 0;
    for (int i = 0; i < bytes.length; i++) {
      count += isLineEnd(bytes, i) ? 1 : 0;
    }
    this.starts = new int[count + 2];
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (isLineEnd(bytes, i)) {
        starts[line++] = i + 1;
      }
    }
    starts[count + 1] = bytes.length;
  }

  private static boolean isLineEnd(byte[] bytes, int i) {
    return bytes[i] == '\n'
        || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'));
  }

  byte[] bytes() {
    return bytes;
  }

  int count() {
    return starts.length - 1;
  }

  /** Returns where a line begins; what follows the last one begins where the text ends. */
  int start(int line) {
    return starts[line];
  }

  /** Returns where the text of a line ends. */
  int end(int line) {
    int end = starts[line + 1];
    while (end > starts[line] && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  /** Returns the first {@code most} characters of a line. */
  String text(int line, int most) {
    int length = Math.min(most, end(line) - start(line));
    return new String(bytes, start(line), length, StandardCharsets.ISO_8859_1);
  }
}
