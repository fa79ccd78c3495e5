package io.kbaudit.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is demanded of signatures by two who both have a say. */
class SignatureDemandTest {
  @Test
  void publishersAreDemandedBySignature() {
    assertThat(new SignatureDemand(false, publishers("A")).required()).isTrue();
    assertThat(SignatureDemand.signedBy(publishers("A", "A"))).isEqualTo(demand("A"));
  }

  @Test
  void theStricterOfTwoHolds() {
    assertThat(SignatureDemand.NONE.and(SignatureDemand.NONE)).isEqualTo(SignatureDemand.NONE);
    assertThat(SignatureDemand.NONE.and(SignatureDemand.REQUIRED))
        .isEqualTo(SignatureDemand.REQUIRED);
    assertThat(demand("A", "B").and(SignatureDemand.REQUIRED)).isEqualTo(demand("A", "B"));
    assertThat(SignatureDemand.REQUIRED.and(demand("A"))).isEqualTo(demand("A"));
    assertThat(demand("A", "B").and(demand("B", "C"))).isEqualTo(demand("B"));
  }

  @Test
  void whoeverOneNamesMustDoForTheOther() {
    assertThat(demand("A").contradicts(demand("B"))).isTrue();
    assertThat(demand("A").contradicts(SignatureDemand.REQUIRED)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> demand("A").and(demand("B")))
        .withMessage("nobody is both a trusted signature of 'A' and a trusted signature of 'B'");
  }

  private static SignatureDemand demand(String... names) {
    return SignatureDemand.signedBy(publishers(names));
  }

  private static List<Publisher> publishers(String... names) {
    return Stream.of(names).map(Publisher::of).toList();
  }
}
