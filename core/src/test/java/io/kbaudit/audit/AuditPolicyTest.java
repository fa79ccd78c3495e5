package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How strictly an audit judges, and what of the files it has to know for that. */
class AuditPolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT2S", "PT24H"})
  void aToleranceOfUpToADayIsOne(Duration tolerance) {
    assertThat(AuditPolicy.asPrinted().withTolerance(tolerance).tolerance()).isEqualTo(tolerance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT24H1S"})
  void anyOtherToleranceIsNone(Duration tolerance) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditPolicy.asPrinted().withTolerance(tolerance));
  }

  @Test
  void aPolicyWithoutAnyCheckIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditPolicy.asPrinted().withChecks(Set.of()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Check.class,
      names = {"VERSION", "FORMAT", "IDENTITY", "LANGUAGE", "PLATFORM", "SIGNATURE", "INSTALLED"})
  void whatIsInsideAFileIsReadForAnyCheckOfIt(Check check) {
    assertThat(AuditPolicy.asPrinted().withChecks(Set.of(Check.SIZE, check)).readsContents())
        .isTrue();
  }

  @Test
  void whatIsInsideAFileIsNotReadForWhatAFolderShows() {
    EnumSet<Check> outside =
        EnumSet.of(Check.PRESENCE, Check.NAME, Check.SIZE, Check.DATE, Check.HASH, Check.DATABASE);

    assertThat(AuditPolicy.asPrinted().withChecks(outside).readsContents()).isFalse();
  }

  @Test
  void whatIsInsideAFileIsReadWhereALaterOneWillDo() {
    assertThat(AuditPolicy.orLater().withChecks(Set.of(Check.SIZE)).readsContents()).isTrue();
  }

  @Test
  void theTablePrintsNameSizeDateAndVersion() {
    assertThat(Stream.of(Check.values()).filter(Check::isOfTable))
        .containsExactly(Check.PRESENCE, Check.NAME, Check.SIZE, Check.DATE, Check.VERSION);
  }
}
