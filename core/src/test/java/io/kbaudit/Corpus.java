package io.kbaudit;

import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Published articles, below the folder that the system property {@code kbaudit.corpus} names. */
public final class Corpus {
  private static final Path ARTICLES =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("articles/files");

  private Corpus() {}

  /** Returns the files of all articles, or skips aloud where there is no corpus. */
  public static List<Path> articles() throws IOException {
    Programs.skipAloudIf(
        !Files.isDirectory(ARTICLES),
        "no corpus at " + ARTICLES + " (system property kbaudit.corpus)");
    try (Stream<Path> files = Files.list(ARTICLES)) {
      return files.sorted().toList();
    }
  }
}
