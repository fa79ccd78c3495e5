package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static io.kbaudit.cli.Run.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An audit is made once, and reported on at any time. */
class ReportCommandTest {
  @TempDir private Path folder;
  private Path rollup;
  private Path saved;

  @BeforeEach
  void auditAFolderThatLacksAFile() throws Exception {
    rollup = Files.createDirectory(folder.resolve("rollup"));
    saved = folder.resolve("audit.json");
    RollupFolder.kb2492954().with(Defect.missing("DNSProvider.msi")).writeTo(rollup);
    kbaudit("verify", "--location", "package", "--report", "json=" + saved, rollup);
  }

  @ParameterizedTest
  @MethodSource("io.kbaudit.AuditReports#names")
  void whatWasSavedIsReportedAsTheAuditItselfWas(String format) throws IOException {
    Path direct = folder.resolve("direct");
    Path later = folder.resolve("later");
    kbaudit("verify", "--location", "package", "--report", format + "=" + direct, rollup);

    Run run = kbaudit("report", saved, "--report", format + "=" + later);

    assertThat(run).isEqualTo(new Run(ExitCode.NON_COMPLIANT, "", ""));
    String expected = Files.readString(direct).replace(rollup.toString(), "rollup");
    assertThat(Files.readString(later)).isEqualTo(expected);
  }

  @Test
  void oneAuditGoesIntoAsManyReportsAsAreAskedFor() throws IOException {
    Run run =
        kbaudit(
            "report",
            saved,
            "--quiet",
            "--report",
            "text",
            "--report",
            "json=" + folder.resolve("a.json"),
            "--report",
            "text=" + folder.resolve("a.txt"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out())
        .isEqualTo("NON-COMPLIANT: 22 expected, 21 passed, 1 failed, 0 undecided, 0 unlisted\n");
    assertThat(folder.resolve("a.json")).hasSameTextualContentAs(saved);
    assertThat(folder.resolve("a.txt")).hasContent(run.out());
  }

  @Test
  void sinceAnEarlierAuditItSaysWhatIsNewFixedOrStillThereAndKeepsItsVerdict() throws Exception {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    RollupFolder.kb2492954().writeTo(whole);
    String since =
        "Since the earlier audit: NO NEW FAILURE: 0 new, 1 fixed, 0 still there; 0 files changed,"
            + " 0 gone, 1 new\n";

    Run run =
        kbaudit(
            "verify",
            "--location",
            "package",
            "--since",
            saved,
            "--report",
            "text",
            "--report",
            "markdown=" + folder.resolve("a.md"),
            "--report",
            "html=" + folder.resolve("a.html"),
            whole);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines().reduce((earlier, later) -> later).orElseThrow())
        .startsWith("COMPLIANT: ");
    assertThat(run.out()).contains(since);
    assertThat(folder.resolve("a.md")).content().contains("- **Since the earlier audit**: `NO NEW");
    assertThat(folder.resolve("a.html")).content().contains("NO NEW FAILURE: 0 new, 1 fixed");
    assertThat(kbaudit("report", saved, "--since", saved).exitCode())
        .isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(kbaudit("report", saved, "--since", saved).out())
        .contains("Since the earlier audit: NO DIFFERENCE: 0 new, 0 fixed, 1 still there");
    assertThat(kbaudit("report", saved, "--since", saved, "--quiet").out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("Since the earlier audit: NO DIFFERENCE: "),
            line -> assertThat(line).startsWith("NON-COMPLIANT: "));
  }

  @Test
  void anEarlierAuditIsAFileThatCanBeReadAndIsLeftAsItIs() throws IOException {
    Path earlier = folder.resolve("earlier.json");
    Files.copy(saved, earlier);
    String before = Files.readString(earlier);
    Path none = folder.resolve("none.json");

    assertThat(kbaudit("report", saved, "--since", none).err())
        .isEqualTo(
            "kbaudit: the saved audit '" + none + "' cannot be read: no such file or folder\n");
    assertThat(kbaudit("report", saved, "--since", "-").err())
        .isEqualTo("kbaudit: --since names a file, and not standard input\n");
    assertThat(kbaudit("report", saved, "--since", earlier, "--report", "csv").err())
        .isEqualTo(
            "kbaudit: --since is shown as text, html or markdown; ask for one: --report"
                + " html=FILE\n");
    Run over =
        kbaudit(
            "report",
            saved,
            "--since",
            earlier,
            "--overwrite",
            "--report",
            "text",
            "--report",
            "json=" + earlier);

    assertThat(over.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(earlier).content().isEqualTo(before);
  }

  @Test
  void readsStandardInputInTheEncodingThatTheShellWrites() throws IOException {
    Charset utf16 = StandardCharsets.UTF_16;
    Files.write(folder.resolve("utf16.json"), Files.readString(saved).getBytes(utf16));

    Run file = kbaudit("report", "-q", folder.resolve("utf16.json"));
    Run input = reading(Files.readString(saved), "report", "-q", "-");

    assertThat(file.out()).startsWith("NON-COMPLIANT: 22 expected");
    assertThat(input).isEqualTo(file);
  }

  @Test
  void refusesWhatIsNoSavedAudit() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "all is well");
    Path baseline = Files.writeString(folder.resolve("b.json"), "{\"schemaVersion\": 1}");

    assertRefused(kbaudit("report", text), "a.txt, line 1: not JSON: ");
    assertRefused(kbaudit("report", baseline), "b.json, line 1: this is no saved audit");
    assertRefused(kbaudit("report", folder), "is a folder, not a saved audit");
    assertRefused(
        kbaudit("report", folder.resolve("none.json")),
        "none.json' cannot be read: no such file or folder");
    assertRefused(kbaudit("report"), "Missing required parameter: 'AUDIT'");
  }

  @Test
  void refusesAnAuditWhoseVerdictWasChanged() throws IOException {
    String json = Files.readString(saved);
    Files.writeString(saved, json.replace("\"NON_COMPLIANT\"", "\"COMPLIANT\""));

    assertRefused(
        kbaudit("report", saved),
        "what is listed here comes to NON_COMPLIANT, and the verdict is: 'COMPLIANT'");
  }

  @Test
  void refusesToWriteOverTheAuditThatItReads() throws IOException {
    String before = Files.readString(saved);

    assertRefused(
        kbaudit("report", saved, "--report", "json=" + saved, "--overwrite"),
        "would overwrite what it is about; name another file");
    assertThat(saved).hasContent(before);
  }

  @Test
  void aReportThatCannotBeWrittenIsOneSentence() {
    Run run = kbaudit("report", saved, "--report", "json=" + folder.resolve("none/a.json"));

    assertRefused(run, "none/a.json' cannot be written: no such file or folder");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void shortAndLongExcludeEachOther() {
    assertRefused(kbaudit("report", saved, "-q", "-v"), "--quiet and --verbose exclude each other");
  }

  private static void assertRefused(Run run, String sentence) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(sentence).hasLineCount(1);
  }
}
