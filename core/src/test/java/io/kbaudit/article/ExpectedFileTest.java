package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.file.FileName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a row stands. */
class ExpectedFileTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1"})
  void rowAndLineCountFromOne(int row, int line) {
    assertThat(at(1, 1).build().line()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> at(row, line).build());
  }

  @ParameterizedTest
  @CsvSource({"2", "3"})
  void anAlternativeIsToAnEarlierRow(int other) {
    ExpectedFile row = at(2, 12).build();

    assertThat(row.insteadOf(1).alternativeTo()).hasValue(1);
    assertThatIllegalArgumentException().isThrownBy(() -> row.insteadOf(other));
  }

  private static ExpectedFile.Builder at(int row, int line) {
    FileName name = FileName.of("a.msi");
    return ExpectedFile.of(
        row, line, ListedName.whole(name), new PrintedRow("a.msi", "", "", "", "", ""));
  }
}
