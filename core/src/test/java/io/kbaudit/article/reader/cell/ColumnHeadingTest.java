package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ListedSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnHeadingTest {
  @ParameterizedTest
  @CsvSource({
    "File name, NAME",
    "**File name**, NAME",
    "__File name__, NAME",
    "`File name`, NAME",
    "File name:, NAME",
    "File name #, NAME",
    "File name*., NAME",
    "File/folder name, NAME",
    "File / folder name, NAME",
    "Component, NAME",
    "Date, DATE",
    "Time, TIME",
    "Time/date, MODIFIED",
    "Taille en octets, SIZE",
    "Size in bytes, SIZE",
    "Size (in KB), SIZE",
    "Size [KB], SIZE",
    "Old version, OLD_VERSION",
    "Product version, VERSION",
    "SHA256, SHA256",
    "Printed name, PRINTED_NAME",
    "Alternative to row, ALTERNATIVE_TO"
  })
  void aHeadingIsKnownInAnyDress(String text, Column column) {
    assertThat(ColumnHeading.find(text)).map(ColumnHeading::column).hasValue(column);
    assertThat(ColumnHeading.of(text).isKnown()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zorp", "", "Size (PST)", "Size in apples", "Time (PST)", "Zorp (KB)"})
  void whatIsNotUnderstoodIsNoHeading(String text) {
    assertThat(ColumnHeading.find(text)).isEmpty();
    assertThat(ColumnHeading.of(text)).isEqualTo(ColumnHeading.UNKNOWN);
    assertThat(ColumnHeading.of(text).isKnown()).isFalse();
  }

  @Test
  void aHeadingHasNoMoreThanAHundredCharacters() {
    String blanks = " ".repeat(96);

    assertThat(ColumnHeading.find("Size" + blanks)).isPresent();
    assertThat(ColumnHeading.find("Size" + blanks + " ")).isEmpty();
    assertThat(ColumnHeading.of("CRC8 " + "SHA-3 of it".repeat(9)).isKnown()).isFalse();
  }

  @Test
  void oneThatNamesAnAlgorithmIsOfDigestsWhateverElseItSays() {
    assertThat(ColumnHeading.of("CRC32").column()).isEqualTo(Column.DIGEST);
    assertThat(ColumnHeading.of("SHA-384 of the package").column()).isEqualTo(Column.DIGEST);
    assertThat(ColumnHeading.of("x".repeat(92) + " SHA-384").column()).isEqualTo(Column.DIGEST);
    assertThat(ColumnHeading.of("x".repeat(93) + " SHA-384").column()).isEqualTo(Column.OTHER);
  }

  @Test
  void theUnitAndTheZoneStandBehindIt() {
    assertThat(ColumnHeading.find("Size (in KB)").orElseThrow().unit())
        .hasValue(ListedSize.Unit.KB);
    assertThat(ColumnHeading.find("Size (KB)").orElseThrow().unit()).hasValue(ListedSize.Unit.KB);
    assertThat(ColumnHeading.find("Size KB").orElseThrow().unit()).hasValue(ListedSize.Unit.KB);
    assertThat(ColumnHeading.find("Size in KB").orElseThrow().unit()).hasValue(ListedSize.Unit.KB);
    assertThat(ColumnHeading.find("Size").orElseThrow().unit()).isEmpty();
    assertThat(ColumnHeading.find("Date (UTC)").orElseThrow().saysUtc()).isTrue();
    assertThat(ColumnHeading.find("Date").orElseThrow().saysUtc()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Date (PST), true", "Date (UTC), false", "Zorp (PST), false", "Date PST, false"})
  void oneThatSaysMoreThanIsUnderstoodIsMisunderstood(String text, boolean misunderstood) {
    assertThat(ColumnHeading.isMisunderstood(text)).isEqualTo(misunderstood);
  }

  @Test
  void oneThatIsTooLongIsNotMisunderstood() {
    assertThat(ColumnHeading.isMisunderstood("Date (" + "x".repeat(93) + ")")).isTrue();
    assertThat(ColumnHeading.isMisunderstood("Date (" + "x".repeat(94) + ")")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Local time, true",
    "Time PST, true",
    "The local time, true",
    "Time of Redmond, true",
    "Last modified here, true",
    "Zorp, false",
    "Zorp size, false",
    "Size of it, false",
    "Time, false"
  })
  void anUnknownOneMaySayMoreOfTimes(String text, boolean more) {
    assertThat(ColumnHeading.saysMoreOfTimes(text)).isEqualTo(more);
  }

  @ParameterizedTest
  @CsvSource({
    "File name  Size, true",
    "'\"File name\",\"Size\"', true",
    "File name;Size, true",
    "File name  Date/time, true",
    "Name  Date/zorp, true",
    "Name, false",
    "Size, false",
    "Lorem ipsum dolor, false"
  })
  void aLineMayHeadATableWhereItNamesFilesAndAValue(String line, boolean may) {
    assertThat(ColumnHeading.mayHead(line)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "File, true",
    "**File, true",
    "Printed, true",
    "Not, true",
    "/, true",
    "(UTC), true",
    "Zorp, false",
    "6.1.7600, false"
  })
  void aHeadingBeginsWithAWordThatOneHas(String word, boolean may) {
    assertThat(ColumnHeading.mayBegin(word)).isEqualTo(may);
  }

  @Test
  void oneCountsMoreThanAnother() {
    assertThat(ColumnHeading.of("New version").rank()).isEqualTo(2);
    assertThat(ColumnHeading.of("Version").rank()).isEqualTo(1);
    assertThat(ColumnHeading.of("Product version").rank()).isZero();
    assertThat(ColumnHeading.of("Component").rank()).isZero();
  }

  @Test
  void theTimeComesFirstWhereItIsNamedFirst() {
    assertThat(ColumnHeading.of("Time/date").hasTimeFirst()).isTrue();
    assertThat(ColumnHeading.of("Date/time").hasTimeFirst()).isFalse();
  }

  @Test
  void aFileNameIsOfFilesAndAComponentMayBe() {
    assertThat(ColumnHeading.of("File name").namesFiles()).isTrue();
    assertThat(ColumnHeading.of("Component").namesFiles()).isFalse();
  }

  /** As "of" and "in" do in any language. */
  @Test
  void aShortWordMayStandBeforeTheUnit() {
    assertThat(ColumnHeading.find("Size (of KB)").orElseThrow().unit())
        .hasValue(ListedSize.Unit.KB);
    assertThat(ColumnHeading.find("Size (for KB)").orElseThrow().unit())
        .hasValue(ListedSize.Unit.KB);
    assertThat(ColumnHeading.find("Size (from KB)")).isEmpty();
  }
}
