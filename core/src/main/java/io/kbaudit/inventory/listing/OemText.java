package io.kbaudit.inventory.listing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What bytes of a list mean that cmd wrote without saying in which character set: UTF-8 where all
 * of it is, else a code page. Of code pages, only what is sure is read: what 437 and 850, in one of
 * which cmd writes in most countries, agree about; and not even that where it may be a letter of
 * windows-1252, unless a word that is known tells which of them it is.
 */
final class OemText {
  private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;
  private static final String US = decodeAll("IBM437");
  private static final String WESTERN = decodeAll("IBM850");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String ANSI = decodeAll("windows-1252");

  /** Stands in the first line of each list in German. */
  private static final String KNOWN_WORD = "Datentr\u00E4ger";

  private static final String KNOWN_IN_OEM = asBytes(KNOWN_WORD, Charset.forName("IBM850"));
  private static final String KNOWN_IN_ANSI = asBytes(KNOWN_WORD, WINDOWS);

  private boolean utf8 = true;
  private boolean oem;
  private boolean ansi;

  private static String decodeAll(String charset) {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return new String(bytes, Charset.forName(charset));
  }

  private static String asBytes(String word, Charset charset) {
    return new String(word.getBytes(charset), LATIN_1);
  }

  /**
   * Learns from a line.
   *
   * @param bytes a character for each
   */
  void learn(String bytes) {
    utf8 &= utf8(bytes).isPresent();
    oem |= bytes.contains(KNOWN_IN_OEM);
    ansi |= bytes.contains(KNOWN_IN_ANSI);
  }

  /**
   * Returns the text of a line, once all were learnt from; what is not sure is U+FFFD.
   *
   * @param bytes a character for each
   */
  String text(String bytes) {
    if (utf8) {
      return utf8(bytes).orElseThrow();
    }
    StringBuilder text = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      text.append(letter(bytes.charAt(i)));
    }
    return text.toString();
  }

  private char letter(char value) {
    if (value < 0x80) {
      return value;
    }
    if (ansi) {
      return oem ? '\uFFFD' : ANSI.charAt(value);
    }
    boolean sure =
        US.charAt(value) == WESTERN.charAt(value)
            && (oem || !Character.isLetter(ANSI.charAt(value)));
    return sure ? US.charAt(value) : '\uFFFD';
  }

  private static Optional<String> utf8(String bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.getBytes(LATIN_1)))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }
}
