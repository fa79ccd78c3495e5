package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plan prints where, and what it refuses; it never writes to either folder. */
class PlanCommandTest {
  private final Path rollup;
  private final Path share;
  private final Path elsewhere;

  PlanCommandTest(@TempDir Path rollup, @TempDir Path share, @TempDir Path elsewhere) {
    this.rollup = rollup;
    this.share = share;
    this.elsewhere = elsewhere;
  }

  @BeforeEach
  void fillThePackage() throws IOException {
    RollupFolder.kb2492954().writeTo(rollup);
  }

  @Test
  void withoutAnythingInTheWayItEndsWithZero() {
    Run run = plan("-q");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                "READY: 21 expected, 21 copy, 0 replace, 0 keep, 0 keep newer, 0 blocked, 0"
                    + " undecided; 9,049,088 bytes needed; not planned: 1 row (location)\n",
                ""));
    assertThat(share).isEmptyDirectory();
  }

  @Test
  void aPackageFileThatDoesNotVerifyEndsWithOne() throws IOException {
    Defect.truncated("DNSClient.msi").applyTo(rollup);

    assertThat(plan("-q").exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
  }

  @Test
  void whatCannotBeJudgedEndsWithThree() throws IOException {
    Files.createFile(share.resolve("DNSClient.msi"));
    Defect.unreadable("DNSClient.msi").applyTo(share);

    assertThat(plan("-q").exitCode()).isEqualTo(ExitCode.INDETERMINATE);
  }

  @Test
  void foldersThatWerePerhapsExchangedAreSaidInTheLineThatSumsUp() throws IOException {
    RollupFolder.kb2492954().writeTo(share);
    Defect.missing("DNSClient.msi").applyTo(rollup);
    Defect.missing("Servicebase.msi").applyTo(rollup);

    Run run = plan("-q");

    assertThat(run.out())
        .startsWith("UNDECIDED: ")
        .endsWith(
            "; PERHAPS_EXCHANGED; PACKAGE_NOT_VERIFIED: 2 files; not planned: 1 row (location)\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
  }

  @Test
  void aPackageOfWhichAnotherFileDoesNotVerifyIsSaidInTheLineThatSumsUp() throws IOException {
    Defect.missing("Servicebase.msi").applyTo(rollup);

    assertThat(plan("-q").out())
        .startsWith("READY: ")
        .endsWith("; PACKAGE_NOT_VERIFIED: 1 file; not planned: 1 row (location)\n");
  }

  @Test
  void whatWasNotAskedIsSaidInTheLineThatSumsUp() {
    assertThat(plan("-q", "--signature", "off", "--location", "dns").out())
        .endsWith(" needed; not planned: 21 rows (location); not audited: SIGNATURE\n");
  }

  @Test
  void aPackageOfTheSecondServiceBranchIsCopiedWhereNothingStands() throws IOException {
    Path article =
        Files.writeString(
            elsewhere.resolve("article.md"),
            """
            |File name|File size|Date|Time|Service branch|
            |---|---|---|---|---|
            |Aclayers.sdb|5|11-Mar-2011|14:10|SP3GDR|
            |Aclayers.sdb|6|11-Mar-2011|14:09|SP3QFE|
            """);
    Path ofSecond = Files.createDirectory(elsewhere.resolve("second"));
    Path file = Files.write(ofSecond.resolve("aclayers.sdb"), new byte[6]);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2011-03-11T14:09:30Z")));

    Run run = kbaudit("plan", "-q", "--article", article, "--package", ofSecond, "--share", share);

    assertThat(run.out()).startsWith("READY: 1 expected, 1 copy");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void filesOfWhichTheArticleListsTheSha1AreReadOnBothSides() throws IOException {
    Path article =
        Files.writeString(
            elsewhere.resolve("article.md"),
            """
            |File name|File size|SHA1|
            |---|---|---|
            |abc.txt|3|a9993e364706816aba3e25717850c26c9cd0d89d|
            |new.txt|3|a9993e364706816aba3e25717850c26c9cd0d89d|
            """);
    Path ofFiles = Files.createDirectory(elsewhere.resolve("files"));
    Files.writeString(ofFiles.resolve("abc.txt"), "abc");
    Files.writeString(ofFiles.resolve("new.txt"), "abc");
    Files.writeString(share.resolve("abc.txt"), "abc");

    Run run = kbaudit("plan", "-q", "--article", article, "--package", ofFiles, "--share", share);

    assertThat(run.out()).startsWith("READY: 2 expected, 1 copy, 0 replace, 1 keep");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aFileOfTheShareThatThePackageLacksIsReadForItsSha1() throws IOException {
    Path article =
        Files.writeString(
            elsewhere.resolve("article.md"),
            """
            |File name|File size|SHA1|
            |---|---|---|
            |abc.txt|3|a9993e364706816aba3e25717850c26c9cd0d89d|
            """);
    Path empty = Files.createDirectory(elsewhere.resolve("files"));
    Files.writeString(share.resolve("abc.txt"), "abc");

    Run run = kbaudit("plan", "-q", "--article", article, "--package", empty, "--share", share);

    assertThat(run.out()).startsWith("UNDECIDED: 1 expected, 0 copy, 0 replace, 1 keep");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
  }

  @ParameterizedTest
  @CsvSource({"sh, #!/bin/sh", "cmd, @echo off", "powershell, '#'"})
  void aScriptIsPrintedInPlaceOfTheReport(String shell, String beginning) {
    Run run = plan("--script", shell);

    assertThat(run.out()).startsWith(beginning).contains("DNSClient.msi").doesNotContain("READY");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(share).isEmptyDirectory();
  }

  @Test
  void aScriptInAFileLeavesTheReportOnStandardOutput() throws IOException {
    Path script = elsewhere.resolve("install.sh");

    Run run = plan("--script", "sh=" + script);

    assertThat(run.out()).contains("READY: 21 expected");
    assertThat(script).content().isEqualTo(plan("--script", "sh").out());
    assertThat(run.err()).isEqualTo(Run.wrote(script, "21 files to copy").err());
    assertRefused(
        plan("--script", "sh=" + script),
        "'" + script + "' exists already, and is not written over");
  }

  @Test
  void twoThingsDoNotGoToStandardOutput() {
    assertRefused(
        plan("--script", "sh", "--report", "json"),
        "the script goes to standard output; give the report a file, --report text=FILE, or the"
            + " script: --script sh=FILE");
  }

  @Test
  void aShareInThePackageIsRefused() throws IOException {
    Path inside = Files.createDirectory(rollup.resolve("share"));

    assertRefused(
        kbaudit("plan", "--package", rollup, "--share", inside),
        "the share '" + inside + "' is inside the package folder '" + rollup + "'");
    assertRefused(
        kbaudit("plan", "--package", rollup, "--share", rollup),
        "the share '" + rollup + "' is the package folder '" + rollup + "' itself");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void aShareThatALinkLeadsIntoThePackageIsRefused() throws IOException {
    Path inside = Files.createDirectory(rollup.resolve("share"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), inside);

    assertRefused(
        kbaudit("plan", "--package", rollup, "--share", link),
        "the share '" + link + "' is inside the package folder '" + rollup + "'");
  }

  @Test
  void aPlaceThatIsNoShareIsRefused() {
    assertRefused(
        plan("--location", "installed"),
        "nothing is copied to 'installed', where files have random names");
    assertRefused(
        plan("--location", "package"),
        "'package' is where the package is before the installation, and no share");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no folder is called so there")
  void aFolderThatAShellCannotNameIsRefusedAndNothingIsWritten() throws IOException {
    Path odd = Files.createDirectory(elsewhere.resolve("a\"b"));
    Path script = elsewhere.resolve("install.cmd");

    Run run = kbaudit("plan", "--package", rollup, "--share", odd, "--script", "cmd=" + script);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("kbaudit: a script for cmd cannot name '").hasLineCount(1);
    assertThat(script).doesNotExist();
  }

  /** To Java, l/.. is the folder that l is in; to the system, the one that it leads to. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void theScriptWorksInTheFoldersThatWereRead() throws IOException {
    Path deep = Files.createDirectory(elsewhere.resolve("deep"));
    Path real = Files.createDirectory(deep.resolve("real"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("l"), real);
    Files.createDirectory(deep.resolve("share"));
    Files.createDirectory(elsewhere.resolve("share"));

    Run run = kbaudit("plan", "--package", rollup, "--share", link + "/../share", "--script", "sh");

    assertThat(run.out()).contains("share='" + deep.resolve("share").toRealPath() + "'\n");
  }

  @Test
  void aReportIsNotWrittenOverTheScript() {
    Path file = elsewhere.resolve("install.sh");

    assertRefused(
        plan("--script", "sh=" + file, "--report", "text=" + file),
        "a report cannot be the script's file: '" + file + "'");
  }

  @Test
  void noReportIsWrittenOverThePackage() throws IOException {
    Path file = rollup.resolve("DNSClient.msi");

    assertRefused(
        plan("--report", "json=" + file),
        "'" + file + "' exists already; --overwrite writes a report over an earlier one");
  }

  @Test
  void asHtmlItIsAPageForWhoFilesIt() throws IOException {
    Path page = elsewhere.resolve("plan.html");

    Run run = plan("--report", "html=" + page, "--report", "text");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).endsWith(plan("-q").out());
    assertThat(page)
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("<title>READY: plan for KB2492954</title>", "Dnsclient.msi", "SHA-256")
        .doesNotContain(elsewhere.toString());
    assertThat(page).content().isEqualTo(plan("--report", "html").out());
  }

  @Test
  void anotherPlaceIsPlannedForItsOwnRows() throws IOException {
    assertThat(plan("-q", "--location", "dns").out()).startsWith("READY: 1 expected, 1 copy,");
    try (Stream<Path> files = Files.list(share)) {
      assertThat(files).isEmpty();
    }
  }

  private Run plan(Object... options) {
    Object[] args = new Object[options.length + 5];
    args[0] = "plan";
    args[1] = "--package";
    args[2] = rollup;
    args[3] = "--share";
    args[4] = share;
    System.arraycopy(options, 0, args, 5, options.length);
    return kbaudit(args);
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run).isEqualTo(new Run(ExitCode.CANNOT_ASK, "", "kbaudit: " + sentence + "\n"));
  }
}
