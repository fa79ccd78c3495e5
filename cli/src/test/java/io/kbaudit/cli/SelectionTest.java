package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.pe.Machine;
import io.kbaudit.fixtures.pe.PeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An article that lists one name for two platforms, and for two service branches. */
class SelectionTest {
  private static final String ARTICLE =
      """
      The English version of this update has these file attributes or later. Times are in UTC.

      ##### For all supported x86-based versions of Windows XP

      |File name|File size|Date|Time|Platform|Service branch|
      |---|---|---|---|---|---|
      |Aclayers.dll|5000|11-Mar-2011|14:10|x86|SP3GDR|
      |Aclayers.dll|6000|11-Mar-2011|14:09|x86|SP3QFE|

      ##### For all supported x64-based versions of Windows XP

      |File name|File size|Date|Time|Platform|
      |---|---|---|---|---|
      |Aclayers.dll|7000|11-Mar-2011|14:10|x64|

      ## Status
      """;

  @TempDir private Path folder;
  private Path article;
  private Path files;

  @BeforeEach
  void writeArticleAndTheFileOfOneBranch() throws IOException {
    article = Files.writeString(folder.resolve("article.md"), ARTICLE);
    files = Files.createDirectory(folder.resolve("files"));
    PeFixture.library()
        .sized(6_000)
        .machine(Machine.X86)
        .modifiedAt("2011-03-11T14:09:30Z")
        .writeTo(files.resolve("aclayers.dll"));
  }

  @Test
  void oneFileForTwoPlatformsFailsAndSaysWhatToChoose() throws Exception {
    Run run = kbaudit("verify", "--article", article, files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).contains("the platform 'x86' or 'x64'");
  }

