package io.kbaudit.article.reader;

import io.kbaudit.file.Language;
import java.util.Optional;

/**
 * The paragraph that announces a table. As in "The German post-SMS 2.0 Service Pack 3 version of
 * this fix should have the following file attributes or later:" of Q316021.
 */
final class TableLead {
  private static final int MOST_LINES = 6;

  private TableLead() {}

  /** Returns the language that the paragraph above {@code tableLine} says its files have. */
  static Optional<String> languageAbove(ArticleText text, int tableLine) {
    int line = tableLine - 1;
    while (line >= 1 && text.line(line).isBlank()) {
      line--;
    }
    StringBuilder paragraph = new StringBuilder();
    for (int n = 0; n < MOST_LINES && line >= 1 && !text.line(line).isBlank(); n++, line--) {
      paragraph.insert(0, Cells.strip(text.line(line)) + " ");
    }
    return paragraph.length() > Word.LONGEST_LINE
        ? Optional.empty()
        : Language.statedIn(paragraph.toString());
  }
}
