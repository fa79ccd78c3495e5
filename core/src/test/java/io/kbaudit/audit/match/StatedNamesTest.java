package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import org.junit.jupiter.api.Test;

/** The names of a product that a package gives itself. */
class StatedNamesTest {
  @Test
  void areUpToTwoHundredAndFiftyFiveCharactersLong() {
    assertThat(StatedNames.of(named("a".repeat(255))))
        .extracting(StatedNames.StatedName::text)
        .containsExactly("a".repeat(255));
    assertThat(StatedNames.of(named("a".repeat(256)))).isEmpty();
  }

  @Test
  void areNoneOfMarksAlone() {
    assertThat(StatedNames.of(named(" - "))).isEmpty();
  }

  private static ObservedFile.Readable named(String productName) {
    return (ObservedFile.Readable)
        Given.file("a.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed(productName));
  }
}
