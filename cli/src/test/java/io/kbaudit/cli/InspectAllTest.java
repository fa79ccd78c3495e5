package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tables as one document, what the file holds besides, and what two files share. */
class InspectAllTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("msi/files");

  private static final TableFixture CUSTOM =
      TableFixture.named("Custom")
          .text("Key", 72, ColumnFlag.KEY)
          .integer16("Short", ColumnFlag.NULLABLE)
          .integer32("Long", ColumnFlag.NULLABLE)
          .binary("Data", ColumnFlag.NULLABLE)
          .row("a", -32_767, 2_147_483_647, new byte[] {1})
          .row("b", null, null, null);

  @TempDir Path folder;

  private Path write(String name, MsiFixture fixture) throws IOException {
    return Files.write(folder.resolve(name), fixture.toBytes());
  }

  private static JSONObject only(Run run) {
    assertThat(run.json().getJSONArray("files")).hasSize(1);
    return run.json().getJSONArray("files").getJSONObject(0);
  }

  @Test
  void everyCellIsWrittenByItsType() throws IOException {
    Path file = write("a.msi", MsiFixture.smallest().table(CUSTOM));

    JSONObject inspected = only(kbaudit("inspect", "--all", "--report", "json", file));

    JSONObject custom = table(inspected, "Custom");
    assertThat(inspected.keySet())
        .contains("summary", "properties", "tables", "streams", "storages", "cabinets", "signature")
        .doesNotContain("installedFiles");
    assertThat(custom.getJSONArray("columns").toList())
        .contains(
            Map.of(
                "name",
                "Long",
                "type",
                "long",
                "maxLength",
                4,
                "key",
                false,
                "nullable",
                true,
                "localizable",
                false));
    assertThat(custom.getJSONArray("rows").toList())
        .containsExactly(
            List.of("a", -32_767, 2_147_483_647, Map.of("stream", "Custom.a")),
            Arrays.asList("b", null, null, null));
  }

  private static JSONObject table(JSONObject inspected, String name) {
    for (Object table : inspected.getJSONArray("database")) {
      if (((JSONObject) table).getString("table").equals(name)) {
        return (JSONObject) table;
      }
    }
    throw new AssertionError("no table " + name);
  }

  @Test
  void ofATornFileItIsWhatCanBeRead() throws IOException {
    Path file = folder.resolve("a.msi");
    MsiDamage.STRING_ID_OUT_OF_RANGE.write(MsiFixture.sized(8_192), file);

    Run run = kbaudit("inspect", "--all", "--report", "json", file);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(only(run).getJSONArray("database"))
        .filteredOn(table -> ((JSONObject) table).has("problem"))
        .singleElement()
        .satisfies(table -> assertThat(((JSONObject) table).isNull("rows")).isTrue());
    assertThat(only(run).getJSONArray("database"))
        .filteredOn(table -> !((JSONObject) table).has("problem"))
        .isNotEmpty();
  }

  @Test
  void asTextOrCsvItIsRefusedWithWhatToAskInstead() throws IOException {
    Path file = write("a.msi", MsiFixture.smallest());

    for (String format : List.of("text", "csv")) {
      assertThat(kbaudit("inspect", "--all", "--report", format, file))
          .isEqualTo(
              new Run(
                  ExitCode.CANNOT_ASK,
                  "",
                  "kbaudit: --all writes all rows of all tables as JSON: name --report json, or"
                      + " --table NAME for one table as CSV\n"));
    }
  }

  @Test
  void aHundredThousandRowsAreNoBurden() throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      rows.add(List.of(i - 50_000, i));
    }
    Path file =
        write(
            "a.msi",
            MsiFixture.smallest()
                .table(
                    TableFixture.named("Many")
                        .integer32("Key", ColumnFlag.KEY)
                        .integer32("Value")
                        .rows(rows)));
    Path report = folder.resolve("all.json");

    Run run = kbaudit("inspect", "--all", "--report", "json=" + report, file);

    assertThat(run).isEqualTo(new Run(ExitCode.OK, "", ""));
    JSONArray database =
        new JSONObject(Files.readString(report))
            .getJSONArray("files")
            .getJSONObject(0)
            .getJSONArray("database");
    assertThat(database)
        .filteredOn(table -> ((JSONObject) table).getString("table").equals("Many"))
        .singleElement()
        .satisfies(table -> assertThat(((JSONObject) table).getJSONArray("rows")).hasSize(100_000));
  }

  /** The tables that msiinfo names are in it, with as many rows as it exports. */
  @Test
  void aRealPackageHasTheTablesAndRowsThatMsitoolsExports() throws Exception {
    Path putty = CORPUS.resolve("lessmsi__putty-0.68-installer.msi");
    Skip.unless(Files.exists(putty), "corpus of real packages beside the checkout: " + putty);
    Skip.unless(msiinfo("tables", putty).isPresent(), "msiinfo of msitools");
    Map<String, Integer> expected = new TreeMap<>();
    for (String table : msiinfo("tables", putty).orElseThrow()) {
      if (!table.startsWith("_") || table.equals("_Validation")) {
        // three lines say what the columns are
        expected.put(table, msiinfo("export", putty, table).orElseThrow().size() - 3);
      }
    }

    Map<String, Integer> found = new TreeMap<>();
    for (Object each :
        only(kbaudit("inspect", "--all", "--report", "json", putty)).getJSONArray("database")) {
      JSONObject table = (JSONObject) each;
      found.put(table.getString("table"), table.getJSONArray("rows").length());
    }

    assertThat(found).isEqualTo(expected);
  }

  private static Optional<List<String>> msiinfo(String command, Path msi, String... more)
      throws Exception {
    List<String> line = new ArrayList<>(List.of("msiinfo", command, msi.toString()));
    line.addAll(List.of(more));
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0
          ? Optional.of(Stream.of(out.split("\r?\n")).toList())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Test
  void twoContentsOfOnePackageCodeAreRemarkedInEveryFormat() throws IOException {
    MsiFixture one = MsiFixture.sized(8_192);
    write("a.msi", one);
    write("b.msi", one.property("ProductVersion", "9.0.0"));
    write("copy-of-a.msi", one);

    Run json = kbaudit("inspect", folder, "--report", "json");
    JSONObject remark = json.json().getJSONArray("remarks").getJSONObject(0);

    assertThat(json.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(remark.getString("id")).isEqualTo("SAME_PACKAGE_CODE");
    assertThat(remark.getJSONArray("paths").toList())
        .containsExactly(folder + "/a.msi", folder + "/b.msi");
    assertThat(kbaudit("inspect", folder).out().replaceAll("\\s+", " "))
        .contains("Remarks SAME_PACKAGE_CODE: '" + folder + "/a.msi' and '" + folder + "/b.msi'");
    assertThat(kbaudit("inspect", folder, "--report", "csv").out().split("\r\n"))
        .filteredOn(line -> line.contains(",SAME_PACKAGE_CODE,UNSIGNED,"))
        .hasSize(2);
  }

  @Test
  void whatIsInAFileIsSaidInShort() throws IOException {
    Path file = write("a.msi", MsiFixture.sized(65_536));

    assertThat(kbaudit("inspect", file).out())
        .containsPattern("  Contents\n    Cabinets        1: 'Data1.cab', [0-9,]+ bytes, 1 file\n")
        .containsPattern("    Streams         2 besides the tables, [0-9,]+ bytes\n")
        .contains("  Signatures\n    Grade           UNSIGNED\n");
  }
}