  @Test
  void thePlatformThatIsMeantCompliesByEitherBranch() throws Exception {
    Run run = kbaudit("verify", "--article", article, "--platform", "Intel", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("Rows       only for Intel").contains("ALTERNATIVE_ROWS");
  }

  @Test
  void theOtherPlatformIsAnotherFile() throws Exception {
    Run run = kbaudit("verify", "--article", article, "--group", "X64-based", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out()).contains("Aclayers.dll  PRESENCE MISSING");
    assertThat(run.out()).contains("the file of this name is that of row 2 (under 'For all");
  }

  @Test
  void theChoiceIsPartOfTheJsonReport() throws Exception {
    Run run =
        kbaudit("verify", "--report", "json", "--article", article, "--platform", "x86", files);

    assertThat(run.json().getJSONObject("policy").getJSONObject("rows").getString("platform"))
        .isEqualTo("x86");
  }

  @Test
  void aPlatformThatTheArticleDoesNotNameIsNoQuestion() throws Exception {
    Run run = kbaudit("verify", "--article", article, "--platform", "Alpha", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err())
        .isEqualTo(
            "kbaudit: --platform 'Alpha' is no platform of article.md, which names 'x86', 'x64'\n");
  }

  @Test
  void aPlatformOfAnArticleThatNamesNoneIsNoQuestion() throws Exception {
    Run run = kbaudit("verify", "--platform", "x64", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err())
        .isEqualTo("kbaudit: --platform 'x64' is no platform of KB2492954, which names none\n");
  }

  @Test
  void aLanguageThatTheArticleDoesNotNameIsNoQuestion() throws Exception {
    Run run = kbaudit("verify", "--article", article, "--language", "Klingon", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err())
        .isEqualTo(
            "kbaudit: --language 'Klingon' is no language of article.md, which names 'English'\n");
  }

  @Test
  void theLanguageThatTheArticleStatesKeepsTheRowsThatSayNone() throws Exception {
    Run run =
        kbaudit(
            "verify", "--article", article, "--platform", "x86", "--language", "english", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void wordsThatNoHeadingHasAreNoQuestion() throws Exception {
    Run run = kbaudit("verify", "--article", article, "--group", "Vista", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err())
        .isEqualTo(
            "kbaudit: --group 'Vista' is no heading of article.md, which names 'For all supported"
                + " x86-based versions of Windows XP', 'For all supported x64-based versions of"
                + " Windows XP'\n");
  }

  @Test
  void choicesThatLeaveNothingTogetherAreNamedAndNoOthers() throws Exception {
    Run run =
        kbaudit("verify", "--article", article, "--platform", "x64", "--group", "x86-based", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err())
        .isEqualTo("kbaudit: no row of article.md is left by --group and --platform together\n");
  }

  @Test
  void aChoiceThatLeavesNothingMayBeInARowThatIsUnread() throws Exception {
    Files.writeString(
        article, ARTICLE.replace("|7000|11-Mar-2011|14:10|x64|", "|7000|11-Mar-2011|"));

    Run run = kbaudit("verify", "--article", article, "--platform", "x64", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err()).endsWith(" names 'x86'; 1 more row is unread, in line 14\n");
  }

  @Test
  void wordsToLookForAreNotEmpty() throws Exception {
    Run run = kbaudit("verify", "--article", article, "--group", " ", files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err()).isEqualTo("kbaudit: --group is empty; it takes words to look for\n");
  }

  @Test
  void aPlanIsOfTheRowsThatAreMeant() throws Exception {
    Path share = Files.createDirectory(folder.resolve("share"));

    Run run =
        kbaudit(
            "plan",
            "--article",
            article,
            "--platform",
            "x86",
            "--package",
            files,
            "--share",
            share);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("Rows       only for x86")
        .contains("READY: 1 expected, 1 copy, 0 replace");
  }

  @Test
  void theScriptOfAPlanNamesTheChoiceForTheVerification() throws Exception {
    Path share = Files.createDirectory(folder.resolve("share"));

    Run run =
        kbaudit(
            "plan",
            "--article",
            article,
            "--platform",
            "x86",
            "--script",
            "sh",
            "--package",
            files,
            "--share",
            share);

    assertThat(run.out()).contains("kbaudit verify --platform NAME --reference PACKAGE SHARE");
  }

  @Test
  void aPlanOfAPlatformThatIsNotNamedIsNoQuestion() throws Exception {
    Run run =
        kbaudit(
            "plan",
            "--article",
            article,
            "--platform",
            "sh3",
            "--package",
            files,
            "--share",
            files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.err()).startsWith("kbaudit: --platform 'sh3' is no platform of article.md");
  }

  @Test
  void aBaselineOfTheRowsThatAreMeantPinsThem() throws Exception {
    Path baseline = folder.resolve("x86.json");

    Run written =
        kbaudit("baseline", "--article", article, "--platform", "x86", files, "-o", baseline);
    Run verified =
        kbaudit("verify", "--article", article, "--platform", "x86", "--baseline", baseline, files);

    assertThat(written)
        .isEqualTo(
            Run.wrote(baseline, "1 file, not audited: 1 row (platform), contents (METADATA_ONLY)"));
    assertThat(verified.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(verified.out()).contains("PINNED");
  }

  @Test
  void aReferenceIsHeldToTheRowsThatAreMeant() throws Exception {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.copy(
        files.resolve("aclayers.dll"),
        copy.resolve("aclayers.dll"),
        StandardCopyOption.COPY_ATTRIBUTES);

    Run run =
        kbaudit("verify", "--article", article, "--platform", "x86", "--reference", files, copy);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("PINNED");
  }

  @Test
  void aLineThatCannotBeReadIsCountedInTheSummary() throws Exception {
    Files.writeString(
        article, ARTICLE.replace("|7000|11-Mar-2011|14:10|x64|", "|7000|11-Mar-2011|"));

    Run run = kbaudit("verify", "-q", "--article", article, files);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.out())
        .isEqualTo(
            "INDETERMINATE: 1 expected, 1 passed, 0 failed, 0 undecided, 0 unlisted, 1 line of the"
                + " article unread; not audited: contents (METADATA_ONLY)\n");
  }

  @Test
  void rowsThatWereLeftOutAreInTheLastLineOfEveryReport() throws Exception {
    Run text = kbaudit("verify", "--article", article, "--platform", "x86", files);
    Run quiet = kbaudit("verify", "-q", "--article", article, "--group", "x86-based", files);
    Run nagios =
        kbaudit("verify", "--report", "nagios", "--article", article, "--platform", "x86", files);

    assertThat(text.out())
        .endsWith(
            "\nCOMPLIANT: 1 expected, 1 passed, 0 failed, 0 undecided, 0 unlisted; not audited: 1"
                + " row (platform), contents (METADATA_ONLY)\n");
    assertThat(quiet.out())
        .isEqualTo(
            "COMPLIANT: 1 expected, 1 passed, 0 failed, 0 undecided, 0 unlisted; not audited: 1"
                + " row (group), contents (METADATA_ONLY)\n");
    assertThat(nagios.out())
        .startsWith("KBAUDIT OK - COMPLIANT: ")
        .contains(" unlisted; not audited: 1 row (platform), contents (METADATA_ONLY)|");
  }

  @Test
  void rowsThatWereLeftOutAreInASavedAuditAndWhatIsMadeOfIt() throws Exception {
    Run json =
        kbaudit("verify", "--report", "json", "--article", article, "--platform", "x86", files);
    Path saved = Files.writeString(folder.resolve("audit.json"), json.out());

    Run again = kbaudit("report", saved, "-q");

    assertThat(json.json().getJSONObject("summary").getInt("rowsListed")).isEqualTo(3);
    assertThat(json.json().getJSONObject("summary").getJSONObject("rowsLeftOut").toMap())
        .isEqualTo(
            Map.of("group", 0, "platform", 1, "language", 0, "location", 0, "alternatives", 1));
    assertThat(again.out()).endsWith("; not audited: 1 row (platform), contents (METADATA_ONLY)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "html", "junit", "markdown"})
  void everyFormatSaysWhatWasLeftOut(String format) throws Exception {
    Run run =
        kbaudit(
            "verify",
            "--report",
            format,
            "--article",
            article,
            "--platform",
            "x86",
            "--skip",
            "IDENTITY",
            files);

    assertThat(run.out()).contains("1 row (platform)", "IDENTITY");
  }

  @Test
  void sarifSaysWhatWasLeftOutAmongItsProperties() throws Exception {
    Run run =
        kbaudit("verify", "--report", "sarif", "--article", article, "--platform", "x86", files);

    assertThat(run.json().query("/runs/0/properties/places/0/summary/rowsLeftOut/platform"))
        .isEqualTo(1);
  }

  @Test
  void checksThatWereLeftOutAreInEveryShortForm() throws Exception {
    Run skipped =
        kbaudit(
            "verify", "-q", "--article", article, "--skip", "HASH", "--skip", "IDENTITY", files);
    Run only =
        kbaudit(
            "verify",
            "--report",
            "nagios",
            "--article",
            article,
            "--platform",
            "x86",
            "--only",
            "SIZE",
            files);

    assertThat(skipped.out()).endsWith(" unlisted; not audited: HASH, IDENTITY\n");
    assertThat(only.out()).contains("; not audited: all checks but SIZE, 1 row (platform)|");
  }

  @Test
  void aLineThatCannotBeReadIsCountedInTheJsonReport() throws Exception {
    Files.writeString(
        article, ARTICLE.replace("|7000|11-Mar-2011|14:10|x64|", "|7000|11-Mar-2011|"));

    Run run = kbaudit("verify", "--report", "json", "--article", article, files);

    assertThat(run.json().getString("verdict")).isEqualTo("INDETERMINATE");
    assertThat(run.json().getJSONObject("summary").getInt("unreadRows")).isEqualTo(1);
  }
}
