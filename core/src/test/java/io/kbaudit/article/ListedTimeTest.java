package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.constraints.InstantRange;
import org.junit.jupiter.api.Test;

class ListedTimeTest {
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;
  private static final LocalDate TENTH_OF_MARCH = LocalDate.of(2011, 3, 10);

  @Test
  void aMinuteCoversItsFirstInstantAndNotThatOfTheNext() {
    ListedTime listed = ListedTime.ofMinute(TENTH_OF_MARCH, LocalTime.of(10, 4));

    assertThat(listed.covers(Instant.parse("2011-03-10T10:03:59.999999999Z"))).isFalse();
    assertThat(listed.covers(Instant.parse("2011-03-10T10:04:00Z"))).isTrue();
    assertThat(listed.covers(Instant.parse("2011-03-10T10:04:59.999999999Z"))).isTrue();
    assertThat(listed.covers(Instant.parse("2011-03-10T10:05:00Z"))).isFalse();
  }

  @Property
  void aMinuteCoversExactlyTheInstantsThatAreTruncatedToIt(
      @ForAll @InstantRange(min = "1980-01-01T00:00:00Z", max = "2107-12-31T23:59:59Z")
          Instant instant,
      @ForAll @IntRange(min = -2, max = 2) int minutesOff,
      @ForAll @LongRange(min = 0, max = NANOS_PER_MINUTE - 1) long nanosIntoIt) {
    Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
    var utc = minute.atOffset(java.time.ZoneOffset.UTC);
    ListedTime listed = ListedTime.ofMinute(utc.toLocalDate(), utc.toLocalTime());

    Instant observed = minute.plus(minutesOff, ChronoUnit.MINUTES).plusNanos(nanosIntoIt);

    assertThat(listed.covers(observed)).isEqualTo(minutesOff == 0);
  }

  @Test
  void aDayWithoutATimeCoversTheWholeDayInUtc() {
    ListedTime listed = ListedTime.ofDay(TENTH_OF_MARCH);

    assertThat(listed.covers(Instant.parse("2011-03-09T23:59:59.999999999Z"))).isFalse();
    assertThat(listed.covers(Instant.parse("2011-03-10T00:00:00Z"))).isTrue();
    assertThat(listed.covers(Instant.parse("2011-03-10T23:59:59.999999999Z"))).isTrue();
    assertThat(listed.covers(Instant.parse("2011-03-11T00:00:00Z"))).isFalse();
  }

  @Test
  void itIsPrintedAsPreciselyAsItIsKnown() {
    assertThat(ListedTime.ofMinute(TENTH_OF_MARCH, LocalTime.of(9, 5)))
        .hasToString("2011-03-10T09:05Z");
    assertThat(ListedTime.ofDay(TENTH_OF_MARCH)).hasToString("2011-03-10");
  }

  @Test
  void nothingFinerThanAMinuteIsListed() {
    LocalTime withSeconds = LocalTime.of(10, 4, 37);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListedTime.ofMinute(TENTH_OF_MARCH, withSeconds))
        .withMessage("finer than a minute: 10:04:37");
  }
}
