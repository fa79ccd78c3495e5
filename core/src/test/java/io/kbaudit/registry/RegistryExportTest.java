package io.kbaudit.registry;

import static io.kbaudit.registry.Exports.UNINSTALL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All of an export is understood, or it is refused with its line. */
class RegistryExportTest {
  private static final String KEY = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\n";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource
  void values(String lines, String told) throws IOException {
    assertThat(told(KEY + lines + "\n\n")).containsExactly(told);
  }

  static List<Arguments> values() {
    return List.of(
        Arguments.of("\"a\"=\"b\"", "a=b"),
        Arguments.of("@=\"b\"", "=b"),
        Arguments.of("\"a\"=\"\"", "a="),
        Arguments.of("\"a\"=\"b\"  ", "a=b"),
        Arguments.of("  \"a\" = \"b\"", "a=b"),
        Arguments.of("\"C:\\\\x\\\\\"=\"D:\\\\y\\\\\"", "C:\\x\\=D:\\y\\"),
        Arguments.of("\"a\\\"=]b\"=\"=\\\"]\"", "a\"=]b==\"]"),
        Arguments.of("\"a\"=\"one\ntwo\"", "a=one\ntwo"),
        Arguments.of("\"a\nb\"=\"\n\"", "a\nb=\n"),
        Arguments.of("\"a\"=\"one\\ntwo\\r\\0\"", "a=one\ntwo\r\0"),
        Arguments.of("\"a\"=\"[HKEY_LOCAL_MACHINE\n[X]\"", "a=[HKEY_LOCAL_MACHINE\n[X]"),
        Arguments.of("\"a\"=dword:040004c4", "a=#67110084"),
        Arguments.of("\"a\"=dword:FFFFFFFF", "a=#4294967295"),
        Arguments.of("\"a\"=dword:1", "a=#1"),
        Arguments.of("\"a\"=hex(4):c4,04,00,04", "a=#67110084"),
        Arguments.of("\"a\"=hex(5):04,00,04,c4", "a=#67110084"),
        Arguments.of("\"a\"=hex(b):01,00,00,00,00,00,00,00", "a=#1"),
        Arguments.of("\"a\"=hex(1):62,00,00,00", "a=b"),
        Arguments.of("\"a\"=hex(2):62,00,\\\n  63,00,00,00", "a=bc"),
        Arguments.of("\"a\"=hex(2):\\\n  62,00", "a=b"),
        Arguments.of("\"a\"=hex(2):", "a="),
        Arguments.of("\"a\"=hex(7):62,00,00,00,63,00,00,00,00,00", "a=b"),
        Arguments.of("\"a\"=hex:01,fF", "a=?"),
        Arguments.of("\"a\"=hex:", "a=?"),
        Arguments.of("\"a\"=hex(0):", "a=?"),
        Arguments.of("\"a\"=hex(4):01", "a=?"),
        Arguments.of("\"a\"=hex(ffff0010):01", "a=?"),
        Arguments.of("; a remark\n\n\"a\"=\"b\"", "a=b"));
  }

