package io.kbaudit.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Has scripts run by the shells of this machine. */
class ShScriptTest extends RefusalsOfEveryShell {
  private static final List<String> HOSTILE_NAMES =
      List.of(
          "Dnsclient.msi",
          "it's.msi",
          "'",
          "say \"hi\".msi",
          "$(touch pwned).msi",
          "`touch pwned`.msi",
          "${HOME}$HOME.msi",
          "%PATH%.msi",
          "a;touch pwned;.msi",
          "a&touch pwned|b.msi",
          "a^b!x!{c,d}.msi",
          " blanks at both ends ",
          "-rf",
          "--",
          "(x) [y] * ?.msi",
          "*",
          "#~",
          "~",
          "...",
          "back\\slash\\n.msi",
          "café 日本 😀.msi",
          "line\nbreak.msi\ntouch pwned\n",
          "tab\t, return\r and escape \u001B[31m.msi",
          "<in >out.msi");

  /** A {@code cp} that writes this text, whatever it is to copy. */
  private static final String COPIES_WRITING =
      """
      for last do :; done
      printf '%%s' '%s' > "$last"
      """;

  private static final String NEXT = " Now verify the share: kbaudit verify";

  @BeforeAll
  static void skipAloudWithoutShell() {
    Programs.skipAloudWithout("sh", "no script for sh is run");
  }

  static Stream<String> shells() {
    return Stream.of("sh", "dash", "bash").filter(Programs::have);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void copiesAndBacksUpFilesWhateverTheirNames(String shell) throws Exception {
    List<CopyStep> steps = scene.stepsFor(HOSTILE_NAMES);
    SortedMap<String, String> expected = scene.treeAfter(steps);

    Run run = run(shell, steps);

    assertThat(run)
        .isEqualTo(
            new Run(
                0, List.of("48 files copied" + folders() + ", 24 backed up." + NEXT), List.of()));
    assertThat(scene.tree()).isEqualTo(expected);
  }

  /** All that UTF-8 has one or two bytes for up to U+00FF, and a character of each longer lead. */
  @ParameterizedTest
  @MethodSource("shells")
  void copiesFilesOfEveryCharacterThatANameMayHave(String shell) throws Exception {
    List<String> names = new ArrayList<>();
    for (int first = 1; first < 0x100; first += 0x20) {
      names.add(characters(first, Math.min(first + 0x20, 0x100), 1));
    }
    names.add(characters(0x100, 0x800, 0x40));
    names.add(characters(0x800, 0xD800, 0x1000));
    names.add(characters(0xE000, 0x110000, 0x40000));
    List<CopyStep> steps = scene.stepsFor(names);
    SortedMap<String, String> expected = scene.treeAfter(steps);

    Run run = run(shell, steps);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(scene.tree()).isEqualTo(expected);
  }

  private static String characters(int first, int end, int step) {
    StringBuilder characters = new StringBuilder();
    for (int c = first; c < end; c += step) {
      characters.appendCodePoint(c == '/' ? '.' : c);
    }
    return characters.toString();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void copiesBetweenFoldersWhateverTheirNames(String shell) throws Exception {
    String hostile = "-p '$(touch pwned)' \"*\"\n;";
    scene = new Scene(temp.resolve("hostile"), hostile + "package", hostile + "share");
    List<CopyStep> steps = scene.stepsFor(List.of("-a.msi"));
    SortedMap<String, String> expected = scene.treeAfter(steps);

    Run relative =
        run(
            shell,
            new CopyScript(
                hostile + "package", hostile + "share", steps, List.of(), "kbaudit verify"));

    assertThat(relative)
        .isEqualTo(
            new Run(
                0,
                List.of("2 files copied from \"...\" to \"...\", 1 backed up." + NEXT),
                List.of()));
    assertThat(scene.tree()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void obeysNoComment(String shell) throws Exception {
    List<String> comments =
        List.of("a title\ntouch pwned", "\rtouch pwned", "$(touch pwned)", "\\");
    CopyScript script = new CopyScript("package", "share", List.of(), comments, "kbaudit verify");
    SortedMap<String, String> before = scene.tree();

    Run run = run(shell, script);

    assertThat(run)
        .isEqualTo(
            new Run(
                0, List.of("There is nothing to copy from \"package\" to \"share\"."), List.of()));
    assertThat(scene.tree()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void whatItLeavesIsSaidAtItsEndWhichIsNoSuccess(String shell) throws Exception {
    Run run =
        run(shell, new CopyScript("package", "share", List.of(), List.of(), "kbaudit verify", 2));

    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                List.of(
                    "There is nothing to copy from \"package\" to \"share\". NOT copied: 2 files that the"
                        + " plan could not plan; this script names them in its first lines."),
                List.of()));
  }

  @Test
  void takesAnEmptyFolderForTheWorkingFolder() throws Exception {
    scene.ship("a.msi");
    CopyStep step = scene.step("a.msi", "a.msi", Optional.empty());
    Path script =
        Scripts.save(temp.resolve("a.sh"), Scripts.text(Shell.SH, "", "../share", step), UTF_8);

    Run run = Run.of(List.of("sh", script.toString()), scene.packageFolder(), Map.of());

    assertThat(run.exitCode()).isZero();
    assertThat(scene.share().resolve("a.msi")).hasContent("new a.msi");
  }

  @Test
  void refusesToOverwriteABackUp() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    scene.install("b.msi.before");

    assertRefused(
        steps, "Nothing was changed: the share already has a back-up: b.msi.before" + RUN_ALREADY);
  }

  @Test
  void refusesToOverwriteABackUpThatIsALinkToNowhere() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    Files.createSymbolicLink(scene.share().resolve("b.msi.before"), Path.of("nowhere"));

    assertRefused(
        steps, "Nothing was changed: the share already has a back-up: b.msi.before" + RUN_ALREADY);
  }

  @Test
  void refusesAFileThatWasCutAfterItWasVerified() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "-b c.msi"));
    scene.cut("-b c.msi");

