package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fixtures.ole.CompoundFileDamage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that do not fit together, though each can be read. */
class DatabaseCheckTest {
  private static final TableFixture NUMBERS =
      TableFixture.named("Numbers")
          .integer16("Key", ColumnFlag.KEY)
          .integer16("Other", ColumnFlag.KEY, ColumnFlag.NULLABLE)
          .integer16("Value", ColumnFlag.NULLABLE);

  private static final MsiFixture WITH_NUMBERS =
      MsiFixture.smallest()
          .table(NUMBERS.row(1, 1, 1).row(1, 2, 1).row(2, null, 5).row(3, 1, null));

  @TempDir private Path folder;

  @Test
  void areWholeWithKeysThatAreThereOnce() throws IOException {
    assertThat(problems(WITH_NUMBERS.toBytes())).isEmpty();
  }

  @Test
  void areWholeInAnotherOrderThanThatOfTheirKeys() throws IOException {
    assertThat(problems(changed(0, 9, 4, 1, 3))).isEmpty();
  }

  @Test
  void haveNoKeyTwice() throws IOException {
    assertThat(problems(changed(1, 2, 2, 2, 1)))
        .containsExactly("table Numbers, row 2 has the key of another row");
  }

  @Test
  void haveNoKeyTwiceWhereRowsAreInNoOrder() throws IOException {
    // the keys 3|1, 1|2, 2|none and 3|1
    assertThat(problems(changed(0, 3, 1, 2, 3)))
        .containsExactly("table Numbers, row 4 has the key of another row");
  }

  @Test
  void haveNoKeyWithoutValue() throws IOException {
    byte[] file = WITH_NUMBERS.toBytes();
    CompoundFileDamage damage = new CompoundFileDamage(file);
    damage.stream(Stored.name("Numbers", WITH_NUMBERS)).putShort(2, (short) 0);

    assertThat(problems(damage.toBytes()))
        .containsExactly("table Numbers, row 2 has no value in column Key, its key");
  }

  @Test
  void haveNoCellWithoutValueWhereOneIsNeeded() throws IOException {
    MsiFixture fixture =
        MsiFixture.smallest()
            .table(
                TableFixture.named("Needy")
                    .integer16("Key", ColumnFlag.KEY)
                    .text("Name", 72)
                    .row(1, "one")
                    .row(2, "two"));
    CompoundFileDamage damage = new CompoundFileDamage(fixture.toBytes());
    damage.stream(Stored.name("Needy", fixture)).putShort(6, (short) 0);

    assertThat(problems(damage.toBytes()))
        .containsExactly("table Needy, row 2 has no value in column Name, which needs one");
  }

