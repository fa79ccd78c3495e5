package io.kbaudit.report;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.FileResult;
import io.kbaudit.file.Printable;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;

/**
 * What the reader's screen can show.
 *
 * @param colored whether it takes ANSI escape sequences (ECMA-48, "Select Graphic Rendition")
 * @param charset of the screen or file; what it lacks is shown in ASCII
 */
public record TextStyle(boolean colored, Charset charset) {
  /** The colours in use; each also goes with a word, so that nothing is lost without them. */
  enum Color {
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BOLD("1"),
    DIM("2");

    private final String code;

    Color(String code) {
      this.code = code;
    }
  }

  /** Checks that nothing is null. */
  public TextStyle {
    requireNonNull(charset, "charset");
  }

  /** Returns the style for a file or pipe: no colour. */
  public static TextStyle plain(Charset charset) {
    return new TextStyle(false, charset);
  }

  String paint(Color color, String text) {
    return colored ? "\u001B[" + color.code + "m" + text + "\u001B[0m" : text;
  }

  static Color colorOf(FileResult result) {
    return switch (result) {
      case PASS -> Color.GREEN;
      case FAIL -> Color.RED;
      case UNDECIDED -> Color.YELLOW;
    };
  }

  String symbol(FileResult result) {
    return switch (result) {
      case PASS -> canShow("\u2713") ? "\u2713" : "+";
      case FAIL -> canShow("\u2717") ? "\u2717" : "x";
      case UNDECIDED -> "?";
    };
  }

  /** Returns {@code text} in one line that this screen can show. */
  String safe(String text) {
    String line = Printable.line(text);
    if (canShow(line)) {
      return line;
    }
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder shown = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              shown.append(
                  encoder.canEncode(character)
                      ? character
                      : String.format(Locale.ROOT, "<U+%04X>", c));
            });
    return shown.toString();
  }

  private boolean canShow(String text) {
    return charset.canEncode() && charset.newEncoder().canEncode(text);
  }
}
