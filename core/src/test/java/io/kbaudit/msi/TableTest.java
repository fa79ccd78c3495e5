package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  private static final TableFixture KINDS =
      TableFixture.named("Kinds")
          .text("Key", 72, ColumnFlag.KEY)
          .integer16("Short", ColumnFlag.NULLABLE)
          .integer32("Long", ColumnFlag.NULLABLE)
          .text("Text", 0, ColumnFlag.NULLABLE, ColumnFlag.LOCALIZABLE)
          .binary("Data", ColumnFlag.NULLABLE);

  @TempDir private Path folder;

  @Test
  void columnsAreAsDescribed() throws IOException {
    Table table =
        read(MsiFixture.smallest().table(KINDS.row("a", null, null, null, null)), "Kinds");

    assertThat(table.name()).isEqualTo("Kinds");
    assertThat(table.columns())
        .containsExactly(
            new Column("Key", Column.Type.TEXT, 72, true, false, false),
            new Column("Short", Column.Type.SHORT, 2, false, true, false),
            new Column("Long", Column.Type.LONG, 4, false, true, false),
            new Column("Text", Column.Type.TEXT, 0, false, true, true),
            new Column("Data", Column.Type.STREAM, 0, false, true, false));
  }

  @Test
  void emptyCellsAreAbsent() throws IOException {
    Table.Row row = onlyRow(KINDS.row("a", null, null, null, null));

    assertThat(row.number("Short")).isEmpty();
    assertThat(row.number("Long")).isEmpty();
    assertThat(row.text("Text")).isEmpty();
    assertThat(row.stream("Data")).isEmpty();
    assertThat(row.value(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-32_767, -1, 0, 1, 32_767})
  void shortNumbersAreReadToTheirBounds(int number) throws IOException {
    Table.Row row = onlyRow(KINDS.row("a", number, null, null, null));

    assertThat(row.number("Short")).hasValue(number);
    assertThat(row.value(1)).contains(Integer.toString(number));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE + 1, -65_536, -1, 0, 1, Integer.MAX_VALUE})
  void longNumbersAreReadToTheirBounds(int number) throws IOException {
    Table.Row row = onlyRow(KINDS.row("a", null, number, null, null));

    assertThat(row.number("Long")).hasValue(number);
    assertThat(row.value(2)).contains(Integer.toString(number));
  }

  @Test
  void aStreamIsNamedAfterTheTableAndTheKey() throws IOException {
    MsiFixture fixture =
        MsiFixture.smallest().table(KINDS.row("Icon.exe", null, null, null, new byte[] {1, 2}));

    try (MsiFile msi = open(fixture)) {
      Table.Row row = msi.table("Kinds").orElseThrow().rows().get(0);

      assertThat(row.stream("Data")).contains("Kinds.Icon.exe");
      assertThat(row.value(4)).contains("Kinds.Icon.exe");
      assertThat(msi.streamNames()).contains("Kinds.Icon.exe");
    }
  }

  @Test
  void aStreamOfARowWithSeveralKeysIsNamedAfterAll() throws IOException {
    TableFixture table =
        TableFixture.named("Several")
            .text("A", 72, ColumnFlag.KEY)
            .integer16("B", ColumnFlag.KEY)
            .binary("Data")
            .row("a", -7, new byte[] {1});

    try (MsiFile msi = open(MsiFixture.smallest().table(table))) {
      assertThat(msi.table("Several").orElseThrow().rows().get(0).stream("Data"))
          .contains("Several.a.-7");
      assertThat(msi.streamNames()).contains("Several.a.-7");
    }
  }

  @Test
  void rowsAreInTheOrderStored() throws IOException {
    Table table =
        read(
            MsiFixture.smallest()
                .table(
                    KINDS
                        .row("a", 1, null, null, null)
                        .row("b", 2, null, null, null)
                        .row("c", 3, null, null, null)),
            "Kinds");

    assertThat(table.rows())
        .extracting(row -> row.text("Key").orElseThrow())
        .containsExactly("a", "b", "c");
    assertThat(table.rows())
        .extracting(row -> row.number("Short").getAsInt())
        .containsExactly(1, 2, 3);
  }

  @Test
  void textsThatRecurAreReadWhereverTheyStand() throws IOException {
    TableFixture table =
        KINDS.row("same", null, null, "same", null).row("other", null, null, "same", null);

    assertThat(read(MsiFixture.smallest().table(table), "Kinds").rows())
        .extracting(row -> row.text("Text"))
        .containsExactly(Optional.of("same"), Optional.of("same"));
  }

  @Test
  void longReferencesAreRead() throws IOException {
    MsiFixture fixture =
        MsiFixture.smallest()
            .longStringReferences()
            .withEmptyStringSlots(70_000)
            .table(KINDS.row("a", 1, 2, "text behind 70,000 slots", null));

    Table.Row row = read(fixture, "Kinds").rows().get(0);

    assertThat(row.text("Text")).contains("text behind 70,000 slots");
    assertThat(row.number("Long")).hasValue(2);
  }

  @Test
  void aTableWithoutRowsIsEmpty() throws IOException {
    assertThat(read(MsiFixture.smallest().table(KINDS), "Kinds").rows()).isEmpty();
  }

  @Test
  void aTableWithoutStreamIsEmpty() throws IOException {
    MsiFixture sound = MsiFixture.smallest().table(KINDS.row("a", 1, null, null, null));
    MsiFixture without = sound.withoutRawStream(Stored.name("Kinds", sound));

    assertThat(read(without, "Kinds").rows()).isEmpty();
    assertThat(MsiInspection.of(written(without)).problems()).isEmpty();
  }

  @Test
  void aTableThatIsNotListedIsAbsent() throws IOException {
    try (MsiFile msi = open(MsiFixture.smallest())) {
      assertThat(msi.table("Kinds")).isEmpty();
      assertThat(msi.table("property")).isEmpty();
      assertThat(msi.tableNames()).containsExactlyInAnyOrder("File", "Media", "Property");
    }
  }

  @Test
  void askingForAColumnOfAnotherTypeIsTheCallersMistake() throws IOException {
    Table.Row row = onlyRow(KINDS.row("a", 1, 2, "text", null));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.text("Short"))
        .withMessage("Kinds.Short is a SHORT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.number("Text"))
        .withMessage("Kinds.Text is a TEXT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.stream("Long"))
        .withMessage("Kinds.Long is a LONG");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.text("Nothing"))
        .withMessage("table Kinds has no column Nothing");
  }

  @Test
  void manyRowsOfManyColumnsAreReadColumnByColumn() throws IOException {
    TableFixture table =
        KINDS.rows(
            IntStream.range(0, 5_000)
                .mapToObj(i -> Arrays.<Object>asList("k" + i, i, -i, "t" + i, null))
                .toList());

    List<Table.Row> rows = read(MsiFixture.smallest().table(table), "Kinds").rows();

    assertThat(rows)
        .hasSize(5_000)
        .allSatisfy(
            row -> {
              int number = row.number("Short").orElseThrow();
              assertThat(row.text("Key")).contains("k" + number);
              assertThat(row.number("Long")).hasValue(-number);
              assertThat(row.text("Text")).contains("t" + number);
            });
  }

  private Table.Row onlyRow(TableFixture table) throws IOException {
    return read(MsiFixture.smallest().table(table), "Kinds").rows().get(0);
  }

  private Table read(MsiFixture fixture, String name) throws IOException {
    try (MsiFile msi = open(fixture)) {
      return msi.table(name).orElseThrow();
    }
  }

  private MsiFile open(MsiFixture fixture) throws IOException {
    return MsiFile.open(written(fixture));
  }

  private Path written(MsiFixture fixture) throws IOException {
    Path file = folder.resolve("a.msi");
    fixture.writeTo(file);
    return file;
  }
}
