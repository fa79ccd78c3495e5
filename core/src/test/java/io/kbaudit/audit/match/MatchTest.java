package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Given;
import io.kbaudit.audit.match.Match.Manner;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.msi.MsiProblem.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows Installer takes the cabinets out of what it caches under a random name. */
class MatchTest {
  @ParameterizedTest
  @CsvSource({
    "CABINET_MISSING, BY_CONTENT, true",
    "CABINET_MISSING, BY_IDENTITY, true",
    "CABINET_MISSING, BY_NAME, false",
    "CABINET_MISSING, RENAMED, false",
    "CONTENT_UNCHECKED, BY_IDENTITY, false",
    "DAMAGED, BY_IDENTITY, false",
  })
  void onlyWhatLacksACabinetUnderARandomNameIsCachedWithoutIt(
      Kind kind, Manner manner, boolean cached) {
    ObservedFile file =
        Given.file(
            "c597.msi",
            100,
            "2011-03-10T10:04:30Z",
            Given.packageWith(new MsiProblem(kind, "what is wrong where")));

    assertThat(new Match.Found((ObservedFile.Readable) file, manner).isCachedWithoutCabinets())
        .isEqualTo(cached);
  }
}
