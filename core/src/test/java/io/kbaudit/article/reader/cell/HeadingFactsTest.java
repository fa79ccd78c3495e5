package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ListedSize;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeadingFactsTest {
  @Test
  void theFirstUnitIsThatOfAllSizes() {
    assertThat(facts("File name", "Size (KB)", "Size (MB)").sizeUnit())
        .isEqualTo(ListedSize.Unit.KB);
    assertThat(facts("File name", "Size").sizeUnit()).isEqualTo(ListedSize.Unit.BYTES);
  }

  @Test
  void oneHeadingSaysOfAllTimesThatTheyAreUtc() {
    assertThat(facts("File name", "Date", "Time (UTC)").timesAreUtc()).isTrue();
    assertThat(facts("File name", "Date", "Time").timesAreUtc()).isFalse();
  }

  @Test
  void theLanguageIsThatOfMostHeadingsThatAreNotEnglish() {
    assertThat(facts("Dateiname", "Dateigr\u00F6\u00DFe", "Version").languages())
        .containsExactly("de");
    assertThat(facts("Dateiname", "Version", "Taille du fichier", "Heure").languages())
        .containsExactly("fr");
    assertThat(facts("File name", "Size", "Version").languages()).isEmpty();
  }

  @Test
  void digestsAloneAreOfFilesThatOtherTablesList() {
    assertThat(facts("File name", "SHA256", "MD5").digestsAlone()).isTrue();
    assertThat(facts("File name", "SHA256", "Platform").digestsAlone()).isTrue();
    assertThat(facts("File name", "SHA256", "Size").digestsAlone()).isFalse();
    assertThat(HeadingFacts.NOTHING.digestsAlone()).isFalse();
  }

  @Test
  void theHeadingOfATableIsWhatKbauditWrites() {
    assertThat(facts("File name", "Table").isExported()).isTrue();
    assertThat(facts("File name", "Size").isExported()).isFalse();
  }

  @Test
  void moreColumnsChangeNothingElse() {
    HeadingFacts facts = facts("File name", "Size (KB)", "Time (UTC)");

    assertThat(facts.withColumns(Set.of(Column.NAME)))
        .isEqualTo(
            new HeadingFacts(
                Set.of(Column.NAME), ListedSize.Unit.KB, true, Set.of(), true, List.of("?")));
  }

  private static HeadingFacts facts(String... texts) {
    List<ColumnHeading> headings = Arrays.stream(texts).map(ColumnHeading::of).toList();
    return HeadingFacts.of(
        headings,
        headings.stream().map(ColumnHeading::column).collect(Collectors.toSet()),
        List.of("?"));
  }
}
