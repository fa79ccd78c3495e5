package io.kbaudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marks by which a picture of dates is read. */
class AxisTest {
  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2011-03-10T10:04:00Z | 2011-03-10T10:04:00Z | 2011-03-10 09:45, 2011-03-10 10:00, 2011-03-10 10:15, 2011-03-10 10:30
          2011-03-10T10:04:00Z | 2011-03-11T10:04:00Z | 2011-03-10 12:00, 2011-03-10 18:00, 2011-03-11 00:00, 2011-03-11 06:00
          2010-09-14T08:12:00Z | 2011-03-10T10:04:00Z | 2010-10-01, 2010-11-01, 2010-12-01, 2011-01-01, 2011-02-01, 2011-03-01
          1980-01-01T00:00:00Z | 2011-03-10T10:04:00Z | 1980-01-01, 1990-01-01, 2000-01-01, 2010-01-01
          """)
  void theyAreFullHoursDaysMonthsOrYears(Instant first, Instant last, String labels) {
    assertThat(Axis.over(first.getEpochSecond(), last.getEpochSecond()).ticks())
        .extracting(Axis.Tick::label)
        .containsExactly(labels.split(", ", -1));
  }

  @Test
  void allOfTimeHasFewMarks() {
    Axis axis = Axis.over(Axis.FIRST_SECOND, Axis.LAST_SECOND);

    assertThat(axis.ticks()).hasSizeBetween(1, 6);
    assertThat(axis.position(Axis.FIRST_SECOND)).isBetween(0.0, 0.1);
    assertThat(axis.position(Axis.LAST_SECOND)).isBetween(0.9, 1.0);
  }
}
