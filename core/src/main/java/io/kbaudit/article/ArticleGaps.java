package io.kbaudit.article;

import java.util.Objects;

/**
 * How much of an article's list nobody can be held to, whatever files are there: while there is
 * any, no audit by it is compliant. Immutable.
 *
 * @param lines that list a file, and could not be read
 * @param columns that list what no file was held to, for want of a heading understood
 * @param otherThanBundled whether the text lists other or fewer rows than the bundled article
 */
public record ArticleGaps(int lines, int columns, boolean otherThanBundled) {
  /** Nothing is missing. */
  public static final ArticleGaps NONE = new ArticleGaps(0, 0, false);

  /** Checks that both are numbers of things. */
  public ArticleGaps {
    if (lines < 0 || columns < 0) {
      throw new IllegalArgumentException(lines + " lines, " + columns + " columns");
    }
  }

  /** Returns how many they are together. */
  public int count() {
    return lines + columns + (otherThanBundled ? 1 : 0);
  }

  /** Returns whether there is none. */
  public boolean areNone() {
    return count() == 0;
  }

  /** Written out: what Java makes of a record is made at its first call, which a start feels. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ArticleGaps that
        && lines == that.lines
        && columns == that.columns
        && otherThanBundled == that.otherThanBundled;
  }

  @Override
  public int hashCode() {
    return Objects.hash(lines, columns, otherThanBundled);
  }
}
