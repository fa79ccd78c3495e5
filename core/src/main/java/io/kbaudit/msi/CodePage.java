package io.kbaudit.msi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A Windows code page, by the number that files carry ([MS-UCODEREF] 2.2.1).
 *
 * <p>Code page 0 is neutral: Windows takes the user's own there, and this reader the one of Western
 * European, as where none is stated.
 */
record CodePage(int number) {
  static final CodePage NEUTRAL = new CodePage(0);
  static final CodePage UTF_16 = new CodePage(1200);

  /** Returns whether each character has two bytes. */
  boolean isUtf16() {
    return number == UTF_16.number;
  }

  /** Returns whether Java can decode it. */
  boolean isKnown() {
    return known().isPresent();
  }

  /** Decodes so many bytes; what is none of its characters becomes U+FFFD. */
  String decode(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, charset());
  }

  /**
   * Returns how it is decoded; one that is not known, as Western European. To look it up is slow.
   */
  Charset charset() {
    return known().orElse(westernEuropean());
  }

  private Optional<Charset> known() {
    return switch (number) {
      case 0 -> Optional.of(westernEuropean());
      case 932 -> named("windows-31j");
      case 936 -> named("GBK");
      case 874, 949, 950 -> named("x-windows-" + number);
      case 1200 -> Optional.of(StandardCharsets.UTF_16LE);
      case 20127 -> Optional.of(StandardCharsets.US_ASCII);
      case 28591 -> Optional.of(StandardCharsets.ISO_8859_1);
      case 54936 -> named("GB18030");
      case 65001 -> Optional.of(StandardCharsets.UTF_8);
      default ->
          number >= 1250 && number <= 1258 ? named("windows-" + number) : named("IBM" + number);
    };
  }

  private static Optional<Charset> named(String name) {
    return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
  }

  private static Charset westernEuropean() {
    return Charset.forName("windows-1252");
  }
}
