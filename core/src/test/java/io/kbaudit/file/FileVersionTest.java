package io.kbaudit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileVersionTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          6.1.7600.16385                          | 6.1.7600.16385
          4.00.02.7523                            | 4.0.2.7523
          6.1.7600.16385 (win7_rtm.090713-1255)   | 6.1.7600.16385
          5.2.3790.1830 built by: dnsrv_dev       | 5.2.3790.1830
          5,3,16,8                                | 5.3.16.8
          5, 3, 16, 8                             | 5.3.16.8
          10.0.14393.4225                         | 10.0.14393.4225
          2011.110.2100.60                        | 2011.110.2100.60
          7.01.1056                               | 7.1.1056.0
          6.0                                     | 6.0.0.0
          65535.65535.65535.65535                 | 65535.65535.65535.65535
          000000006.1.0.0                         | 6.1.0.0
          """)
  void eachPartIsANumberAndWhatIsMissingIsZero(String text, String version) {
    assertThat(FileVersion.find(text)).map(FileVersion::toString).contains(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".1",
        "1.",
        "v6.1",
        "6.1.7600.16385.1",
        "6.1.7600.65536",
        "6.1.7600a",
        "Gen 1.35",
        "6.1.7600.16385 6.1.7600.20513",
        "-1.0",
        "6.1 beta",
        "n/a",
        "6..1",
        "6.1.7600.16385 (",
        "\u0661.\u0662"
      })
  void whatIsNoVersionIsNone(String text) {
    assertThat(FileVersion.find(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} is below {1}")
  @CsvSource({
    "7.1.10.68, 7.01.1056",
    "9.9, 10.0",
    "5.0.2195.6601, 5.0.2195.10000",
    "0.0.0.0, 0.0.0.1",
    "6.1.9200.1, 6.2.7600.1",
    "32767.0, 32768.0",
    "6.1.7601.17514, 6.1.7601.21701"
  })
  void versionsAreOrderedNumberByNumber(String lower, String higher) {
    assertThat(version(lower)).isLessThan(version(higher));
    assertThat(version(higher).isAbove(version(lower))).isTrue();
    assertThat(version(lower).isAbove(version(higher))).isFalse();
  }

  @Test
  void aVersionIsNotAboveItself() {
    assertThat(version("4.00.02.7523")).isEqualTo(version("4.0.2.7523"));
    assertThat(version("6.1").isAbove(version("6.1.0.0"))).isFalse();
  }

  @Test
  void theHalvesOfAResourceAreTwoPartsEach() {
    assertThat(FileVersion.ofHalves(0x0006_0001L, 0xFFFF_FFFF_1DB1_4001L))
        .isEqualTo(new FileVersion(6, 1, 0x1DB1, 0x4001));
  }

  @Test
  void noPartHasMoreThan16Bits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileVersion(1, 2, 65_536, 0))
        .withMessage("a part of a version is 0 to 65535, not 65536");
  }

  private static FileVersion version(String text) {
    return FileVersion.find(text).orElseThrow();
  }

  @Test
  void aLongTextIsNoVersionAndEndsSoon() {
    assertThat(FileVersion.find("1".repeat(100_000))).isEmpty();
    assertThat(FileVersion.find("0 . ".repeat(50_000))).isEqualTo(Optional.empty());
  }
}