  @Test
  void areFoundToHaveAKeyTwiceAmongMany() throws IOException {
    TableFixture many =
        TableFixture.named("Many")
            .integer32("Key", ColumnFlag.KEY)
            .rows(IntStream.range(0, 50_000).mapToObj(i -> List.of(50_000 - i)).toList());
    MsiFixture fixture = MsiFixture.smallest().table(many);
    CompoundFileDamage damage = new CompoundFileDamage(fixture.toBytes());
    ByteBuffer stream = damage.stream(Stored.name("Many", fixture));
    stream.putInt(4 * 40_000, stream.getInt(4 * 10));

    assertThat(problems(damage.toBytes()))
        .containsExactly("table Many, row 40,001 has the key of another row");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 'table Many9, row 2 has the key of another row'",
    "11, and there are 2 more problems of its tables"
  })
  void areSaidToHaveTenProblemsAtMost(int tables, String last) throws IOException {
    MsiFixture fixture = MsiFixture.smallest();
    for (int i = 0; i < tables; i++) {
      fixture =
          fixture.table(
              TableFixture.named("Many" + i).integer32("Key", ColumnFlag.KEY).row(1).row(2));
    }
    CompoundFileDamage damage = new CompoundFileDamage(fixture.toBytes());
    for (int i = 0; i < tables; i++) {
      ByteBuffer stream = damage.stream(Stored.name("Many" + i, fixture));
      stream.putInt(4, stream.getInt(0));
    }

    assertThat(problems(damage.toBytes())).hasSize(10).last().isEqualTo(last);
  }

  @Test
  void haveTheStreamsThatTheirCellsName() throws IOException {
    TableFixture binary =
        TableFixture.named("Binary").text("Name", 72, ColumnFlag.KEY).binary("Data");
    MsiFixture fixture = MsiFixture.smallest().table(binary.row("Icon", new byte[] {1, 2}));
    assertThat(problems(fixture.toBytes())).isEmpty();

    MsiFixture without = fixture.withoutRawStream(stored(fixture, "Binary.Icon"));

    assertThat(problems(without.toBytes()))
        .containsExactly(
            "table Binary, row 1 says that it has the stream 'Binary.Icon', and there is none");
  }

  @Test
  void haveEachAName() throws IOException {
    String stray = Stored.name("Numbers", WITH_NUMBERS);
    MsiFixture fixture = MsiFixture.smallest().withRawStream(stray, new byte[] {1, 2});

    assertThat(problems(fixture.toBytes()))
        .containsExactly("there is a stream of a table 'Numbers', which _Tables does not name");
  }

  @Test
  void haveNamesThoughNoTableNamesAny() throws IOException {
    MsiFixture fixture = MsiFixture.smallest();
    MsiFixture without = fixture.withoutRawStream(Stored.name("_Tables", fixture));

    assertThat(problems(without.toBytes()))
        .contains("there is a stream of a table 'Property', which _Tables does not name");
  }

  @Test
  void haveTheirMarkInFrontOfTheirNames() throws IOException {
    MsiFixture fixture = MsiFixture.smallest();
    String stored = Stored.name("Media", fixture);
    MsiFixture marked =
        fixture
            .withoutRawStream(stored)
            .withRawStream((char) (stored.charAt(0) ^ 1) + stored.substring(1), new byte[12]);

    assertThat(problems(marked.toBytes()))
        .contains("table Media has no stream, and there is one of the name '\u4841Media'");
  }

  @Test
  void haveTheRowsThatOthersReferTo() throws IOException {
    TableFixture component = TableFixture.named("Component").text("Component", 72, ColumnFlag.KEY);
    TableFixture link =
        TableFixture.named("FeatureComponents").text("Component_", 72, ColumnFlag.KEY);
    MsiFixture fixture =
        MsiFixture.smallest()
            .withoutTable("File")
            .table(component.row("One"))
            .table(link.row("One"));
    assertThat(problems(fixture.toBytes())).isEmpty();

    MsiFixture without = fixture.withoutRawStream(Stored.name("Component", fixture));

    assertThat(problems(without.toBytes()))
        .containsExactly(
            "table Component has no stream, and table FeatureComponents refers to its rows");
  }

  @Test
  void areNoPackageWithoutProperties() throws IOException {
    MsiFixture fixture = MsiFixture.smallest();
    MsiFixture without = fixture.withoutRawStream(Stored.name("Property", fixture));

    assertThat(problems(without.toBytes()))
        .containsExactly("table Property has no stream, and every package has properties");
  }

  /** Returns the file with other numbers in a column of the table of numbers. */
  private static byte[] changed(int column, int... numbers) throws IOException {
    CompoundFileDamage damage = new CompoundFileDamage(WITH_NUMBERS.toBytes());
    ByteBuffer stream = damage.stream(Stored.name("Numbers", WITH_NUMBERS));
    for (int row = 0; row < numbers.length; row++) {
      stream.putShort(2 * (column * numbers.length + row), (short) (numbers[row] + 0x8000));
    }
    return damage.toBytes();
  }

  private static String stored(MsiFixture fixture, String name) throws IOException {
    return Stored.named(fixture, stored -> StreamName.decode(stored).equals(name));
  }

  private List<String> problems(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.msi"), bytes);
    return MsiInspection.of(file).problems().stream().map(MsiProblem::text).toList();
  }
}
