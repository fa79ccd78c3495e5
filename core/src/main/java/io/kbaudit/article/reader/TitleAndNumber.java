package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleId;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first lines of an article say of the whole: its title and its number. */
final class TitleAndNumber {
  private static final int LINES = 60;

  private static final Pattern HEADING = Pattern.compile("#{1,2} (.*?)#*\\s*");

  /** As in {@code TITLE :Memory Leak in Rpcss.exe}, and the front matter of Markdown. */
  private static final Pattern TITLE = Pattern.compile("(?i)title\\s*:\\s*\"?(.*?)\"?\\s*");

  /**
   * As in {@code DOCUMENT:Q303818}, {@code Article: Q134859}, {@code _Original KB number:_ 949856}.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)\\W*(?:document|article(?: id)?|original kb number)\\s*:_*(?:\\s|&nbsp;)*"
              + "((?:KB|Q)?[ -]?[0-9]{5,8})\\b.*");

  private TitleAndNumber() {}

  /** Returns the title: of the page, of the front matter, or the first heading. */
  static Optional<String> title(ArticleText text) {
    return text.title().or(() -> first(text, HEADING)).or(() -> first(text, TITLE));
  }

  /** Returns the number that the article says is its own. */
  static Optional<ArticleId> id(ArticleText text) {
    return first(text, NUMBER).flatMap(ArticleId::parse);
  }

  private static Optional<String> first(ArticleText text, Pattern pattern) {
    for (int line = 1; line <= Math.min(LINES, text.size()); line++) {
      String content = text.line(line);
      Matcher matcher = pattern.matcher(content.length() > 500 ? "" : content.strip());
      if (matcher.matches() && !matcher.group(1).isBlank()) {
        return Optional.of(matcher.group(1).strip());
      }
    }
    return Optional.empty();
  }
}
