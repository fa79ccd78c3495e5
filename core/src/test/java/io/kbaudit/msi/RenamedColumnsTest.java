package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of well-known names whose columns are not those that the names promise. */
class RenamedColumnsTest {
  private static final String NO_VALUE = "table Property has no column of texts Value";

  @TempDir private Path folder;

  @Test
  void aPropertyTableWithoutValuesCostsThePropertiesAlone() throws IOException {
    TableFixture table =
        TableFixture.named("Property").text("Property", 72, ColumnFlag.KEY).text("Other", 0);

    MsiInspection inspection = MsiInspection.of(written(MsiFixture.smallest().table(table)));

    assertThat(inspection.problems())
        .containsExactly(new MsiProblem(MsiProblem.Kind.DAMAGED, NO_VALUE));
    assertThat(inspection.kind()).contains(MsiKind.PACKAGE);
    assertThat(inspection.summary()).isPresent();
    assertThat(inspection.tables()).contains("Property", "File", "Media");
    assertThat(inspection.properties()).isEmpty();
  }

  @Test
  void aPropertyTableOfNumbersIsRefused() throws IOException {
    TableFixture table =
        TableFixture.named("Property").text("Property", 72, ColumnFlag.KEY).integer16("Value");

    try (MsiFile msi = MsiFile.open(written(MsiFixture.smallest().table(table)))) {
      assertThatExceptionOfType(MsiFormatException.class)
          .isThrownBy(msi::properties)
          .withMessage(NO_VALUE);
    }
  }

  @Test
  void aPatchWithoutCompaniesHasNoReadableProperties() throws IOException {
    TableFixture table =
        TableFixture.named("MsiPatchMetadata")
            .text("Property", 72, ColumnFlag.KEY)
            .text("Value", 0);
    MsiFixture patch = MsiFixture.smallest().patch(UUID.randomUUID()).table(table);

    try (MsiFile msi = MsiFile.open(written(patch))) {
      assertThatExceptionOfType(MsiFormatException.class)
          .isThrownBy(msi::properties)
          .withMessage("table MsiPatchMetadata has no column of texts Company");
    }
  }

  @Test
  void aFileTableWithSizesAsTextsIsRefused() throws IOException {
    TableFixture table =
        TableFixture.named("File")
            .text("File", 72, ColumnFlag.KEY)
            .text("Component_", 72)
            .text("FileName", 255)
            .text("Version", 72)
            .text("Language", 20)
            .text("FileSize", 20);

    try (MsiFile msi = MsiFile.open(written(MsiFixture.smallest().table(table)))) {
      assertThatExceptionOfType(MsiFormatException.class)
          .isThrownBy(msi::files)
          .withMessage("table File has no column of numbers FileSize");
    }
  }

  @Test
  void aMediaTableWithoutCabinetsLeavesTheRestReadable() throws IOException {
    TableFixture table = TableFixture.named("Media").integer16("DiskId", ColumnFlag.KEY);

    MsiInspection inspection = MsiInspection.of(written(MsiFixture.smallest().table(table)));

    assertThat(inspection.problems())
        .extracting(MsiProblem::text)
        .containsExactly("table Media has no column of texts Cabinet");
    assertThat(inspection.property("ProductName")).contains("Fixture");
  }

  private Path written(MsiFixture fixture) throws IOException {
    Path file = folder.resolve("a.msi");
    fixture.writeTo(file);
    return file;
  }
}
