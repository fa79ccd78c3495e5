package io.kbaudit.yaml;

import io.kbaudit.text.Printable;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as YAML 1.2 writes them in one line, whatever is in them. */
public final class YamlText {
  /** Nothing in it means anything to YAML, and it is neither number nor name of a value. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.()\\\\/ -]*[A-Za-z0-9_.()\\\\/-])?");

  private static final Pattern VALUE =
      Pattern.compile("(?i)null|true|false|yes|no|on|off|[0-9][-+0-9.eox_]*");

  private YamlText() {}

  /** Returns {@code text} bare if that is safe, else in single quotes, else escaped in double. */
  public static String of(String text) {
    if (PLAIN.matcher(text).matches() && !VALUE.matcher(text).matches()) {
      return text;
    }
    return text.codePoints().allMatch(Printable::isPrintable)
        ? "'" + text.replace("'", "''") + "'"
        : escaped(text);
  }

  /** In double quotes; what does not show as itself by its number (YAML 1.2.2, 5.7). */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
              } else if (Printable.isPrintable(c)) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append(String.format(Locale.ROOT, "\\U%08X", c));
              }
            });
    return escaped.append('"').toString();
  }
}
