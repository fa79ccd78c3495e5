package io.kbaudit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed in a cabinet is looked at where it is asked for, and else is not. */
class ThoroughTest {
  /** Of a file whose MD5, says the package, is that of another one. */
  private static final MsiFixture OTHER_CONTENT =
      MsiFixture.sized(65_536)
          .modifiedAt("2011-03-10T10:04:00Z")
          .table(
              TableFixture.named("MsiFileHash")
                  .text("File_", 72, ColumnFlag.KEY)
                  .integer16("Options")
                  .integer32("HashPart1")
                  .integer32("HashPart2")
                  .integer32("HashPart3")
                  .integer32("HashPart4")
                  .row("payload.txt", 0, 1, 2, 3, 4));

  private static final String SAID =
      "the cabinet 'Data1.cab' has a file 'payload.txt' whose MD5 is not the one that its MsiFileHash"
          + " table has";

  @TempDir private Path folder;
  private Path article;
  private Path files;

  @BeforeEach
  void writeArticleAndFile() throws IOException {
    article = folder.resolve("article.txt");
    Files.writeString(
        article,
        "File name  Date  Time (UTC)  Size\nFixture.msi  10-Mar-2011  10:04  65,536\n",
        UTF_8);
    files = Files.createDirectory(folder.resolve("files"));
    OTHER_CONTENT.writeTo(files.resolve("Fixture.msi"));
  }

  @Test
  void whatIsPackedIsTakenForWhatItsChecksumsSay() {
    Run run = Run.kbaudit("verify", "--article", article.toString(), files.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void whatIsPackedIsUnpackedOnDemand() {
    Run run =
        Run.kbaudit("verify", "--thorough", "--article", article.toString(), files.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("FORMAT DAMAGED", SAID);
  }

  @Test
  void anInspectionUnpacksOnDemandToo() {
    Run usual = Run.kbaudit("inspect", files.toString());
    Run thorough = Run.kbaudit("inspect", "--thorough", files.toString());

    assertThat(usual.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(thorough.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(thorough.out().replaceAll("\\s+", " ")).contains("DAMAGED: " + SAID);
  }

  @Test
  void aBaselineIsNotMadeOfIt() {
    Run run =
        Run.kbaudit(
            "baseline",
            "--thorough",
            "--article",
            article.toString(),
            files.toString(),
            "-o",
            folder.resolve("baseline.json").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.err()).contains(SAID);
    assertThat(folder.resolve("baseline.json")).doesNotExist();
  }
}
