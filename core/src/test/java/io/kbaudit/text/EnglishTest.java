package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {
  @ParameterizedTest
  @CsvSource({"0, 0 rows", "1, 1 row", "2, 2 rows", "10000, '10,000 rows'"})
  void oneIsNotCountedAsMore(int number, String counted) {
    assertThat(English.counted(number, "row")).isEqualTo(counted);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        7,
        999,
        1_000,
        12_345,
        999_999,
        1_000_000,
        -1,
        -999,
        -1_000,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void numbersAreGroupedAsJavaGroupsThem(long number) {
    assertThat(English.number(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
  }

  @Test
  void aListShowsSoManyAndCountsTheRest() {
    assertThat(English.enumerate(List.of(), 2)).isEmpty();
    assertThat(English.enumerate(List.of("a", "b"), 2)).isEqualTo("a, b");
    assertThat(English.enumerate(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
  }

  @Test
  void aListEndsWithAndWhereNothingIsLeftOut() {
    assertThat(English.enumerate(List.of("a"))).isEqualTo("a");
    assertThat(English.enumerate(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(English.enumerate(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c, d and e");
    assertThat(English.enumerate(List.of("a", "b", "c", "d", "e", "f", "g")))
        .isEqualTo("a, b, c, d, e and 2 more");
  }
}
