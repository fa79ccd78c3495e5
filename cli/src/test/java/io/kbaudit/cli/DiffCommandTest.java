package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static io.kbaudit.cli.Run.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.RollupFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two audits of one folder, made before and after something was done to it. */
class DiffCommandTest {
  private static final String LACKING = "DNSProvider.msi";

  @TempDir private Path folder;
  private Path rollup;
  private Path sound;
  private Path lacking;

  @BeforeEach
  void auditAFolderBeforeAndAfterItLostAFile() throws Exception {
    rollup = Files.createDirectory(folder.resolve("rollup"));
    RollupFolder.kb2492954().writeTo(rollup);
    sound = audited("sound.json");
    Files.delete(rollup.resolve(LACKING));
    lacking = audited("lacking.json");
  }

  private Path audited(String name, Object... options) {
    Path saved = folder.resolve(name);
    List<Object> arguments =
        new ArrayList<>(
            List.of("verify", "--location", "package", "--report", "json=" + saved, rollup));
    arguments.addAll(List.of(options));
    assertThat(kbaudit(arguments.toArray()).err()).isEmpty();
    return saved;
  }

  @Test
  void aNewFailureIsExitCodeOne() {
    Run run = kbaudit("diff", sound, lacking);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("\nNEW_FAILURE  1 finding\n", "  Dnsprovider.msi PRESENCE MISSING\n")
        .endsWith(
            "\nNEW FAILURES: 1 new, 0 fixed, 0 still there; 0 files changed, 1 gone, 0 new\n");
  }

