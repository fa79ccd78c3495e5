package io.kbaudit.yaml;

import io.kbaudit.text.Printable;

/**
 * A line of a document, to be named where something in it is wrong.
 *
 * @param source what to call it
 * @param line counted from 1
 */
public record SourceLine(String source, int line) {
  /** Returns what is wrong with the line as a whole. */
  public YamlException fault(String problem) {
    return new YamlException(source, line, problem);
  }

  /** Returns what is wrong with {@code text}, which is in this line. */
  public YamlException fault(String problem, String text) {
    return fault(problem, text, "");
  }

  /**
   * Returns what is wrong with {@code text}, which is in this line.
   *
   * @param advice what would be right; empty if nothing comes to mind
   */
  public YamlException fault(String problem, String text, String advice) {
    return fault(
        problem
            + ": '"
            + Printable.excerpt(text)
            + "'"
            + (advice.isEmpty() ? "" : "; " + Printable.line(advice)));
  }
}
