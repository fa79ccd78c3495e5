package io.kbaudit.msi;

import static io.kbaudit.fixtures.msi.ColumnFlag.KEY;
import static io.kbaudit.fixtures.msi.ColumnFlag.NULLABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fixtures.msi.TransformFixture;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Transforms of any bytes, which are applied to a sound package. */
class TransformFuzzTest {
  private static final UUID PRODUCT = UUID.fromString("11111111-0000-0000-0000-000000000000");
  private static final String CODE = "{" + PRODUCT + "}";

  private static final TableFixture CUSTOM =
      TableFixture.named("Custom")
          .text("Key", 72, KEY)
          .integer16("Part", KEY)
          .integer16("Short", NULLABLE)
          .integer32("Long", NULLABLE)
          .text("Text", 0, NULLABLE)
          .binary("Data", NULLABLE);

  private static final byte[] PACKAGE =
      MsiFixture.smallest()
          .productCode(PRODUCT)
          .table(
              CUSTOM
                  .row("a", 1, 10, 100_000, "ten", null)
                  .row("b", -2, null, null, "two", new byte[] {1}))
          .toBytes();

  static Stream<byte[]> seeds() {
    TransformFixture changes = TransformFixture.madeFor(CODE + "1.0.0;" + CODE + "1.0.1;" + CODE);
    return Stream.of(
            changes
                .adding(CUSTOM, "c", 3, 30, -5, "three", null)
                .changing(CUSTOM, Map.of(3, -7, 4, "TEN"), "a", 1)
                .removing(CUSTOM, "b", -2),
            changes.addingTable(
                TableFixture.named("New").text("Key", 72, KEY).integer16("Number").row("n", 1)),
            changes.addingColumns(CUSTOM, CUSTOM.text("More", 10, NULLABLE)),
            changes.longStringReferences().removingTable("Custom").conditions(0))
        .map(TransformFixture::toBytes);
  }

  @MethodSource("seeds")
  @FuzzTest
  void isAppliedOrRefused(byte[] bytes) throws IOException {
    Path transform = ForeignFile.of("a.mst", bytes);
    try (MsiFile msi = MsiFile.open(ForeignFile.of("base.msi", PACKAGE))) {
      AppliedTransform applied;
      try {
        applied = msi.apply(transform);
      } catch (MsiFormatException refused) {
        assertThat(refused).hasMessageMatching("(?s).*\\S.*");
        return;
      }
      assertThat(applied.problems()).noneMatch(String::isBlank);
      assertThat(applied.notes()).noneMatch(String::isBlank);
      assertThat(applied.tables()).allMatch(TransformFuzzTest::countsNoLessThanNothing);
      assertThat(Everything.charactersOfAllTables(msi)).isNotNegative();
    }
  }

  private static boolean countsNoLessThanNothing(AppliedTransform.ChangedTable table) {
    return table.added() >= 0 && table.changed() >= 0 && table.removed() >= 0;
  }
}
