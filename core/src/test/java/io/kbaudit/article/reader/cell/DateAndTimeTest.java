package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateAndTimeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10-Mar-2011 10:04 | 10-Mar-2011 | 10:04",
        "10-Mar-2011, 10:04 | 10-Mar-2011 | 10:04",
        "10:04 10-Mar-2011 | 10-Mar-2011 | 10:04",
        "2011-03-10T10:04 | 2011-03-10 | 10:04",
        "3/10/2011 10:04 AM | 3/10/2011 | 10:04 AM",
        "10:04 AM 3/10/2011 | 3/10/2011 | 10:04 AM"
      })
  void aDayAndATimeAreParted(String cell, String date, String time) {
    assertThat(DateAndTime.find(cell)).hasValue(new DateAndTime(date, time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10-Mar-2011",
        "10:04",
        "10:04 10:05",
        "2011-03-10-10:04",
        "x 10:04",
        "10T:04",
        ":"
      })
  void allElseIsNone(String cell) {
    assertThat(DateAndTime.find(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"44, true", "45, false"})
  void sixtyCharactersMayBeOne(int blanks, boolean found) {
    assertThat(DateAndTime.find("10-Mar-2011" + " ".repeat(blanks) + "10:04").isPresent())
        .isEqualTo(found);
  }
}
