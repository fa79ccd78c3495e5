package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.attestation.KeyFiles;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.text.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under its own format alone, the command ends as a plugin of Nagios does. */
class NagiosPluginTest {
  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private InputStream in = InputStream.nullInputStream();
  private Map<String, String> environment = Map.of();

  @Test
  void compliantIsOk() throws Exception {
    RollupFolder.kb2492954().writeTo(folder);

    int code = kbaudit("verify", "--location", "package", "--report", "nagios", folder);

    assertThat(code).isZero();
    assertThat(printed()).startsWith("KBAUDIT OK - COMPLIANT: 22 expected, 22 passed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nagios", "NAGIOS", "nagios=-"})
  void nonCompliantIsCritical(String format) throws Exception {
    RollupFolder.kb2492954().with(Defect.missing("DNSProvider.msi")).writeTo(folder);

    int code = kbaudit("verify", "--location", "package", "--report", format, folder);

    assertThat(code).isEqualTo(2);
    assertThat(printed())
        .startsWith("KBAUDIT CRITICAL - NON-COMPLIANT: 22 expected, 21 passed, 1 failed")
        .contains("Dnsprovider.msi PRESENCE MISSING");
  }

  @Test
  void aQuestionThatCannotBeAskedIsUnknownAndSaysWhy() {
    int code = kbaudit("verify", "--report=nagios", folder.resolve("none|here"));

    assertThat(code).isEqualTo(3);
    assertThat(printed()).startsWith("KBAUDIT UNKNOWN - no such folder: ").doesNotContain("|");
  }

  @Test
  void badUsageIsUnknownToo() {
    int code = kbaudit("verify", "--report", "nagios", "--colour", folder);

    assertThat(code).isEqualTo(3);
    assertThat(printed()).startsWith("KBAUDIT UNKNOWN - unknown option '--colour'");
  }

  @Test
  void aFileInThatFormatChangesNoExitCode() throws Exception {
    RollupFolder.kb2492954().with(Defect.missing("DNSProvider.msi")).writeTo(folder);
    Path file = elsewhere.resolve("state");

    int code = kbaudit("verify", "--report", "nagios=" + file, "--report", "text", folder);

    assertThat(code).isEqualTo(1);
    assertThat(file).content().startsWith("KBAUDIT CRITICAL - ");
    assertThat(printed()).startsWith("Article");
  }

  @Test
  void aFileThatCannotBeWrittenIsUnknownInOneLineWhicheverReportComesFirst() throws Exception {
    RollupFolder.kb2492954().writeTo(folder);
    Path nowhere = elsewhere.resolve("no folder/audit.json");

    for (String[] reports :
        new String[][] {{"nagios", "json=" + nowhere}, {"json=" + nowhere, "nagios"}}) {
      out.reset();

      int code = kbaudit("verify", "--report", reports[0], "--report", reports[1], folder);

      assertThat(code).isEqualTo(3);
      assertOneLine("KBAUDIT UNKNOWN - the report '");
    }
  }

