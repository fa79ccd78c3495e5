package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleId;
import io.kbaudit.article.reader.page.ArticleText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first lines of an article say of the whole: its title and its number. */
final class TitleAndNumber {
  private static final int LINES = 60;
  private static final int LONGEST = 500;

  private static final Pattern HEADING = Pattern.compile("#{1,2} (.*?)#*\\s*");

  /** As in {@code TITLE :Memory Leak in Rpcss.exe}, and the front matter of Markdown. */
  private static final Pattern TITLE = Pattern.compile("(?i)title\\s*:\\s*\"?(.*?)\"?\\s*");

  /**
   * As in {@code DOCUMENT:Q303818}, {@code Article: Q134859}, {@code _Original KB number:_ 949856}.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)\\W*+(?:document|article(?: id)?|original kb number)\\s*+:_*+(?:\\s|&nbsp;)*+"
              + "((?:KB|Q)?[ -]?[0-9]{5,8})\\b.*");

  /** A number anywhere in a title. */
  private static final Pattern NUMBER_IN_TITLE =
      Pattern.compile("(?i)(?<![a-z0-9])(?:KB[ -]?|Q)[0-9]{5,8}(?![0-9a-z])");

  /**
   * What stands before a title's own number, if anything does, as in {@code Security update for X
   * (KB1234567)} and {@code June 10, 2025-KB5060842 (OS Build 26100)}; not as in {@code Error after
   * you install KB1234567}, which is of another article.
   */
  private static final Pattern BEFORE_NUMBER =
      Pattern.compile("(?s)|.*[(\\[:,;|\u2010-\u2015-]\\s{0,9}");

  private TitleAndNumber() {}

  /** Returns the title: of the page, of the front matter, or the first heading. */
  static Optional<String> title(ArticleText text) {
    return text.title().or(() -> first(text, HEADING)).or(() -> first(text, TITLE));
  }

  /** Returns the number that the article says is its own; else the only one of its title. */
  static Optional<ArticleId> id(ArticleText text) {
    return first(text, NUMBER)
        .flatMap(ArticleId::parse)
        .or(() -> title(text).or(() -> firstLine(text)).flatMap(TitleAndNumber::ownNumber));
  }

  /** The first line of a plain text may be its title. */
  private static Optional<String> firstLine(ArticleText text) {
    for (int line = 1; line <= Math.min(LINES, text.size()); line++) {
      String content = text.line(line);
      if (!content.isBlank()) {
        return Optional.of(content.strip()).filter(words -> words.length() <= LONGEST);
      }
    }
    return Optional.empty();
  }

  private static Optional<ArticleId> ownNumber(String title) {
    String words = title.length() > LONGEST ? "" : title.strip();
    Set<ArticleId> numbers = new HashSet<>();
    boolean own = false;
    Matcher number = NUMBER_IN_TITLE.matcher(words);
    while (number.find()) {
      numbers.add(ArticleId.parse(number.group()).orElseThrow());
      own |= BEFORE_NUMBER.matcher(words.substring(0, number.start())).matches();
    }
    return own && numbers.size() == 1 ? numbers.stream().findFirst() : Optional.empty();
  }

  private static Optional<String> first(ArticleText text, Pattern pattern) {
    for (int line = 1; line <= Math.min(LINES, text.size()); line++) {
      String content = text.line(line);
      Matcher matcher = pattern.matcher(content.length() > LONGEST ? "" : content.strip());
      if (matcher.matches() && !matcher.group(1).isBlank()) {
        return Optional.of(matcher.group(1).strip());
      }
    }
    return Optional.empty();
  }
}
