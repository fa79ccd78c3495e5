package io.kbaudit.article.reader.cell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file with a note behind it: {@code alpha.dll*}, {@code Cryptui.dll X86 (with SP1)}.
 *
 * @param name of the file
 * @param note behind it, without marks that only point to a footnote; empty where nothing else is
 */
public record FileNote(String name, String note) {
  /** The marks of footnotes; as CellText leaves it, a raised number is a word of its own. */
  private static final Pattern MARKED =
      Pattern.compile(
          "([^ *\u2020\u2021\u00a7\u00b9\u00b2\u00b3]+)[*\u2020\u2021\u00a7\u00b9\u00b2\u00b3]*"
              + "(?: (?:\\[?[0-9]{1,2}\\]?|[*\u2020\u2021\u00a7\u00b9\u00b2\u00b3]+)(?= |$))?(?: (.+))?");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ (),;]");

  private static final int LONGEST = 500;

  /** Returns name and note of {@code cell}; absent where it does not begin with a file's name. */
  public static Optional<FileNote> find(String cell) {
    if (Shape.isFileName(cell)) {
      return Optional.of(new FileNote(cell, ""));
    }
    Matcher marked = MARKED.matcher(cell.length() > LONGEST ? "" : cell);
    if (!marked.matches() || !Shape.isFileName(marked.group(1))) {
      return Optional.empty();
    }
    String note = marked.group(2) == null ? "" : marked.group(2).strip();
    // What a slash begins is what a command is told.
    return note.startsWith("/") || namesFile(note)
        ? Optional.empty()
        : Optional.of(new FileNote(marked.group(1), note));
  }

  /** Returns the name that {@code cell} is or begins with; else the whole of it. */
  public static String withoutNote(String cell) {
    return find(cell).map(FileNote::name).orElse(cell);
  }

  private static boolean namesFile(String note) {
    for (String word : BETWEEN_WORDS.split(note, -1)) {
      if (Shape.isFileName(word)) {
        return true;
      }
    }
    return false;
  }
}
