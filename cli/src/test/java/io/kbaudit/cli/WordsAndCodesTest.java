package io.kbaudit.cli;

import static io.kbaudit.cli.PackageDefects.damaged;
import static io.kbaudit.cli.PackageDefects.replaced;
import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.AuditReports;
import io.kbaudit.ComparisonReports;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the last word of an output says, the exit code says too: in every command, form and format,
 * whatever is wrong with a folder, and however the question is narrowed.
 */
class WordsAndCodesTest {
  private static final String CLIENT = "DNSClient.msi";

  /** What was left out they say in fields, which the tests of each format hold. */
  private static final List<String> FOR_PROGRAMS = List.of("json", "sarif", "prometheus");

  private static final String HELPERS = "ManagedHelpers.msi";

  /** Kept: the folder as listed, the audit of it, and its article as a file. */
  @TempDir static Path kept;

  private static Path sound;
  private static Path soundAudit;
  private static Path articles;

  private final Path folder;
  private final Path beside;
  private int saved;

  WordsAndCodesTest(@TempDir Path folder, @TempDir Path beside) {
    this.folder = folder;
    this.beside = beside;
  }

  @BeforeAll
  static void keepWhatIsAsListed() throws IOException {
    sound = kept.resolve("QFERollupPackage");
    soundAudit = kept.resolve("sound.json");
    articles = Files.createDirectory(kept.resolve("articles"));
    RollupFolder.kb2492954().writeTo(sound);
    kbaudit("verify", "--report", "json=" + soundAudit, sound);
    kbaudit("article", "show", "KB2492954", "--report", "csv=" + articles.resolve("KB2492954.csv"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.kbaudit.cli.OneDefectTest#all")
  void everyReportOnADefectSaysWhatTheExitCodeSays(OneDefectTest.OneDefect defect)
      throws Exception {
    RollupFolder.kb2492954().with(defect.inFolder().toArray(Defect[]::new)).writeTo(folder);
    Path audit = verify(defect.howAudited().optionsFor(folder, beside), defect.exitCode(), "");

    assertAgree(kbaudit("diff", soundAudit, audit), kbaudit("diff", "-q", soundAudit, audit));
    assertAgree(kbaudit("diff", audit, soundAudit), kbaudit("diff", "-q", audit, soundAudit));
  }

  static Stream<Arguments> narrowings() {
    return Stream.of(
        Arguments.of("all checks but SIZE", List.of("--only", "SIZE")),
        Arguments.of("all checks but PRESENCE and DATE", List.of("--only", "PRESENCE,DATE")),
        Arguments.of("DATE", List.of("--skip", "DATE")),
        Arguments.of("SIGNATURE", List.of("--signature", "off")),
        Arguments.of("unlisted files", List.of("--unlisted", "ignore")),
        Arguments.of("files '*.tmp'", List.of("--exclude", "*.tmp", "--unlisted", "fail")),
        Arguments.of("files but '*.msi'", List.of("--include", "*.msi")),
        Arguments.of("1 row (location)", List.of("--location", "msi-share")),
        Arguments.of("21 rows (location)", List.of("--location", "dns")));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("narrowings")
  void noReportIsGreenWithoutWhatWasLeftOut(String leftOut, List<String> options) throws Exception {
    RollupFolder.kb2492954().writeTo(folder);
    verify(options, ExitCode.OK, leftOut);
    Defect.missing(CLIENT).applyTo(folder);
    Defect.extra("left.bin").applyTo(folder);

    Path audit = verify(options, kbaudit(arguments("verify", options, folder)).exitCode(), leftOut);

    assertThat(kbaudit("diff", "-q", audit, audit).out())
        .startsWith("NO DIFFERENCE: ")
        .contains("; not audited: ")
        .contains(leftOut);
  }

  @Test
  void rowsForOtherPlatformsAreLeftOutAloud() throws Exception {
    Path article =
        ListingArticle.write(
            beside,
            "| File name | Date | Time | File size | Platform |",
            "| DNSClient.msi | 10-Mar-2011 | 10:04 | 679,936 | x86 |\n"
                + "| other.msi | 10-Mar-2011 | 10:04 | 5 | x64 |");
    RollupFolder.kb2492954().writeTo(folder);

    verify(
        List.of("--article", article.toString(), "--platform", "x86"),
        ExitCode.OK,
        "1 row (platform)");
  }

  @Test
  void waiversAreGreenWhileTheyApplyAndNoLonger() throws Exception {
    RollupFolder.kb2492954().with(Defect.missing(CLIENT)).writeTo(folder);
    Path waivers =
        Files.writeString(
            beside.resolve("waivers.yaml"),
            """
            waivers:
              - file: DNSClient.msi
                check: PRESENCE
                reason: it is installed by hand
                approver: J. Doe
                expiry: 2027-03-31
            """);
    List<String> applied = List.of("--waivers", waivers.toString(), "--as-of", "2027-03-31");
    List<String> expired = List.of("--waivers", waivers.toString(), "--as-of", "2027-04-01");

    assertThat(quiet(verify(applied, ExitCode.OK, ""))).startsWith("COMPLIANT with 1 waiver, ");
    assertThat(quiet(verify(expired, ExitCode.NON_COMPLIANT, "")))
        .endsWith("; 1 waiver expired; waivers as on 2027-04-01\n");
  }

  @Test
  void noReportIsGreenWithoutWhatWasLessStrict() throws Exception {
    RollupFolder.kb2492954().with(Defect.shifted(HELPERS, Duration.ofMinutes(-3))).writeTo(folder);

    Path audit = verify(List.of("--tolerance", "5m"), ExitCode.OK, "");

    assertThat(quiet(audit)).endsWith(" 0 unlisted; times 5m off will do\n");
    for (String format : List.of("text", "markdown", "html", "csv", "junit", "nagios")) {
      assertThat(kbaudit("report", audit, "--report", format).out())
          .as(format)
          .contains("times 5m off will do");
    }
    assertThat(quiet(verify(List.of("--tolerance", "0s"), ExitCode.NON_COMPLIANT, "")))
        .endsWith(" 0 unlisted\n");
  }

  @Test
  void severalLocationsAreGreenTogetherAlone() throws Exception {
    RollupFolder.kb2492954().writeTo(folder);
    List<String> two = List.of("--location", "package=" + sound, "--location", "dns=" + folder);
    List<String> unreached =
        List.of("--location", "package=" + sound, "--location", "dns=" + beside.resolve("none"));
    List<String> incomplete = List.of("--location", "package=" + sound, "--complete");

    verifySeveral(two, ExitCode.OK);
    verifySeveral(unreached, ExitCode.INDETERMINATE);
    verifySeveral(incomplete, ExitCode.INDETERMINATE);
    Defect.missing(CLIENT).applyTo(folder);
    verifySeveral(two, ExitCode.NON_COMPLIANT);
  }

  private void verifySeveral(List<String> options, ExitCode code) {
    reportedOn(arguments("verify", options), code, words -> words.leavesOutLocation("sharepoint"));
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        Arguments.of("sound", (Defect) folder -> {}),
        Arguments.of("missing", Defect.missing(HELPERS)),
        Arguments.of("of no row of the share", Defect.missing("Servicebase.msi")),
        Arguments.of("unreadable", Defect.unreadable(HELPERS)),
        Arguments.of("renamed", Defect.renamed(HELPERS, "helpers.bak")),
        Arguments.of("in another case", Defect.otherCase(HELPERS)),
        Arguments.of("swapped", Defect.swapped(CLIENT, "DNSProvider.msi")),
        Arguments.of("truncated", Defect.truncated(CLIENT)),
        Arguments.of("zeroed", Defect.zeroed(CLIENT)),
        Arguments.of("longer", Defect.longerByAByte(CLIENT)),
        Arguments.of("damaged", damaged(CLIENT, MsiDamage.STRING_LENGTHS_LIE)),
        Arguments.of("older", Defect.shifted(HELPERS, Duration.ofDays(-30))),
        Arguments.of("later", Defect.shifted(HELPERS, Duration.ofDays(30))),
        Arguments.of("of another zone", Defect.everythingShifted(Duration.ofHours(2))),
        Arguments.of("without its cabinet", replaced(CLIENT, MsiFixture::withoutCabinet, 679_936)),
        Arguments.of("extra", Defect.extra("extra.msi")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void everyOtherCommandSaysWhatItsExitCodeSays(String what, Defect defect) throws Exception {
    RollupFolder.kb2492954().with(defect).writeTo(folder);
    Path empty = Files.createDirectory(beside.resolve("empty"));

    assertAgree(plan(folder, empty), plan(folder, empty, "-q"));
    assertAgree(plan(sound, folder), plan(sound, folder, "-q"));
    assertAgree(plan(folder, sound), plan(folder, sound, "-q"));
    Run identified = kbaudit("identify", folder, "--articles", articles, "--no-index");
    assertAgree(
        identified, kbaudit("identify", "-q", folder, "--articles", articles, "--no-index"));
    assertInspectionAgrees(kbaudit("inspect", folder));
    assertBaselineAgrees(kbaudit("baseline", folder));
    assertThat(kbaudit("collect", folder).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void ofAnArticleTheLineThatSumsUpSaysWhatTheExitCodeSays() throws IOException {
    Path good =
        ListingArticle.write(
            beside, ListingArticle.HEADINGS, "| a.msi | 10-Mar-2011 | 10:04 | 5 |");
    Path nothing =
        Files.writeString(
            beside.resolve("nothing.md"), "| File name | File size |\n|---|---|\n| a.msi | x |\n");
    Path unread =
        Files.writeString(
            beside.resolve("unread.md"),
            "| File name | File size |\n|---|---|\n| a.msi | 5 |\n| | 7 |\n");

    assertAgree(
        kbaudit("article", "check", "KB2492954"), kbaudit("article", "check", "-q", "KB2492954"));
    assertAgree(kbaudit("article", "check", good), kbaudit("article", "check", "-q", good));
    assertAgree(kbaudit("article", "check", nothing), kbaudit("article", "check", "-q", nothing));
    assertAgree(kbaudit("article", "check", unread), kbaudit("article", "check", "-q", unread));
  }

  /** A report that cannot be written must leave no green word behind. */
  @Test
  void nothingIsGreenThatCouldNotBeWritten() {
    String nowhere = "json=" + beside.resolve("none/audit.json");

    for (String format : AuditReports.names()) {
      if (!format.equals("json")) {
        Run run = kbaudit("verify", "--report", format, "--report", nowhere, sound);

        assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
        assertThat(run.out()).as(format).doesNotContain("COMPLIANT").doesNotContain("OK");
      }
    }
    Run plan = plan(sound, folder, "--report", "text", "--report", nowhere);
    assertThat(plan.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(plan.out()).isEmpty();
    for (String format : ComparisonReports.names()) {
      if (!format.equals("json")) {
        Run diff = kbaudit("diff", soundAudit, soundAudit, "--report", format, "--report", nowhere);
        assertThat(diff.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
        assertThat(diff.out()).isEmpty();
      }
    }
  }

  /**
   * Audits the folder, and has all reports on it say this, in every format and form; returns the
   * saved audit.
   *
   * @param leftOut what each must say was not audited; empty for nothing of interest
   */
  private Path verify(List<String> options, ExitCode code, String leftOut) {
    return reportedOn(
        arguments("verify", options, folder),
        code,
        words -> leftOut.isEmpty() || words.leavesOut(leftOut));
  }

  private Path reportedOn(
      Object[] question, ExitCode code, Predicate<ReportWords> saysWhatIsLeftOut) {
    Path audit = beside.resolve("audit" + saved++ + ".json");
    List<Object> asked = new ArrayList<>(List.of(question));
    asked.addAll(List.of("--report", "text", "--report", "json=" + audit));
    Run full = kbaudit(asked.toArray());
    Run quiet = kbaudit(Stream.concat(Stream.of(question), Stream.of("--quiet")).toArray());

    assertThat(full.exitCode()).isEqualTo(code);
    assertAgree(full, quiet);
    assertThat(quiet.out()).isEqualTo(quiet(audit));
    for (String format : AuditReports.names()) {
      Run run = kbaudit("report", audit, "--report", format);
      ReportWords words = new ReportWords(format, run.out());

      assertThat(run.exitCode()).as(format).isEqualTo(code);
      assertThat(words.verdict()).as(format).isEqualTo(code);
      if (!FOR_PROGRAMS.contains(format)) {
        assertThat(saysWhatIsLeftOut).as(words.toString()).accepts(words);
      }
    }
    return audit;
  }

  private static String quiet(Path audit) {
    return kbaudit("report", audit, "--quiet").out();
  }

  private static Object[] arguments(String command, List<String> options, Object... more) {
    List<Object> all = new ArrayList<>(List.of(command));
    all.addAll(options);
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static Run plan(Path rollup, Path share, Object... options) {
    return kbaudit(
        Stream.concat(Stream.of("plan", "--package", rollup, "--share", share), Stream.of(options))
            .toArray());
  }

  /** The quiet form is the last line of the full one, ends alike, and its words are of its code. */
  private static void assertAgree(Run full, Run quiet) {
    String last = new ReportWords("text", full.out()).lastLine();
    assertThat(quiet.out()).isEqualTo(last + "\n");
    assertThat(quiet.exitCode()).isEqualTo(full.exitCode());
    assertThat(codesOf(last)).as(last).contains(full.exitCode());
  }

  /** Returns the exit codes with which a line that sums up may end. */
  private static List<ExitCode> codesOf(String line) {
    String word = line.replaceFirst("(?s)( with|:).*", "");
    return switch (word) {
      case "COMPLIANT", "READY", "NO DIFFERENCE", "NO NEW FAILURE" -> List.of(ExitCode.OK);
      case "NON-COMPLIANT", "OBSTRUCTED", "NEW FAILURES" -> List.of(ExitCode.NON_COMPLIANT);
      case "INDETERMINATE", "UNDECIDED", "NOT COMPARABLE" -> List.of(ExitCode.INDETERMINATE);
      default -> word.matches("[0-9]+ files?") ? codesOfIdentified(line) : codesOfRead(line);
    };
  }

  private static List<ExitCode> codesOfIdentified(String line) {
    if (line.contains(" 0 listed by no article") && !line.contains("unread")) {
      return List.of(ExitCode.OK);
    }
    return List.of(ExitCode.NON_COMPLIANT, ExitCode.INDETERMINATE);
  }

  private static List<ExitCode> codesOfRead(String line) {
    if (line.contains("nothing to audit by")) {
      return List.of(ExitCode.CANNOT_ASK);
    }
    return List.of(line.contains(" 0 left unread, ") ? ExitCode.OK : ExitCode.NON_COMPLIANT);
  }

  private static void assertInspectionAgrees(Run run) {
    String last = new ReportWords("text", run.out()).lastLine();
    assertThat(last.contains(" 0 not sound") && !last.contains("; "))
        .as(last)
        .isEqualTo(run.exitCode() == ExitCode.OK);
  }

  /** What is written down on standard output is a verified folder's, or nothing is. */
  private static void assertBaselineAgrees(Run run) {
    if (run.exitCode() == ExitCode.OK) {
      assertThat(new JSONObject(run.out()).getJSONArray("files")).isNotEmpty();
    } else {
      String verdict = run.err().replaceFirst("(?s).*does not verify: ", "");
      assertThat(run.out()).isEmpty();
      assertThat(codesOf(verdict)).contains(run.exitCode());
    }
  }
}
