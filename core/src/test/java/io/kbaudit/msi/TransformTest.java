package io.kbaudit.msi;

import static io.kbaudit.fixtures.msi.ColumnFlag.KEY;
import static io.kbaudit.fixtures.msi.ColumnFlag.LOCALIZABLE;
import static io.kbaudit.fixtures.msi.ColumnFlag.NULLABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fixtures.msi.TransformFixture;
import io.kbaudit.msi.AppliedTransform.ChangedTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is shown as a transform makes it, and what cannot be applied is said. */
class TransformTest {
  private static final UUID PRODUCT = UUID.fromString("11111111-0000-0000-0000-000000000000");
  private static final String CODE = "{11111111-0000-0000-0000-000000000000}";
  private static final String REVISION = CODE + "1.0.0;" + CODE + "1.0.1;" + CODE;

  private static final TableFixture PROPERTY =
      TableFixture.named("Property").text("Property", 72, KEY).text("Value", 0, LOCALIZABLE);

  private static final TableFixture CUSTOM =
      TableFixture.named("Custom")
          .text("Key", 72, KEY)
          .integer16("Part", KEY)
          .integer16("Short", NULLABLE)
          .integer32("Long", NULLABLE)
          .text("Text", 0, NULLABLE)
          .binary("Data", NULLABLE);

  private static final MsiFixture BASE =
      MsiFixture.smallest()
          .productCode(PRODUCT)
          .table(
              CUSTOM
                  .row("a", 1, 10, 100_000, "ten", null)
                  .row("b", -2, null, null, "two", new byte[] {1}));

  private static final TransformFixture CHANGES = TransformFixture.madeFor(REVISION);

  private final Path base;
  private final Path transform;

  TransformTest(@TempDir Path folder) {
    this.base = folder.resolve("a.msi");
    this.transform = folder.resolve("a.mst");
  }

  /** What was applied, and the rows of the table that is of interest. */
  private record Made(AppliedTransform applied, Optional<List<List<String>>> rows) {}

  @Test
  void rowsAreAddedChangedAndRemoved() throws IOException {
    Made made =
        apply(
            "Custom",
            CHANGES
                .adding(CUSTOM, "c", 3, 30, -5, "three", null)
                .changing(CUSTOM, Map.of(3, -7, 4, "TEN"), "a", 1)
                .removing(CUSTOM, "b", -2));

    assertThat(made.rows().orElseThrow())
        .containsExactly(
            List.of("a", "1", "10", "-7", "TEN", ""), List.of("c", "3", "30", "-5", "three", ""));
    assertThat(made.applied().tables())
        .containsExactly(new ChangedTable("Custom", false, false, 1, 1, 1));
    assertThat(made.applied().problems()).isEmpty();
    assertThat(made.applied().notes()).isEmpty();
    assertThat(made.applied().madeFor()).hasValue(CODE + "1.0.0");
  }

  @Test
  void aCellIsEmptiedAndItsOthersStay() throws IOException {
    Map<Integer, String> nothing = new HashMap<>();
    nothing.put(4, null);

    Made made = apply("Custom", CHANGES.changing(CUSTOM, nothing, "a", 1));

    assertThat(made.rows().orElseThrow().get(0)).containsExactly("a", "1", "10", "100000", "", "");
  }

  @Test
  void aNewRowMayStateItsFirstColumnsAlone() throws IOException {
    Made made = apply("Custom", CHANGES.adding(CUSTOM, "c", 3));

    assertThat(made.rows().orElseThrow().get(2)).containsExactly("c", "3", "", "", "", "");
  }

  @Test
  void aTransformsTextsAreItsOwn() throws IOException {
    TransformFixture wide =
        CHANGES.longStringReferences().changing(PROPERTY, Map.of(1, "9.9"), "ProductVersion");

    assertThat(apply("Property", wide).rows().orElseThrow())
        .contains(List.of("ProductVersion", "9.9"));
    assertThat(apply("Property", wide).applied().problems()).isEmpty();
  }

