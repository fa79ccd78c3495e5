package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Verdict;
import io.kbaudit.report.ChoiceNames;
import io.kbaudit.text.Printable;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What the reader's screen can show, and its reader understands.
 *
 * <p>Immutable, and safe for use by several threads if its names of choices are.
 *
 * @param colored whether it takes ANSI escape sequences (ECMA-48, "Select Graphic Rendition")
 * @param charset of the screen or file; what it lacks is shown in ASCII
 * @param columns of the screen; absent for a file or pipe, where lines are as long as they must be
 * @param choices what its reader knows choices by
 */
public record TextStyle(
    boolean colored, Charset charset, OptionalInt columns, ChoiceNames choices) {
  /** Columns at which running text is broken where there is no screen. */
  private static final int COLUMNS_OF_A_FILE = 100;

  /** Longer lines of running text are hard to read, however wide the screen is. */
  private static final int MOST_COLUMNS = 120;

  /** On a narrower screen words are not broken into ever shorter lines. */
  private static final int FEWEST_COLUMNS = 40;

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
    requireNonNull(columns, "columns");
    requireNonNull(choices, "choices");
  }

  /** Creates the style for a file or pipe. */
  public TextStyle(boolean colored, Charset charset) {
    this(colored, charset, OptionalInt.empty(), ChoiceNames.NONE);
  }

  /** Returns the style for a file or pipe: no colour. */
  public static TextStyle plain(Charset charset) {
    return new TextStyle(false, charset);
  }

  /** Returns this style, for a reader who knows choices by these names. */
  public TextStyle withChoices(ChoiceNames names) {
    return new TextStyle(colored, charset, columns, names);
  }

  /** Returns the columns at which running text is broken. */
  int textColumns() {
    return Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, columns.orElse(COLUMNS_OF_A_FILE)));
  }

  String paint(Color color, String text) {
    return colored ? "\u001B[" + color.code + "m" + text + "\u001B[0m" : text;
  }

  static Color colorOf(FileResult result) {
    return switch (result) {
      case PASS -> Color.GREEN;
      case FAIL -> Color.RED;
      case UNDECIDED, WAIVED -> Color.YELLOW;
    };
  }

  static Color colorOf(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT -> Color.GREEN;
      case NON_COMPLIANT -> Color.RED;
      case INDETERMINATE -> Color.YELLOW;
    };
  }

  String symbol(FileResult result) {
    return switch (result) {
      case PASS -> canShow("\u2713") ? "\u2713" : "+";
      case FAIL -> canShow("\u2717") ? "\u2717" : "x";
      case UNDECIDED -> "?";
      case WAIVED -> "~";
    };
  }

  /**
   * Returns {@code text} in one line of at most 400 characters that this screen can show: what
   * would move the cursor, recolour it or the like is shown as {@code <U+001B>}, and so is what the
   * charset lacks.
   */
  public String safe(String text) {
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
