package io.kbaudit.article;

import io.kbaudit.text.Printable;
import java.io.IOException;

/** An article that cannot be understood; says where, and shows the text. */
public final class ArticleFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** An article whose text as a whole is at fault. */
  public ArticleFormatException(String source, String problem) {
    super(Printable.excerpt(source) + ": " + problem);
    this.line = 0;
  }

  /** An article with a fault in one line, of which {@code text} is shown. */
  public ArticleFormatException(String source, int line, String problem, String text) {
    super(
        Printable.excerpt(source)
            + ", line "
            + line
            + ": "
            + problem
            + ": '"
            + Printable.excerpt(text)
            + "'");
    this.line = line;
  }

  /** Returns the line at fault, counted from 1; 0 where the text as a whole is. */
  public int line() {
    return line;
  }
}
