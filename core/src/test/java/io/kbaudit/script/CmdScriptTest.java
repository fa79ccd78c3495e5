package io.kbaudit.script;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Has scripts run by the cmd of Wine. Up to version 8 it differs from that of Windows where it
 * matters here:
 *
 * <ul>
 *   <li>It reads a batch file in the machine's OEM code page, whatever {@code chcp} says; so
 *       scripts are saved in that page here, and have no letters but its own.
 *   <li>It takes {@code copy} for failed before {@code ||} when it is not; so scripts ask by {@code
 *       if errorlevel}, which means the same in both.
 *   <li>It expands percent signs once more in the value of a variable; so no folder has any here,
 *       and no file of which a digest is computed.
 *   <li>Its certutil computes no digest; so one is put onto the path that has them by heart.
 * </ul>
 */
class CmdScriptTest extends RefusalsOfEveryShell {
  /** The OEM code page of Wine where the locale names no country. */
  private static final Charset OEM = Charset.forName("IBM437");

  private static final Path PREFIX = Path.of("target", "wine").toAbsolutePath();

  private static final Map<String, String> VARIABLES =
      Map.of(
          "WINEPREFIX", PREFIX.toString(),
          "WINEDEBUG", "-all",
          "WINEDLLOVERRIDES", "mscoree,mshtml=",
          "DISPLAY", "");

  private static final List<String> HOSTILE_NAMES =
      List.of(
          "Dnsclient.msi",
          "it's.msi",
          "%PATH%.msi",
          "%%PATH%%.msi",
          "100%.msi",
          "%~f0 %1 %%P.msi",
          "100%F %~zF.msi",
          "!PATH!^!.msi",
          "a&md pwned&b.msi",
          "a^&md pwned.msi",
          "^",
          "a;b,c=d+e.msi",
          "`md pwned`.msi",
          "$(md pwned) ${PATH}.msi",
          " leading blank.msi",
          "-rf.msi",
          "(x) [y]).msi",
          ") & md pwned & (.msi",
          "{}~#@_'.msi",
          "café Ünñ.msi");

  private static final String NEXT = " Now verify the share: kbaudit verify";

  @BeforeAll
  static void skipAloudWithoutWine() throws Exception {
    Programs.skipAloudWithout("wine", "no script for cmd is run");
    Programs.skipAloudWithout("wineserver", "no script for cmd is run");
    Files.createDirectories(PREFIX);
    wineserver("-p");
    Run.of(List.of("wine", "cmd", "/c", "exit"), PREFIX, VARIABLES);
  }

  /** One that ends by itself between two tests may take the next program with it. */
  @AfterAll
  static void endWine() throws Exception {
    if (Files.isDirectory(PREFIX)) {
      wineserver("-k");
    }
  }

  private static void wineserver(String option) throws Exception {
    Run.of(List.of("wineserver", option), PREFIX, VARIABLES);
  }

  @Test
  void copiesAndBacksUpFilesWhateverTheirNames() throws Exception {
    List<CopyStep> steps = scene.stepsFor(HOSTILE_NAMES);
    SortedMap<String, String> expected = scene.treeAfter(steps);

    Run run = run(steps, OEM);

    assertThat(run.err()).noneMatch(line -> line.startsWith("\""));
    assertThat(run.out()).containsExactly("40 files copied" + folders() + ", 20 backed up." + NEXT);
    assertThat(run.exitCode()).isZero();
    assertThat(scene.tree()).isEqualTo(expected);
  }

  @Test
  void copiesBetweenFoldersWhateverTheirNames() throws Exception {
    String hostile = "- & md pwned & ^!PATH! (y) ";
    scene = new Scene(temp.resolve("hostile"), hostile + "package", hostile + "share");
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi"));
    SortedMap<String, String> expected = scene.treeAfter(steps);
    CopyScript script =
        new CopyScript(hostile + "package", hostile + "share", steps, List.of(), "kbaudit verify");

    Run run = run(script, US_ASCII);

    assertThat(run.out())
        .containsExactly(
            "2 files copied from \""
                + hostile
                + "package\" to \""
                + hostile
                + "share\", 1 backed up."
                + NEXT);
    assertThat(run.exitCode()).isZero();
    assertThat(scene.tree()).isEqualTo(expected);
  }

  @Test
  void obeysNoComment() throws Exception {
    List<String> comments =
        List.of("& md pwned", "a title\r\nmd pwned", "%~", "%PATH:~", "^", "/?", "| md pwned", "(");
    SortedMap<String, String> before = scene.tree();

    Run run =
        run(new CopyScript("package", "share", List.of(), comments, "kbaudit verify"), US_ASCII);

    assertThat(run.out())
        .containsExactly("There is nothing to copy from \"package\" to \"share\".");
    assertThat(run.exitCode()).isZero();
    assertThat(scene.tree()).isEqualTo(before);
  }

