package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standard is written down, and held to later; or nothing is written. */
class BaselineCommandTest {
  private final Path folder;
  private final Path baseline;

  BaselineCommandTest(@TempDir Path folder, @TempDir Path elsewhere) {
    this.folder = folder;
    this.baseline = elsewhere.resolve("rollup.json");
  }

  @Test
  void aVerifiedFolderIsWrittenDownAndHeldTo() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);

    Run written = kbaudit("baseline", folder, "-o", baseline);
    Run verified = kbaudit("verify", folder, "--baseline", baseline, "--report", "json");

    assertThat(written).isEqualTo(Run.wrote(baseline, "22 files"));
    assertThat(verified.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(verified.json().getJSONArray("files"))
        .hasSize(22)
        .allSatisfy(
            file -> assertThat(((JSONObject) file).getString("assurance")).isEqualTo("PINNED"));
    assertThat(verified.json().getJSONObject("policy").getString("baseline"))
        .isEqualTo("rollup.json");
  }

  @Test
  void whatWasNotAuditedIsSaidWhereItIsWritten() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);

    Run written =
        kbaudit("baseline", "--location", "dns", "--signature", "off", folder, "-o", baseline);

    assertThat(written)
        .isEqualTo(Run.wrote(baseline, "1 file, not audited: SIGNATURE, 21 rows (location)"));
  }

  @Test
  void quietlyItIsWrittenAndNothingSaid() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);

    assertThat(kbaudit("baseline", "-q", folder, "-o", baseline))
        .isEqualTo(new Run(ExitCode.OK, "", ""));
    assertThat(baseline).isNotEmptyFile();
  }

  @Test
  void onStandardOutputItIsTheSame() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    kbaudit("baseline", folder, "-o", baseline);

    Run printed = kbaudit("baseline", folder);

    assertThat(printed).isEqualTo(new Run(ExitCode.OK, Files.readString(baseline), ""));
  }

  @Test
  void ofAFolderThatFailsNothingIsWritten() throws IOException {
    RollupFolder.kb2492954().with(Defect.truncated("DNSClient.msi")).writeTo(folder);

    Run run = kbaudit("baseline", folder, "-o", baseline);

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.NON_COMPLIANT,
                "",
                "kbaudit: nothing is written, since '"
                    + folder
                    + "' does not verify: NON-COMPLIANT: 22 expected, 21 passed, 1 failed, 0"
                    + " undecided, 0 unlisted\n"
                    + "kbaudit: 'DNSClient.msi' is not sound: the file ends at byte 339,968, but"
                    + " the stream 'Data1.cab' goes on; 339,968 bytes are missing\n"));
    assertThat(baseline).doesNotExist();
  }

  @Test
  void ofAFolderThatCannotBeJudgedNothingIsWritten() throws IOException {
    RollupFolder.kb2492954().with(Defect.unreadable("DNSClient.msi")).writeTo(folder);

    Run run = kbaudit("baseline", folder, "-o", baseline);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(baseline).doesNotExist();
  }

  @Test
  void anExistingFileIsNotWrittenOver() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    Files.writeString(baseline, "precious");

    assertRefused(
        kbaudit("baseline", folder, "-o", baseline),
        "'" + baseline + "' exists already, and is not written over");
    assertThat(baseline).hasContent("precious");
  }

  @Test
  void aBaselineCutInTheMiddleIsRefusedWithItsLine() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    kbaudit("baseline", folder, "-o", baseline);
    String text = Files.readString(baseline);
    Files.writeString(baseline, text.substring(0, text.length() / 2));
    long lines = Files.readString(baseline).lines().count();

    assertRefused(
        kbaudit("verify", folder, "--baseline", baseline),
        "rollup.json, line " + lines + ": it ends in the middle, as a file does that was cut");
  }

  @Test
  void aReferenceMustBeThePackageAsListed(@TempDir Path reference) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    RollupFolder.kb2492954().with(Defect.missing("Servicebase.msi")).writeTo(reference);

    assertRefused(
        kbaudit("verify", folder, "--reference", reference),
        "the reference '"
            + reference
            + "' is not the package as listed, NON-COMPLIANT: 22 expected, 21 passed, 1 failed, 0"
            + " undecided, 0 unlisted; 'kbaudit verify --accept exact' says why");
  }

  @Test
  void aFolderIsNotItsOwnReference() throws IOException {
    RollupFolder.kb2492954().writeTo(folder);

    assertRefused(
        kbaudit("verify", "--reference", folder, folder.resolve(".")),
        "the reference '" + folder + "' is the audited folder itself, and proves nothing");
  }

  @Test
  void noReportIsWrittenOverTheReference(@TempDir Path reference) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    RollupFolder.kb2492954().writeTo(reference);
    Path file = reference.resolve("DNSClient.msi");

    assertRefused(
        kbaudit("verify", "--reference", reference, "--report", "json=" + file, folder),
        "'" + file + "' exists already; --overwrite writes a report over an earlier one");
  }

  @Test
  void aHashAloneNeedsAStandard() {
    assertRefused(
        kbaudit("verify", "--only", "HASH", folder),
        "HASH alone has nothing to compare with, since KB2492954 lists no digests of these files;"
            + " name --reference or --baseline");
  }

  @Test
  void aHashAloneIsAQuestionWhereTheArticleListsDigests(@TempDir Path elsewhere)
      throws IOException {
    Path article =
        Files.writeString(
            elsewhere.resolve("article.md"),
            """
            |File name|File size|Platform|SHA1|
            |---|---|---|---|
            |abc.dll|3|x86|a9993e364706816aba3e25717850c26c9cd0d89d|
            |abc.dll|4|x64||
            """);
    Files.writeString(folder.resolve("abc.dll"), "abc");

    Run listed =
        kbaudit("verify", "--only", "HASH", "--article", article, "--platform", "x86", folder);
    Run unlisted =
        kbaudit("verify", "--only", "HASH", "--article", article, "--platform", "x64", folder);
    Files.writeString(folder.resolve("abc.dll"), "abd");
    Run altered =
        kbaudit("verify", "--only", "HASH", "--article", article, "--platform", "x86", folder);

    assertThat(listed.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(altered.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertRefused(
        unlisted,
        "HASH alone has nothing to compare with, since article.md lists no digests of these files;"
            + " name --reference or --baseline");
  }

  @Test
  void whatIsNoStandardIsRefused() {
    assertRefused(
        kbaudit("verify", folder, "--baseline", baseline), "no such baseline: '" + baseline + "'");
    assertRefused(
        kbaudit("verify", folder, "--baseline", folder),
        "'" + folder + "' is a folder, not a baseline; --reference takes a folder");
    assertRefused(
        kbaudit("verify", folder, "--reference", baseline), "no such folder: '" + baseline + "'");
    assertRefused(
        kbaudit("verify", folder, "--reference", folder, "--baseline", baseline),
        "--reference and --baseline exclude each other; name one");
    assertRefused(
        kbaudit("verify", folder, "--reference", folder, "--skip", "HASH"),
        "--reference is what HASH compares with, and --only or --skip leaves HASH out");
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run).isEqualTo(new Run(ExitCode.CANNOT_ASK, "", "kbaudit: " + sentence + "\n"));
  }
}
