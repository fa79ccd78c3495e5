package io.kbaudit.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * An article's text, line by line.
 *
 * @param source what to call it in messages
 * @param lines without their terminators; line 1 is at index 0
 */
record ArticleText(String source, List<String> lines) {
  /** The longest article known, Q161501, has 148 KB; what is a thousand times that is none. */
  private static final long MAXIMUM_BYTES = 64L << 20;

  private static final int MAXIMUM_LINES = 1_000_000;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  ArticleText {
    lines = List.copyOf(lines);
  }

  /**
   * Reads all of {@code in}: by its byte order mark, else as UTF-8, else as windows-1252, in which
   * the older articles were published.
   *
   * @throws ArticleFormatException if there is more than 64 MiB
   */
  static ArticleText read(InputStream in, String source) throws IOException {
    BoundedInputStream bounded =
        BoundedInputStream.builder().setInputStream(in).setMaxCount(MAXIMUM_BYTES + 1).get();
    BOMInputStream unmarked =
        BOMInputStream.builder()
            .setInputStream(bounded)
            .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
            .get();
    String markedAs = unmarked.getBOMCharsetName();
    byte[] bytes = IOUtils.toByteArray(unmarked);
    if (bounded.getCount() > MAXIMUM_BYTES) {
      throw new ArticleFormatException(source, "larger than 64 MiB, which no article is");
    }
    String text = markedAs == null ? decode(bytes) : new String(bytes, Charset.forName(markedAs));
    List<String> lines = text.lines().limit(MAXIMUM_LINES + 1).toList();
    if (lines.size() > MAXIMUM_LINES) {
      throw new ArticleFormatException(source, "more than a million lines, which no article has");
    }
    return new ArticleText(source, lines);
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS_1252);
    }
  }

  /** Returns the line of this number, counted from 1. */
  String line(int number) {
    return lines.get(number - 1);
  }
}
