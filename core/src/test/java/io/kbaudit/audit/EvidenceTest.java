package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ListedSize;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  @Test
  void aSizeThatStandsAloneIsANumberAndHasItsUnitForPeople() {
    Evidence size = Evidence.of(ListedSize.ofBytes(679_936));

    assertThat(size.text()).isEqualTo("679936");
    assertThat(size.forPeople()).isEqualTo("679,936 bytes");
  }

  @Test
  void aRoundedSizeHasItsUnitEverywhere() {
    Evidence size = Evidence.of(new ListedSize(new BigDecimal("105"), ListedSize.Unit.KB));

    assertThat(size.text()).isEqualTo("105 KB");
    assertThat(size.forPeople()).isEqualTo("105 KB");
  }

  @Test
  void whereMoreIsSaidOfAValueTheTextIsForPeopleAsItIs() {
    Value size = Value.Size.ofBytes(40_960);
    Evidence evidence = Evidence.of("40,960 bytes", size).with(", cached without its cabinets");

    assertThat(evidence.forPeople()).isEqualTo("40,960 bytes, cached without its cabinets");
    assertThat(evidence.value()).hasValue(size);
  }

  @Test
  void textAloneIsForPeopleAsItIs() {
    assertThat(Evidence.of("679936").forPeople()).isEqualTo("679936");
  }
}
