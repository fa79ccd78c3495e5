package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is known of a computer besides the files at one location. */
class FurtherEvidenceTest {
  @Test
  void whereNothingElseIsKnownThereIsNone() {
    assertThat(FurtherEvidence.NONE.isNone()).isTrue();
    assertThat(FurtherEvidence.NONE.withPrograms(Given.folder()).isNone()).isFalse();
  }
}
