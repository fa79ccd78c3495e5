package io.kbaudit;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that means something of its own to Windows never stands for a file that is not there. */
class NamesOfWindowsAuditTest {
  private static final String TIME = "2011-03-10T10:04Z";
  private static final String OTHER_TIME = "2009-01-02T03:04Z";

  private final Path posix;
  private final FileSystem windowsFiles = Jimfs.newFileSystem(Configuration.windows());
  private final Path windows = windowsFiles.getPath("C:\\package");

  NamesOfWindowsAuditTest(@TempDir Path posix) {
    this.posix = posix;
  }

  @BeforeEach
  void makeAFolder() throws IOException {
    Files.createDirectory(windows);
  }

  @AfterEach
  void close() throws IOException {
    windowsFiles.close();
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource({
    "setup.dat:evil, setup.dat",
    "setup.dat::$DATA, setup.dat",
    "C:setup.dat, setup.dat",
    "SETUPO~1.DAT, SetupOfUpdate.dat",
    "SetupOfUpdate.dat, SETUPO~1.DAT",
    "stra\u00DFe.dat, STRASSE.dat",
    "istanbul.dat, \u0130stanbul.dat",
    "istanbul.dat, \u0131stanbul.dat",
    "setup.dat, \u017Fetup.dat",
    "kernel.dat, \u212Aernel.dat",
  })
  void aFileOfAnotherNameIsNoneOfThisOne(String listed, String found) throws IOException {
    file(windows.resolve(found), TIME);

    AuditResult result = audit(windows, listed);

    assertThatAudit(result).fails(listed, Check.NAME, Cause.RENAMED).andNothingElse();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"ADMIN.DAT, admin.dat", "caf\u00C9.dat, cafe\u0301.dat", "setup.dat., setup.dat"})
  void aFileOfTheSameNameToWindowsIsThatFile(String listed, String found) throws IOException {
    file(windows.resolve(found), TIME);

    assertThatAudit(audit(windows, listed)).passes();
  }

  /** To ask Windows for a file of such a name is to ask a device, or for another file. */
  @ParameterizedTest
  @ValueSource(strings = {"aux.dat", "NUL", "COM\u00B9.dat", "CONIN$", "setup.dat."})
  void inWindowsAFileOfSuchANameIsNotAsked(String name) throws IOException {
    file(windows.resolve(name), TIME);

    AuditResult result = audit(windows, name);

    assertThatAudit(result)
        .leavesUndecided(name, Check.PRESENCE, Cause.UNREADABLE)
        .andNothingElse();
    assertThat(result.inventory().files()).hasOnlyElementsOfType(ObservedFile.Unreadable.class);
  }

