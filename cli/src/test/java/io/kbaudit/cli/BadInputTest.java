package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be asked: one sentence on standard error, exit code 2, nothing on standard output.
 */
class BadInputTest {
  private static final String HEADING = "| File name | Date | Time | File size |\n|---|\n";

  @TempDir Path folder;

  private static void assertRefused(Run run, String sentence) {
    assertThat(run.err()).isEqualTo("kbaudit: " + sentence + "\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesAFolderThatDoesNotExist() {
    assertRefused(
        kbaudit("verify", folder.resolve("nowhere")),
        "no such folder: '" + folder.resolve("nowhere") + "'");
  }

  @Test
  void refusesAFileWhereAFolderIsMeant() throws Exception {
    Path file = Files.createFile(folder.resolve("a.msi"));

    assertRefused(kbaudit("verify", file), "'" + file + "' is a file, not a folder");
  }

  @Test
  void refusesToAcceptWhatIsLaterThanNoBaseline() {
    assertRefused(
        kbaudit("verify", "--accept", "later-than-baseline", folder),
        "--accept later-than-baseline is later than what --baseline or --reference names; name"
            + " one");
    Run baseline = kbaudit("baseline", "--accept", "later-than-baseline", folder);

    assertThat(baseline.err())
        .startsWith(
            "kbaudit: Invalid value for option '--accept': 'later-than-baseline' is not one of"
                + " exact, or-later");
    assertThat(baseline.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
  }

  @Test
  void refusesAnArticleWithoutATable() throws Exception {
    Path article = Files.writeString(folder.resolve("KB100000.txt"), "Nothing but prose.\n");

    assertRefused(
        kbaudit("verify", "--article", article, folder),
        "KB100000.txt: no file table found: no line with headings such as"
            + " | File name | Date | Time | File size |");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"| b.msi | 10-Mar-2011 | 10:0", "|", "| b.msi | 10-Mar-2011 | 10:04 | 1,0"})
  void whatAnArticleCutInItsLastRowListsIsNeverAllCompliant(String lastRow) throws Exception {
    Files.write(folder.resolve("a.msi"), new byte[1024]);
    Path article =
        Files.writeString(
            folder.resolve("KB100000.txt"),
            HEADING + "| a.msi | 10-Mar-2011 | 10:04 | 1,024 |\n" + lastRow);

    Run run = kbaudit("verify", "--only", "SIZE", "--report", "json", "--article", article, folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(run.remarks()).contains("ROW_UNREAD");
  }

  @Test
  void refusesATableOfWhichNoRowCanBeRead() throws Exception {
    Path article =
        Files.writeString(
            folder.resolve("KB100000.txt"), HEADING + "| a.msi | 10-Mar-2011 | 10:04 | 1,0");

    assertRefused(
        kbaudit("verify", "--article", article, folder),
        "KB100000.txt: no row of its file table can be read; line 3: Not read, a row that is cut"
            + " off: '| a.msi | 10-Mar-2011 | 10:04 | 1,0'");
  }

  @Test
  void remarksThatATextListsOtherRowsThanTheBundledArticleOfItsId() throws Exception {
    Path article =
        Files.writeString(
            folder.resolve("KB2492954.txt"),
            HEADING + "| Dnsclient.msi | 10-Mar-2011 | 10:04 | 679,936 |\n\nThe end.\n");

    Run run = kbaudit("verify", "--report", "json", "--article", article, folder);

    assertThat(run.remarks()).contains("DIFFERS_FROM_BUNDLED");
  }

  @Test
  void refusesToWriteAReportOverWhatItIsAbout() throws Exception {
    Path audited = Files.createDirectory(folder.resolve("audited"));
    Path file = Files.writeString(audited.resolve("dnsclient.msi"), "evidence");
    Path article =
        Files.writeString(
            folder.resolve("KB100000.txt"), HEADING + "| a.msi | 10-Mar-2011 | 10:04 | 1,024 |\n");

    assertRefused(
        kbaudit("verify", "--report", "json=" + file, audited),
        "'" + file + "' exists already; --overwrite writes a report over an earlier one");
    assertRefused(
        kbaudit("verify", "--article", article, "--report", "text=" + article, audited),
        "'" + article + "' exists already; --overwrite writes a report over an earlier one");
    assertRefused(
        kbaudit("article", "show", article, "--report", "json=" + article),
        "'" + article + "' exists already; --overwrite writes a report over an earlier one");
    assertThat(file).content().isEqualTo("evidence");
  }

  /** A pipe gives what is in it once. */
  @ParameterizedTest
  @ValueSource(strings = {"--inventory", "--registry", "--programs", "--database"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no such device")
  void refusesEvidenceThatCanBeReadOnlyOnce(String option) {
    List<String> arguments = new ArrayList<>(List.of("verify", option, "/dev/null"));
    if (!option.equals("--inventory")) {
      arguments.add(folder.toString());
    }

    assertRefused(
        kbaudit(arguments.toArray()),
        option
            + " reads its file more than once, and '/dev/null' is no regular file; save it as"
            + " one");
  }

  @Test
  void refusesTwoReportsInOneFile() {
    Path one = folder.resolve("audit");

    assertRefused(
        kbaudit("verify", "--report", "json=" + one, "--report", "text=" + one, folder),
        "two reports cannot be one file: '" + one + "'");
  }

  /** Whatever it is called by: nothing is there yet that would tell that they are the same. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void refusesTwoReportsInOneFileThatIsNotThereYet(@TempDir Path elsewhere) throws IOException {
    Path real = Files.createDirectory(elsewhere.resolve("real"));
    Path linked = Files.createSymbolicLink(elsewhere.resolve("linked"), real);
    Path first = Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("second"));
    Path second = Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("real/audit"));

    for (String other :
        List.of(linked + "/audit", first + "", second + "", real + "/../real/audit")) {
      assertRefused(
          kbaudit(
              "verify",
              "--report",
              "json=" + real.resolve("audit"),
              "--report",
              "text=" + other,
              folder),
          "two reports cannot be one file: '" + other + "'");
    }
    assertThat(real).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void refusesAReportWhosePlaceIsALinkToItself(@TempDir Path elsewhere) throws IOException {
    Path link = elsewhere.resolve("link");
    Files.createSymbolicLink(link, Path.of("link"));

    assertRefused(
        kbaudit("verify", "--report", "json=" + link, folder),
        "where '" + link + "' really is cannot be told: Too many levels of symbolic links");
  }

  @Test
  void remarksThatATableMayBeCutBetweenRows() throws Exception {
    Path article =
        Files.writeString(
            folder.resolve("KB100000.txt"), HEADING + "| a.msi | 10-Mar-2011 | 10:04 | 1,024 |\n");

    Run run = kbaudit("verify", "--report", "json", "--article", article, folder);

    assertThat(run.remarks()).contains("TEXT_ENDS_WITH_TABLE");
  }

  @Test
  void refusesAnArticleThatIsNotThere() {
    assertRefused(
        kbaudit("verify", "--article", folder.resolve("no.txt"), folder),
        "no such article file: '" + folder.resolve("no.txt") + "'");
    assertRefused(
        kbaudit("verify", "--article", "KB123456", folder),
        "article 'KB123456' is not bundled (KB2492954 is); name its file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "--accept=maybe -> Invalid value for option '--accept': 'maybe' is not one of exact,"
            + " or-later, later-than-baseline",
        "--unlisted=hide -> Invalid value for option '--unlisted': 'hide' is not one of ignore,"
            + " note, fail",
        "--report=pdf -> Invalid value for option '--report' (FORMAT[=FILE]): 'pdf' is not one of"
            + " text, json, junit, sarif, csv, html, prometheus, nagios, markdown",
        "--report=json= -> Invalid value for option '--report' (FORMAT[=FILE]): no file follows"
            + " 'json='",
        "--only=SMELL -> Invalid value for option '--only' (CHECKS): 'SMELL' is not one of"
            + " PRESENCE, NAME, SIZE, DATE, VERSION, HASH, FORMAT, IDENTITY, LANGUAGE, PLATFORM,"
            + " SIGNATURE, INSTALLED, DATABASE",
        "--tolerance=3d -> Invalid value for option '--tolerance': '3d' is not a duration of at"
            + " most 24 hours such as 2s, 5m or 1h",
        "--source-zone=Mars -> Invalid value for option '--source-zone': 'Mars' is not a time zone"
            + " such as +01:00 or Europe/Berlin",
        "--color=pink -> Invalid value for option '--color': 'pink' is not one of auto, always,"
            + " never",
        "--acept=exact -> unknown option '--acept=exact', did you mean '--accept'?",
      })
  void refusesAnOptionItDoesNotKnow(String option, String sentence) {
    assertRefused(kbaudit("verify", option, folder), sentence + " (see 'kbaudit verify --help')");
  }

  @Test
  void refusesALocationThatTheProfileLacks() {
    assertRefused(
        kbaudit("verify", "--location", "moon", folder),
        "unknown location 'moon'; KB2492954 has package, msi-share, dns, sharepoint,"
            + " resource-manager, oab-utility, installed");
  }

  @Test
  void refusesToAuditWhenNoCheckIsLeft() {
    assertRefused(
        kbaudit("verify", "--only", "size,date", "--skip", "size, date", folder),
        "--only and --skip leave no check to do");
  }

  @Test
  void refusesToInspectWhatIsNotThere() throws Exception {
    Path below = Files.createDirectory(folder.resolve("below"));
    Files.createFile(below.resolve("a.msi"));
    Path nowhere = folder.resolve("nowhere.msi");

    assertRefused(
        kbaudit("inspect"), "Missing required parameter: 'FILE' (see 'kbaudit inspect --help')");
    assertRefused(kbaudit("inspect", ""), "FILE is empty, and no file is called ''");
    assertRefused(kbaudit("inspect", below, nowhere), "no such file or folder: '" + nowhere + "'");
    assertRefused(
        kbaudit("inspect", folder),
        "there is no file named as a package, program, library or driver in '"
            + folder
            + "'; --recursive looks below it too");
    Files.delete(below.resolve("a.msi"));
    assertRefused(
        kbaudit("inspect", "--recursive", folder),
        "there is no file named as a package, program, library or driver in '"
            + folder
            + "' or below");
  }

  @Test
  void refusesToInspectADevice() {
    Path device = Path.of("/dev/null");
    Skip.unless(Files.exists(device), "device");

    assertRefused(
        kbaudit("inspect", device), "'/dev/null' cannot be read: it is not a regular file");
    assertRefused(
        kbaudit("inspect", "--table", "File", device),
        "'/dev/null' cannot be read: it is not a regular file");
  }

  @Test
  void refusesToWriteAReportOverAnInspectedFile() throws Exception {
    Path file = Files.writeString(folder.resolve("a.msi"), "evidence");

    assertRefused(
        kbaudit("inspect", folder, "--report", "json=" + file),
        "'" + file + "' exists already; --overwrite writes a report over an earlier one");
    assertThat(file).content().isEqualTo("evidence");
  }

  @Test
  void refusesATableOfMoreThanOneFileOrBesideAReport() throws Exception {
    Path file = Files.createFile(folder.resolve("a.msi"));
    String onlyOne = "--table takes exactly one FILE, and no folder";

    assertRefused(kbaudit("inspect", "--table", "File", folder), onlyOne);
    assertRefused(kbaudit("inspect", "--table", "File", file, file), onlyOne);
    assertRefused(
        kbaudit("inspect", "--table", "File", file, "--report", "json"),
        "--table writes one table as CSV to standard output; --report does not go with it");
  }

  @Test
  void refusesATableThatThereIsNot() throws Exception {
    Path file = folder.resolve("a.mst");
    MsiFixture.smallest().transform().writeTo(file);
    Path real = Path.of(System.getProperty("kbaudit.corpus"), "msi/files/wix3__product.msi");

    assertRefused(
        kbaudit("inspect", "--table", "File", file),
        "there is no table 'File' in '" + file + "', which has none");
    Skip.unless(Files.exists(real), "corpus of real packages beside the checkout");
    assertRefused(
        kbaudit("inspect", "--table", "propertys", real),
        "there is no table 'propertys' in '" + real + "', did you mean 'Property'?");
    assertThat(kbaudit("inspect", "--table", "Zoo", real).err())
        .contains("which has AdminExecuteSequence, AdminUISequence, ")
        .endsWith(", Property, _Validation\n");
  }

  @Test
  void refusesTwoReportsOnStandardOutput() {
    assertRefused(
        kbaudit("verify", "--report", "text", "--report", "json", folder),
        "only one report can go to standard output; give the others a file: --report json=FILE");
  }

  @Test
  void refusesACommandThatIsMissingOrUnknown() {
    assertRefused(
        kbaudit(),
        "a command is missing: verify, report, diff, plan, baseline, collect, article, profile,"
            + " inspect, identify, waive, explain, schema, config, completion, help");
    for (String[] asked :
        new String[][] {{"audit"}, {"audit", "--help"}, {"help", "audit"}, {"/?", "audit"}}) {
      assertRefused(kbaudit((Object[]) asked), "unknown command 'audit' (see 'kbaudit --help')");
    }
    assertRefused(
        kbaudit("article", "audit"), "unknown command 'audit' (see 'kbaudit article --help')");
    assertRefused(kbaudit("verify"), "the folder to audit is missing: kbaudit verify FOLDER");
    assertRefused(kbaudit("article"), "'article' wants to know what: show, check or list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "verfy -> unknown command 'verfy', did you mean 'verify'? (see 'kbaudit --help')",
        "help verfy -> unknown command 'verfy', did you mean 'verify'? (see 'kbaudit --help')",
        "help article shwo -> unknown command 'shwo', did you mean 'show'? (see 'kbaudit article"
            + " --help')",
        "artcle show x -> unknown command 'artcle', did you mean 'article'? (see 'kbaudit"
            + " --help')",
        "verify --wavier x -> unknown option '--wavier', did you mean '--waivers'? (see 'kbaudit"
            + " verify --help')",
        "explain SWAPED -> nothing is called 'SWAPED', did you mean 'SWAPPED'?",
        "explain whole-zone-ofset -> nothing is called 'whole-zone-ofset', did you mean"
            + " 'WHOLE_ZONE_OFFSET'?",
        "schema adit -> no schema is called 'adit'; there are audit, article, inspection, plan,"
            + " baseline, profile, identification, inventory, comparison, waivers; did you mean 'audit'?",
        "verify --location msishare x -> unknown location 'msishare'; KB2492954 has package,"
            + " msi-share, dns, sharepoint, resource-manager, oab-utility, installed; did you mean"
            + " 'msi-share'?",
        "verify --unlisted ignroe x -> Invalid value for option '--unlisted': 'ignroe' is not one"
            + " of ignore, note, fail; did you mean 'ignore'? (see 'kbaudit verify --help')",
        "plan --script pwershell x -> Invalid value for option '--script':"
            + " 'pwershell' is not one of powershell, cmd, sh; did you mean 'powershell'? (see"
            + " 'kbaudit plan --help')",
      })
  void suggestsWhatMayBeMeantAndNothingElse(String line, String sentence) {
    assertRefused(kbaudit((Object[]) line.split(" ", -1)), sentence);
  }

  @Test
  void tellsAProgramInOneLineAndWhoWatchesInTheLinesOfTheTerminal() {
    String sentence =
        "kbaudit: no schema is called 'luck'; there are audit, article, inspection, plan, baseline,"
            + " profile, identification, inventory, comparison, waivers\n";

    Run watched = Run.on(StandardCharsets.UTF_8, true, Map.of("COLUMNS", "60"), "schema", "luck");

    assertThat(kbaudit("schema", "luck").err()).isEqualTo(sentence);
    assertThat(watched.err())
        .isEqualTo(
            """
            kbaudit: no schema is called 'luck'; there are audit,
              article, inspection, plan, baseline, profile,
              identification, inventory, comparison, waivers
            """);
  }

  @Test
  void leavesNothingBehindWhenAReportCannotBeWritten() throws Exception {
    Path report = folder.resolve("no-such-folder").resolve("audit.json");

    Run run = kbaudit("verify", "--report", "json=" + report, folder);

    assertRefused(run, "the report '" + report + "' cannot be written: no such file or folder");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void oneReportThatCannotBeWrittenCostsNoOtherFile() {
    Path nowhere = folder.resolve("no-such-folder").resolve("audit.json");
    Path nowhereElse = folder.resolve("none").resolve("audit.html");
    Path page = folder.resolve("audit.csv");

    Run run =
        kbaudit(
            "verify",
            "--report=json=" + nowhere,
            "--report=csv=" + page,
            "--report=html=" + nowhereElse,
            "--report=text",
            folder);

    assertRefused(
        run,
        "the report '"
            + nowhere
            + "' cannot be written: no such file or folder; the report '"
            + nowhereElse
            + "' cannot be written: no such file or folder; and nothing is printed");
    assertThat(page).isNotEmptyFile();
  }

  @Test
  void findsAnEmptyFolderNonCompliantAndSaysThatItIsEmpty() {
    Run run = kbaudit("verify", "--report", "json", folder);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.findings()).hasSize(22).allMatch(f -> f.endsWith("PRESENCE MISSING"));
    assertThat(run.remarks()).containsExactly("EMPTY_FOLDER");
  }

  @Test
  void printsHostileNamesSafely() throws Exception {
    Files.createFile(folder.resolve("red\u001B[31m.msi"));
    Files.createFile(folder.resolve("two\nlines.msi"));
    Files.createFile(folder.resolve("txt\u202Eism.exe"));

    Run text = kbaudit("verify", folder);
    Run json = kbaudit("verify", "--report", "json", folder);

    assertThat(text.out())
        .contains("red<U+001B>[31m.msi", "two<U+000A>lines.msi", "txt<U+202E>ism.exe")
        .doesNotContain("\u001B", "\u202E", "two\nlines");
    assertThat(json.out()).doesNotContain("\u001B", "\u202E");
    assertThat(json.unlisted())
        .containsExactly("red\u001B[31m.msi", "two\nlines.msi", "txt\u202Eism.exe");
    assertThat(text.err()).isEmpty();
  }

  @Test
  void printsHostileArgumentsSafely() {
    Run run = kbaudit("verify", "no\u001B[31m\nsuch\u202Efolder");

    assertRefused(run, "no such folder: 'no<U+001B>[31m<U+000A>such<U+202E>folder'");
  }

  @Test
  void keepsToAsciiWhereTheConsoleHasNoMore() throws Exception {
    Files.createFile(folder.resolve("\u00DCbung \u2713.msi"));

    Run run = Run.on(StandardCharsets.US_ASCII, false, Map.of(), "verify", folder);

    assertThat(run.out()).contains("<U+00DC>bung <U+2713>.msi", "x FAIL").doesNotContain("?bung");
  }

  @Test
  void coloursOnATerminalUnlessToldNotTo() {
    Map<String, String> wide = Map.of("COLUMNS", "100");
    Run terminal = Run.on(StandardCharsets.UTF_8, true, wide, "verify", folder);
    Run noColor = Run.on(StandardCharsets.UTF_8, true, Map.of("NO_COLOR", "1"), "verify", folder);
    Run never =
        Run.on(StandardCharsets.UTF_8, true, Map.of(), "verify", "--color", "never", folder);
    Run pipe = Run.on(StandardCharsets.UTF_8, false, Map.of(), "verify", folder);
    Run always =
        Run.on(StandardCharsets.UTF_8, false, Map.of(), "verify", "--color", "always", folder);

    assertThat(terminal.out()).contains("\u001B[31m");
    assertThat(noColor.out()).doesNotContain("\u001B");
    assertThat(never.out()).doesNotContain("\u001B");
    assertThat(pipe.out()).doesNotContain("\u001B");
    assertThat(always.out()).isEqualTo(terminal.out());
  }
}
