package io.kbaudit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Text in lines of at most so many columns, broken between words. */
final class Wrapped {
  private static final Pattern BEFORE_OPTION = Pattern.compile(" (?=[-|])");

  /** Between words, but for a digit and what it counts or means. */
  private static final Pattern BLANKS = Pattern.compile("(?<! [0-9]) +");

  private Wrapped() {}

  /**
   * Returns {@code text} in lines. A word that is wider than a line has one of its own.
   *
   * @param hanging by how much all lines but the first are indented
   */
  static List<String> lines(String text, int columns, int hanging) {
    return lines(Arrays.asList(BLANKS.split(text.strip())), columns, "", " ".repeat(hanging));
  }

  /** Returns {@code text} in lines that all begin with this margin. */
  static List<String> indented(String text, int columns, int margin) {
    String blanks = " ".repeat(margin);
    return lines(Arrays.asList(BLANKS.split(text.strip())), columns, blanks, blanks);
  }

  /** Returns a label, and {@code text} beside it, or below it where the label is too wide. */
  static List<String> labelled(String label, String text, int columns, int margin) {
    String blanks = " ".repeat(margin);
    List<String> lines =
        new ArrayList<>(lines(Arrays.asList(BLANKS.split(text)), columns, blanks, blanks));
    if (label.length() + 2 <= margin) {
      lines.set(
          0, (label + blanks.substring(label.length()) + lines.get(0).strip()).stripTrailing());
    } else {
      lines.add(0, label);
    }
    return lines;
  }

  /**
   * Returns a command in lines, broken before options and pipes, not between an option and its
   * value.
   */
  static List<String> command(String text, int columns, int margin) {
    return lines(
        Arrays.asList(BEFORE_OPTION.split(text.strip(), -1)),
        columns,
        " ".repeat(margin),
        " ".repeat(margin + 4));
  }

  private static List<String> lines(List<String> words, int columns, String first, String hanging) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : words) {
      if (!empty && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line = new StringBuilder(hanging);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
