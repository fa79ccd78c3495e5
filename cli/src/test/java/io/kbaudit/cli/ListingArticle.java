package io.kbaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An article of one table, to hold files of KB2492954 to something else. */
final class ListingArticle {
  static final String HEADINGS = "| File name | Date | Time | File size |";

  private ListingArticle() {}

  /** Writes one with these rows into {@code folder}. */
  static Path write(Path folder, String headings, String rows) throws IOException {
    return Files.writeString(
        folder.resolve("article.txt"),
        """
        The dates and times for these files are listed in Coordinated Universal Time (UTC).

        %s
        |---|
        %s

        End of the article.
        """
            .formatted(headings, rows));
  }
}
