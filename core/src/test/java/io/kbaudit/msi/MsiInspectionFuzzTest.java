package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.file.FileContent;
import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.Shown;
import io.kbaudit.msi.cab.CabinetBytes;
import io.kbaudit.msi.ole.OleEntry;
import io.kbaudit.msi.ole.OleFile;
import io.kbaudit.report.InspectedFiles.InspectedPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages, patches, modules and transforms of any bytes: container, tables and cabinets. */
class MsiInspectionFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            MsiFixture.smallest(),
            MsiFixture.smallest().table(kinds()).longStringReferences().withEmptyStringSlots(3),
            MsiFixture.smallest().installable(),
            MsiFixture.smallest().withStream("packed.cab", cabinet()),
            MsiFixture.smallest().patch(new UUID(0, 1), new UUID(0, 2)),
            MsiFixture.smallest().module(),
            MsiFixture.smallest().transform())
        .map(MsiFixture::toBytes);
  }

  @MethodSource("seeds")
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Path file = ForeignFile.of("a.msi", bytes);

    MsiInspection inspection = Everything.askedOf(file);

    assertThat(inspection.kind().isPresent() || !inspection.problems().isEmpty()).isTrue();
    if (inspection.sound()) {
      assertAllCanBeRead(file);
    }
    MsiInspection thorough = MsiInspection.of(file, ReadingDepth.THOROUGH, () -> false);
    assertThat(thorough.problems()).containsAll(inspection.problems());
    Shown.assertReportable(new InspectedPackage("a.msi", inspection, Map.of()));
  }

  /** What is called sound has nothing in it that its reader stumbles over. */
  private static void assertAllCanBeRead(Path file) throws IOException {
    try (MsiFile msi = MsiFile.open(file)) {
      for (String name : msi.tableNames()) {
        for (Table.Row row : msi.table(name).orElseThrow().rows()) {
          assertThat(row.value(0)).isNotNull();
        }
      }
      assertThat(msi.properties()).isNotNull();
    }
    try (FileContent content = FileContent.of(file, () -> false)) {
      OleFile container = OleFile.of(content, name -> name);
      for (OleEntry stream : container.streams()) {
        assertThat(container.read(stream)).hasSize((int) stream.sizeBytes());
      }
    }
  }

  private static TableFixture kinds() {
    return TableFixture.named("Kinds")
        .text("Key", 72, ColumnFlag.KEY)
        .integer16("Short", ColumnFlag.NULLABLE)
        .integer32("Long", ColumnFlag.NULLABLE)
        .binary("Data", ColumnFlag.NULLABLE)
        .row("a", 1, 2, new byte[70])
        .row("b", null, null, null);
  }

  private static byte[] cabinet() {
    return CabinetBytes.zipped().with("a.dll", new byte[300]).make().array();
  }
}
