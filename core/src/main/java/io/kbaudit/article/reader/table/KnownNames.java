package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.FileNote;
import io.kbaudit.article.reader.cell.Shape;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the names of files from other words, where no heading does.
 *
 * @param extensions by which they are known, folded
 */
record KnownNames(Set<String> extensions) {
  private static final int LONGEST_NAME = 260;

  /** More words are a sentence that ends with a file's name. */
  private static final int MOST_BLANKS_OF_NAME = 3;

  KnownNames {
    extensions = Set.copyOf(extensions);
  }

  /** Returns those with extensions that files mostly have, or with one of {@code more}. */
  static KnownNames with(Set<String> more) {
    Set<String> extensions = new TreeSet<>(more);
    extensions.addAll(FileExtensions.known());
    extensions.addAll(FileExtensions.ofData());
    return new KnownNames(extensions);
  }

  /** Whether a word is one. */
  boolean isWord(String word) {
    return Shape.isFileName(word) && extensions.contains(Shape.extension(word));
  }

  /** Whether a cell is one; a note may stand behind it, and a path or words of the name before. */
  boolean isCell(String cell) {
    String name = FileNote.withoutNote(cell);
    return isWord(name)
        || (cell.length() <= SeenLine.LONGEST && isWord(beforeMore(cell)))
        || (cell.length() <= LONGEST_NAME
            && cell.chars().filter(c -> c == ' ').count() <= MOST_BLANKS_OF_NAME
            && isWord(lastElement(cell)));
  }

  /** Returns the word before what more a cell says: {@code a.dll (or b.dll for Windows NT)}. */
  private static String beforeMore(String cell) {
    int blank = cell.indexOf(' ');
    boolean says =
        blank > 0 && blank + 1 < cell.length() && "(,;&[".indexOf(cell.charAt(blank + 1)) >= 0;
    return says ? cell.substring(0, blank) : "";
  }

  private static String lastElement(String cell) {
    int blank = cell.lastIndexOf(' ');
    int slash = Math.max(cell.lastIndexOf('\\'), cell.lastIndexOf('/'));
    return cell.substring(Math.max(blank, slash) + 1);
  }
}
