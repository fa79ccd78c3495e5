package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.registry.WinePrefix;
import io.kbaudit.script.Programs;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher for Windows, run by Wine's cmd, with a java.exe that prints what it is given. */
class LauncherInWineTest {
  private static final String COMPILER = "x86_64-w64-mingw32-gcc";

  private static final String MAIN = "io.kbaudit.cli.Main";

  private static final String JAVA_HOME = "C:\\Program Files\\Java\\jdk-17";

  private static final String JAR = "C:\\kb audit\\lib\\kbaudit-cli.jar";

  @TempDir static Path folder;

  private static WinePrefix wine;

  @BeforeAll
  static void makeWindows() throws Exception {
    String consequence = "kbaudit.cmd is not run";
    Programs.skipAloudWithout(COMPILER, consequence);
    wine = WinePrefix.make(Files.createDirectory(folder.resolve("prefix")), consequence);
    Path source = folder.resolve("java.c");
    try (InputStream in = LauncherInWineTest.class.getResourceAsStream("print-arguments.c")) {
      Files.copy(in, source);
    }
    Path bin = wine.drive().resolve("Program Files/Java/jdk-17/bin");
    Files.createDirectories(bin);
    Launched compiled =
        Launched.run(
            folder,
            Map.of(),
            List.of(COMPILER, source.toString(), "-o", bin.resolve("java.exe").toString()));
    assertThat(compiled.err()).isEmpty();
    Path home = Files.createDirectories(wine.drive().resolve("kb audit/bin"));
    Files.writeString(home.resolve("kbaudit.cmd"), dos(Files.readString(launcher())));
    Path start = Files.createDirectories(wine.drive().resolve("kb audit/start"));
    Files.writeString(start.resolve("build"), "b41d\n");
  }

  @AfterAll
  static void endWindows() throws Exception {
    if (wine != null) {
      wine.close();
    }
  }

  private static Path launcher() {
    return Path.of("src", "launcher", "kbaudit.cmd");
  }

  private static String dos(String text) {
    return text.replace("\n", "\r\n");
  }

  /** Returns what the command is given when somebody types this line. */
  private static List<String> arguments(String javaHome, String line) throws Exception {
    List<String> printed = printed(javaHome, "rem", line);
    assertThat(printed).contains("-cp", JAR, MAIN);
    return printed.subList(printed.indexOf(MAIN) + 1, printed.size());
  }

  /** Returns all that Java is given then, and after another line. */
  private static List<String> printed(String javaHome, String before, String line)
      throws Exception {
    Path script = wine.drive().resolve("type.cmd");
    Files.writeString(
        script,
        dos(
            "@echo off\nset JAVA_HOME="
                + javaHome
                + "\n"
                + before
                + "\ncall \"C:\\kb audit\\bin\\kbaudit.cmd\" "
                + line
                + "\n"));
    return wine.print(wine.drive(), List.of("wine", "cmd", "/c", "C:\\type.cmd")).lines().toList();
  }

  private static Run onWindows(List<String> arguments) {
    return Run.on(StandardCharsets.UTF_8, false, Map.of("OS", "Windows_NT"), arguments.toArray());
  }

  @Test
  void javaIsFoundWhereItsFolderIsQuotedOrNot() throws Exception {
    assertThat(arguments("\"C:\\Program Files\\Java\\jdk-17\"", "verify \"C:\\MSI Share\""))
        .containsExactly("verify", "C:\\MSI Share");
    assertThat(arguments(JAVA_HOME, "schema audit")).containsExactly("schema", "audit");
  }

  @Test
  void aPathThatEndsInABackslashIsUnderstoodOrSaidToSwallowTheRest() throws Exception {
    Run last = onWindows(arguments(JAVA_HOME, "verify --quiet \"C:\\MSI Share\\\""));
    Run before = onWindows(arguments(JAVA_HOME, "verify \"C:\\MSI Share\\\" --report json"));

    assertThat(last.err()).isEqualTo("kbaudit: no such folder: 'C:\\MSI Share\\'\n");
    assertThat(before.err())
        .startsWith("kbaudit: the argument 'C:\\MSI Share\" --report json' holds a quotation mark");
  }

  /**
   * A Java that cannot start ends with 1, and that is not what 1 means. (After {@code call} Wine
   * knows 0 and 1 alone.)
   */
  @ParameterizedTest
  @CsvSource({"64, 0", "65, 1", "66, 2", "67, 3", "143, 143", "1, 2", "0, 2", "134, 2"})
  void whatJavaEndsWithIsTheAnswerOrNone(int java, int kbaudit) throws Exception {
    String asProcess = "cmd /c \"\"C:\\kb audit\\bin\\kbaudit.cmd\" schema audit\" 2>NUL";
    List<String> printed =
        printed(
            JAVA_HOME,
            "set ENDS_WITH="
                + java
                + "\n"
                + asProcess
                + "\necho ended with %errorlevel%\nset ENDS_WITH=64",
            "schema audit");

    assertThat(printed).contains("-Dkbaudit.answers=64", "ended with " + kbaudit);
  }

  @Test
  void anArchiveIsTakenWhereItIs() throws Exception {
    String given = "-Dkbaudit.archive.given=true";
    Path left = wine.drive().resolve("kb audit/start/C/Program Files/Java/jdk-17.jsa");
    Path made = wine.drive().resolve("archives/b41d/C/kb audit/C/Program Files/Java/jdk-17.jsa");

    List<String> none = printed(JAVA_HOME, "set KBAUDIT_CACHE=C:\\archives", "schema audit");
    archive(left, "5");
    List<String> byBuild = printed(JAVA_HOME, "set KBAUDIT_CACHE=C:\\archives", "schema audit");
    archive(made, "6");
    List<String> cut = printed(JAVA_HOME, "set KBAUDIT_CACHE=C:\\archives", "schema audit");
    archive(made, "5");
    List<String> byRun = printed(JAVA_HOME, "set KBAUDIT_CACHE=C:\\archives", "schema audit");
    List<String> off = printed(JAVA_HOME, "set KBAUDIT_CACHE=off", "schema audit");

    assertThat(none)
        .contains(
            "-Dkbaudit.cache=C:\\archives",
            "-Dkbaudit.archive=b41d\\C\\kb audit\\C\\Program Files\\Java\\jdk-17.jsa")
        .doesNotContain(given)
        .noneMatch(argument -> argument.startsWith("-XX:SharedArchiveFile"));
    assertThat(byBuild)
        .contains(
            given, "-XX:SharedArchiveFile=C:\\kb audit\\start\\C\\Program Files\\Java\\jdk-17.jsa");
    assertThat(cut).isEqualTo(byBuild);
    assertThat(byRun)
        .contains(
            given,
            "-XX:SharedArchiveFile=C:\\archives\\b41d\\C\\kb audit\\C\\Program"
                + " Files\\Java\\jdk-17.jsa");
    assertThat(off).contains("-Dkbaudit.cache=", given);
  }

  /** Writes five bytes that are said to be so many. */
  private static void archive(Path file, String bytes) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "class");
    Files.writeString(file.resolveSibling(file.getFileName() + ".bytes"), bytes + "\n");
  }
}
