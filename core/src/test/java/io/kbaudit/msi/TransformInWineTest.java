package io.kbaudit.msi;

import static io.kbaudit.fixtures.msi.ColumnFlag.KEY;
import static io.kbaudit.fixtures.msi.ColumnFlag.LOCALIZABLE;
import static io.kbaudit.fixtures.msi.ColumnFlag.NULLABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fixtures.msi.TransformFixture;
import io.kbaudit.registry.WinePrefix;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transforms make of a database what they make of it in Wine, which is an outside reader. */
class TransformInWineTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("msi/files");

  private static final String COMPILER = "x86_64-w64-mingw32-gcc";

  private static final TableFixture PROPERTY =
      TableFixture.named("Property").text("Property", 72, KEY).text("Value", 0, LOCALIZABLE);

  private static final TableFixture CUSTOM =
      TableFixture.named("Custom")
          .text("Key", 72, KEY)
          .integer16("Part", KEY)
          .integer16("Short", NULLABLE)
          .integer32("Long", NULLABLE)
          .text("Text", 0, NULLABLE);

  private static final TableFixture NEWS =
      TableFixture.named("News")
          .text("Key", 10, KEY)
          .integer32("Number")
          .row("k", 70_000)
          .row("l", -1);

  /** One Windows for all tests, which takes ten seconds to make. */
  @TempDir static Path windows;

  private static WinePrefix wine;

  private final Path base;
  private final Path transform;

  TransformInWineTest(@TempDir Path folder) {
    this.base = folder.resolve("a.msi");
    this.transform = folder.resolve("a.mst");
  }

  @BeforeAll
  static void makeWindows() throws Exception {
    String consequence = "transforms are not compared with Wine's";
    Programs.skipAloudWithout(COMPILER, consequence);
    wine = WinePrefix.make(Files.createDirectory(windows.resolve("prefix")), consequence);
    Path source = windows.resolve("apply.c");
    try (InputStream in = TransformInWineTest.class.getResourceAsStream("apply-transform.c")) {
      Files.copy(in, source);
    }
    run(COMPILER, source.toString(), "-o", windows.resolve("apply.exe").toString(), "-lmsi");
  }

  @AfterAll
  static void endWindows() throws Exception {
    if (wine != null) {
      wine.close();
    }
  }

  @Test
  void ofRowsTablesAndColumns() throws Exception {
    TableFixture wider = PROPERTY.integer16("Weight", NULLABLE).text("Note", 0, NULLABLE);
    MsiFixture.smallest()
        .productCode(new UUID(1, 1))
        .table(CUSTOM.row("a", 1, 10, 100_000, "ten").row("b", -2, null, null, "two"))
        .writeTo(base);
    TransformFixture.madeFor("")
        .addingTable(NEWS)
        .addingColumns(PROPERTY, wider)
        .adding(CUSTOM, "c", 3, 30, -5, "three")
        .adding(CUSTOM, "d", 4)
        .changing(CUSTOM, Map.of(3, -7, 4, "TEN"), "a", 1)
        .removing(CUSTOM, "b", -2)
        .changing(wider, Map.of(1, "9.9", 2, 5), "ProductVersion")
        .adding(wider, "Z", "z", 6, "noted")
        .removing(wider, "UpgradeCode")
        .writeTo(transform);

    assertThat(ours("Custom", "News", "Property"))
        .hasSizeGreaterThan(8)
        .containsExactlyInAnyOrderElementsOf(wines("Custom", "News", "Property"));
  }

  @Test
  void ofLongReferencesToTexts() throws Exception {
    MsiFixture.smallest().table(CUSTOM.row("a", 1, 10, 100_000, "ten")).writeTo(base);
    TransformFixture.madeFor("")
        .longStringReferences()
        .adding(CUSTOM, "c", 3, 30, -5, "three")
        .changing(CUSTOM, Map.of(2, 11, 4, "TEN"), "a", 1)
        .writeTo(transform);

    assertThat(ours("Custom")).hasSize(2).containsExactlyInAnyOrderElementsOf(wines("Custom"));
  }

  @Test
  void ofARealTransform() throws Exception {
    Path real = CORPUS.resolve("wix3__AutoGenProductId_expected.mst");
    Programs.skipAloudIf(!Files.exists(real), "no corpus at " + CORPUS);
    Files.copy(CORPUS.resolve("wix3__SimpleInstanceTransform_expected.msi"), base);
    Files.copy(real, transform);

    assertThat(ours("Property"))
        .contains("Property\tInstance\tInstance1.mst")
        .containsExactlyInAnyOrderElementsOf(wines("Property"));
  }

  private List<String> ours(String... tables) throws IOException {
    List<String> lines = new ArrayList<>();
    try (MsiFile msi = MsiFile.open(base)) {
      assertThat(msi.apply(transform).problems()).isEmpty();
      for (String name : tables) {
        Table table = msi.table(name).orElseThrow();
        for (Table.Row row : table.rows()) {
          lines.add(
              IntStream.range(0, table.columns().size())
                  .mapToObj(i -> row.value(i).orElse(""))
                  .reduce(name, (line, cell) -> line + "\t" + cell));
        }
      }
    }
    return lines;
  }

  /** The database is opened for changes, and so is a copy, which is never saved. */
  private List<String> wines(String... tables) throws Exception {
    Files.copy(base, windows.resolve("a.msi"), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(transform, windows.resolve("a.mst"), StandardCopyOption.REPLACE_EXISTING);
    List<String> line = new ArrayList<>(List.of("wine", "apply.exe", "a.msi", "a.mst"));
    line.addAll(List.of(tables));
    return Stream.of(run(line.toArray(String[]::new)).split("\r?\n")).toList();
  }

  private static String run(String... line) throws Exception {
    return wine.print(windows, List.of(line));
  }
}
