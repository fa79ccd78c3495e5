package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryInformationTest {
  private static final int CODEPAGE = 1;
  private static final int TITLE = 2;
  private static final int SUBJECT = 3;
  private static final int LAST_SAVED = 13;
  private static final int PAGE_COUNT = 14;

  /** 1601-01-01T00:00Z is 0, which is kept for no time. */
  private static final long UNIX_EPOCH_TICKS = 116_444_736_000_000_000L;

  private final List<MsiProblem> problems = new ArrayList<>();

  @Test
  void everyPropertyHasItsPlaceAndType() throws IOException {
    SummaryInformation summary =
        read(
            RawSummary.empty()
                .withShort(CODEPAGE, 1252)
                .withText(2, "title")
                .withText(3, "subject")
                .withText(4, "author")
                .withText(5, "keywords")
                .withText(6, "comments")
                .withText(7, "x64;1033")
                .withText(8, "saved by")
                .withText(9, "{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}")
                .withTicks(11, UNIX_EPOCH_TICKS)
                .withTicks(12, UNIX_EPOCH_TICKS + 10_000_000)
                .withTicks(13, UNIX_EPOCH_TICKS + 1)
                .withInt(14, 200)
                .withInt(15, 2)
                .withInt(16, -1)
                .withText(18, "application")
                .withInt(19, 4));

    assertThat(summary)
        .isEqualTo(
            SummaryInformation.builder()
                .codepage(1252)
                .title("title")
                .subject("subject")
                .author("author")
                .keywords("keywords")
                .comments("comments")
                .template(Template.parse("x64;1033", MsiKind.PACKAGE))
                .lastSavedBy("saved by")
                .revision("{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}")
                .lastPrinted(Instant.parse("1970-01-01T00:00:00Z"))
                .created(Instant.parse("1970-01-01T00:00:01Z"))
                .lastSaved(Instant.parse("1970-01-01T00:00:00.000000100Z"))
                .pageCount(200)
                .wordCount(2)
                .charCount(-1)
                .application("application")
                .security(4)
                .build());
    assertThat(problems).isEmpty();
  }

  @Test
  void whatIsNotStatedIsAbsent() throws IOException {
    assertThat(read(RawSummary.empty())).isEqualTo(SummaryInformation.builder().build());
    assertThat(problems).isEmpty();
  }

  @Test
  void isReadBackAsAFixtureWroteIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.msi");
    MsiFixture.smallest()
        .titled("Installation Database")
        .lastSavedAt("2011-03-10T10:04:37.123456700Z")
        .packageCode(UUID.fromString("0e2fa8f4-17c4-4b6c-9d36-7f5b1b0ab0f1"))
        .writeTo(file);

    try (MsiFile msi = MsiFile.open(file)) {
      SummaryInformation summary = msi.summary();

      assertThat(summary.title()).contains("Installation Database");
      assertThat(summary.lastSaved()).contains(Instant.parse("2011-03-10T10:04:37.123456700Z"));
      assertThat(summary.packageCode()).contains("{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}, {0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}",
    "{0e2fa8f4-17c4-4b6c-9d36-7f5b1b0ab0f1}{1F30B905-28D5-5C7D-AE47-806C2C1BC102},"
        + " {0e2fa8f4-17c4-4b6c-9d36-7f5b1b0ab0f1}",
    "no code,",
  })
  void packageCodeIsTheFirstOfTheRevision(String revision, String code) throws IOException {
    SummaryInformation summary = read(RawSummary.empty().withText(9, revision));

    assertThat(summary.packageCode()).isEqualTo(Optional.ofNullable(code));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1252, 65001})
  void codepageIsAsStated(int number) throws IOException {
    assertThat(read(RawSummary.empty().withShort(CODEPAGE, number)).codepage()).hasValue(number);
    assertThat(problems).isEmpty();
  }

  @Test
  void codepageZeroIsReadAsWesternEuropean() throws IOException {
    RawSummary neutral = RawSummary.empty().withShort(CODEPAGE, 0).withText(SUBJECT, "Café");

    assertThat(read(neutral).subject()).contains("Café");
  }

  @Test
  void withoutCodepageTextsAreReadByThatOfTheDatabase() throws IOException {
    byte[] russian = "Русский".getBytes(Charset.forName("windows-1251"));
    byte[] stream = RawSummary.empty().withText(SUBJECT, russian).toBytes();

    SummaryInformation summary =
        SummaryInformation.read(stream, MsiKind.PACKAGE, new CodePage(1251), problems);

    assertThat(summary.subject()).contains("Русский");
  }

  @Test
  void wideTextIsReadWhateverTheCodepage() throws IOException {
    RawSummary summary =
        RawSummary.empty().withShort(CODEPAGE, 1252).withWideText(SUBJECT, "日本 🙂");

    assertThat(read(summary).subject()).contains("日本 🙂");
  }

  @Test
  void textEndsAtItsFirstZeroOrWithItsLastByte() throws IOException {
    SummaryInformation summary =
        read(
            RawSummary.empty()
                .withText(2, new byte[0])
                .withText(3, new byte[] {'a', 'b'})
                .withText(4, new byte[] {'a', 0, 'b', 0}));

    assertThat(summary.title()).contains("");
    assertThat(summary.subject()).contains("ab");
    assertThat(summary.author()).contains("a");
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1601-01-01T00:00:00.000000100Z",
    "116444735999999999, 1969-12-31T23:59:59.999999900Z",
    "116444736000000000, 1970-01-01T00:00:00Z",
    "126588178501234567, 2002-02-22T02:17:30.123456700Z",
    "2650467743999999999, 9999-12-31T23:59:59.999999900Z",
  })
  void timesAreExactTo100Nanoseconds(long ticks, Instant time) throws IOException {
    assertThat(read(RawSummary.empty().withTicks(LAST_SAVED, ticks)).lastSaved()).contains(time);
    assertThat(problems).isEmpty();
  }

  @Test
  void timeZeroIsNone() throws IOException {
    assertThat(read(RawSummary.empty().withTicks(LAST_SAVED, 0)).lastSaved()).isEmpty();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 2_650_467_744_000_000_000L})
  void aTimeThatNoClockShowsCostsThatPropertyAlone(long ticks) throws IOException {
    SummaryInformation summary =
        read(RawSummary.empty().withText(SUBJECT, "subject").withTicks(LAST_SAVED, ticks));

    assertThat(summary.lastSaved()).isEmpty();
    assertThat(summary.subject()).contains("subject");
    assertThat(problems)
        .containsExactly(
            badValue(
                "property 13 is no time: " + Long.toUnsignedString(ticks) + " ticks since 1601"));
  }

  @Test
  void aValueOfAnotherTypeCostsThatPropertyAlone() throws IOException {
    SummaryInformation summary =
        read(
            RawSummary.empty()
                .withInt(TITLE, 7)
                .withText(SUBJECT, "subject")
                .withText(LAST_SAVED, "today")
                .withTicks(PAGE_COUNT, 200));

    assertThat(summary.title()).isEmpty();
    assertThat(summary.subject()).contains("subject");
    assertThat(summary.lastSaved()).isEmpty();
    assertThat(summary.pageCount()).isEmpty();
    assertThat(problems)
        .containsExactly(
            badValue("property 2 is no text"),
            badValue("property 13 is no time"),
            badValue("property 14 is no number"));
  }

  @Test
  void anUnknownCodepageCostsNoText() throws IOException {
    SummaryInformation summary =
        read(RawSummary.empty().withShort(CODEPAGE, 12_345).withText(SUBJECT, "subject"));

    assertThat(summary.codepage()).hasValue(12_345);
    assertThat(summary.subject()).contains("subject");
    assertThat(problems)
        .containsExactly(
            badValue("property 1: code page 12345 is not known; texts are read as 1252"));
  }

  @Test
  void aStreamOfAnotherFormatIsRefused() {
    byte[] stream = RawSummary.empty().toBytes();
    stream[28]++;

    assertThatExceptionOfType(MsiFormatException.class)
        .isThrownBy(
            () -> SummaryInformation.read(stream, MsiKind.PACKAGE, CodePage.NEUTRAL, problems))
        .withMessageStartingWith("the summary information is damaged: it holds no set");
  }

  private SummaryInformation read(RawSummary summary) throws IOException {
    return SummaryInformation.read(summary.toBytes(), MsiKind.PACKAGE, CodePage.NEUTRAL, problems);
  }

  private static MsiProblem badValue(String text) {
    return new MsiProblem(MsiProblem.Kind.BAD_VALUE, "summary information, " + text);
  }
}
