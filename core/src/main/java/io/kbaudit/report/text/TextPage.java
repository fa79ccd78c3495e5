package io.kbaudit.report.text;

import io.kbaudit.audit.Remark;
import io.kbaudit.report.Choice;
import io.kbaudit.report.Term;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines of text on a page of one style: the only door through which reports for people print. */
final class TextPage {
  private static final int LABEL = 11;

  private static final Pattern COLOR = Pattern.compile("\u001B\\[[0-9]*m");

  private final Writer out;
  private final TextStyle style;

  TextPage(Writer out, TextStyle style) {
    this.out = out;
    this.style = style;
  }

  TextStyle style() {
    return style;
  }

  void blankLine() throws IOException {
    out.write('\n');
  }

  /** Prints a line whose parts are already safe, without blanks at its end. */
  void line(String safe) throws IOException {
    out.write(safe.stripTrailing());
    out.write('\n');
  }

  /** Prints running text, broken between words. */
  void paragraph(int indent, String text) throws IOException {
    paragraph(indent, 0, "", text);
  }

  /** Prints a label of usual width, and running text beside it. */
  void paragraph(int indent, String label, String text) throws IOException {
    paragraph(indent, LABEL, label, text);
  }

  /** Prints a label, and running text beside it. */
  void paragraph(int indent, int labelWidth, String label, String text) throws IOException {
    String margin = " ".repeat(indent);
    String hanging = " ".repeat(indent + labelWidth);
    StringBuilder line = new StringBuilder(margin + pad(style.safe(label), labelWidth));
    boolean empty = true;
    for (String word : words(text)) {
      String safe = style.safe(word);
      if (!empty && line.length() + 1 + safe.length() > style.textColumns()) {
        line(line.toString());
        line.setLength(0);
        line.append(hanging);
        empty = true;
      }
      line.append(empty ? "" : " ").append(safe);
      empty = false;
    }
    line(line.toString());
  }

  /** Prints a remark, and by which name its reader knows the choices that it is about. */
  void remark(Remark remark) throws IOException {
    Set<Choice> about = Term.ofRemark(remark.id()).map(Term::choices).orElse(Set.of());
    paragraph(2, remark.id() + ": " + style.choices().in(remark.text(), about));
  }

  /** Prints what terms mean, and what to do, each beside its id. */
  void explain(int indent, int labelWidth, Term term) throws IOException {
    paragraph(
        indent, labelWidth, term.id(), style.choices().in(term.explanation(), term.choices()));
  }

  /**
   * Prints safe cells in columns; each column is as wide as its widest cell. Where that is wider
   * than the screen, each row is printed as running text.
   */
  void table(String margin, List<List<String>> rows) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    int width = margin.length() + Arrays.stream(widths).sum() + 2 * (widths.length - 1);
    if (style.columns().isPresent() && width > style.columns().getAsInt()) {
      for (List<String> row : rows) {
        flow(margin, row);
      }
      return;
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(margin);
      for (int i = 0; i < widths.length; i++) {
        line.append(pad(row.get(i), widths[i])).append("  ");
      }
      line(line.toString());
    }
  }

  private void flow(String margin, List<String> cells) throws IOException {
    StringBuilder line = new StringBuilder(margin);
    int empty = margin.length();
    for (String cell : cells) {
      if (length(cell) == 0) {
        continue;
      }
      if (line.length() > empty
          && length(line.toString()) + 2 + length(cell) > style.columns().orElseThrow()) {
        line(line.toString());
        line.setLength(0);
        line.append(margin).append("    ");
        empty = line.length();
      }
      line.append(line.length() == empty ? "" : "  ").append(cell);
    }
    line(line.toString());
  }

  void flush() throws IOException {
    out.flush();
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  /** Counts characters as a screen does, without the escape sequences that colour them. */
  private static int length(String text) {
    String bare = text.indexOf('\u001B') < 0 ? text : COLOR.matcher(text).replaceAll("");
    return bare.codePointCount(0, bare.length());
  }
}
