package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which branch a version is of, by what articles list, and by what Microsoft says of Windows. */
class ServiceBranchesTest {
  private static final ServiceBranches NO_ROWS = ServiceBranches.of(List.of());

  /** Windows 7 SP1 goes on to 24xxx, where one build is of both branches. */
  @ParameterizedTest(name = "{0} is of {1}")
  @CsvSource({
    "6.1.7601.15999,",
    "6.1.7601.16000, GDR",
    "6.1.7601.19999, GDR",
    "6.1.7601.20000, LDR",
    "6.1.7601.23999, LDR",
    "6.1.7601.24000,",
    "9.0.8112.16421, GDR",
    "6.3.9600.17000,",
    "13.0.5108.50,"
  })
  void buildsOfWindowsTellTheirBranchByTheirRevision(String version, String branch) {
    assertThat(NO_ROWS.kindOf(version(version))).isEqualTo(Optional.ofNullable(branch));
  }

  /** The article lists 5100 to 5200 of GDR and 5600 to 5700 of LDR. */
  @ParameterizedTest(name = "13.0.{0}.0 is of {1}")
  @CsvSource({
    "5099, GDR",
    "5100, GDR",
    "5150, GDR",
    "5200, GDR",
    "5201,",
    "5599,",
    "5600, LDR",
    "5700, LDR",
    "5701, LDR",
    "9000, LDR"
  })
  void rowsOfBothBranchesShowTheNumbersOfEach(String build, String branch) {
    for (ServiceBranches branches :
        List.of(
            listing("5100 GDR", "5200 GDR", "5600 QFE", "5700 QFE"),
            listing("5700 QFE", "5600 QFE", "5200 GDR", "5150 GDR", "5100 GDR"))) {
      assertThat(branches.kindOf(version("13.0." + build + ".0")))
          .isEqualTo(Optional.ofNullable(branch));
    }
  }

  /** As those of Windows XP, which has the same number in a folder of each branch. */
  @Test
  void branchesThatShareNumbersShowNothing() {
    assertThat(listing("5100 GDR", "5600 GDR", "5600 QFE").kindOf(version("13.0.5100.0")))
        .isEmpty();
    assertThat(listing("5600 QFE", "5100 GDR", "5600 GDR").kindOf(version("13.0.5600.0")))
        .isEmpty();
  }

  @Test
  void rowsOfOneBranchShowNothing() {
    assertThat(listing("5100 GDR", "5200 GDR").kindOf(version("13.0.5100.0"))).isEmpty();
  }

  @Test
  void aRowIsOfTheBranchThatItPrintsElseOfTheOneThatItsVersionTells() {
    assertThat(NO_ROWS.kindOf(row("6.1.7601.18000", "QFE"))).contains("LDR");
    assertThat(NO_ROWS.kindOf(row("6.1.7601.18000", "LDR"))).contains("LDR");
    assertThat(NO_ROWS.kindOf(row("6.1.7601.18000", "GDR"))).contains("GDR");
    assertThat(NO_ROWS.kindOf(row("6.1.7601.22000", ""))).contains("LDR");
    assertThat(NO_ROWS.kindOf(row("1.2.3.4", ""))).isEmpty();
    assertThat(NO_ROWS.kindOf(row("none", ""))).isEmpty();
  }

