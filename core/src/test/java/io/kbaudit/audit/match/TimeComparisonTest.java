package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeComparisonTest {
  private static final TimeComparison PRINTED =
      new TimeComparison(AuditPolicy.FAT_ROUNDING, Optional.empty());
  private static final ListedTime MINUTE = Given.time("2011-03-10T10:04Z").orElseThrow();
  private static final ListedTime DAY = Given.time("2011-03-10").orElseThrow();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2011-03-10T10:03:57.999Z, false",
    "2011-03-10T10:03:58Z,     true",
    "2011-03-10T10:04:37.123Z, true",
    "2011-03-10T10:05:02Z,     true",
    "2011-03-10T10:05:02.001Z, false",
  })
  void aFileAgreesWithinTwoSecondsOfTheMinute(Instant observed, boolean agrees) {
    assertThat(PRINTED.agrees(MINUTE, observed)).isEqualTo(agrees);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2011-03-09T23:59:57Z, false",
    "2011-03-09T23:59:58Z, true",
    "2011-03-10T17:00:00Z, true",
    "2011-03-11T00:00:02Z, true",
    "2011-03-11T00:00:03Z, false",
  })
  void aFileAgreesWithAWholeDayInUtc(Instant observed, boolean agrees) {
    assertThat(PRINTED.agrees(DAY, observed)).isEqualTo(agrees);
  }

  @Test
  void withoutToleranceTheMinuteEndsWhereTheNextBegins() {
    TimeComparison strict = new TimeComparison(Duration.ZERO, Optional.empty());

    assertThat(strict.agrees(MINUTE, Instant.parse("2011-03-10T10:04:59.999999999Z"))).isTrue();
    assertThat(strict.agrees(MINUTE, Instant.parse("2011-03-10T10:03:59.999999999Z"))).isFalse();
    assertThat(strict.agrees(MINUTE, Instant.parse("2011-03-10T10:05:00.000000001Z"))).isFalse();
  }

  @Test
  void withoutToleranceTheNextMinuteIsAnother() {
    TimeComparison strict = new TimeComparison(Duration.ZERO, Optional.empty());

    assertThat(strict.agrees(MINUTE, Instant.parse("2011-03-10T10:05:00Z"))).isFalse();
  }

  @Property
  void aFileIsOlderOrAgreesOrIsLater(
      @ForAll @LongRange(min = -10_000, max = 10_000) long secondsOff) {
    Instant observed = MINUTE.start().plusSeconds(secondsOff);

    boolean agrees = PRINTED.agrees(MINUTE, observed);
    boolean later = PRINTED.isLater(MINUTE, observed);

    assertThat(agrees).isEqualTo(secondsOff >= -2 && secondsOff <= 62);
    assertThat(later).isEqualTo(secondsOff > 62);
  }

  @Property
  void aShiftByAZonesOffsetIsRecognisedWhereverInTheMinuteTheFileLies(
      @ForAll @IntRange(min = -56, max = 56) int quarters,
      @ForAll @IntRange(min = -2, max = 62) int secondsIntoTheMinute) {
    Duration shift = Duration.ofMinutes(15L * quarters);
    Instant observed = MINUTE.start().plusSeconds(secondsIntoTheMinute).plus(shift);

    Optional<Duration> offset = PRINTED.wholeZoneOffset(MINUTE, observed);

    assertThat(offset).isEqualTo(quarters == 0 ? Optional.empty() : Optional.of(shift));
  }

  @ParameterizedTest(name = "{0} off")
  @CsvSource({
    "PT1M",
    "PT14M",
    "PT16M",
    "PT59M",
    "PT61M",
    "PT14H15M",
    "PT24H",
    "-PT14H15M",
    "-PT31M"
  })
  void anyOtherShiftIsNoZones(Duration shift) {
    Instant observed = Instant.parse("2011-03-10T10:04:30Z").plus(shift);

    assertThat(PRINTED.wholeZoneOffset(MINUTE, observed)).isEmpty();
  }

  @Test
  void ofADayAloneNoZoneCanBeTold() {
    Instant observed = Instant.parse("2011-03-11T01:00:00Z");

    assertThat(PRINTED.wholeZoneOffset(DAY, observed)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "+01:00,        2011-03-10T11:04:30Z",
    "-08:00,        2011-03-10T02:04:30Z",
    "Europe/Berlin, 2011-03-10T11:04:30Z",
    "Asia/Kathmandu, 2011-03-10T15:49:30Z",
  })
  void aFileWithLocalTimesAgreesOnceItsZoneIsNamed(String zone, Instant observed) {
    TimeComparison local =
        new TimeComparison(AuditPolicy.FAT_ROUNDING, Optional.of(ZoneId.of(zone)));

    assertThat(PRINTED.agrees(MINUTE, observed)).isFalse();
    assertThat(local.agrees(MINUTE, observed)).isTrue();
    assertThat(local.trueTimes(observed)).containsExactly(Instant.parse("2011-03-10T10:04:30Z"));
  }

  @Test
  void theZonesDaylightSavingIsThatOfTheFilesOwnDay() {
    TimeComparison berlin =
        new TimeComparison(Duration.ZERO, Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(berlin.trueTimes(Instant.parse("2011-07-01T12:00:00Z")))
        .containsExactly(Instant.parse("2011-07-01T10:00:00Z"));
    assertThat(berlin.trueTimes(Instant.parse("2011-01-01T12:00:00Z")))
        .containsExactly(Instant.parse("2011-01-01T11:00:00Z"));
  }

  /** On 2010-10-31 clocks in Berlin were put back from 03:00 to 02:00. */
  @ParameterizedTest
  @CsvSource({"00:30, 0", "01:30, 0", "00:20, 600", "01:40, 600", "02:30, 3600"})
  void ofAnHourThatComesTwiceTheOneIsMeantThatAgrees(LocalTime listed, long secondsOff) {
    TimeComparison berlin =
        new TimeComparison(Duration.ZERO, Optional.of(ZoneId.of("Europe/Berlin")));
    Instant stored = Instant.parse("2010-10-31T02:30:00Z");
    ListedTime printed = new ListedTime(LocalDate.of(2010, 10, 31), Optional.of(listed));

    assertThat(berlin.trueTimes(stored))
        .containsExactly(
            Instant.parse("2010-10-31T00:30:00Z"), Instant.parse("2010-10-31T01:30:00Z"));
    assertThat(berlin.agrees(printed, stored)).isEqualTo(secondsOff == 0);
    assertThat(berlin.isLater(printed, stored)).isEqualTo(listed.getMinute() == 20);
    assertThat(berlin.distance(printed, stored)).hasSeconds(secondsOff);
  }

  @Test
  void anHourThatNeverCameIsReadAsTheClocksThatWereNotPutForward() {
    TimeComparison berlin =
        new TimeComparison(Duration.ZERO, Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(berlin.trueTimes(Instant.parse("2011-03-27T02:30:00Z")))
        .containsExactly(Instant.parse("2011-03-27T01:30:00Z"));
  }

  @Test
  void timesThatNoFileSystemKeepsAreLeftAsTheyAre() {
    TimeComparison berlin =
        new TimeComparison(Duration.ZERO, Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(berlin.trueTimes(Instant.MIN)).containsExactly(Instant.MIN);
    assertThat(berlin.trueTimes(Instant.MAX)).containsExactly(Instant.MAX);
    assertThat(PRINTED.agrees(MINUTE, Instant.MIN)).isFalse();
    assertThat(PRINTED.isLater(MINUTE, Instant.MAX)).isTrue();
    assertThat(PRINTED.wholeZoneOffset(MINUTE, Instant.MAX)).isEmpty();
  }

  @Test
  void distanceIsThatOfTheMinutes() {
    assertThat(PRINTED.distance(MINUTE, Instant.parse("2011-03-10T10:03:00Z"))).hasMinutes(1);
    assertThat(PRINTED.distance(MINUTE, Instant.parse("2011-03-10T10:04:59Z"))).isZero();
    assertThat(PRINTED.distance(MINUTE, Instant.parse("2011-03-10T10:06:59Z"))).hasMinutes(2);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2011-03-10T10:03:57Z, true",
    "2011-03-10T10:04:30Z, false",
    "2011-03-10T10:05:03Z, false"
  })
  void aFileIsEarlierThanItsRowListsOrNot(String modified, boolean earlier) {
    ObservedFile.Readable file = (ObservedFile.Readable) Given.unreadFile("a.msi", 100, modified);

    assertThat(PRINTED.isEarlier(Given.row("a.msi", 100, "2011-03-10T10:04Z"), file))
        .isEqualTo(earlier);
    assertThat(PRINTED.isEarlier(Given.row("a.msi", 100, ""), file)).isFalse();
  }
}
