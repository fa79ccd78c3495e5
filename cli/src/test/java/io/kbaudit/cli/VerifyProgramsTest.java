package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.RowSelection;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.file.FileVersion;
import io.kbaudit.fixtures.pe.Machine;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.pe.PeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published articles of programs, libraries and drivers, and folders of such files made to them.
 */
class VerifyProgramsTest {
  private static final Path ARTICLES =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("articles/files");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "KB981506.md, For all supported x86-based versions of Windows 7",
    "KB981506.md, For all supported IA-64-based versions of Windows Server 2008 R2",
    "KB976398.md, For all supported x86-based versions of Windows 7",
    "KB2492386-xp2003.excerpt.md, For all supported x86-based versions of Windows XP"
  })
  void theListedVersionsPassAndEachThingThatIsWrongIsFoundAlone(String article, String group)
      throws IOException {
    Path file = article(article);
    List<ExpectedFile> rows = rows(file, group);
    for (ExpectedFile row : rows) {
      write(row, UnaryOperator.identity());
    }

    assertThat(verify(file, group).findings()).isEmpty();
    assertThat(verify(file, group).exitCode()).isEqualTo(ExitCode.OK);
    for (PeKind kind : PeKind.values()) {
      Optional<ExpectedFile> first =
          rows.stream().filter(row -> kind(row).equals(Optional.of(kind))).findFirst();
      if (first.isPresent()) {
        assertFound(file, group, first.get());
      }
    }
  }

  /** Writes the row's file wrongly, one way after the other, and at last as it should be. */
  private void assertFound(Path file, String group, ExpectedFile row) throws IOException {
    String name = row.name().best().spelling();
    FileVersion version = version(row).orElseThrow();
    FileVersion lower =
        new FileVersion(version.major(), version.minor(), version.build(), version.revision() - 1);

    write(row, fixture -> fixture.fileVersion(lower.toString()));
    assertThat(verify(file, group).findings()).containsExactly(name + " VERSION OLDER_VERSION");
    assertThat(verify(file, group).exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);

    write(row, PeFixture::withoutVersionResource);
    assertThat(verify(file, group).findings()).containsExactly(name + " VERSION NOT_STATED");
    assertThat(verify(file, group).exitCode()).isEqualTo(ExitCode.INDETERMINATE);

    writeJunk(row);
    assertThat(verify(file, group).findings())
        .contains(name + " FORMAT NOT_A_PROGRAM")
        .contains(name + " VERSION NOT_STATED");
    assertThat(verify(file, group).exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);

    write(row, fixture -> fixture.originalFilename(name));
    assertThat(verify(file, group).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void junkOfTheRightSizesAndDatesFails() throws IOException {
    Path file = article("KB981506.md");
    String group =
        "For all supported x64-based versions of Windows 7 and of Windows Server 2008 R2";
    List<ExpectedFile> rows = rows(file, group);
    for (ExpectedFile row : rows) {
      writeJunk(row);
    }

    Run run = verify(file, group);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings())
        .filteredOn(finding -> finding.endsWith("FORMAT NOT_A_PROGRAM"))
        .hasSize((int) rows.stream().filter(row -> version(row).isPresent()).count())
        .hasSizeGreaterThan(9);
  }

  @Test
  void anArticleWithoutAFileTableIsNoQuestion() throws IOException {
    Run run = kbaudit("verify", folder, "--article", article("KB949856.md"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
  }

  private static Path article(String name) {
    Path file = ARTICLES.resolve(name);
    Skip.unless(Files.exists(file), "corpus of real articles beside the checkout: " + file);
    return file;
  }

  private static List<ExpectedFile> rows(Path article, String group) throws IOException {
    RowSelection selection =
        new RowSelection(Optional.of(group), Optional.empty(), Optional.empty());
    return selection.of(ArticleReader.read(article).rows()).stream()
        .filter(row -> row.alternativeTo().isEmpty())
        .toList();
  }

  private Run verify(Path article, String group) {
    return kbaudit(
        "verify",
        folder,
        "--recursive",
        "--article",
        article,
        "--group",
        group,
        "--report",
        "json");
  }

  private static Optional<PeKind> kind(ExpectedFile row) {
    return PeKind.ofExtension(row.name().best().extension());
  }

  private static Optional<FileVersion> version(ExpectedFile row) {
    return row.version().flatMap(FileVersion::find);
  }

  private void write(ExpectedFile row, UnaryOperator<PeFixture> change) throws IOException {
    Optional<FileVersion> version = version(row);
    if (version.isEmpty()) {
      writeJunk(row);
      return;
    }
    PeFixture fixture =
        switch (kind(row).orElseThrow()) {
          case PROGRAM -> PeFixture.program();
          case LIBRARY -> PeFixture.library();
          case DRIVER -> PeFixture.driver();
        };
    change
        .apply(
            fixture
                .sized(size(row))
                .machine(machine(row))
                .fileVersion(version.get().toString())
                .modifiedAt(row.modified().orElseThrow().start()))
        .writeTo(path(row));
  }

  private void writeJunk(ExpectedFile row) throws IOException {
    Path file = Files.write(path(row), new byte[(int) size(row)]);
    Files.setLastModifiedTime(file, FileTime.from(row.modified().orElseThrow().start()));
  }

  /** Articles list several files of one name for one platform: each has a folder of its own. */
  private Path path(ExpectedFile row) throws IOException {
    return Files.createDirectories(folder.resolve(Integer.toString(row.row())))
        .resolve(row.name().best().spelling());
  }

  private static long size(ExpectedFile row) {
    return row.size().orElseThrow().exactBytes().orElseThrow();
  }

  private static Machine machine(ExpectedFile row) {
    return switch (row.variant().platform().orElseThrow()) {
      case "x86" -> Machine.X86;
      case "x64" -> Machine.X64;
      default -> Machine.IA64;
    };
  }
}