    assertRefused(
        steps,
        "Nothing was changed: the package's file has another size than it was verified with:"
            + " -b c.msi");
  }

  @Test
  void refusesWhenAFileToBackUpIsGone() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b\u001B.msi"));
    Files.delete(scene.share().resolve("b\u001B.msi"));

    assertRefused(steps, "Nothing was changed: the share no longer has a file: b<U+001B>.msi");
  }

  @Override
  void assertRefused(List<CopyStep> steps, String sentence) throws Exception {
    SortedMap<String, String> before = scene.tree();

    Run run = run("sh", steps);

    assertThat(run).isEqualTo(new Run(1, List.of(), List.of(sentence)));
    assertThat(scene.tree()).isEqualTo(before);
  }

  @Test
  void replacesNothingWhenACopyFails() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    SortedMap<String, String> before = scene.tree();

    Run run = runWithFailing("cp", "*/b.msi.kbaudit-part", steps);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsExactly(
            "No file was replaced: could not copy b.msi; what was copied ends in .kbaudit-part");
    assertThat(scene.tree()).containsAllEntriesOf(before);
    assertThat(scene.share()).isDirectoryNotContaining("glob:**/another*.msi");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void replacesNothingWhenACopyIsShort(String shell) throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi"));
    SortedMap<String, String> before = scene.tree();
    program("cp", COPIES_WRITING.formatted("new"));

    Run run = runWithPrograms(shell, steps);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsExactly(
            "No file was replaced: the copy of a.msi has another size than was verified;"
                + " what was copied ends in .kbaudit-part");
    assertThat(scene.tree()).containsAllEntriesOf(before);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void replacesNothingWhenACopyHasOtherContents(String shell) throws Exception {
    Programs.skipAloudWithout("sha256sum", "no contents are compared");
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi"));
    SortedMap<String, String> before = scene.tree();
    program("cp", COPIES_WRITING.formatted("new b.msi"));

    Run run = runWithPrograms(shell, steps);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsExactly(
            "No file was replaced: the copy of a.msi has other contents than were verified;"
                + " what was copied ends in .kbaudit-part");
    assertThat(scene.tree()).containsAllEntriesOf(before);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void saysOnceThatContentsAreNotComparedWhereNothingCan(String shell) throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    SortedMap<String, String> expected = scene.treeAfter(steps);
    for (String name : List.of("cp", "mv", "wc")) {
      program(name, "PATH=$REAL_PATH\nexec " + name + " \"$@\"\n");
    }

    Run run = run(shell, steps, programs().toString());

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                List.of("4 files copied" + folders() + ", 2 backed up." + NEXT),
                List.of("There is no sha256sum: sizes are compared, and not contents.")));
    assertThat(scene.tree()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void readsASizeThatWcPrintsAfterBlanks(String shell) throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi"));
    program("wc", "PATH=$REAL_PATH\nwc \"$@\" | sed 's/^/     /'\n");

    Run run = runWithPrograms(shell, steps);

    assertThat(run)
        .isEqualTo(
            new Run(0, List.of("2 files copied" + folders() + ", 1 backed up." + NEXT), List.of()));
  }

  @Test
  void printsHowToVerifyAndDoesNotRunIt() throws Exception {
    String hostile = "kbaudit verify '$(touch pwned)'; touch pwned \\n \"%s";
    scene.ship("a.msi");
    CopyStep step = scene.step("a.msi", "a.msi", Optional.empty());
    SortedMap<String, String> expected = scene.treeAfter(List.of(step));

    Run run = run("sh", new CopyScript("package", "share", List.of(step), List.of(), hostile));

    assertThat(run.out())
        .containsExactly(
            "1 file copied from \"package\" to \"share\", 0 backed up. Now verify the share: "
                + hostile);
    assertThat(scene.tree()).isEqualTo(expected);
  }

  @Test
  void saysWhereTheOldFileIsWhenTheNewOneCannotTakeItsPlace() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));

    Run run = runWithFailing("mv", "*/b.msi", steps);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsExactly(
            "Stopped: could not rename b.msi.kbaudit-part to b.msi;"
                + " the old file is now b.msi.before");
    assertThat(scene.share().resolve("a.msi")).hasContent("new a.msi");
    assertThat(scene.share().resolve("b.msi.before")).hasContent("old b.msi");
    assertThat(scene.share().resolve("b.msi.kbaudit-part")).hasContent("new b.msi");
    assertThat(scene.share().resolve("b.msi")).doesNotExist();
  }

  private String folders() {
    return " from \"" + scene.packageFolder() + "\" to \"" + scene.share() + "\"";
  }

  /** Runs the steps where a command fails whose last operand matches the pattern. */
  private Run runWithFailing(String command, String pattern, List<CopyStep> steps)
      throws Exception {
    String failing =
        """
        set -eu
        %1$s() {
          for last do :; done
          case "$last" in %2$s) return 1 ;; esac
          command %1$s "$@"
        }
        """
            .formatted(command, pattern);
    String text = text(steps).replace("set -eu\n", failing);
    Path script = Scripts.save(temp.resolve("failing.sh"), text, UTF_8);
    return Run.of(List.of("sh", script.toString()), scene.root(), Map.of());
  }

  /** Puts a program in the way of the machine's own, which are on {@code REAL_PATH}. */
  private void program(String name, String text) throws IOException {
    Path file = Files.createDirectories(programs()).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + text, UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private Path programs() {
    return temp.resolve("programs");
  }

  private Run runWithPrograms(String shell, List<CopyStep> steps) throws Exception {
    return run(shell, steps, programs() + File.pathSeparator + System.getenv("PATH"));
  }

  private Run run(String shell, List<CopyStep> steps) throws Exception {
    return run(shell, steps, System.getenv("PATH"));
  }

  private Run run(String shell, List<CopyStep> steps, String path) throws Exception {
    Path script = Scripts.save(temp.resolve("copy.sh"), text(steps), UTF_8);
    return Run.of(
        List.of(shell, script.toString()),
        scene.root(),
        Map.of("PATH", path, "REAL_PATH", System.getenv("PATH")));
  }

  private Run run(String shell, CopyScript script) throws Exception {
    Path file = Scripts.save(temp.resolve("copy.sh"), Scripts.text(Shell.SH, script), UTF_8);
    return Run.of(List.of(shell, file.toString()), scene.root(), Map.of());
  }

  private String text(List<CopyStep> steps) throws Exception {
    return Scripts.text(
        Shell.SH,
        scene.packageFolder().toString(),
        scene.share().toString(),
        steps.toArray(CopyStep[]::new));
  }
}
