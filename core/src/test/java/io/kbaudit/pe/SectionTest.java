package io.kbaudit.pe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionTest {
  @Test
  void aSectionBeginsOnASectorWhateverItsOffsetSays() {
    assertThat(new Section(".rsrc", 0x2000, 0x100, 0x3f0, 0x200, true).start()).isEqualTo(0x200);
  }

  /** So are drivers of Windows 2000 and XP linked: to be loaded as they lie in the file. */
  @Test
  void aSectionOfAFileThatIsAlignedToLessBeginsWhereItsOffsetSays() {
    assertThat(new Section(".rsrc", 0x380, 0x100, 0x380, 0x100, false).start()).isEqualTo(0x380);
  }

  @Test
  void aSectionWithoutAnOffsetHasNothingInTheFileWhateverItsSize() {
    Section zeros = new Section(".bss", 0x2000, 0x9000, 0, 0x9000, true);

    assertThat(zeros.end()).isZero();
    assertThat(zeros.holds(0x2000)).isFalse();
  }
}
