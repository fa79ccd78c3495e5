package io.kbaudit.article.reader.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The lines of a text as a reader sees them. */
final class ShownLines {
  private ShownLines() {}

  static ArticleText read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ArticleText.read(new ByteArrayInputStream(bytes), "a.txt");
  }

  /** Returns each as {@code number: text} with a line end, and of one that is blank that alone. */
  static String of(String text) {
    try {
      return read(text).lines().stream()
          .map(line -> line.text().isBlank() ? "" : line.number() + ": " + line.text())
          .map(line -> line.stripTrailing() + "\n")
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }
}