  @Test
  void tablesComeAndGo() throws IOException {
    TableFixture news =
        TableFixture.named("News").text("Key", 10, KEY).integer32("Number").row("k", 70_000);

    Made come = apply("News", CHANGES.addingTable(news));
    Made gone = apply("Custom", CHANGES.removingTable("Custom"));

    assertThat(come.rows().orElseThrow()).containsExactly(List.of("k", "70000"));
    assertThat(come.applied().tables())
        .containsExactly(new ChangedTable("News", true, false, 1, 0, 0));
    assertThat(gone.rows()).isEmpty();
    assertThat(gone.applied().tables())
        .containsExactly(new ChangedTable("Custom", false, true, 0, 0, 0));
  }

  @Test
  void addedColumnsAreEmptyUntilTheyAreFilled() throws IOException {
    TableFixture wider = PROPERTY.integer16("Weight", NULLABLE).text("Note", 0, NULLABLE);

    Made made =
        apply(
            "Property",
            CHANGES
                .addingColumns(PROPERTY, wider)
                .changing(wider, Map.of(2, 5), "ProductVersion")
                .adding(wider, "Z", "z", 6, "noted"));
    Made unfilled = apply("Property", CHANGES.addingColumns(PROPERTY, wider));

    assertThat(made.rows().orElseThrow())
        .contains(List.of("Z", "z", "6", "noted"), List.of("ProductCode", CODE, "", ""));
    assertThat(unfilled.rows().orElseThrow()).contains(List.of("ProductCode", CODE, "", ""));
    assertThat(unfilled.applied().problems()).isEmpty();
  }

  @Test
  void theBytesOfACellComeFromTheTransform() throws IOException {
    CHANGES
        .adding(CUSTOM, "c", 3, null, null, null, new byte[] {9})
        .withStream("Custom.c.3", new byte[] {7, 8})
        .writeTo(transform);
    BASE.writeTo(base);

    try (MsiFile msi = MsiFile.open(base)) {
      msi.apply(transform);
      assertThat(msi.table("Custom").orElseThrow().rows().get(2).stream("Data"))
          .hasValue("Custom.c.3");
      assertThat(msi.stream("Custom.c.3").orElseThrow().read(0, 2).array()).containsExactly(7, 8);
      assertThat(msi.streamNames()).contains("Custom.c.3", "Custom.b.-2").doesNotHaveDuplicates();
    }
  }

  @Test
  void whatIsNotThereOrThereAlreadyIsSaid() throws IOException {
    AppliedTransform applied =
        apply(
                "Custom",
                CHANGES
                    .changing(CUSTOM, Map.of(4, "x"), "gone", 1)
                    .removing(CUSTOM, "gone", 2)
                    .adding(CUSTOM, "a", 1, 10, 100_000, "other", null)
                    .removingTable("Gone")
                    .addingTable(TableFixture.named("File").text("File", 72, KEY)))
            .applied();

    assertThat(applied.problems())
        .containsExactlyInAnyOrder(
            "it removes table Gone, which is not there",
            "it adds table File, which is there",
            "it changes row 'gone.1' of table Custom, which is not there",
            "it removes row 'gone.2' of table Custom, which is not there",
            "it adds row 'a.1' of table Custom, which is there, and is replaced");
  }

  @Test
  void anErrorThatItIsMadeToBearIsANote() throws IOException {
    AppliedTransform applied =
        apply("Custom", CHANGES.conditions(0x10).changing(CUSTOM, Map.of(4, "x"), "gone", 1))
            .applied();

    assertThat(applied.problems()).isEmpty();
    assertThat(applied.notes())
        .containsExactly("it changes row 'gone.1' of table Custom, which is not there");
  }

  @Test
  void changesThatBreakOffLeaveTheirTableAsItWas() throws IOException {
    byte[] torn = {0, 0, 1};

    Made made = apply("Custom", CHANGES.withChanges("Custom", torn));

    assertThat(made.rows().orElseThrow()).hasSize(2);
    assertThat(made.applied().tables()).isEmpty();
    assertThat(made.applied().problems())
        .containsExactly(
            "the transform's change of table Custom at byte 2 of 3 breaks off; none of the changes"
                + " of this table is applied");
  }