  /** A service pack need not have what was later fixed for the one before it. */
  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "5.1.2600.1105, 5.1.2600.1106",
    "5.1.2600.2179, 5.1.2600.2180",
    "5.1.2600.5511, 5.1.2600.5512",
    "5.2.3790.1829, 5.2.3790.1830",
    "5.2.3790.3958, 5.2.3790.3959",
    "6.1.7600.16385, 6.1.7601.17514",
    "10.0.10240.16384, 10.0.14393.0",
    "10.0.9000.0, 10.0.10240.0",
    "6.0.1.2, 6.1.1.2",
    "6.1.1.2, 7.1.1.2"
  })
  void versionsOfDifferentProductLinesAreNotCompared(String listed, String version) {
    assertThat(NO_ROWS.unlike(row(listed, ""), version(version)))
        .contains(
            version
                + " is of another product line than the listed "
                + listed
                + ", whatever is higher");
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "5.1.2600.1106, 5.1.2600.2179",
    "5.2.3790.3959, 5.2.3790.9999",
    "10.0.14393.0, 10.0.14393.9999",
    "10.0.10239.0, 10.0.9000.0",
    "11.0.14393.0, 11.0.15063.0",
    "13.0.5100.0, 13.0.5600.0"
  })
  void versionsOfOneProductLineAreComparedWhereNoBranchIsKnown(String listed, String version) {
    assertThat(NO_ROWS.unlike(row(listed, ""), version(version))).isEmpty();
  }

  @Test
  void anotherBranchIsNamedWithWhatTellsTheRows() {
    assertThat(NO_ROWS.unlike(row("6.1.7601.18000", "GDR"), version("6.1.7601.22000")))
        .contains(
            "6.1.7601.22000 is of the service branch LDR, and the row, 6.1.7601.18000, of GDR");
    assertThat(NO_ROWS.unlike(row("6.1.7601.18000", ""), version("6.1.7601.22000")))
        .contains(
            "6.1.7601.22000 is of the service branch LDR, and the row, 6.1.7601.18000, by its"
                + " number of GDR");
    assertThat(NO_ROWS.unlike(row("2.0.50727.5653", "QFE"), version("2.0.50727.8000")))
        .contains(
            "2.0.50727.8000 does not tell of which service branch it is, and the row,"
                + " 2.0.50727.5653, of LDR");
  }

  /** One build of both branches is above either: 24000 is the first. */
  @Test
  void buildsOfWindows7ThatAreOfBothBranchesAreComparedWithEither() {
    assertThat(NO_ROWS.unlike(row("6.1.7601.18000", "GDR"), version("6.1.7601.24000"))).isEmpty();
    assertThat(NO_ROWS.unlike(row("6.1.7601.22000", "LDR"), version("6.1.7601.24000"))).isEmpty();
    assertThat(NO_ROWS.unlike(row("6.2.9200.16384", "GDR"), version("6.2.9200.24000"))).isPresent();
  }

  /** Branches that share numbers: above the highest of both, a file has what either has. */
  @Test
  void whatIsAboveTheRowsOfBothBranchesIsComparedWithEither() {
    ServiceBranches branches = listing("5100 GDR", "5600 GDR", "5600 QFE", "5650 QFE");
    ExpectedFile general = row("13.0.5600.0", "GDR");

    assertThat(branches.unlike(general, version("13.0.5651.0"))).isEmpty();
    assertThat(branches.unlike(general, version("13.0.5650.0"))).isPresent();
    assertThat(branches.unlike(general, version("13.0.5601.0"))).isPresent();
    assertThat(listing("5100 GDR", "5600 GDR").unlike(general, version("13.0.5651.0"))).isPresent();
  }

  /** Returns what rows show of which this is the third part of the version, and the branch. */
  private static ServiceBranches listing(String... rows) {
    return ServiceBranches.of(
        Stream.of(rows)
            .map(row -> row.split(" ", -1))
            .map(parts -> row("13.0." + parts[0] + ".0", parts[1]))
            .toList());
  }

  private static ExpectedFile row(String version, String branch) {
    return ExpectedFile.of(
            1,
            1,
            ListedName.whole(FileName.of("a.dll")),
            new PrintedRow("a.dll", "", "", "", "", ""))
        .version(Optional.of(version))
        .build()
        .withVariant(
            new Variant(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(branch).filter(text -> !text.isEmpty())));
  }

  private static FileVersion version(String text) {
    return FileVersion.find(text).orElseThrow();
  }
}
