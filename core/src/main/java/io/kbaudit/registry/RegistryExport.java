package io.kbaudit.registry;

import io.kbaudit.text.Printable;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reader of exports as regedit and reg.exe write them ({@code .reg}, "Windows Registry Editor
 * Version 5.00"). All of an export must be understood, also what nobody asks for: else a line that
 * is cut or damaged could hide what follows.
 */
final class RegistryExport {
  private static final String HEADER = "Windows Registry Editor Version ";
  private static final String VERSION = "5.00";
  private static final String OLD_HEADER = "REGEDIT4";

  /** How it is said to export what cannot be read. */
  static final String HOW =
      "export it with 'reg export KEY FILE', or from regedit as 'Registration Files'";

  private static final String TOO_LONG =
      "the value that begins here is longer than "
          + (ValueData.MOST_BYTES >> 20)
          + " MiB, as none of a registry is";

  private static final Pattern HEX = Pattern.compile("hex(?:\\(([0-9A-Fa-f]{1,8})\\))?:");
  private static final Pattern DWORD = Pattern.compile("dword:([0-9A-Fa-f]{1,8})\\s*");
  private static final int DWORD_DIGITS = 8;

  /** REG_BINARY, which is written without its number. */
  private static final long BINARY = 3;

  private final ExportLines lines;
  private final Listener listener;

  /** What is told of each key and value, in the order of the export. */
  interface Listener {
    /** Takes a key; returns whether its values are asked for. */
    boolean key(int line, String path);

    /**
     * Takes a value of the key before it; returns whether the key had none of that name.
     *
     * @param name empty of the default value
     */
    boolean value(int line, String name, RegistryValue value);
  }

  private RegistryExport(ExportLines lines, Listener listener) {
    this.lines = lines;
    this.listener = listener;
  }

  /**
   * Returns whether a file that begins with this line is an export, be it one of the older form.
   */
  static boolean begins(String firstLine) {
    return firstLine.startsWith(HEADER) || firstLine.startsWith(OLD_HEADER);
  }

  /**
   * Reads all of an export.
   *
   * @return whether it ends as exports do, with an empty line; else it may be cut
   */
  static boolean read(ExportLines lines, Listener listener) throws IOException {
    return new RegistryExport(lines, listener).readAll();
  }

  private boolean readAll() throws IOException {
    readHeader();
    boolean hasKey = false;
    boolean isAsked = false;
    boolean endsEmpty = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      String text = line.stripLeading();
      endsEmpty = text.isEmpty();
      if (text.startsWith("[")) {
        isAsked = listener.key(lines.number(), key(text.stripTrailing()));
        hasKey = true;
      } else if (text.startsWith("\"") || text.startsWith("@")) {
        if (!hasKey) {
          throw lines.failure("a value without a key: " + Printable.quoted(text));
        }
        readValue(text, isAsked);
      } else if (!text.isEmpty() && !text.startsWith(";")) {
        throw lines.failure("is neither a key nor a value: " + Printable.quoted(text));
      }
    }
    return endsEmpty && lines.isTerminated();
  }

  private void readHeader() throws IOException {
    String line = lines.next();
    String header = line == null ? "" : line.stripTrailing();
    if (header.equals(OLD_HEADER)) {
      throw lines.failure(
          "the export is of the older form 'REGEDIT4', in a code page that it does not state: "
              + HOW);
    }
    if (!header.equals(HEADER + VERSION)) {
      throw lines.failure(
          "the export is of another version than " + VERSION + ": " + Printable.quoted(header));
    }
  }

  private String key(String text) throws RegistryFormatException {
    if (!text.endsWith("]")) {
      throw lines.failure("the name of a key is cut: " + Printable.quoted(text));
    }
    String path = text.substring(1, text.length() - 1);
    if (path.startsWith("-")) {
      throw deletion(text);
    }
    if (path.isEmpty()) {
      throw lines.failure("a key without a name: " + Printable.quoted(text));
    }
    return path;
  }

  private void readValue(String text, boolean isAsked) throws IOException {
    int start = lines.number();
    Quoted name = text.startsWith("@") ? new Quoted("", text.substring(1)) : quoted(text);
    String rest = name.rest().stripLeading();
    if (!rest.startsWith("=")) {
      throw lines.failure("a value's name without '=' behind it: " + Printable.quoted(text));
    }
    RegistryValue value = data(rest.substring(1).stripLeading(), isAsked);
    if (isAsked && !listener.value(start, name.content(), value)) {
      throw lines.failure(
          start, "a value that its key has already: " + Printable.quoted(name.content()));
    }
  }

  private RegistryValue data(String text, boolean isAsked) throws IOException {
    if (text.startsWith("\"")) {
      Quoted string = quoted(text);
      if (!string.rest().isBlank()) {
        throw lines.failure("text behind the end of a value: " + Printable.quoted(string.rest()));
      }
      return RegistryValue.of(string.content());
    }
    Matcher dword = DWORD.matcher(text);
    if (dword.matches() && (lines.isTerminated() || dword.group(1).length() == DWORD_DIGITS)) {
      return RegistryValue.of(Long.parseLong(dword.group(1), 16));
    }
    Matcher hex = HEX.matcher(text);
    if (hex.lookingAt()) {
      long type = hex.group(1) == null ? BINARY : Long.parseLong(hex.group(1), 16);
      return bytes(text.substring(hex.end()), type, isAsked);
    }
    if (text.strip().equals("-")) {
      throw deletion(text.strip());
    }
    throw lines.failure("the data of a value are not understood: " + Printable.quoted(text));
  }

  private RegistryFormatException deletion(String text) {
    return lines.failure(
        Printable.quoted(text)
            + " deletes: this file is made to change a registry, and says nothing of what is in"
            + " one; "
            + HOW);
  }

  /** Reads pairs of digits with commas between them; a backslash continues on the next line. */
  private RegistryValue bytes(String first, long type, boolean isAsked) throws IOException {
    int start = lines.number();
    ValueData data = new ValueData(type);
    String text = first.strip();
    boolean isContinued = true;
    boolean needsByte = false;
    while (isContinued) {
      isContinued = text.endsWith("\\");
      int end = isContinued ? text.length() - 1 : text.length();
      int at = 0;
      while (at < end) {
        int value = at + 1 < end ? digits(text.charAt(at), text.charAt(at + 1)) : -1;
        boolean isSeparated = at + 2 >= end || text.charAt(at + 2) == ',';
        if (value < 0 || !isSeparated) {
          throw lines.failure("is no list of bytes: " + Printable.quoted(text));
        }
        if (isAsked && !data.add(value)) {
          throw lines.failure(start, TOO_LONG);
        }
        needsByte = at + 2 < end;
        at += 3; // two digits and a comma
      }
      if (isContinued) {
        String next = lines.next();
        if (next == null) {
          throw lines.failure("the export ends within a value: it is cut");
        }
        text = next.strip();
      }
    }
    if (needsByte) {
      throw lines.failure("the export ends a list of bytes with a comma: it is cut");
    }
    return data.value();
  }

  private static int digits(char high, char low) {
    int first = high < 0x80 ? Character.digit(high, 16) : -1;
    int second = low < 0x80 ? Character.digit(low, 16) : -1;
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }

  /** A text that was in quotation marks, and what is behind it in its last line. */
  private record Quoted(String content, String rest) {}

  /** Reads a text in quotation marks; one that has line breaks has them as they are. */
  private Quoted quoted(String text) throws IOException {
    int start = lines.number();
    StringBuilder content = new StringBuilder();
    String line = text;
    int at = 1;
    while (true) {
      while (at < line.length()) {
        char c = line.charAt(at);
        if (c == '"') {
          return new Quoted(content.toString(), line.substring(at + 1));
        }
        boolean isEscape = c == '\\';
        content.append(isEscape ? escaped(line, at) : c);
        at += isEscape ? 2 : 1;
      }
      String next = lines.next();
      if (content.length() > ExportLines.LONGEST) {
        throw lines.failure(start, TOO_LONG);
      }
      if (next == null) {
        throw lines.failure(
            start, "the text that begins here has no end: " + Printable.quoted(text));
      }
      content.append('\n');
      line = next;
      at = 0;
    }
  }

  /** Wine writes line breaks and zeros as C does; regedit has escapes for two characters alone. */
  private char escaped(String line, int at) throws RegistryFormatException {
    char c = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
    return switch (c) {
      case '\\', '"' -> c;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case '0' -> '\0';
      default ->
          throw lines.failure(
              "a backslash that is not doubled, as exports do: " + Printable.quoted(line));
    };
  }
}
