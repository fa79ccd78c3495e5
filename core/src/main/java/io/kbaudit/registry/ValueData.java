package io.kbaudit.registry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a value that an export writes as such: {@code hex(2):43,00,...}. */
final class ValueData {
  /** No value of a registry is longer. */
  static final int MOST_BYTES = ExportLines.LONGEST;

  /** Of what is no text, more bytes mean nothing. */
  private static final int MOST_OF_NUMBERS = Long.BYTES + 1;

  /** The types of values (winnt.h) that anything here asks for. */
  private static final long REG_SZ = 1;

  private static final long REG_EXPAND_SZ = 2;
  private static final long REG_DWORD = 4;
  private static final long REG_DWORD_BIG_ENDIAN = 5;
  private static final long REG_MULTI_SZ = 7;
  private static final long REG_QWORD = 11;

  private final long type;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ValueData(long type) {
    this.type = type;
  }

  /** Adds a byte; returns whether there are no more of them than a value may have. */
  boolean add(int value) {
    if (bytes.size() < (isText() ? MOST_BYTES : MOST_OF_NUMBERS)) {
      bytes.write(value);
      return true;
    }
    return !isText();
  }

  private boolean isText() {
    return type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ;
  }

  /** Returns what the bytes mean. */
  RegistryValue value() {
    byte[] all = bytes.toByteArray();
    if (isText()) {
      String text = new String(all, 0, all.length & ~1, StandardCharsets.UTF_16LE);
      int end = text.indexOf('\0');
      return RegistryValue.of(end < 0 ? text : text.substring(0, end));
    }
    if ((type == REG_DWORD && all.length == Integer.BYTES)
        || (type == REG_QWORD && all.length == Long.BYTES)) {
      return RegistryValue.of(littleEndian(all));
    }
    if (type == REG_DWORD_BIG_ENDIAN && all.length == Integer.BYTES) {
      return RegistryValue.of(
          Integer.toUnsignedLong(Integer.reverseBytes((int) littleEndian(all))));
    }
    return RegistryValue.OTHER;
  }

  private static long littleEndian(byte[] bytes) {
    long number = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
    }
    return number;
  }
}