  @Test
  void whatIsNotUnderstoodIsSaid() throws IOException {
    TableFixture wide = TableFixture.named("Wide").text("Key", 10, KEY);
    for (int i = 1; i < 20; i++) {
      wide = wide.integer16("C" + i, NULLABLE);
    }
    TableFixture columns =
        TableFixture.named("_Columns").text("Table", 64, KEY).integer16("Number", KEY);

    List<String> problems =
        apply(
                "Custom",
                CHANGES
                    .changing(wide, Map.of(3, 1), "k")
                    .removing(columns, "Custom", 6)
                    .changing(
                        TableFixture.named("Other").text("K", 9, KEY).text("V", 0),
                        Map.of(1, "v"),
                        "k"),
                BASE.table(wide))
            .applied()
            .problems();

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "it removes column 6 of table Custom, which is left as it is",
            "it changes table Other, which is not there",
            "the transform's change of table Wide at byte 2 of 6 changes a row of 20 columns, and"
                + " which of more than 16 is not understood; none of the changes of this table is"
                + " applied");
  }

  @Test
  void anotherProductIsSaidAndAnErrorWhereItIsToAgree() throws IOException {
    TransformFixture other =
        TransformFixture.madeFor(
            "{0}1.0;{0}1.1;".replace("0", "22222222-0000-0000-0000-000000000000"));
    String text =
        "it was made for the product {22222222-0000-0000-0000-000000000000}, and this one is "
            + CODE;

    assertThat(apply("Property", other).applied().notes()).containsExactly(text);
    assertThat(apply("Property", other.conditions(0x2_0000)).applied().problems())
        .containsExactly(text);
    assertThat(apply("Property", other.conditions(0x2_0000)).applied().validated())
        .containsExactly("product");
  }

  @Test
  void noTransformIsRefused() throws IOException {
    BASE.writeTo(base);
    BASE.writeTo(transform);

    try (MsiFile msi = MsiFile.open(base)) {
      assertThatExceptionOfType(MsiFormatException.class)
          .isThrownBy(() -> msi.apply(transform))
          .withMessage("it is a package, and no transform");
    }
  }

  @Test
  void everyPrefixOfATransformIsAppliedOrRefused() throws IOException {
    BASE.writeTo(base);
    byte[] whole = CHANGES.adding(CUSTOM, "c", 3, 30, -5, "three", null).toBytes();

    for (int length = 0; length < whole.length; length += 64) {
      Files.write(transform, Arrays.copyOf(whole, length));
      try (MsiFile msi = MsiFile.open(base)) {
        boolean saysSo = !msi.apply(transform).problems().isEmpty();
        boolean isWhole = msi.table("Custom").orElseThrow().rows().size() == 3;
        assertThat(saysSo || isWhole).as("%d bytes", length).isTrue();
      } catch (MsiFormatException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void aHundredThousandRowsThatAreNotThereAreCounted() throws IOException {
    byte[] changes = new byte[100_000 * 6];
    var bytes = ByteBuffer.wrap(changes).order(ByteOrder.LITTLE_ENDIAN);
    IntStream.range(0, 100_000)
        .forEach(
            i -> bytes.putShort((short) 0).putShort((short) 0).putShort((short) (i % 60_000 + 1)));

    List<String> problems =
        apply("Custom", CHANGES.withChanges("Custom", changes)).applied().problems();

    assertThat(problems).hasSize(21).last().isEqualTo("and there are 99980 more");
  }

  private Made apply(String table, TransformFixture changes) throws IOException {
    return apply(table, changes, BASE);
  }

  private Made apply(String table, TransformFixture changes, MsiFixture of) throws IOException {
    of.writeTo(base);
    changes.writeTo(transform);
    try (MsiFile msi = MsiFile.open(base)) {
      AppliedTransform applied = msi.apply(transform);
      return new Made(applied, msi.table(table).map(TransformTest::rows));
    }
  }

  private static List<List<String>> rows(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      rows.add(
          IntStream.range(0, table.columns().size())
              .mapToObj(i -> row.value(i).orElse(""))
              .toList());
    }
    return rows;
  }
}
