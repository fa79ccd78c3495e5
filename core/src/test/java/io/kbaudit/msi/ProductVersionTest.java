package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.2.3, 1.2.3, 0",
    "1.2, 1.2.0, 0",
    "01.002.3, 1.2.3, 0",
    "1.2.3, 1.2.3.4, 0",
    "1.2.3.4, 1.2.3.5, -1",
    "10.0, 9.9.9, 1",
    "1.2, 1.2.1, -1",
    "1.2.9999999999, 1.2.3, 1"
  })
  void isComparedNumberByNumber(String first, String second, int order) {
    assertThat(Integer.signum(version(first).compareWith(version(second)))).isEqualTo(order);
    assertThat(Integer.signum(version(second).compareWith(version(first)))).isEqualTo(-order);
  }

  @ParameterizedTest
  @CsvSource({
    "255.255.65535, true",
    "1.0.0.99999, true",
    "256.0, false",
    "1.256.0, false",
    "1.0.65536, false"
  })
  void windowsInstallerAllowsThreeNumbersOfAByteAByteAndTwo(String text, boolean allowed) {
    assertThat(version(text).isAllowed()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1.", ".1", "1..2", "Gen 1.35", "1.0a", "1.0-2", "1.٣", "12345678901"})
  void otherTextIsNoVersion(String text) {
    assertThat(ProductVersion.find(text)).isEmpty();
  }

  private static ProductVersion version(String text) {
    return ProductVersion.find(text).orElseThrow();
  }
}