  @Test
  void aNameMayHaveBracketsInIt() throws IOException {
    List<String> told = new ArrayList<>();
    read(Exports.HEADER + "[HKEY_LOCAL_MACHINE\\SOFTWARE\\a]b[c]\n\n", told);

    assertThat(told).containsExactly("HKEY_LOCAL_MACHINE\\SOFTWARE\\a]b[c");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "a"="b                 | 4 | the text that begins here has no end: '"b'
          "a"="b" c              | 4 | text behind the end of a value: ' c'
          "a"="C:\\Windows"      | 4 | a backslash that is not doubled, as exports do: '"C:\\Windows"'
          "a"                    | 4 | a value's name without '=' behind it: '"a"'
          "a"=                   | 4 | the data of a value are not understood: ''
          "a"=b                  | 4 | the data of a value are not understood: 'b'
          "a"=dword:             | 4 | the data of a value are not understood: 'dword:'
          "a"=dword:123456789    | 4 | the data of a value are not understood: 'dword:123456789'
          "a"=dword:x            | 4 | the data of a value are not understood: 'dword:x'
          "a"=hex:1              | 4 | is no list of bytes: '1'
          "a"=hex:001            | 4 | is no list of bytes: '001'
          "a"=hex:00,            | 4 | the export ends a list of bytes with a comma: it is cut
          "a"=hex:0g             | 4 | is no list of bytes: '0g'
          "a"=hex:00;01          | 4 | is no list of bytes: '00;01'
          "a"=hex(x):00          | 4 | the data of a value are not understood: 'hex(x):00'
          "a"=-                  | 4 | '-' deletes: this file is made to change a registry, and says nothing of what is in one; export it with 'reg export KEY FILE', or from regedit as 'Registration Files'
          [-HKEY_LOCAL_MACHINE]  | 4 | '[-HKEY_LOCAL_MACHINE]' deletes: this file is made to change a registry, and says nothing of what is in one; export it with 'reg export KEY FILE', or from regedit as 'Registration Files'
          [HKEY_LOCAL_MACHINE    | 4 | the name of a key is cut: '[HKEY_LOCAL_MACHINE'
          []                     | 4 | a key without a name: '[]'
          a=b                    | 4 | is neither a key nor a value: 'a=b'
          """)
  void whatIsNotUnderstoodIsRefused(String line, int at, String problem) {
    refuses(Exports.HEADER + KEY + line + "\n\n", at, problem);
  }

  @Test
  void anExportThatIsCutWithinAValueIsRefused() {
    refuses(
        Exports.HEADER + KEY + "\"a\"=hex(2):62,00,\\\n",
        5,
        "the export ends within a value: it is cut");
    refuses(
        Exports.HEADER + KEY + "\"a\"=dword:0400",
        4,
        "the data of a value are not understood: 'dword:0400'");
  }

  @Test
  void aValueAboveAllKeysIsRefused() {
    refuses(Exports.HEADER + "\"a\"=\"b\"\n", 3, "a value without a key: '\"a\"=\"b\"'");
  }

  /** Which of two would be there nobody knows; an export has each once. */
  @Test
  void aValueThatAKeyHasTwiceIsRefused() throws IOException {
    String key = Exports.HEADER + "[" + Exports.UNINSTALL + "\\a]\n\"DisplayVersion\"=\"1.0\"\n";

    assertRefused(
        (key + "\"displayversion\"=\"1.1\"\n\n").getBytes(UTF_8),
        "line 5: a value that its key has already: 'displayversion'");
    assertRefused(
        (key + "@=\"a\"\n\"b\"=\"c\"\n@=\"a\"\n\n").getBytes(UTF_8),
        "line 7: a value that its key has already: ''");
  }

  @Test
  void theOlderFormIsRefusedForItsCodePageIsNotKnown() throws IOException {
    assertRefused(
        "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE]\r\n".getBytes(UTF_8),
        "line 1: the export is of the older form 'REGEDIT4', in a code page that it does not"
            + " state: export it with 'reg export KEY FILE', or from regedit as 'Registration"
            + " Files'");
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    assertRefused(
        "Windows Registry Editor Version 6.00\r\n\r\n".getBytes(UTF_8),
        "line 1: the export is of another version than 5.00: 'Windows Registry Editor Version"
            + " 6.00'");
  }

  @Test
  void aCodePageThatIsNotStatedIsRefusedWithTheLineThatShowsIt() throws IOException {
    String text = Exports.HEADER + "[" + UNINSTALL + "\\X]\n\"DisplayName\"=\"Größe\"\n";

    assertRefused(
        text.getBytes(Charset.forName("windows-1252")),
        "line 4: has a byte that is no UTF-8: the file is in a code page that it does not state;"
            + " export it again, as regedit and reg.exe do in UTF-16");
  }

  @Test
  void aFileThatEndsWithinACharacterIsRefused() throws IOException {
    Path whole = Exports.write(folder.resolve("whole.reg"), "[" + UNINSTALL + "]\n");
    byte[] bytes = Files.readAllBytes(whole);

    assertRefused(
        Arrays.copyOf(bytes, bytes.length - 1),
        "line 4: the file ends within a character of UTF-16: it is cut");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n\n"})
  void anEmptyFileIsRefused(String text) throws IOException {
    assertRefused(text.getBytes(UTF_8), "line 1: the file is empty");
  }

  @Test
  void aHiveIsRefused() throws IOException {
    assertRefused(
        "regf\1\0\0\0\1\0\0\0".getBytes(UTF_8),
        "line 1: is a hive of the registry, not an export of it: export it with 'reg export KEY"
            + " FILE', or from regedit as 'Registration Files'");
  }

  @Test
  void theAnswerOfRegQueryIsRefused() throws IOException {
    assertRefused(
        "\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\X\r\n    A    REG_SZ    B\r\n".getBytes(UTF_8),
        "line 1: lists keys as 'reg query' does, which is no export: export it with 'reg export"
            + " KEY FILE', or from regedit as 'Registration Files'");
  }

  @Test
  void anExportWithoutItsHeadingIsRefused() throws IOException {
    assertRefused(
        "[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n".getBytes(UTF_8),
        "line 1: begins with a key, not as an export does with 'Windows Registry Editor Version"
            + " 5.00': export it with 'reg export KEY FILE', or from regedit as 'Registration"
            + " Files'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\n", "[HKEY_LOCAL_MACHINE\\SOFTWARE]\n", ""})
  void anExportOfNothingThatIsInstalledIsRefused(String keys) throws IOException {
    Path file = Exports.write(folder.resolve("a.reg"), keys);

    assertThatExceptionOfType(RegistryFormatException.class)
        .isThrownBy(() -> RegistryReader.read(file))
        .withMessageContaining(
            "the export ends without a key that says what is installed: export"
                + " HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer,");
  }

  @Test
  void anExportThatDoesNotEndAsExportsDoMayBeCut() throws IOException {
    Path file = Exports.writeRaw(folder.resolve("a.reg"), Exports.HEADER + "[" + UNINSTALL + "]\n");

    assertThat(RegistryReader.read(file).remarks())
        .containsExactly(
            new RegistryRemark(
                3, "the export does not end with an empty line, as exports do: it may be cut"));
  }

  @Test
  void aLineOfSixteenMebibytesIsReadAndALongerOneRefused() throws IOException {
    String key = Exports.HEADER + "[HKEY_LOCAL_MACHINE\\";
    String longest = "x".repeat(ExportLines.LONGEST - key.lines().toList().get(2).length() - 1);
    List<String> told = new ArrayList<>();

    read(key + longest + "]\n\n", told);

    assertThat(told).containsExactly("HKEY_LOCAL_MACHINE\\" + longest);
    refuses(key + longest + "x]\n\n", 3, "the line is longer than 16 MiB, as none of an export is");
  }

  /** A value that is cut would be another one. */
  @Test
  void aTextOfSixteenMebibytesIsReadAndALongerOneRefused() throws IOException {
    String line = "62,00,".repeat(1 << 12) + "\\\n";
    String longest =
        "\"a\"=hex(1):" + line.repeat((ValueData.MOST_BYTES >> 13) - 1) + "62,00,".repeat(1 << 12);

    assertThat(told(KEY + longest.substring(0, longest.length() - 1) + "\n\n"))
        .containsExactly("a=" + "b".repeat(ValueData.MOST_BYTES / 2));
    refuses(
        Exports.HEADER + KEY + longest + "62\n\n",
        4,
        "the value that begins here is longer than 16 MiB, as none of a registry is");
  }

  @Test
  void aQuotedTextOfManyLinesEndsTooWhereItIsLongerThanAny() {
    String line = "x".repeat(1 << 20) + "\n";

    refuses(
        Exports.HEADER + KEY + "\"a\"=\"" + line.repeat(17) + "\"\n\n",
        4,
        "the value that begins here is longer than 16 MiB, as none of a registry is");
  }

  /** Of what is no text, nothing is asked for but numbers. */
  @Test
  void bytesMayBeAsManyAsTheyLike() throws IOException {
    String line = "00,".repeat(1 << 20) + "\\\n";

    assertThat(told(KEY + "\"a\"=hex:" + line.repeat(17) + "00\n\"b\"=\"c\"\n\n"))
        .containsExactly("a=?", "b=c");
  }

  /** Wherever it is cut, what is read of it is true, or it is refused. */
  @Test
  void eachPrefixIsReadOrRefused() throws IOException {
    String code = "{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}";
    Path whole =
        Exports.write(
            folder.resolve("whole.reg"),
            "["
                + UNINSTALL
                + "\\"
                + code
                + "]\n\"DisplayVersion\"=\"4.0.1220.0\"\n\"Version\"=dword:040004c4\n"
                + "\"WindowsInstaller\"=dword:00000001\n");
    byte[] bytes = Files.readAllBytes(whole);
    int refused = 0;
    for (int length = 0; length < bytes.length; length++) {
      Path cut = Files.write(folder.resolve("cut.reg"), Arrays.copyOf(bytes, length));
      try {
        InstalledProducts found = RegistryReader.read(cut);

        assertThat(found.remarks()).as("cut at %d", length).hasSize(1);
        assertThat(found.byProductCode(code).get(0).versions())
            .as("cut at %d", length)
            .isSubsetOf("4.0.1220.0");
      } catch (RegistryFormatException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(bytes.length / 2);
  }

  private static List<String> told(String text) throws IOException {
    List<String> told = new ArrayList<>();
    read(Exports.HEADER + text, told);
    return told.subList(1, told.size());
  }

  private static void refuses(String text, int line, String problem) {
    assertThatExceptionOfType(RegistryFormatException.class)
        .isThrownBy(() -> read(text, new ArrayList<>()))
        .withMessage("a.reg, line " + line + ": " + problem);
  }

  private void assertRefused(byte[] bytes, String problem) throws IOException {
    Path file = Files.write(folder.resolve("a.reg"), bytes);

    assertThatExceptionOfType(RegistryFormatException.class)
        .isThrownBy(() -> RegistryReader.read(file))
        .withMessage("a.reg, " + problem);
  }

  private static void read(String text, List<String> told) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    try (ExportLines lines = new ExportLines("a.reg", new ByteArrayInputStream(bytes))) {
      RegistryExport.read(
          lines,
          new RegistryExport.Listener() {
            @Override
            public boolean key(int line, String path) {
              told.add(path);
              return true;
            }

            @Override
            public boolean value(int line, String name, RegistryValue value) {
              String number = value.number().isPresent() ? "#" + value.number().getAsLong() : "?";
              told.add(name + "=" + value.text().orElse(number));
              return true;
            }
          });
    }
  }
}
