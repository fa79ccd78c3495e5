package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  @ParameterizedTest(
      name = "{0} passed, {1} failed, {2} undecided, forbidden {3}, {4} gaps, {5} unread")
  @CsvSource({
    "2, 0, 0, false, 0, 0, COMPLIANT",
    "2, 1, 0, false, 0, 0, NON_COMPLIANT",
    "2, 0, 0, true, 0, 0, NON_COMPLIANT",
    "1, 0, 1, false, 0, 0, INDETERMINATE",
    "2, 0, 0, false, 1, 0, INDETERMINATE",
    "2, 0, 0, false, 0, 1, INDETERMINATE",
    "0, 1, 1, false, 1, 1, NON_COMPLIANT",
    "1, 0, 1, true, 1, 1, NON_COMPLIANT",
  })
  void aFailureOutweighsADoubtAndADoubtEveryPass(
      int passed,
      int failed,
      int undecided,
      boolean forbidden,
      int gaps,
      int unreadRows,
      Verdict verdict) {
    Tally tally = new Tally(passed, failed, undecided);

    assertThat(Verdict.of(tally, forbidden, gaps, unreadRows)).isEqualTo(verdict);
  }

  @Test
  void aTallyCountsEachResult() {
    Tally tally =
        Tally.of(
            Stream.of(FileResult.PASS, FileResult.FAIL, FileResult.PASS, FileResult.UNDECIDED));

    assertThat(tally).isEqualTo(new Tally(2, 1, 1));
  }

  @Test
  void ofSeveralTheWorstCounts() {
    assertThat(Verdict.worstOf(List.of(Verdict.COMPLIANT, Verdict.INDETERMINATE)))
        .isEqualTo(Verdict.INDETERMINATE);
    assertThat(Verdict.worstOf(List.of(Verdict.INDETERMINATE, Verdict.NON_COMPLIANT)))
        .isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(Verdict.worstOf(List.of(Verdict.COMPLIANT))).isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void aPlaceThatWasNotAuditedLeavesItOpenUnlessSomethingFails() {
    List<Verdict> passing = List.of(Verdict.COMPLIANT, Verdict.COMPLIANT);
    List<Verdict> failing = List.of(Verdict.COMPLIANT, Verdict.NON_COMPLIANT);

    assertThat(Verdict.ofPlaces(passing, 0)).isEqualTo(Verdict.COMPLIANT);
    assertThat(Verdict.ofPlaces(passing, 1)).isEqualTo(Verdict.INDETERMINATE);
    assertThat(Verdict.ofPlaces(failing, 0)).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(Verdict.ofPlaces(failing, 1)).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @Test
  void aFileIsExpectedHoweverItCameOut() {
    assertThat(new Tally(1, 2, 4, 8).expected()).isEqualTo(15);
  }
}
