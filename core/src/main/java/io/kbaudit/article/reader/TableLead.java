package io.kbaudit.article.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paragraph that announces a table. As in "The German post-SMS 2.0 Service Pack 3 version of
 * this fix should have the following file attributes or later:" of Q316021.
 */
final class TableLead {
  private static final int MOST_LINES = 6;

  /** A word or two in capitals: German, Simplified Chinese, Pan-Chinese. */
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "\\b[Tt]he (\\p{Lu}[\\w-]{1,20}(?: Chinese)?)(?: [^ ]{1,20}){0,8} versions? of this");

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
    if (paragraph.length() > Word.LONGEST_LINE) {
      return Optional.empty();
    }
    Matcher language = LANGUAGE.matcher(paragraph);
    return language.find()
        ? Optional.of(language.group(1).replaceAll("-language$", ""))
        : Optional.empty();
  }
}
