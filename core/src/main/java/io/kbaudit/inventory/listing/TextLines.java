package io.kbaudit.inventory.listing;

import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.text.DecodedText;
import io.kbaudit.text.English;
import io.kbaudit.text.UndecodableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a list that may be in the code page of one country. */
final class TextLines {
  /** Twice the longest path. */
  static final int LONGEST = 1 << 16;

  private static final char MARK = '\uFEFF';

  /** Is given the lines of a file, in their order. */
  interface Listener {
    void line(int number, String text) throws IOException;
  }

  private final Path file;
  private final String source;

  TextLines(Path file, String source) {
    this.file = file;
    this.source = source;
  }

  /**
   * Gives all lines.
   *
   * @return how many there are
   */
  int read(Listener each) throws IOException {
    try (DecodedText text = DecodedText.of(Files.newInputStream(file))) {
      if (!text.charset().equals(StandardCharsets.UTF_8)) {
        return read(text, each);
      }
    } catch (UndecodableException e) {
      throw new InventoryFormatException(source, e.line(), String.valueOf(e.getMessage()));
    }
    OemText oem = new OemText();
    readBytes((number, line) -> oem.learn(line));
    return readBytes((number, line) -> each.line(number, unmarked(number, oem.text(line))));
  }

  private static String unmarked(int number, String line) {
    return number == 1 && !line.isEmpty() && line.charAt(0) == MARK ? line.substring(1) : line;
  }

  /** A character for each byte. */
  private int readBytes(Listener each) throws IOException {
    try (Reader text =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1)) {
      return read(text, each);
    }
  }

  private int read(Reader text, Listener each) throws IOException {
    BufferedReader buffered = new BufferedReader(text);
    StringBuilder line = new StringBuilder();
    int number = 1;
    for (int c = buffered.read(); c >= 0; c = buffered.read()) {
      if (c == '\n') {
        each.line(number, withoutReturn(line));
        line.setLength(0);
        number++;
      } else if (line.length() < LONGEST) {
        line.append((char) c);
      } else {
        throw new InventoryFormatException(
            source,
            number,
            "a line longer than " + English.number(LONGEST) + " characters, which no list has");
      }
    }
    if (line.isEmpty()) {
      return Math.max(1, number - 1);
    }
    each.line(number, withoutReturn(line));
    return number;
  }

  private static String withoutReturn(StringBuilder line) {
    int end = line.length() - 1;
    return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
  }
}
