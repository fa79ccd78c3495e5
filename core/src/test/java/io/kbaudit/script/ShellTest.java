package io.kbaudit.script;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.file.Digest;
import io.kbaudit.report.Golden;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
  private static final CopyStep REPLACED =
      new CopyStep(
          "Dnsclient.msi",
          "Dnsclient.msi",
          Optional.of("Dnsclient.msi.before"),
          679_936,
          Digest.find("0123456789abcdef".repeat(4)));
  private static final CopyStep ADDED =
      new CopyStep(
          "R&D's 100% café.msi",
          "R&D's 100% café.msi", Optional.empty(), 5_000_000_000L, Optional.empty());

  @ParameterizedTest
  @CsvSource({"POWERSHELL, copy.ps1", "CMD, copy.cmd", "SH, copy.sh"})
  void writesAScriptThatPeopleCanRead(Shell shell, String file) throws Exception {
    CopyScript script =
        new CopyScript(
            "C:\\temp\\QFERollupPackage",
            "C:\\MSIShare",
            List.of(REPLACED, ADDED),
            List.of("KB2492954, Update rollup for Hosted Messaging and Collaboration 4.0"),
            "kbaudit verify --location msi-share");

    Golden.assertMatches(Shell.class, file, Scripts.text(shell, script));
  }

  @ParameterizedTest
  @EnumSource
  void keepsACommentInOneLineOfComment(Shell shell) throws Exception {
    List<String> comments = List.of("one\ntwo\r\nthree\u2028four\u0085five\f");

    String text =
        Scripts.text(shell, new CopyScript("p", "s", List.of(), comments, "kbaudit verify"));

    assertThat(text.lines().filter(line -> line.contains("three")))
        .singleElement()
        .asString()
        .matches("(#|rem)   one<U\\+000A>two<U\\+000D><U\\+000A>three<U\\+2028>four.*five.*");
  }

  @Test
  void writesPowerShellInAsciiAlone() throws Exception {
    CopyStep step = Scripts.step("日本.msi", "\u2018q\u2019.msi", Optional.of("😀"));
    CopyScript script = new CopyScript("é", "ü\n", List.of(step), List.of("Ω\u202E"), "\u2018é");

    String text = Scripts.text(Shell.POWERSHELL, script);

    assertThat(US_ASCII.newEncoder().canEncode(text)).isTrue();
  }

  @Test
  void switchesCmdToUtf8OnlyWhereANameNeedsIt() throws Exception {
    assertThat(Scripts.text(Shell.CMD, "p", "s", REPLACED)).doesNotContain("chcp");
    assertThat(Scripts.text(Shell.CMD, "p", "s", ADDED)).contains("\r\nchcp 65001 >nul\r\n");
  }

  @Test
  void looksForSha256sumOnlyWhereContentsAreKnown() throws Exception {
    assertThat(Scripts.text(Shell.SH, "p", "s", ADDED)).doesNotContain("sha256sum");
    assertThat(Scripts.text(Shell.SH, "p", "s", ADDED, REPLACED)).containsOnlyOnce("no sha256sum");
  }

  @Test
  void endsEachLineAsTheShellWants() throws Exception {
    assertThat(Scripts.text(Shell.CMD, "p", "s", REPLACED).replace("\r\n", ""))
        .doesNotContain("\n", "\r");
    assertThat(Scripts.text(Shell.SH, "p", "s", REPLACED)).doesNotContain("\r");
  }

  @Test
  void keepsEachLineWithinTheLimitOfCmd() throws Exception {
    String longest = "%".repeat(255 - ".kbaudit-part".length());
    CopyStep step = Scripts.step(longest, longest, Optional.of("&".repeat(255)));

    String text = Scripts.text(Shell.CMD, "%".repeat(260), "&".repeat(260), step);

    assertThat(text.lines()).allMatch(line -> line.length() < 8191 - 2 * 260);
  }

  @Test
  void doublesThePercentSignsOfFoldersForCmd() throws Exception {
    assertThat(Scripts.text(Shell.CMD, "100%PATH%", "%1", REPLACED))
        .contains("set \"package=100%%PATH%%\"\r\n", "set \"share=%%1\"\r\n");
  }

  @Test
  void takesADriveAloneForItsCurrentFolder() throws Exception {
    assertThat(Scripts.text(Shell.CMD, "C:", "s", REPLACED)).contains("set \"package=C:.\"");
    assertThat(Scripts.text(Shell.POWERSHELL, "p", "C:", REPLACED)).contains("$share = 'C:.'");
    assertThat(Scripts.text(Shell.SH, "C:", "s", REPLACED)).contains("package='C:'");
  }

  @Test
  void namesFoldersToCmdWithItsOwnSeparator() throws Exception {
    assertThat(Scripts.text(Shell.CMD, "p", "//server/share/", REPLACED))
        .contains("set \"share=\\\\server\\share\\\"");
  }

  @ParameterizedTest
  @EnumSource
  void refusesNamesThatAreNoFilesOfTheFolder(Shell shell) {
    for (String name : List.of("", ".", "..", "../a.msi", "/a.msi", "a\0b.msi")) {
      assertRefuses(shell, name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"..\\a.msi", "a.msi:stream", "C:"})
  void refusesNamesThatLeadElsewhereOnWindows(String name) {
    assertRefuses(Shell.POWERSHELL, name);
    assertRefuses(Shell.CMD, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"&b.msi",
        "a<b",
        "a>b",
        "a|b",
        "a?",
        "*",
        "a\nb",
        "a\tb",
        "\u001A",
        "a.msi.",
        "a.msi ",
        "NUL",
        "con.msi",
        "Lpt1",
        "AUX .txt",
        "\uD83D.msi",
      })
  void refusesNamesToCmdThatWindowsCannotHave(String name) {
    assertRefuses(Shell.CMD, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a?", "a\nb", "a.msi.", "a.msi ", "NUL", "con.msi", "COM\u00B9", "conin$"})
  void refusesNamesToPowerShellThatWindowsCannotHave(String name) {
    assertRefuses(Shell.POWERSHELL, name);
  }

  @ParameterizedTest
  @EnumSource
  void refusesNamesThatAreTooLong(Shell shell) {
    assertRefuses(shell, "a".repeat(256));
  }

  @Test
  void refusesNamesToShThatHaveTooManyBytes() throws Exception {
    String longest = "\u00E9".repeat(121);

    assertThat(Scripts.text(Shell.SH, "p", "s", Scripts.step("from", longest, Optional.empty())))
        .contains(longest);
    assertRefuses(Shell.SH, "\u00E9".repeat(128));
  }

  @Test
  void refusesNamesToCmdWhoseTemporaryNameIsTooLong() throws Exception {
    String longest = "a".repeat(255 - ".kbaudit-part".length());
    CopyStep tooLong = Scripts.step("from", longest + "a", Optional.empty());

    assertThat(Scripts.text(Shell.CMD, "p", "s", Scripts.step("from", longest, Optional.empty())))
        .contains(longest);
    assertThatExceptionOfType(UnquotableException.class)
        .isThrownBy(() -> Scripts.text(Shell.CMD, "p", "s", tooLong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab:c", "C:\\a:b", "1:\\a", "\\\\?\\C:\\a", "a\"b", "a\nb"})
  void refusesFoldersToCmdThatWindowsCannotHave(String folder) {
    assertThatExceptionOfType(UnquotableException.class)
        .isThrownBy(() -> Scripts.text(Shell.CMD, folder, "s", REPLACED));
    assertThatExceptionOfType(UnquotableException.class)
        .isThrownBy(() -> Scripts.text(Shell.CMD, "p", folder, REPLACED));
  }

  @Test
  void refusesHalfASurrogatePairWhereItCannotBeEncoded() throws Exception {
    CopyStep half = Scripts.step("\uD83D.msi", "a.msi", Optional.empty());

    assertRefuses(Shell.SH, "\uD83D.msi");
    assertThat(Scripts.text(Shell.POWERSHELL, "p", "s", half)).contains("[char]0xD83D");
  }

  @Test
  void saysInOneSentenceWhatItRefusesAndWhy() {
    assertThatExceptionOfType(UnquotableException.class)
        .isThrownBy(
            () -> Scripts.text(Shell.SH, "p", "s", Scripts.step("a/\n", "b", Optional.empty())))
        .withMessage("a script for sh cannot name 'a/<U+000A>': it contains the character /");
  }

  @Test
  void writesNothingOfAScriptThatItRefuses() {
    StringWriter out = new StringWriter();
    CopyScript script =
        new CopyScript(
            "p",
            "s",
            List.of(Scripts.step("a/b", "a", Optional.empty())),
            List.of(),
            "kbaudit verify");

    assertThatExceptionOfType(UnquotableException.class)
        .isThrownBy(() -> Shell.SH.write(script, out));
    assertThat(out.toString()).isEmpty();
  }

  /** Checks that the name is refused wherever a step may have it. */
  private static void assertRefuses(Shell shell, String name) {
    for (CopyStep step :
        List.of(
            Scripts.step(name, "to", Optional.empty()),
            Scripts.step("from", name, Optional.empty()),
            Scripts.step("from", "to", Optional.of(name)))) {
      assertThatExceptionOfType(UnquotableException.class)
          .as("%s: %s", shell, step)
          .isThrownBy(() -> Scripts.text(shell, "p", "s", step));
    }
  }
}
