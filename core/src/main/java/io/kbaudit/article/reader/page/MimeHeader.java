package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.text.English;
import io.kbaudit.text.Letters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a part of a message, and says how it is to be read: RFC 2045.
 *
 * @param fields by their names in small letters, each on one line
 * @param end the index of the line behind the blank one that ends them
 */
record MimeHeader(Map<String, String> fields, int end) {
  /** The fields that say how a part is to be read. Others may be as long as they like. */
  private static final Set<String> ASKED_FOR =
      Set.of("mime-version", "content-type", "content-transfer-encoding", "content-id");

  /** Of what stands between the parts of a message. */
  static final MimeHeader OF_NO_PART =
      new MimeHeader(Map.of("content-type", "text outside of its parts"), 0);

  /** Stands for the name of a field that is there already: the first one counts. */
  private static final String SECOND = "second";

  /** More lines than any header has. */
  static final int MOST_LINES = 500;

  /** More than the longest field with parameters has. */
  static final int LONGEST_FIELD = 4000;

  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,80}+):[ \t]*+(.*)");

  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*+([^\\s=;\"]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s;]*+))");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  MimeHeader {
    fields = Map.copyOf(fields);
  }

  /**
   * Returns the fields that begin at line {@code from}; absent where lines are no fields, end
   * before the blank one, or are too many and say of no message how it is to be read.
   *
   * @throws ArticleFormatException if it is a message's, and has more lines than any, or a field
   *     that is asked for and longer than any
   */
  static Optional<MimeHeader> at(MimeLines lines, int from, String source)
      throws ArticleFormatException {
    Map<String, String> fields = new HashMap<>();
    String last = "";
    for (int line = from; line < lines.count(); line++) {
      String text = lines.text(line, LONGEST_FIELD + 1);
      if (text.isBlank()) {
        return Optional.of(new MimeHeader(fields, line + 1));
      }
      if (line - from == MOST_LINES) {
        if (isOfMessage(fields)) {
          throw tooManyLines(lines, line, source);
        }
        return Optional.empty();
      }
      Matcher field = FIELD.matcher(text);
      String value = text.strip();
      if (continues(text) && !last.isEmpty()) {
        value = fields.getOrDefault(last, "") + " " + value;
      } else if (field.matches()) {
        last = Letters.small(field.group(1));
        last = fields.containsKey(last) ? SECOND : last;
        value = field.group(2).strip();
      } else {
        return Optional.empty();
      }
      if (ASKED_FOR.contains(last)) {
        if (Math.max(text.length(), value.length()) > LONGEST_FIELD) {
          throw tooLong(line, text, source);
        }
        fields.put(last, value);
      }
    }
    return Optional.empty();
  }

  private static ArticleFormatException tooLong(int line, String text, String source) {
    return new ArticleFormatException(
        source,
        line + 1,
        "a field of a saved page that is longer than "
            + English.number(LONGEST_FIELD)
            + " characters, which none is",
        text);
  }

  private static boolean continues(String text) {
    return text.startsWith(" ") || text.startsWith("\t");
  }

  private static boolean isOfMessage(Map<String, String> fields) {
    return fields.containsKey("mime-version") || fields.containsKey("content-type");
  }

  static ArticleFormatException tooManyLines(MimeLines lines, int line, String source) {
    return new ArticleFormatException(
        source,
        line + 1,
        "a header of a saved page that has more than " + MOST_LINES + " lines, which none has",
        lines.text(line, LONGEST_FIELD));
  }

  /**
   * Returns the first line from {@code from} on that is neither a field nor a part of one: behind
   * the last of the message where all are, or behind as many as a header may have.
   */
  static int endOfFields(MimeLines lines, int from) {
    int line = from;
    int end = Math.min(lines.count(), from + MOST_LINES);
    while (line < end && isOfField(lines.text(line, LONGEST_FIELD), line > from)) {
      line++;
    }
    return line;
  }

  private static boolean isOfField(String text, boolean mayContinue) {
    return (mayContinue && continues(text)) || FIELD.matcher(text).matches();
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
