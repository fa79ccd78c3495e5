package io.kbaudit.article.reader.page;

import io.kbaudit.text.Letters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a part of a message, and says how it is to be read: RFC 2045.
 *
 * @param fields by their names in small letters, each on one line
 * @param end the index of the line behind the blank one that ends them
 */
record MimeHeader(Map<String, String> fields, int end) {
  /** More lines than any header has. */
  private static final int MOST_LINES = 500;

  /** More than the longest field with parameters has. */
  private static final int LONGEST_FIELD = 4000;

  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,80}+):[ \t]*+(.*)");

  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*+([^\\s=;\"]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s;]*+))");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  MimeHeader {
    fields = Map.copyOf(fields);
  }

  /** Returns the fields that begin at line {@code from}; absent where lines are no fields. */
  static Optional<MimeHeader> at(MimeLines lines, int from) {
    Map<String, String> fields = new HashMap<>();
    String last = "";
    for (int line = from; line < Math.min(lines.count(), from + MOST_LINES); line++) {
      String text = lines.text(line, LONGEST_FIELD);
      if (text.isBlank()) {
        return Optional.of(new MimeHeader(fields, line + 1));
      }
      Matcher field = FIELD.matcher(text);
      boolean continues = text.charAt(0) == ' ' || text.charAt(0) == '\t';
      if (continues && !last.isEmpty()) {
        fields.computeIfPresent(last, (name, before) -> extended(before, text));
      } else if (field.matches()) {
        last = Letters.small(field.group(1));
        fields.putIfAbsent(last, field.group(2).strip());
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String extended(String before, String text) {
    return before.length() + text.length() > LONGEST_FIELD ? before : before + " " + text.strip();
  }

  /** Returns the type in small letters, which is plain text where none is said. */
  String type() {
    String value = fields.getOrDefault("content-type", "text/plain");
    int end = value.indexOf(';');
    return Letters.small((end < 0 ? value : value.substring(0, end)).strip());
  }

  boolean isMultipart() {
    return type().startsWith("multipart/") && parameter("boundary").isPresent();
  }

  /** Returns a parameter of the type. */
  Optional<String> parameter(String name) {
    Matcher parameter = PARAMETER.matcher(fields.getOrDefault("content-type", ""));
    while (parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase(name)) {
        String quoted = parameter.group(2);
        String value =
            quoted == null
                ? parameter.group(3)
                : ESCAPED.matcher(quoted).replaceAll("$1").stripTrailing();
        return Optional.of(value).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  String encoding() {
    return Letters.small(fields.getOrDefault("content-transfer-encoding", "").strip());
  }

  Optional<String> id() {
    return Optional.ofNullable(fields.get("content-id"));
  }
}
