package io.kbaudit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2011-03-10",
        "2012-02-29",
        "2011-02-29",
        "0000-01-01",
        "-0001-01-01",
        "+12011-03-10",
        "2011-3-10",
        "2011-13-10",
        "2011-00-10",
        "2011-03-00",
        "2011/03/10",
        "20110310",
        "",
        "２０１１-03-10",
        "2011-03-10 ",
        "2011-03-1o"
      })
  void readsDaysAsJavaDoes(String text) {
    assertThat(read(IsoText::day, text)).isEqualTo(read(LocalDate::parse, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:04",
        "00:00",
        "23:59",
        "24:00",
        "10:60",
        "10:04:37",
        "10:04:60",
        "10:04:37.5",
        "1004",
        "1:04",
        "+1:04",
        "10:04Z",
        ""
      })
  void readsTimesAsJavaDoes(String text) {
    assertThat(read(IsoText::time, text)).isEqualTo(read(LocalTime::parse, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2011-03-10T10:04:37Z",
        "2011-03-10T10:04:37.1234567Z",
        "2011-03-10T10:04:37.5Z",
        "2011-03-10T10:04:37.123456789Z",
        "2011-03-10T10:04:37.1234567890Z",
        "2011-03-10T10:04:37.Z",
        "2011-03-10T10:04:37,5Z",
        "2011-03-10T10:04:37.-1Z",
        "2011-03-10T10:04Z",
        "2011-03-10T24:00:00Z",
        "2011-03-10T24:00:01Z",
        "2011-12-31T23:59:60Z",
        "2011-03-10T10:04:60Z",
        "2011-02-29T10:04:37Z",
        "2011-03-10t10:04:37z",
        "2011-03-10T10:04:37+01:00",
        "2011-03-10 10:04:37Z",
        "2011-03-10T10:04:37",
        "+12011-03-10T10:04:37Z",
        "-0001-03-10T10:04:37Z",
        "Z",
        ""
      })
  void readsMomentsAsJavaDoes(String text) {
    assertThat(read(IsoText::instant, text)).isEqualTo(read(Instant::parse, text));
  }

  private static <T> Optional<T> read(Function<String, T> reading, String text) {
    try {
      return Optional.of(reading.apply(text));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
