package io.kbaudit.identify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Texts in an index: UTF-8 after its length in one byte, or in four more where that is 255; what is
 * none, since names on Windows may hold half a pair of surrogates, as UTF-16 after 254.
 */
final class IndexText {
  private static final int LONG = 255;
  private static final int UTF_16 = 254;

  private IndexText() {}

  static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
      out.writeByte(UTF_16);
      out.writeInt(text.length());
      out.writeChars(text);
      return;
    }
    if (bytes.length < UTF_16) {
      out.writeByte(bytes.length);
    } else {
      out.writeByte(LONG);
      out.writeInt(bytes.length);
    }
    out.write(bytes);
  }

  static String read(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte();
    if (length < UTF_16) {
      return new String(bytes(length, in), StandardCharsets.UTF_8);
    }
    boolean isUtf8 = length == LONG;
    int stated = in.readInt();
    return isUtf8
        ? new String(bytes(stated, in), StandardCharsets.UTF_8)
        : ByteBuffer.wrap(bytes(Math.multiplyExact(stated, 2), in)).asCharBuffer().toString();
  }

  private static byte[] bytes(int length, DataInputStream in) throws IOException {
    if (length < 0) {
      throw IndexFormatException.damaged("a text of negative length");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Writes a text that may be absent. */
  static void writeIfPresent(Optional<String> text, DataOutputStream out) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      write(text.get(), out);
    }
  }

  static Optional<String> readIfPresent(DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(read(in)) : Optional.empty();
  }
}
