package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.file.FileName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What became of the waivers that an audit was given, and which of them to look at. */
class JudgedWaiversTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-01-15");

  private static final JudgedWaivers.Use LATE =
      new JudgedWaivers.Use(waiver(1, "2027-06-30"), WaiverState.APPLIED, 2);

  private static final JudgedWaivers.Use EARLY =
      new JudgedWaivers.Use(waiver(2, "2027-03-31"), WaiverState.APPLIED, 1);

  private static final JudgedWaivers.Use OVER =
      new JudgedWaivers.Use(waiver(3, "2027-01-01"), WaiverState.EXPIRED, 0);

  private static final JudgedWaivers.Use UNMATCHED =
      new JudgedWaivers.Use(waiver(4, "2027-02-01"), WaiverState.UNMATCHED, 0);

  @Test
  void waiversAreCountedByWhatTheyCameTo() {
    JudgedWaivers judged = judged(LATE, OVER, EARLY, UNMATCHED);

    assertThat(judged.count(WaiverState.APPLIED)).isEqualTo(2);
    assertThat(judged.count(WaiverState.EXPIRED)).isEqualTo(1);
    assertThat(judged.count(WaiverState.INCOMPLETE)).isZero();
  }

  @Test
  void thoseThatCoverNothingAreIdle() {
    assertThat(judged(LATE, OVER, EARLY, UNMATCHED).idle()).containsExactly(OVER, UNMATCHED);
    assertThat(judged(LATE).idle()).isEmpty();
  }

  @Test
  void theNextToExpireIsTheFirstOfThoseThatAreApplied() {
    assertThat(judged(LATE, OVER, EARLY, UNMATCHED).nextExpiry())
        .contains(LocalDate.parse("2027-03-31"));
    assertThat(judged(OVER, UNMATCHED).nextExpiry()).isEmpty();
  }

  @Test
  void aWaiverCoversSomethingIfAndOnlyIfItIsApplied() {
    Waiver waiver = waiver(1, "2027-06-30");

    assertThat(new JudgedWaivers.Use(waiver, WaiverState.APPLIED, 1).findings()).isEqualTo(1);
    assertThat(new JudgedWaivers.Use(waiver, WaiverState.EXPIRED, 0).findings()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JudgedWaivers.Use(waiver, WaiverState.APPLIED, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JudgedWaivers.Use(waiver, WaiverState.EXPIRED, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JudgedWaivers.Use(waiver, WaiverState.EXPIRED, -1));
  }

  private static JudgedWaivers judged(JudgedWaivers.Use... uses) {
    return new JudgedWaivers("waivers.yaml", TODAY, List.of(uses));
  }

  private static Waiver waiver(int line, String expiry) {
    return new Waiver(
        line,
        Optional.empty(),
        Optional.of(FileName.of("a.msi")),
        Optional.empty(),
        Set.of(Check.SIZE),
        Set.of(),
        Optional.of("known"),
        Optional.of("A. Datum"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse(expiry)),
        false);
  }
}
