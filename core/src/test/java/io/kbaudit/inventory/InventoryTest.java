package io.kbaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final ObservedFile ALPHA = ObservedFile.Readable.of("Alpha.msi", 1, Instant.EPOCH);
  private static final ObservedFile BELOW =
      ObservedFile.Readable.of("below/Alpha.msi", 1, Instant.EPOCH);

  @Test
  void isMadeOfFilesThatAreKnownFromElsewhere() {
    Inventory inventory = Inventory.of("share", List.of(BELOW, ALPHA));

    assertThat(inventory)
        .isEqualTo(
            new Inventory("share", true, List.of(ALPHA, BELOW), List.of(), List.of(), List.of()));
  }

  @Test
  void isOfOneFolderWhereNoFileIsBelow() {
    assertThat(Inventory.of("share", List.of(ALPHA)).recursive()).isFalse();
  }

  @Test
  void refusesTwoFilesOfOnePath() {
    ObservedFile again = ObservedFile.Readable.of("Alpha.msi", 2, Instant.EPOCH);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Inventory.of("share", List.of(ALPHA, again)))
        .withMessage("two files have the path 'Alpha.msi'");
  }

  @Test
  void twoFilesMayDifferInTheCaseOfTheirPathsAlone() {
    ObservedFile lower = ObservedFile.Readable.of("alpha.msi", 1, Instant.EPOCH);

    assertThat(Inventory.of("share", List.of(ALPHA, lower)).files()).hasSize(2);
  }
}
