package io.kbaudit.signature;

import java.util.Arrays;

/** Elements of ASN.1 as they are encoded (X.690, section 8.1). */
final class Der {
  /** A length of more than 127 has as many bytes as its first one says beyond this. */
  private static final int LONG_LENGTH = 0x80;

  private Der() {}

  /**
   * Returns the contents of the element that {@code bytes} are, without its tag and length: of what
   * is signed, that alone is (RFC 5652, section 5.4).
   *
   * @param bytes as an encoder made them that states lengths
   */
  static byte[] contents(byte[] bytes) {
    int first = bytes[1] & 0xFF;
    return Arrays.copyOfRange(bytes, 2 + Math.max(0, first - LONG_LENGTH), bytes.length);
  }
}
