package io.kbaudit.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Waiver;
import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverReaderTest {
  static final Path GOLDEN =
      Path.of("src", "test", "resources", "io", "kbaudit", "waiver", "waivers.yaml");

  @Test
  void everyFieldIsRead() throws IOException {
    Waivers waivers = WaiverReader.read(GOLDEN);

    assertThat(waivers.source()).isEqualTo("waivers.yaml");
    assertThat(waivers.waivers())
        .containsExactly(
            new Waiver(
                3,
                Optional.of("msi-share"),
                Optional.of(FileName.of("DNSClient.msi")),
                Optional.empty(),
                Set.of(Check.SIZE),
                Set.of(Cause.LARGER),
                Optional.of("rebuilt by the vendor: see the ticket"),
                Optional.of("J. Doe"),
                Optional.of("CHG-1"),
                Optional.of(LocalDate.parse("2026-01-01")),
                Optional.of(LocalDate.parse("2027-03-31")),
                false),
            new Waiver(
                12,
                Optional.empty(),
                Optional.of(FileName.of("ManagedHelpers.msi")),
                Optional.empty(),
                Set.of(Check.SIZE, Check.DATE),
                Set.of(Cause.SMALLER, Cause.OLDER),
                Optional.of("it is replaced in spring"),
                Optional.of("J. Doe"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.parse("2027-03-31")),
                true));
  }

  @Test
  void aBareListIsOneToo() throws IOException {
    assertThat(read("- file: a.msi\n- file: b.msi\n").waivers())
        .extracting(Waiver::line)
        .containsExactly(1, 2);
    assertThat(read("waivers: []\n").waivers()).isEmpty();
  }

  @Test
  void whatIsLeftEmptyIsMissing() throws IOException {
    Waiver waiver = read("- file:\n  check: \n  reason: ''\n  approver: ~\n").waivers().get(0);

    assertThat(waiver.missing()).containsExactly("file", "check", "reason", "approver", "expiry");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"missing", "MISSING", "Missing"})
  void idsAreReadInEveryCaseAndLocale(String cause) throws IOException {
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(read("- {check: presence, cause: " + cause + "}").waivers().get(0).causes())
          .containsExactly(Cause.MISSING);
      assertThat(read("- {cause: not-a-package}").waivers().get(0).causes())
          .containsExactly(Cause.NOT_A_PACKAGE);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                | 0 | it is empty, or all comment
          waivers:                          | 1 | 'waivers' is a list, and nothing is there
          waivers: none                     | 1 | 'waivers' is a list, not a word: 'none'
          nonsense                          | 1 | 'waivers' is a list, not a word: 'nonsense'
          waiver: []                        | 1 | unknown key of a list of waivers: 'waiver'; did you mean 'waivers'?
          - a.msi                           | 1 | a waiver is keys and their values, not a word: 'a.msi'
          - {}~- {files: a.msi}             | 2 | unknown key of a waiver: 'files'; did you mean 'file'?
          - {file: a.msi, file: b.msi}      | 1 | twice, for the first time in line 1: 'file'
          - {file: [a.msi]}                 | 1 | 'file' is a word, not a list
          - {file: ...}                     | 1 | not the name of a file: '...'
          - {}~- file: a.msi~  check: SIZZE | 3 | unknown check: 'SIZZE'; did you mean 'SIZE'?
          - {check: [SIZE, '']}             | 1 | 'check' is left empty
          - {cause: }                       | 1 | 'cause' is left empty
          - {cause: ''}                     | 1 | 'cause' is left empty
          - {cause: []}                     | 1 | 'cause' is left empty
          - {file: a.msi, row: ~}           | 1 | 'row' is left empty
          - {file: a.msi, from: ' '}        | 1 | 'from' is left empty
          - {location: ~}                   | 1 | 'location' is left empty
          - {cause: LUCK}                   | 1 | unknown cause: 'LUCK'; there are MISSING,
          - {expiry: 31.3.2027}             | 1 | not a day: '31.3.2027'; one is 2027-03-31
          - {expiry: 2027-02-29}            | 1 | not a day: '2027-02-29'; one is 2027-03-31
          - {expiry: +999999999-12-31}      | 1 | not a day: '+999999999-12-31'; one is 2027-03-31
          - {row: 0}                        | 1 | not the number of a row: '0'; they count from 1
          - {row: two}                      | 1 | not the number of a row: 'two'; they count from 1
          - {row: 4294967298}               | 1 | not the number of a row: '4294967298'; they count from 1
          - {from: soon}                    | 1 | not a day: 'soon'; one is 2027-03-31
          - from: 2027-04-01~  expiry: 2027-03-31 | 2 | the waiver ends before it begins: '2027-03-31'
          - {undecided: yes}                | 1 | 'undecided' is true or false, and nothing else: 'yes'
          - {reason: &a b}                  | 1 | an anchor, which a list of waivers has no use for: '&a'
          - {}~---~- {}                     | 2 | a second document begins; a list of waivers is a single one
          """)
  void whatCannotBeUnderstoodIsRefusedWithItsLine(String yaml, int line, String problem) {
    WaiverFormatException refusal =
        catchThrowableOfType(WaiverFormatException.class, () -> read(yaml.replace('~', '\n')));

    assertThat(refusal.line()).isEqualTo(line);
    assertThat(refusal)
        .hasMessageStartingWith(
            "waivers.yaml" + (line == 0 ? "" : ", line " + line) + ": " + problem);
  }

  @Test
  void aFileThatIsNotThereIsNoListThatCannotBeUnderstood(@TempDir Path folder) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> WaiverReader.read(folder.resolve("none.yaml")));
  }

  private static Waivers read(String yaml) throws IOException {
    return WaiverReader.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "waivers.yaml");
  }
}
