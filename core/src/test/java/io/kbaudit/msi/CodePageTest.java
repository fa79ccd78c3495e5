package io.kbaudit.msi;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "874, ภาษาไทย",
    "932, 日本語ｶﾅ①",
    "936, 简体中文",
    "949, 한국어",
    "950, 繁體中文",
    "1250, Česky łódź",
    "1251, Русский",
    "1252, Français €",
    "1253, Ελληνικά",
    "1254, Türkçe ışık",
    "1255, עברית",
    "1256, العربية",
    "1257, Lietuvių",
    "1258, Đơn",
    "65001, Ünïcødé 日本 🙂",
  })
  void decodesSummaryAndDatabaseEachByItsOwn(int number, String text) throws IOException {
    Path file = folder.resolve("a.msi");

    MsiFixture.smallest().codepage(number).subject(text).writeTo(file);
    MsiInspection summary = MsiInspection.of(file);
    MsiFixture.smallest().databaseCodepage(number).property("ProductName", text).writeTo(file);
    MsiInspection database = MsiInspection.of(file);

    assertThat(summary.problems()).isEmpty();
    assertThat(summary.summary().orElseThrow().codepage()).hasValue(number);
    assertThat(summary.summary()).flatMap(SummaryInformation::subject).contains(text);
    assertThat(database.problems()).isEmpty();
    assertThat(database.summary().orElseThrow().codepage()).hasValue(1252);
    assertThat(database.property("ProductName")).contains(text);
  }

  @Test
  void zeroInTheDatabaseIsNeutral() throws IOException {
    Path file = folder.resolve("a.msi");
    MsiFixture.smallest().databaseCodepage(0).property("ProductName", "ASCII").writeTo(file);

    MsiInspection inspection = MsiInspection.of(file);

    assertThat(inspection.problems()).isEmpty();
    assertThat(inspection.property("ProductName")).contains("ASCII");
  }

  @Test
  void zeroIsReadAsWesternEuropean() {
    assertThat(CodePage.NEUTRAL.decode(new byte[] {(byte) 0xE9, (byte) 0x80}, 0, 2))
        .isEqualTo("é€");
  }

  @Test
  void whatIsNoCharacterOfItBecomesAReplacement() {
    assertThat(new CodePage(65001).decode(new byte[] {'a', (byte) 0xFF}, 0, 2))
        .isEqualTo("a\uFFFD");
  }

  @ParameterizedTest
  @CsvSource({"437, é, 0x82", "850, é, 0x82", "28591, é, 0xE9", "20127, e, 0x65"})
  void olderOnesAreKnownToo(int number, String text, int stored) {
    CodePage codePage = new CodePage(number);

    assertThat(codePage.isKnown()).isTrue();
    assertThat(codePage.decode(new byte[] {(byte) stored}, 0, 1)).isEqualTo(text);
  }

  @Test
  void wideTextIsKnown() {
    byte[] wide = "日本".getBytes(UTF_16LE);

    assertThat(new CodePage(1200).decode(wide, 0, wide.length)).isEqualTo("日本");
  }

  @ParameterizedTest
  @CsvSource({"12345", "-1", "65535", "2147483647"})
  void whatNobodyAssignedIsNot(int number) {
    assertThat(new CodePage(number).isKnown()).isFalse();
  }
}
