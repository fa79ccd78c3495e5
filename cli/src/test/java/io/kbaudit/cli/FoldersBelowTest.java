package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.pe.PeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one name, which no folder can hold, lead to the folders below. */
class FoldersBelowTest {
  private static final String ARTICLE =
      """
      # Cumulative update for a sample server

      The dates and times for these files are listed in Coordinated Universal Time (UTC).

      | File name | File size | Date | Time | Platform |
      | --- | --- | --- | --- | --- |
      | engine.exe | 7000 | 11-Aug-2025 | 14:02 | x64 |
      | res.rll | 9500 | 11-Aug-2025 | 14:02 | x64 |
      | res.rll | 18800 | 11-Aug-2025 | 14:02 | x64 |

      The end.
      """;

  @TempDir Path temp;
  private Path article;
  private Path folder;

  @BeforeEach
  void writeArticle() throws IOException {
    article = Files.writeString(temp.resolve("article.md"), ARTICLE);
    folder = Files.createDirectories(temp.resolve("files"));
    write("engine.exe", 7_000);
    write("res.rll", 9_500);
  }

  private void write(String path, int bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    (path.endsWith(".exe") ? PeFixture.program() : PeFixture.library())
        .sized(bytes)
        .modifiedAt("2025-08-11T14:02:30Z")
        .writeTo(file);
  }

  @Test
  void whereNoFolderIsBelowTheyAreNamedAllTheSame() throws Exception {
    Run run = kbaudit("verify", "--article", article, folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "FOLDERS_BELOW_LEFT: One folder cannot hold all files of the name 'res.rll', and folders"
                + " below it were not audited; if the others are there, audit the folders below too"
                + " (--recursive).");
  }

  @Test
  void whereFoldersAreBelowTheyAreCounted() throws Exception {
    write("1031/res.rll", 18_800);

    Run run = kbaudit("verify", "--report", "json", "--article", article, folder);

    assertThat(run.remarks()).contains("COMPETING_ROWS", "FOLDERS_BELOW_LEFT");
    assertThat(run.out()).contains("'res.rll', and 1 folder below it was not audited;");
  }

  @Test
  void whoAuditsThemIsNotSentThere() throws Exception {
    write("1031/res.rll", 18_800);

    Run found = kbaudit("verify", "--recursive", "--report", "json", "--article", article, folder);
    Files.delete(folder.resolve("1031/res.rll"));
    Run missed = kbaudit("verify", "--recursive", "--report", "json", "--article", article, folder);

    assertThat(found.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(missed.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(missed.remarks()).contains("COMPETING_ROWS").doesNotContain("FOLDERS_BELOW_LEFT");
  }

  @Test
  void whatAPlatformTellsApartIsNoMatterOfFoldersThatThereAreNot() throws Exception {
    Files.writeString(
        article,
        ARTICLE.replace("18800 | 11-Aug-2025 | 14:02 | x64", "18800|11-Aug-2025|14:02|x86"));

    Run run = kbaudit("verify", "--report", "json", "--article", article, folder);

    assertThat(run.remarks()).contains("COMPETING_ROWS").doesNotContain("FOLDERS_BELOW_LEFT");
  }

  @Test
  void itIsExplainedWithItsOption() {
    assertThat(kbaudit("explain", "folders-below-left").out()).contains("(--recursive)");
  }
}