  @Test
  void anArticleThatCannotBeReadIsUnknownInOneLine() throws Exception {
    Path article = Files.writeString(elsewhere.resolve("a|b"), "no table\nat all\u001B[2J\n");

    assertThat(kbaudit("verify", "--report", "nagios", "--article", article, folder)).isEqualTo(3);
    assertOneLine("KBAUDIT UNKNOWN - a<U+007C>b: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--only=SI\nZE", "--tolerance=\r\n|", "--bad\u001B[2J\u2028option"})
  void anOptionThatHoldsTheEndOfALineBreaksNone(String option) {
    assertThat(kbaudit("verify", "--report", "nagios", option, folder)).isEqualTo(3);
    assertOneLine("KBAUDIT UNKNOWN - ");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file is called so there")
  void aNameThatHoldsTheEndOfALineBreaksNone() throws Exception {
    Path named = Files.createDirectory(folder.resolve("a\nCOMPLIANT|b"));
    RollupFolder.kb2492954().writeTo(named);
    Files.createFile(named.resolve("x\nKBAUDIT OK - y|z.msi"));

    int code = kbaudit("verify", "--report", "nagios", "--unlisted", "fail", named);

    assertThat(code).isEqualTo(2);
    assertOneLine("KBAUDIT CRITICAL - NON-COMPLIANT: ");
    assertThat(printed().chars().filter(c -> c == '|')).hasSize(1);
  }

  @Test
  void settingsThatCannotBeReadAreUnknownInOneLine() throws Exception {
    Path settings = Files.writeString(elsewhere.resolve("settings.yaml"), "report: [\n");

    assertThat(kbaudit("verify", "--report", "nagios", "--config", settings, folder)).isEqualTo(3);
    assertOneLine("KBAUDIT UNKNOWN - settings.yaml, line ");
  }

  @Test
  void settingsThatCannotBeReadAreUnknownWhereAVariableAsksForTheFormat() throws Exception {
    Path settings = Files.writeString(elsewhere.resolve("settings.yaml"), "report: [\n");
    environment = Map.of("KBAUDIT_REPORT", "nagios", "KBAUDIT_CONFIG", settings.toString());

    assertThat(kbaudit("verify", folder)).isEqualTo(3);
    assertOneLine("KBAUDIT UNKNOWN - settings.yaml, line ");
    out.reset();
    assertThat(kbaudit("verify", "--report", "text", folder)).isEqualTo(2);
    assertThat(printed()).isEmpty();
    assertThat(kbaudit("explain", "SIZE", "--bad")).isEqualTo(2);
    assertThat(printed()).isEmpty();
  }

  @Test
  void aSignedAuditWithoutItsKeyIsUnknownInOneLine() throws Exception {
    RollupFolder.kb2492954().writeTo(folder);
    Path key = KeyFiles.in(elsewhere, "Ed25519").privateKey();
    Path signed = elsewhere.resolve("signed.json");
    assertThat(kbaudit("verify", "--sign", key, "--report", "json=" + signed, folder)).isZero();

    assertThat(kbaudit("report", "--report", "nagios", signed)).isEqualTo(3);
    assertOneLine("KBAUDIT UNKNOWN - 'signed.json' is signed");
  }

  @ParameterizedTest
  @MethodSource("mishaps")
  void whateverFailsIsUnknownInOneLine(Throwable mishap, String sentence) {
    in =
        new InputStream() {
          @Override
          public int read() throws IOException {
            if (mishap instanceof Error error) {
              throw error;
            }
            if (mishap instanceof IOException failure) {
              throw failure;
            }
            throw (RuntimeException) mishap;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };

    assertThat(kbaudit("verify", "--report", "nagios", "--article", "-", folder)).isEqualTo(3);
    assertOneLine("KBAUDIT UNKNOWN - " + sentence);
  }

  static Stream<Arguments> mishaps() {
    return Stream.of(
        Arguments.of(new OutOfMemoryError("Java heap space"), "there is not enough memory; "),
        Arguments.of(new StackOverflowError(), "this is a mistake in kbaudit, "),
        Arguments.of(new IllegalStateException("a\nb|c\u0000"), "this is a mistake in kbaudit, "),
        Arguments.of(new IOException("one\r\ntwo"), ""));
  }

  @Test
  void whatStandsBehindTheEndOfOptionsAsksForNothing() {
    assertThat(kbaudit("verify", "--", "--report", "nagios")).isEqualTo(2);
    assertThat(printed()).isEmpty();
  }

  private void assertOneLine(String beginning) {
    assertThat(printed()).startsWith(beginning).endsWith("\n").hasSizeLessThan(1024);
    assertThat(printed().substring(0, printed().length() - 1).codePoints())
        .allMatch(Printable::isPrintable);
  }

  private int kbaudit(Object... arguments) {
    Console console =
        new Console(
            in,
            out,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            false,
            false,
            environment);
    return new Kbaudit(console)
        .runProcess(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
