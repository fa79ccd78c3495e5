package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * A part of a message that holds no others, from one line to before another, counted from 0.
 *
 * <p>It is decoded here, and not by a library: of those at hand, Commons Codec drops the line ends
 * of quoted-printable text and refuses a soft one that is a line feed alone, and none tells from
 * which line of the message a character was decoded.
 */
record MimePart(MimeHeader header, int from, int to) {
  /** Of bytes: a page of as many characters as one may have, in UTF-16. */
  static final long LARGEST = ArticleText.MAXIMUM_BYTES / 2;

  private static final List<String> PICTURES_AND_FONTS =
      List.of(
          "image/",
          "audio/",
          "video/",
          "font/",
          "application/font",
          "application/x-font",
          "application/vnd.ms-fontobject");

  /** RFC 2045, 6.1; that of a part of which nothing is said is seven bits. */
  private static final Set<String> KNOWN_ENCODINGS =
      Set.of("", "7bit", "8bit", "binary", "quoted-printable", "base64");

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What is decoded, and where what each line of the message gave begins in it. */
  private static final class Decoded {
    private final byte[] bytes;
    private final int[] starts;

    Decoded(byte[] bytes, int[] starts) {
      this.bytes = bytes;
      this.starts = starts;
    }
  }

  /** Characters, and where what each line of the message gave begins among them. */
  record Text(String text, LineNumbers numbers) {
    List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      int begin = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || text.charAt(i) == '\n') {
          int end = i > begin && text.charAt(i - 1) == '\r' ? i - 1 : i;
          lines.add(new Line(numbers.at(begin), text.substring(begin, end)));
          begin = i + 1;
        }
      }
      return lines;
    }
  }

  boolean isPage() {
    return header.type().equals("text/html") || header.type().equals("application/xhtml+xml");
  }

  /** Returns whether a reader of the message sees it as text. */
  boolean isText() {
    return isPage() || header.type().equals("text/plain") || header.type().equals("text/csv");
  }

  /** Returns whether it is a part of how the page looks, in which nothing is listed. */
  boolean isShownWithPage() {
    String type = header.type();
    return PICTURES_AND_FONTS.stream().anyMatch(type::startsWith)
        || type.equals("text/css")
        || type.endsWith("javascript")
        || type.endsWith("ecmascript");
  }

  /** Returns on which line it begins, counted from 1; the last one, where it has no line. */
  int firstLine(MimeLines lines) {
    return Math.min(from + 1, lines.count());
  }

  boolean isInKnownEncoding() {
    return KNOWN_ENCODINGS.contains(header.encoding());
  }

  /** Returns its type, and its encoding where that is not known. */
  String description() {
    return header.type() + (isInKnownEncoding() ? "" : " in " + header.encoding());
  }

  /** Returns whether it is text, whatever its type says: it has no characters that no text has. */
  boolean holdsText(MimeLines lines) {
    byte[] bytes = decoded(lines).bytes;
    if (isMarkedUtf16(bytes)) {
      return true;
    }
    for (byte octet : bytes) {
      if (octet >= 0 && octet < ' ' && "\t\n\f\r\u001B".indexOf(octet) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the text: in the character set that the header names, else as any other text.
   *
   * @throws ArticleFormatException if there is more than a page may have
   */
  Text text(MimeLines lines, String source) throws ArticleFormatException {
    Decoded decoded = decoded(lines);
    if (decoded.bytes.length > LARGEST) {
      throw new ArticleFormatException(
          source, "a part of more than " + (LARGEST >> 20) + " MiB, which no page has");
    }
    for (Charset charset : charsets(decoded.bytes)) {
      try {
        return text(decoded, charset, CodingErrorAction.REPORT, firstLine(lines));
      } catch (CharacterCodingException other) {
        // It says that it is what it is not, as the next one tried may be.
      }
    }
    try {
      return text(decoded, WINDOWS_1252, CodingErrorAction.REPLACE, firstLine(lines));
    } catch (CharacterCodingException impossible) {
      throw new IllegalStateException("replaced", impossible);
    }
  }

  /** Returns from which line on nothing of it is read, as padding ends it; else where it ends. */
  int unreadFrom(MimeLines lines) {
    int i = header.encoding().equals("base64") ? padding(lines) : lines.start(to);
    int line = from;
    while (line < to && lines.end(line) <= i) {
      line++;
    }
    if (line == to) {
      return to;
    }
    while (i < lines.end(line) && !isOfBase64(lines.bytes()[i])) {
      i++;
    }
    return i < lines.end(line) ? line : line + 1;
  }

  private Decoded decoded(MimeLines lines) {
    return switch (header.encoding()) {
      case "quoted-printable" -> quotedPrintable(lines);
      case "base64" -> base64(lines);
      default -> asItStands(lines);
    };
  }

  /** Returns what the header names, the byte order mark tells, and UTF-8. */
  private List<Charset> charsets(byte[] bytes) {
    List<Charset> charsets = new ArrayList<>();
    header.parameter("charset").flatMap(MimePart::charset).ifPresent(charsets::add);
    if (isMarkedUtf16(bytes)) {
      charsets.add(StandardCharsets.UTF_16);
    }
    charsets.add(StandardCharsets.UTF_8);
    return charsets;
  }

  private static boolean isMarkedUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
  }

  /** Browsers take Latin-1 for windows-1252, which has letters where that has controls. */
  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name);
      return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Text text(
      Decoded decoded, Charset charset, CodingErrorAction onError, int firstLine)
      throws CharacterCodingException {
    CharsetDecoder decoder =
        charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError);
    ByteBuffer in = ByteBuffer.wrap(decoded.bytes);
    int most = (int) Math.ceil(decoded.bytes.length * (double) decoder.maxCharsPerByte()) + 1;
    CharBuffer out = CharBuffer.allocate(most);
    int[] starts = new int[decoded.starts.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = out.position();
      boolean last = i + 1 == starts.length;
      in.limit(last ? decoded.bytes.length : decoded.starts[i + 1]);
      CoderResult result = decoder.decode(in, out, last);
      if (result.isError()) {
        result.throwException();
      }
    }
    decoder.flush(out);
    String text = out.flip().toString();
    // A byte order mark is nothing to read.
    return new Text(
        text.startsWith("\uFEFF") ? " " + text.substring(1) : text,
        LineNumbers.from(starts, firstLine));
  }

  private Decoded asItStands(MimeLines lines) {
    int begin = lines.start(from);
    return new Decoded(
        Arrays.copyOfRange(lines.bytes(), begin, lines.start(to)),
        starts(line -> lines.start(line) - begin));
  }

  /** RFC 2045, 6.7: a line that ends with an equals sign goes on in the next one. */
  private Decoded quotedPrintable(MimeLines lines) {
    byte[] coded = lines.bytes();
    byte[] bytes = new byte[lines.start(to) - lines.start(from) + 1];
    int length = 0;
    int[] starts = new int[Math.max(1, to - from)];
    for (int line = from; line < to; line++) {
      starts[line - from] = length;
      int end = lines.end(line);
      while (end > lines.start(line) && (coded[end - 1] == ' ' || coded[end - 1] == '\t')) {
        end--;
      }
      boolean goesOn = end > lines.start(line) && coded[end - 1] == '=';
      int i = lines.start(line);
      while (i < (goesOn ? end - 1 : end)) {
        int octet = coded[i] == '=' && i + 2 < end ? octet(coded[i + 1], coded[i + 2]) : -1;
        bytes[length++] = octet < 0 ? coded[i] : (byte) octet;
        i += octet < 0 ? 1 : 3;
      }
      if (!goesOn && lines.start(line + 1) > lines.end(line)) {
        bytes[length++] = '\n';
      }
    }
    return new Decoded(Arrays.copyOf(bytes, length), starts);
  }

  private static int octet(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first * 16 + second;
  }

  /** RFC 2045, 6.8: what is no letter of the alphabet is passed over, and padding ends it. */
  private Decoded base64(MimeLines lines) {
    byte[] letters = new byte[lines.start(to) - lines.start(from)];
    int count = 0;
    int[] starts = new int[Math.max(1, to - from)];
    int padding = padding(lines);
    for (int line = from; line < to; line++) {
      starts[line - from] = count;
      for (int i = lines.start(line); i < Math.min(lines.end(line), padding); i++) {
        byte letter = lines.bytes()[i];
        if (isOfBase64(letter)) {
          letters[count++] = letter;
        }
      }
    }
    int whole = count % 4 == 1 ? count - 1 : count;
    byte[] bytes = Base64.getDecoder().decode(Arrays.copyOf(letters, whole));
    for (int i = 0; i < starts.length; i++) {
      starts[i] = (int) Math.min(bytes.length, (starts[i] * 3L + 3) / 4);
    }
    return new Decoded(bytes, starts);
  }

  /** Returns where the padding is that ends the letters; where there is none, the end. */
  private int padding(MimeLines lines) {
    int i = lines.start(from);
    while (i < lines.start(to) && lines.bytes()[i] != '=') {
      i++;
    }
    return i;
  }

  private static boolean isOfBase64(byte letter) {
    return (letter >= 'A' && letter <= 'Z')
        || (letter >= 'a' && letter <= 'z')
        || (letter >= '0' && letter <= '9')
        || letter == '+'
        || letter == '/';
  }

  private int[] starts(IntUnaryOperator start) {
    int[] starts = new int[Math.max(1, to - from)];
    for (int line = from; line < to; line++) {
      starts[line - from] = start.applyAsInt(line);
    }
    return starts;
  }
}
