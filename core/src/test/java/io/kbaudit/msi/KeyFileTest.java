package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.file.FileVersion;
import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions of the files by which components are seen to be installed. */
class KeyFileTest {
  private static final String CODE = "{2AF61972-2EC3-5DEA-9109-78F1AE135304}";

  private static final TableFixture FILE =
      TableFixture.named("File")
          .text("File", 72, ColumnFlag.KEY)
          .text("Component_", 72)
          .text("FileName", 255, ColumnFlag.LOCALIZABLE)
          .integer32("FileSize")
          .text("Version", 72, ColumnFlag.NULLABLE)
          .text("Language", 20, ColumnFlag.NULLABLE)
          .integer16("Attributes", ColumnFlag.NULLABLE)
          .integer32("Sequence");

  private static final TableFixture COMPONENT =
      TableFixture.named("Component")
          .text("Component", 72, ColumnFlag.KEY)
          .text("ComponentId", 38, ColumnFlag.NULLABLE)
          .text("Directory_", 72)
          .integer16("Attributes")
          .text("Condition", 255, ColumnFlag.NULLABLE)
          .text("KeyPath", 72, ColumnFlag.NULLABLE);

  @TempDir Path folder;

  @Test
  void aKeyFileHasTheVersionOfItsRow() throws IOException {
    assertThat(
            keyFiles(
                file("a.dll", "4.0.1220.7"),
                COMPONENT.row("C", CODE.toLowerCase(Locale.ROOT), "D", 0, null, "a.dll")))
        .containsExactly(new KeyFile(CODE, new FileVersion(4, 0, 1220, 7)));
  }

  @Test
  void whatHasNoVersionOfItsOwnIsNone() throws IOException {
    TableFixture component = COMPONENT.row("C", CODE, "D", 0, null, "a.dll");

    assertThat(keyFiles(file("a.dll", ""), component)).isEmpty();
    assertThat(keyFiles(file("a.dll", "b.dll"), component)).isEmpty();
    assertThat(keyFiles(file("b.dll", "1.0"), component)).isEmpty();
  }

  @Test
  void aKeyPathOfTheRegistryOrOfOdbcIsNoFile() throws IOException {
    assertThat(
            keyFiles(
                file("a.dll", "1.0"),
                COMPONENT
                    .row("C1", CODE, "D", 4, null, "a.dll")
                    .row("C2", CODE, "D", 32, null, "a.dll")
                    .row("C3", CODE, "D", 0, null, null)
                    .row("C4", null, "D", 0, null, "a.dll")))
        .isEmpty();
  }

  @Test
  void tablesOfOtherColumnsTellNothing() throws IOException {
    assertThat(
            keyFiles(
                file("a.dll", "1.0"),
                TableFixture.named("Component")
                    .text("Component", 72, ColumnFlag.KEY)
                    .integer16("ComponentId")
                    .row("C", 1)))
        .isEmpty();
  }

  private static TableFixture file(String id, String version) {
    return FILE.row(id, "C", id, 1, version, null, null, 1);
  }

  private List<KeyFile> keyFiles(TableFixture... tables) throws IOException {
    MsiFixture fixture = MsiFixture.smallest();
    for (TableFixture table : tables) {
      fixture = fixture.table(table);
    }
    Path msi = folder.resolve("a.msi");
    fixture.writeTo(msi);
    return MsiInspection.of(msi).keyFiles();
  }
}