  @Test
  void whatIsFixedOrStillThereIsExitCodeZero() {
    Run fixed = kbaudit("diff", "--quiet", lacking, sound);
    Run same = kbaudit("diff", "-q", lacking, lacking);

    assertThat(fixed)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                "NO NEW FAILURE: 0 new, 1 fixed, 0 still there; 0 files changed, 0 gone, 1 new\n",
                ""));
    assertThat(same)
        .isEqualTo(
            new Run(
                ExitCode.OK,
                "NO DIFFERENCE: 0 new, 0 fixed, 1 still there; 0 files changed, 0 gone, 0 new\n",
                ""));
  }

  @Test
  void whatIsNotComparableIsExitCodeThreeAndSaysHowManyFailuresAreNew() throws Exception {
    Files.delete(rollup.resolve("DNSClient.msi"));
    Path narrowed = audited("narrowed.json", "--skip", "DATE");

    Run run = kbaudit("diff", sound, narrowed);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.out())
        .contains("\nNOT COMPARABLE  other policy\n", "POLICY_DIFFERS: checks left out\n")
        .containsSubsequence("NOT COMPARABLE", "NEW_FAILURE  2 findings", "NO_LONGER_CHECKED");
    assertThat(run.out().lines().reduce((a, b) -> b).orElseThrow())
        .startsWith("NOT COMPARABLE: other policy; 2 new, 0 fixed, 0 still there,");
  }

  @Test
  void aPlaceThatDoesNotAnswerNowIsExitCodeThree() throws Exception {
    Path here = folder.resolve("here.json");
    Path gone = folder.resolve("gone.json");
    kbaudit("verify", "--location", "msi-share=" + rollup, "--report", "json=" + here);
    Files.move(rollup, folder.resolve("elsewhere"));
    kbaudit("verify", "--location", "msi-share=" + rollup, "--report", "json=" + gone);

    Run run = kbaudit("diff", "--quiet", here, gone);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.out()).startsWith("UNDECIDED: 0 new, 0 fixed, 0 still there, ");
  }

  @Test
  void oneComparisonGoesIntoAsManyReportsAsAreAskedFor() throws Exception {
    Run run =
        kbaudit(
            "diff",
            sound,
            lacking,
            "--report",
            "json",
            "--report",
            "html=" + folder.resolve("d.html"),
            "--report",
            "markdown=" + folder.resolve("d.md"),
            "--report",
            "text=" + folder.resolve("d.txt"));

    JSONObject json = run.json();
    assertThat(json.getString("comparison")).isEqualTo("NEW_FAILURES");
    assertThat(json.getJSONObject("summary").getInt("newFailures")).isEqualTo(1);
    assertThat(folder.resolve("d.html")).content().startsWith("<!DOCTYPE html>");
    assertThat(folder.resolve("d.md")).content().startsWith("# NEW FAILURES\n");
    assertThat(folder.resolve("d.txt")).content().isEqualTo(kbaudit("diff", sound, lacking).out());
  }

  @Test
  void eitherOfTheTwoIsReadFromStandardInputButNotBoth() throws Exception {
    Run files = kbaudit("diff", sound, lacking);

    assertThat(reading(Files.readString(lacking), "diff", sound, "-")).isEqualTo(files);
    assertThat(reading(Files.readString(sound), "diff", "-", lacking)).isEqualTo(files);
    assertRefused(
        reading("", "diff", "-", "-"), "only one of the two audits can be standard input");
  }

  @Test
  void refusesWhatIsNoSavedAudit() throws Exception {
    Path text = Files.writeString(folder.resolve("a.txt"), "all is well");
    Path baseline = folder.resolve("baseline.json");
    Path comparison = folder.resolve("comparison.json");
    Path none = folder.resolve("none.json");
    RollupFolder.kb2492954().writeTo(rollup);
    kbaudit("baseline", rollup, "-o", baseline);
    kbaudit("diff", sound, lacking, "--report", "json=" + comparison);

    assertRefused(kbaudit("diff", sound, text), "a.txt, line 1: not JSON: ");
    assertRefused(kbaudit("diff", text, sound), "a.txt, line 1: not JSON: ");
    assertRefused(kbaudit("diff", sound, baseline), "baseline.json, line ");
    assertRefused(kbaudit("diff", comparison, sound), "this is a comparison, not a saved audit");
    assertRefused(kbaudit("diff", folder, sound), "is a folder, not a saved audit");
    assertRefused(kbaudit("diff", sound, none), "none.json' cannot be read: no such file");
    assertRefused(kbaudit("diff", sound), "Missing required parameter: 'AFTER'");
    assertRefused(kbaudit("diff"), "Missing required parameter");
    assertRefused(kbaudit("diff", sound, ""), "is named '', and no file is called so");
    assertRefused(
        kbaudit("diff", sound, lacking, "--report", "csv"),
        "'csv' is not one of text, json, markdown, html");
  }

  @Test
  void refusesToWriteOverTheAuditsThatItReads() throws Exception {
    String before = Files.readString(sound);

    assertRefused(
        kbaudit("diff", sound, lacking, "--report", "json=" + sound, "--overwrite"),
        "is no earlier json report of the same kind, and is not written over; name another file");
    assertRefused(
        kbaudit("diff", sound, lacking, "--report", "json=" + lacking, "--overwrite"),
        "is no earlier json report of the same kind, and is not written over; name another file");
    assertThat(sound).hasContent(before);
  }

  @Test
  void sumsUpOnTheTerminalWhenTheReportGoesToAFile() {
    Run run =
        Run.on(
            StandardCharsets.UTF_8,
            true,
            Map.of(),
            "diff",
            sound,
            lacking,
            "--report",
            "html=" + folder.resolve("d.html"));

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("NEW FAILURES: 1 new").hasLineCount(1);
  }

  @Test
  void coloursOnATerminalUnlessToldNotTo() {
    Run terminal = Run.on(StandardCharsets.UTF_8, true, Map.of(), "diff", sound, lacking);
    Run never =
        Run.on(StandardCharsets.UTF_8, true, Map.of(), "diff", "--color", "never", sound, lacking);

    assertThat(terminal.out()).contains("\u001B[31mNEW_FAILURE\u001B[0m");
    assertThat(never.out()).doesNotContain("\u001B");
  }

  @Test
  void itSaysTheSameInTurkey() {
    Locale here = Locale.getDefault();
    Run expected = kbaudit("diff", sound, lacking);
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(kbaudit("diff", sound, lacking)).isEqualTo(expected);
    } finally {
      Locale.setDefault(here);
    }
  }

  @Test
  void helpSaysWhatTheExitCodesMean() {
    Run run = kbaudit("diff", "--help");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("Usage: kbaudit diff")
        .contains("Exit codes: 0 nothing fails that did not before", "Examples:", "text, json,");
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(sentence).hasLineCount(1);
  }
}