  @Test
  void whatItLeavesIsSaidAtItsEndWhichIsNoSuccess() throws Exception {
    Run run =
        run(
            new CopyScript("package", "share", List.of(), List.of(), "kbaudit verify", 2),
            US_ASCII);

    assertThat(run.out())
        .containsExactly(
            "There is nothing to copy from \"package\" to \"share\". NOT copied: 2 files that the"
                + " plan could not plan; this script names them in its first lines.");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void refusesToOverwriteABackUp() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b%&^!.msi"));
    scene.install("b%&^!.msi.before");

    assertRefused(
        steps,
        "Nothing was changed: the share already has a back-up: b%&^!.msi.before" + RUN_ALREADY);
  }

  @Test
  void refusesAFileThatWasCutAfterItWasVerified() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b%F ,;=(&)^!.msi"));
    scene.cut("b%F ,;=(&)^!.msi");

    assertRefused(
        steps,
        "Nothing was changed: the package's file has another size than it was verified with:"
            + " b%F ,;=(&)^!.msi");
  }

  @Test
  void refusesWhenAFileToBackUpIsGone() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    Files.delete(scene.share().resolve("b.msi"));

    assertRefused(steps, "Nothing was changed: the share no longer has a file: b.msi");
  }

  @Override
  void assertRefused(List<CopyStep> steps, String sentence) throws Exception {
    SortedMap<String, String> before = scene.tree();

    Run run = run(steps, US_ASCII);

    assertThat(run.err()).contains('"' + sentence + '"');
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(scene.tree()).isEqualTo(before);
  }

  @Test
  void replacesNothingWhenACopyFails() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    String text = text(script(steps));
    // Gone between the check and the copy.
    String failing = text.replaceFirst("(?=\r\ncopy /b)", "\r\ndel \"%package%\\\\b.msi\"");

    Run run = run(failing, US_ASCII);

    assertThat(run.err())
        .contains(
            "\"No file was replaced: could not copy b.msi; what was copied ends in"
                + " .kbaudit-part\"");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(scene.share().resolve("a.msi")).hasContent("old a.msi");
    assertThat(scene.share().resolve("b.msi")).hasContent("old b.msi");
  }

  @Test
  void replacesNothingWhenACopyIsShort() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    String text = text(script(steps));
    // Of a full disk that nobody reported.
    String failing =
        text.replaceFirst(
            "(?=\r\nrem Each copy is compared)", "\r\necho new>\"%share%\\\\b.msi.kbaudit-part\"");

    Run run = run(failing, US_ASCII);

    assertThat(run.err())
        .contains(
            "\"No file was replaced: the copy of b.msi has another size than was verified;"
                + " what was copied ends in .kbaudit-part\"");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(scene.share().resolve("a.msi")).hasContent("old a.msi");
    assertThat(scene.share().resolve("b.msi")).hasContent("old b.msi");
  }

  /** Wine's certutil computes nothing. */
  @Test
  void saysOnceThatContentsAreNotComparedWhereNothingCan() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    SortedMap<String, String> expected = scene.treeAfter(steps);

    Run run = run(steps, US_ASCII);

    assertThat(run.err())
        .containsOnlyOnce("There is no certutil: sizes are compared, and not contents.")
        .containsOnlyOnce("Contents were NOT compared, sizes alone: there is no certutil.");
    assertThat(run.exitCode()).isZero();
    assertThat(scene.tree()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void comparesContentsByCertutilHoweverItPrintsThem(String blank) throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "it's (b) & c,;=^.msi", "!x!.msi"));
    SortedMap<String, String> expected = scene.treeAfter(steps);
    for (CopyStep step : steps) {
      certutilPrints(
          step.part(), step.sha256().orElseThrow().hex().replaceFirst("..", "$0" + blank));
    }

    Run run = run(steps, US_ASCII);

    assertThat(run.err()).noneMatch(line -> line.startsWith("\"") || line.startsWith("There is"));
    assertThat(run.out()).containsExactly("6 files copied" + folders() + ", 3 backed up." + NEXT);
    assertThat(scene.tree()).isEqualTo(expected);
  }

  @Test
  void replacesNothingWhenACopyOfTheSameSizeHasOtherContents() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("b.msi"));
    certutilPrints("b.msi.kbaudit-part", "0123456789abcdef".repeat(4));

    Run run = run(steps, US_ASCII);

    assertThat(run.err())
        .contains(
            "\"No file was replaced: the copy of b.msi has other contents than were verified;"
                + " what was copied ends in .kbaudit-part\"");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(scene.share().resolve("b.msi")).hasContent("old b.msi");
  }

  @Test
  void replacesNothingWhenCertutilCannotReadACopy() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("b.msi"));
    certutilPrints("another file", "0123456789abcdef".repeat(4));

    Run run = run(steps, US_ASCII);

    assertThat(run.err())
        .contains(
            "\"No file was replaced: the copy of b.msi has other contents than were verified;"
                + " what was copied ends in .kbaudit-part\"");
    assertThat(scene.share().resolve("b.msi")).hasContent("old b.msi");
  }

  @Test
  void printsHowToVerifyAndDoesNotRunIt() throws Exception {
    String hostile = "kbaudit verify & md pwned | \"md & md pwned\" >pwned ^ (%PATH%) !PATH!";
    scene.ship("a.msi");
    List<CopyStep> steps = List.of(scene.step("a.msi", "a.msi", Optional.empty()));
    SortedMap<String, String> expected = scene.treeAfter(steps);

    Run run = run(script(steps, hostile), US_ASCII);

    assertThat(run.out())
        .containsExactly(
            "1 file copied" + folders() + ", 0 backed up. Now verify the share: " + hostile);
    assertThat(scene.tree()).isEqualTo(expected);
  }

  @Test
  void saysWhereTheOldFileIsWhenTheNewOneCannotTakeItsPlace() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi"));
    String text = text(script(steps));
    // Somebody is quicker.
    String failing =
        text.replaceFirst(
            "(?=\r\nren \"%share%.a.msi.kbaudit-part\")",
            "\r\ncopy /b \"%package%\\\\a.msi\" \"%share%\\\\a.msi\" >nul");

    Run run = run(failing, US_ASCII);

    assertThat(run.err())
        .contains(
            "\"Stopped: could not rename a.msi.kbaudit-part to a.msi;"
                + " the old file is now a.msi.before\"");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(scene.share().resolve("a.msi.before")).hasContent("old a.msi");
    assertThat(scene.share().resolve("a.msi.kbaudit-part")).hasContent("new a.msi");
  }

  /** Puts a certutil onto the path that knows the script's digest, and this file's by its name. */
  private void certutilPrints(String name, String digest) throws IOException {
    Path digests = Files.createDirectories(certutil().resolve("digests"));
    Files.writeString(digests.resolve("copy.cmd"), "0".repeat(64), US_ASCII);
    Files.writeString(digests.resolve(name), digest, US_ASCII);
    Files.writeString(
        certutil().resolve("certutil.cmd"),
        """
        @echo off
        if not exist "%~dp0digests\\%~nx2" goto failed
        echo SHA256 hash of %2:
        type "%~dp0digests\\%~nx2"
        echo.
        echo CertUtil: -hashfile command completed successfully.
        exit /b 0
        :failed
        echo CertUtil: -hashfile command FAILED: 0x80070002 (WIN32: 2 ERROR_FILE_NOT_FOUND)
        echo CertUtil: The system cannot find the file specified.
        exit /b 2
        """
            .replace("\n", "\r\n"),
        US_ASCII);
  }

  private Path certutil() {
    return temp.resolve("certutil");
  }

  private Run run(List<CopyStep> steps, Charset charset) throws Exception {
    return run(script(steps), charset);
  }

  private Run run(CopyScript script, Charset charset) throws Exception {
    return run(text(script), charset);
  }

  private Run run(String text, Charset charset) throws Exception {
    Path file = Scripts.save(temp.resolve("copy.cmd"), text, charset);
    Map<String, String> variables = new HashMap<>(VARIABLES);
    variables.put("WINEPATH", windows(certutil()));
    return Run.of(List.of("wine", "cmd", "/c", windows(file)), scene.root(), variables);
  }

  private CopyScript script(List<CopyStep> steps) {
    return script(steps, "kbaudit verify");
  }

  private CopyScript script(List<CopyStep> steps, String verification) {
    return new CopyScript(
        windows(scene.packageFolder()), windows(scene.share()), steps, List.of(), verification);
  }

  private static String text(CopyScript script) throws Exception {
    return Scripts.text(Shell.CMD, script);
  }

  private String folders() {
    return " from \"" + windows(scene.packageFolder()) + "\" to \"" + windows(scene.share()) + "\"";
  }

  /** Returns the path as Wine names it, whose drive Z is the root. */
  private static String windows(Path path) {
    return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
  }
}
