package io.kbaudit.script;

import io.kbaudit.text.Printable;

/** Text in one line of ASCII, for comments that must not depend on how a script is saved. */
final class AsciiLine {
  private AsciiLine() {}

  /** Returns {@code text} with what is not printable ASCII shown as {@code <U+00E9>}. */
  static String of(String text) {
    StringBuilder line = new StringBuilder();
    Printable.line(text)
        .codePoints()
        .forEach(
            codePoint -> {
              if (isAscii(codePoint)) {
                line.appendCodePoint(codePoint);
              } else {
                line.append(String.format("<U+%04X>", codePoint));
              }
            });
    return line.toString();
  }

  static boolean isAscii(int codePoint) {
    return codePoint < 0x80;
  }
}
