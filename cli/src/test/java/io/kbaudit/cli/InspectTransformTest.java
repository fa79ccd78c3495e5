package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.fixtures.msi.TransformFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages as a transform makes them, in each format; what it cannot make of them ends with 1. */
class InspectTransformTest {
  private static final TableFixture PROPERTY =
      TableFixture.named("Property")
          .text("Property", 72, ColumnFlag.KEY)
          .text("Value", 0, ColumnFlag.LOCALIZABLE);

  private final Path file;
  private final Path transform;

  InspectTransformTest(@TempDir Path folder) throws IOException {
    this.file = folder.resolve("a.msi");
    this.transform = folder.resolve("a.mst");
    MsiFixture.smallest().writeTo(file);
    TransformFixture.madeFor("")
        .changing(PROPERTY, Map.of(1, "Kunde"), "ProductName")
        .writeTo(transform);
  }

  @Test
  void everyFormatShowsWhatItMakes() {
    Run text = kbaudit("inspect", "--transform", transform, file);
    Run json = kbaudit("inspect", "--transform", transform, "--all", "--report", "json", file);
    Run csv = kbaudit("inspect", "--transform", transform, "--report", "csv", file);
    Run table = kbaudit("inspect", "--transform", transform, "--table", "Property", file);

    assertThat(List.of(text.exitCode(), json.exitCode(), csv.exitCode(), table.exitCode()))
        .containsOnly(ExitCode.OK);
    assertThat(text.out())
        .contains("  Transform\n    By              " + transform + "\n")
        .contains("    Changed         Property: 1 row changed\n")
        .containsPattern("    ProductName +Kunde\n");
    JSONObject inspected = json.json().getJSONArray("files").getJSONObject(0);
    assertThat(inspected.getJSONObject("properties").getString("ProductName")).isEqualTo("Kunde");
    assertThat(inspected.getJSONObject("transform").getJSONArray("tables").toList())
        .containsExactly(
            Map.of(
                "name",
                "Property",
                "new",
                false,
                "removed",
                false,
                "rowsAdded",
                0,
                "rowsChanged",
                1,
                "rowsRemoved",
                0));
    assertThat(inspected.getJSONArray("database").toString()).contains("Kunde");
    assertThat(csv.out()).contains(",Kunde,");
    assertThat(table.out()).contains("\r\nProductName,Kunde\r\n");
    assertThat(kbaudit("inspect", file).out()).as("the file is as it was").doesNotContain("Kunde");
  }

  @Test
  void whatIsNotAppliedIsSaidAndEndsWithOne() throws IOException {
    TransformFixture.madeFor("").removing(PROPERTY, "Gone").writeTo(transform);
    String problem = "it removes row 'Gone' of table Property, which is not there";

    Run text = kbaudit("inspect", "--transform", transform, file);
    Run table = kbaudit("inspect", "--transform", transform, "--table", "Property", file);

    assertThat(text.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(text.out()).contains("    NOT APPLIED     " + problem + "\n");
    assertThat(text.out()).endsWith("\n1 file: 1 sound, 0 not sound; 1 not transformed whole\n");
    assertThat(table.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(table.err()).isEqualTo("kbaudit: not applied: " + problem + "\n");
  }

  @Test
  void whatIsNoTransformOrNoPackageIsRefused(@TempDir Path folder) throws IOException {
    Path program = folder.resolve("b.exe");
    PeFixture.program().writeTo(program);
    Path text = Files.writeString(folder.resolve("c.mst"), "text");

    assertThat(kbaudit("inspect", "--transform", file, file))
        .isEqualTo(
            new Run(
                ExitCode.CANNOT_ASK,
                "",
                "kbaudit: '"
                    + file
                    + "' cannot be read: the transform '"
                    + file
                    + "' cannot be applied: it is a package, and no transform\n"));
    assertThat(kbaudit("inspect", "--transform", transform, transform).err())
        .isEqualTo(
            "kbaudit: '"
                + transform
                + "' cannot be read: it is a transform, which no transform changes\n");
    assertThat(kbaudit("inspect", "--transform", transform, program).err())
        .endsWith("cannot be read: it is a program, which no transform changes\n");
    assertThat(kbaudit("inspect", "--transform", text, file).exitCode())
        .isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(kbaudit("inspect", "--transform", folder, file).err())
        .isEqualTo("kbaudit: --transform takes one FILE, and '" + folder + "' is a folder\n");
    assertThat(kbaudit("inspect", "--transform", folder.resolve("gone.mst"), file).err())
        .isEqualTo("kbaudit: no such file or folder: '" + folder.resolve("gone.mst") + "'\n");
  }
}
