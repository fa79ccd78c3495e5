package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final ExpectedFile ROW = Given.row("a.msi", 100, "2011-03-10T10:04Z");
  private static final ObservedFile.Readable FILE =
      (ObservedFile.Readable) Given.file("b.msi", 100, "2011-03-10T10:04:30Z");

  @Test
  void nobodyElseCanChangeWhatIsKnownOfARow() {
    Matching matching = new Matching();
    Match missing = new Match.Missing("no file of this name");
    matching.put(ROW, missing);

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> matching.all().replaceAll((row, match) -> new Match.Missing("")));
    assertThat(matching.of(ROW)).isEqualTo(missing);
  }

  @Test
  void aFileThatIsFoundForAMissingRowIsAccountedFor() {
    Matching matching = new Matching();
    matching.put(ROW, new Match.Missing("no file of this name"));

    matching.replaceMissing((row, missing) -> new Match.Found(FILE, Match.Manner.RENAMED));

    assertThat(matching.of(ROW)).isInstanceOf(Match.Found.class);
    assertThat(matching.isUnclaimed(FILE)).isFalse();
  }
}