  @Test
  void inWindowsAFileThatOnlySeemsToHaveANameIsNoCopyOfTheOneThatHas() throws IOException {
    file(windows.resolve("setup.dat"), TIME);
    file(windows.resolve("setup.dat."), TIME);

    assertThatAudit(audit(windows, "setup.dat"))
        .leavesUndecided("setup.dat", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @Test
  void inWindowsAFolderOfSuchANameIsNotListed() throws IOException {
    file(Files.createDirectory(windows.resolve("aux")).resolve("setup.dat"), TIME);
    file(Files.createDirectory(windows.resolve("below.")).resolve("setup.dat"), TIME);

    AuditResult result = KbAudit.of(article("setup.dat")).recursively().audit(windows);

    assertThatAudit(result)
        .leavesUndecided("setup.dat", Check.PRESENCE, Cause.UNREADABLE)
        .andNothingElse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aux.dat", "NUL", "setup.dat:evil"})
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Windows has no file of such a name")
  void elsewhereAFileOfSuchANameIsOneAsAnyOther(String name) throws IOException {
    file(posix.resolve(name), TIME);

    assertThatAudit(audit(posix, name)).passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup.dat.", "setup.dat "})
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Windows has no file of such a name")
  void elsewhereTwoFilesThatWindowsTakesForOneAreNotGuessedAt(String other) throws IOException {
    file(posix.resolve("setup.dat"), TIME);
    file(posix.resolve(other), OTHER_TIME);

    assertThatAudit(audit(posix, "setup.dat"))
        .leavesUndecided("setup.dat", Check.PRESENCE, Cause.AMBIGUOUS)
        .andNothingElse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup.dat.", "setup.dat ", "SETUP.DAT. ."})
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Windows has no file of such a name")
  void elsewhereAFileThatWindowsCannotOpenByItsNamePassesWithARemark(String stored)
      throws IOException {
    file(posix.resolve(stored), TIME);

    AuditResult result = audit(posix, "setup.dat");

    assertThatAudit(result).passes();
    assertThat(result.remarks())
        .filteredOn(remark -> remark.id().equals("ENDS_DROPPED"))
        .extracting(Remark::text)
        .containsExactly(
            "'"
                + stored
                + "' was taken for the listed name, as Windows drops the dots and blanks at the end"
                + " of one; it opens no file that is stored with them.");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere these are one file")
  void ofTwoSpellingsTheOneThatAgreesIsUsedAndTheOtherIsNamed() throws IOException {
    file(posix.resolve("setup.dat"), OTHER_TIME);
    file(posix.resolve("SETUP.DAT"), TIME);

    AuditResult result = audit(posix, "setup.dat");

    assertThatAudit(result).passes();
    assertThat(result.remarks())
        .filteredOn(remark -> remark.id().equals("OTHER_SPELLING"))
        .singleElement()
        .extracting(Remark::text)
        .isEqualTo(
            "'SETUP.DAT' was audited; 'setup.dat' is the same name to Windows, in another"
                + " spelling, and not as listed.");
  }

  /** An article's path is where its author kept the file; a row is of the folder that is asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\other\\setup.dat",
        "C:/other/setup.dat",
        "\\other\\setup.dat",
        "..\\other\\setup.dat",
        "../other/setup.dat",
        "\\\\server\\share\\setup.dat",
        "\\\\?\\C:\\other\\setup.dat",
        "\\\\.\\C:\\other\\setup.dat",
      })
  void aPathInAnArticleLeadsNowhere(String path) throws Exception {
    file(Files.createDirectory(windowsFiles.getPath("C:\\other")).resolve("setup.dat"), TIME);
    Article article = articlePrinting(path);

    assertThatAudit(KbAudit.of(article).audit(windows))
        .fails("setup.dat", Check.PRESENCE, Cause.MISSING)
        .andNothingElse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          setup.dat:evil | in Windows a colon names a stream of another file
          \\\\.\\COM1.dat  | Windows reserves it for a device
          aux.dat        | Windows reserves it for a device
          setup?.dat     | it has a character that Windows reserves
          """)
  void anArticleThatListsSuchANameIsRemarkedOn(String name, String fault) throws Exception {
    String last = name.substring(name.lastIndexOf('\\') + 1);

    assertThat(articlePrinting(name).remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.NAME_NOT_OF_WINDOWS)
        .singleElement()
        .extracting(ArticleRemark::text)
        .isEqualTo("Windows finds no file called '" + last + "', or another one: " + fault + ".");
  }

  private static AuditResult audit(Path folder, String listed) throws IOException {
    return KbAudit.of(article(listed)).audit(folder);
  }

  private static Article article(String listed) {
    return Given.article(Given.row(listed, 4, TIME));
  }

  private static Article articlePrinting(String name) throws IOException, ArticleFormatException {
    String text =
        """
        The dates and times for these files are listed in Coordinated Universal Time (UTC).

        File name\tFile size\tDate\tTime
        %s\t4\t10-Mar-2011\t10:04

        End of the article.
        """
            .formatted(name);
    return ArticleReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        "article.txt",
        Optional.empty());
  }

  private static void file(Path path, String time) throws IOException {
    Files.write(path, new byte[4]);
    Files.setLastModifiedTime(path, FileTime.from(Instant.parse(time.replace("Z", ":37Z"))));
  }
}
