package io.kbaudit.article.reader;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Articles as tests write them. */
public final class Given {
  private Given() {}

  public static Article article(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return ArticleReader.read(new ByteArrayInputStream(bytes), "a.txt", Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  /** Returns the cells of each row between bars; those of columns that are not there are empty. */
  public static List<String> rows(Article article) {
    return article.rows().stream()
        .map(ExpectedFile::printed)
        .map(
            r ->
                String.join("|", r.name(), r.date(), r.time(), r.size(), r.version(), r.platform()))
        .toList();
  }

  public static List<String> rowsOf(String text) {
    return rows(article(text));
  }

  /** Returns what was not read, as {@code line: problem}. */
  public static List<String> unreadOf(String text) {
    return article(text).unreadRows().stream()
        .map(r -> r.line() + ": " + r.text().replaceFirst("Not read, (.*?): '.*", "$1"))
        .toList();
  }
}
