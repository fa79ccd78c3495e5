package io.kbaudit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file in the character set that its first bytes tell: by the mark in front, else
 * UTF-16 where every other byte is zero, else UTF-8. What is none of it is refused with its line,
 * and never guessed: a letter that is read as another one makes another name.
 */
public final class DecodedText extends Reader {
  private static final int BUFFER = 8192;

  /** Enough to tell UTF-16 without a mark, of text that begins in ASCII. */
  private static final int TOLD_BY = 16;

  /** The marks; that of UTF-32 begins as that of UTF-16 does. */
  private enum Mark {
    UTF_8("EFBBBF", StandardCharsets.UTF_8),
    UTF_32LE("FFFE0000", Charset.forName("UTF-32LE")),
    UTF_32BE("0000FEFF", Charset.forName("UTF-32BE")),
    UTF_16LE("FFFE", StandardCharsets.UTF_16LE),
    UTF_16BE("FEFF", StandardCharsets.UTF_16BE);

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes them
    private final byte[] bytes;

    private final Charset charset;

    Mark(String hex, Charset charset) {
      this.bytes = HexFormat.of().parseHex(hex);
      this.charset = charset;
    }

    private boolean begins(byte[] first) {
      return first.length >= bytes.length
          && Arrays.equals(first, 0, bytes.length, bytes, 0, bytes.length);
    }
  }

  private final InputStream in;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER).flip();
  private boolean ended;
  private int lineEnds;
  private char last;
  private @Nullable UndecodableException failure;

  private DecodedText(InputStream in, Charset charset) {
    this.in = in;
    this.charset = charset;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Begins to read {@code in}, which is closed with this. */
  public static DecodedText of(InputStream in) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(in, TOLD_BY);
    byte[] first = pushback.readNBytes(TOLD_BY);
    for (Mark mark : Mark.values()) {
      if (mark.begins(first)) {
        pushback.unread(first, mark.bytes.length, first.length - mark.bytes.length);
        return new DecodedText(pushback, mark.charset);
      }
    }
    pushback.unread(first);
    return new DecodedText(pushback, unmarked(first));
  }

  /** Returns the character set; UTF-8 too where nothing told another one. */
  public Charset charset() {
    return charset;
  }

  private static Charset unmarked(byte[] first) {
    int pairs = first.length / 2;
    int[] zeros = new int[2];
    for (int i = 0; i < 2 * pairs; i++) {
      zeros[i % 2] += first[i] == 0 ? 1 : 0;
    }
    if (pairs > 0 && zeros[0] == 0 && zeros[1] == pairs) {
      return StandardCharsets.UTF_16LE;
    }
    return pairs > 0 && zeros[0] == pairs && zeros[1] == 0
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    if (!decoded.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, decoded.remaining());
    decoded.get(buffer, offset, count);
    return count;
  }

  /** What stands before a failure is given before that is thrown. */
  private boolean fill() throws IOException {
    decoded.clear();
    boolean broken = false;
    while (failure == null && !broken && decoded.position() == 0 && moreBytes()) {
      broken = decoder.decode(bytes, decoded, ended).isError();
    }
    decoded.flip();
    countLines();
    if (broken && failure == null) {
      failure = new UndecodableException(1 + lineEnds, problem());
    }
    if (failure != null && !decoded.hasRemaining()) {
      throw failure;
    }
    return decoded.hasRemaining();
  }

  private boolean moreBytes() throws IOException {
    if (!ended) {
      bytes.compact();
      byte[] more = in.readNBytes(bytes.remaining());
      ended = more.length < bytes.remaining();
      bytes.put(more).flip();
    }
    return bytes.hasRemaining();
  }

  /** Text ends before a zero, which no text has. */
  private void countLines() {
    for (int i = 0; i < decoded.limit(); i++) {
      char c = decoded.get(i);
      if (c == 0) {
        failure = new UndecodableException(1 + lineEnds, "a byte of zero, which no text has");
        decoded.limit(i);
      }
      if (c == '\r' || (c == '\n' && last != '\r')) {
        lineEnds++;
      }
      last = c;
    }
  }

  private String problem() {
    return charset.equals(StandardCharsets.UTF_8)
        ? "bytes that are not UTF-8, as of a file in the code page of one country;"
            + " it must be written in UTF-8 or UTF-16"
        : "bytes that are not " + charset + ", as its beginning says";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
