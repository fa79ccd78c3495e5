package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that holds the files of more than one article. */
class SeveralArticlesTest {
  private final Path first;
  private final Path second;
  private final Path folder;

  SeveralArticlesTest(@TempDir Path articles, @TempDir Path folder) throws IOException {
    this.first = article(articles.resolve("KB100001.md"), "alpha.sdb", "beta.sdb");
    this.second = article(articles.resolve("KB100002.md"), "gamma.sdb", "delta.sdb");
    this.folder = folder;
  }

  private static Path article(Path file, String... names) throws IOException {
    StringBuilder text =
        new StringBuilder("| File name | Date | Time | File size |\n|---|---|---|---|\n");
    for (String name : names) {
      text.append("| ").append(name).append(" | 10-Mar-2011 | 10:04 | 3 |\n");
    }
    return Files.writeString(
        file, text.append("\nThe times are in Coordinated Universal Time (UTC).\n"));
  }

  private void put(String... names) throws IOException {
    for (String name : names) {
      Path file = Files.writeString(folder.resolve(name), "abc");
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2011-03-10T10:04:00Z")));
    }
  }

  @Test
  void isHeldToTheRowsOfAll() throws Exception {
    put("alpha.sdb", "beta.sdb", "gamma.sdb", "delta.sdb");

    Run run = Run.kbaudit("verify", "--quiet", "--article", first, "--article", second, folder);

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                "COMPLIANT: 4 expected, 4 passed, 0 failed, 0 undecided, 0 unlisted;"
                    + " not audited: contents (METADATA_ONLY)\n",
                ""));
  }

  @Test
  void failsWhereAFileOfOneIsAbsentAndNamesItsArticle() throws Exception {
    put("alpha.sdb", "beta.sdb", "gamma.sdb");

    Run run = Run.kbaudit("verify", "--article", first, "--article", second, folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out())
        .contains("KB100001 and KB100002", "FAIL  delta.sdb", "KB100002")
        .endsWith(
            "NON-COMPLIANT: 4 expected, 3 passed, 1 failed, 0 undecided, 0 unlisted;"
                + " not audited: contents (METADATA_ONLY)\n");
  }

  @Test
  void isNotHeldToOneArticleTwice() throws Exception {
    Run run = Run.kbaudit("verify", "--article", first, "--article", first, folder);

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK, "", "kbaudit: the article '" + first + "' is named twice\n"));
  }
}
