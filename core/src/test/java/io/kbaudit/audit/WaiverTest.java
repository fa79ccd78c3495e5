package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.file.FileName;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which files a waiver names. */
class WaiverTest {
  private static final FileName LISTED = FileName.of("Alpha.msi");

  private static final FileName FOUND = FileName.of("renamed.msi");

  @Test
  void aFileIsNamedAsItIsListedOrAsItWasFound() {
    assertThat(of("alpha.MSI").names(LISTED, Optional.of(FOUND))).isTrue();
    assertThat(of("alpha.MSI").names(LISTED, Optional.empty())).isTrue();
    assertThat(of("Renamed.msi").names(LISTED, Optional.of(FOUND))).isTrue();
  }

  @Test
  void anotherFileIsNotNamed() {
    assertThat(of("renamed.msi").names(LISTED, Optional.empty())).isFalse();
    assertThat(of("beta.msi").names(LISTED, Optional.of(FOUND))).isFalse();
  }

  @Test
  void aWaiverWithoutAFileNamesNone() {
    assertThat(waiver(Optional.empty()).names(LISTED, Optional.empty())).isFalse();
    assertThat(waiver(Optional.empty()).names(LISTED, Optional.of(FOUND))).isFalse();
  }

  private static Waiver of(String file) {
    return waiver(Optional.of(FileName.of(file)));
  }

  private static Waiver waiver(Optional<FileName> file) {
    return new Waiver(
        1,
        Optional.empty(),
        file,
        Optional.empty(),
        Set.of(Check.SIZE),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
