package io.kbaudit.registry;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an export, one at a time. In UTF-16 any unit is a character, as in the registry,
 * which holds texts that are no sound Unicode; UTF-8 must be sound, for else it is another code
 * page's text.
 */
final class ExportLines implements Closeable {
  /** No value of a registry is longer, and each line of an export has a part of one. */
  static final int LONGEST = 16 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final String source;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private Encoding encoding = Encoding.UTF_8;
  private int line;
  private boolean isTerminated = true;

  private enum Encoding {
    UTF_8,
    UTF_16LE,
    UTF_16BE
  }

  /** Reads {@code in} from its start, which tells the encoding; closes it when closed. */
  ExportLines(String source, InputStream in) throws IOException {
    this.source = source;
    this.in = in;
    this.limit = in.readNBytes(buffer, 0, buffer.length);
    int first = limit > 0 ? Byte.toUnsignedInt(buffer[0]) : -1;
    int second = limit > 1 ? Byte.toUnsignedInt(buffer[1]) : -1;
    if (first == 0xFF && second == 0xFE) {
      encoding = Encoding.UTF_16LE;
      position = 2;
    } else if (first == 0xFE && second == 0xFF) {
      encoding = Encoding.UTF_16BE;
      position = 2;
    } else if (first == 0xEF && second == 0xBB && limit > 2 && (buffer[2] & 0xFF) == 0xBF) {
      position = 3;
    } else if (first > 0 && second == 0) {
      encoding = Encoding.UTF_16LE;
    } else if (first == 0 && second > 0) {
      encoding = Encoding.UTF_16BE;
    }
  }

  /** Returns the next line without its end, or null behind the last. */
  @Nullable String next() throws IOException {
    line++;
    return encoding == Encoding.UTF_8 ? nextOfBytes() : nextOfUnits();
  }

  /** Returns the number of the line that was returned last, counted from 1. */
  int number() {
    return line;
  }

  /** Returns whether the line that was returned last has an end, as all lines of exports have. */
  boolean isTerminated() {
    return isTerminated;
  }

  /** Returns the failure to read the line that was returned last. */
  RegistryFormatException failure(String problem) {
    return failure(line, problem);
  }

  /** Returns the failure to read that line. */
  RegistryFormatException failure(int at, String problem) {
    return new RegistryFormatException(source, at, problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private @Nullable String nextOfUnits() throws IOException {
    StringBuilder text = new StringBuilder();
    int unit = nextUnit();
    if (unit < 0) {
      return null;
    }
    while (unit >= 0 && unit != '\n') {
      checkLength(text.length());
      text.append((char) unit);
      unit = nextUnit();
    }
    isTerminated = unit >= 0;
    return withoutReturn(text.toString());
  }

  private int nextUnit() throws IOException {
    int first = nextByte();
    if (first < 0) {
      return -1;
    }
    int second = nextByte();
    if (second < 0) {
      throw failure("the file ends within a character of UTF-16: it is cut");
    }
    return encoding == Encoding.UTF_16LE ? second << 8 | first : first << 8 | second;
  }

  private @Nullable String nextOfBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = nextByte();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      checkLength(bytes.size());
      bytes.write(next);
      next = nextByte();
    }
    isTerminated = next >= 0;
    try {
      return withoutReturn(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      throw failure(
          "has a byte that is no UTF-8: the file is in a code page that it does not state;"
              + " export it again, as regedit and reg.exe do in UTF-16");
    }
  }

  private int nextByte() throws IOException {
    if (position == limit) {
      limit = in.read(buffer, 0, buffer.length);
      position = 0;
      if (limit <= 0) {
        limit = 0;
        return -1;
      }
    }
    return Byte.toUnsignedInt(buffer[position++]);
  }

  private void checkLength(int length) throws RegistryFormatException {
    if (length == LONGEST) {
      throw failure("the line is longer than " + (LONGEST >> 20) + " MiB, as none of an export is");
    }
  }

  private static String withoutReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
