package io.kbaudit.msi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Windows Installer files that others wrote, from the folder that system property {@code
 * kbaudit.corpus} names, each held to what {@code msiinfo} of msitools said of it.
 */
class CorpusMsiTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("msi");

  /**
   * Read by msiinfo, and yet not sound: its cabinet of 443,299 bytes, as the directory has it, goes
   * on 28,348 bytes behind the end of the file.
   */
  private static final String CUT_AND_READABLE = "lessmsi__VBRuntime.msi";

  private record Truth(String file, Map<String, String> facts) {
    boolean isReadable() {
      return !fact("msiinfo").startsWith("FAIL") && !fact("msiinfo").startsWith("CRASH");
    }

    String fact(String column) {
      return facts.getOrDefault(column, "");
    }

    @Override
    public String toString() {
      return file;
    }
  }

  @BeforeAll
  static void skipAloudWithoutCorpus() {
    if (!Files.isDirectory(CORPUS)) {
      String reason = "SKIPPED: no corpus at " + CORPUS + " (system property kbaudit.corpus)";
      System.out.println(reason);
      abort(reason);
    }
  }

  private static List<Truth> all() throws IOException {
    if (!Files.isDirectory(CORPUS)) {
      return List.of(new Truth("no corpus", Map.of()));
    }
    List<Truth> all = new ArrayList<>();
    List<String> lines = Files.readAllLines(CORPUS.resolve("index.tsv"), UTF_8);
    String[] columns = lines.get(0).split("\t", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      Map<String, String> facts = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        facts.put(columns[i], fields[i]);
      }
      all.add(new Truth(fields[0], facts));
    }
    return all;
  }

  static Stream<Truth> readable() throws IOException {
    return all().stream().filter(Truth::isReadable);
  }

  static Stream<Truth> damaged() throws IOException {
    return all().stream().filter(truth -> !truth.isReadable());
  }

  @Test
  void isWhollyThere() throws IOException {
    assertThat(readable()).hasSize(59);
    assertThat(damaged()).hasSize(7);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void summaryIsAsMsiinfoPrintsIt(Truth truth) throws IOException {
    try (MsiFile msi = open(truth)) {
      SummaryInformation summary = msi.summary();

      String printed = Files.readString(truthOf(truth, "suminfo"), encoding(summary.codepage()));

      assertThat(lines(summary)).containsExactlyElementsOf(printed.lines().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void tablesAndStreamsAreThoseThatMsiinfoLists(Truth truth) throws IOException {
    try (MsiFile msi = open(truth)) {
      List<String> tables = new ArrayList<>(Files.readAllLines(truthOf(truth, "tables"), UTF_8));
      tables.removeAll(List.of("_SummaryInformation", "_ForceCodepage", ""));

      if (msi.kind() == MsiKind.TRANSFORM) {
        tables.clear(); // msiinfo lists the tables that it adds; its streams hold no rows
      }
      assertThat(msi.tableNames()).containsExactlyElementsOf(tables);
      assertThat(msi.streamNames())
          .containsExactlyInAnyOrderElementsOf(
              Files.readAllLines(truthOf(truth, "streams"), UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void rowsAreThoseThatMsiinfoExports(Truth truth) throws IOException {
    try (MsiFile msi = open(truth)) {
      for (String name : List.of("Property", "File", "Component", "MsiPatchMetadata")) {
        Path exported = truthOf(truth, name + ".idt");
        if (Files.exists(exported)) {
          Table table = msi.table(name).orElseThrow();

          assertThat(cells(table))
              .as(name)
              .containsExactlyInAnyOrderElementsOf(exportedCells(exported, truth));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void identityIsAsIndexed(Truth truth) throws IOException {
    MsiInspection inspection = MsiInspection.of(CORPUS.resolve("files").resolve(truth.file()));

    assertThat(inspection.kind()).map(MsiKind::extension).contains(truth.fact("kind"));
    for (String name : List.of("ProductName", "ProductCode", "ProductVersion", "ProductLanguage")) {
      assertThat(inspection.property(name).orElse("")).as(name).isEqualTo(truth.fact(name));
    }
    assertThat(inspection.problems())
        .extracting(MsiProblem::kind)
        .containsExactlyElementsOf(problemsOf(truth.file()));
  }

  /** The corpus has packages without the cabinets that lie beside them. */
  private static List<MsiProblem.Kind> problemsOf(String file) {
    return switch (file) {
      case CUT_AND_READABLE -> List.of(MsiProblem.Kind.TRUNCATED);
      case "wix3__CompressedPackage_expected.msi",
          "wix3__HelloWorldNonAdmin_Readme_External.msi",
          "wix__DecompileNullComponent_example.msi",
          "wix__DecompileSingleFileCompressed64_example.msi" ->
          List.of(MsiProblem.Kind.CABINET_ELSEWHERE);
      default -> List.of();
    };
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void whatMsiinfoCannotReadIsNotSound(Truth truth) throws IOException {
    MsiInspection inspection = MsiInspection.of(CORPUS.resolve("files").resolve(truth.file()));

    assertThat(inspection.sound()).isFalse();
    assertThat(inspection.problems())
        .allSatisfy(
            problem ->
                assertThat(problem.text())
                    .isNotBlank()
                    .doesNotContain("Index", "Exception", "null"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jsign__fuzz-5087868562833408.msi | DAMAGED | its directory goes on in sector 0, which is in"
            + " use already",
        "jsign__fuzz-5968365266993152.msi | DAMAGED | directory entry 1 has a name that goes on"
            + " behind its end",
        "jsign__fuzz-6212931146874880.msi | DAMAGED | its header has the class"
            + " 2,314,885,530,818,453,536, which is 0 in every compound file",
        "jsign__fuzz-6715137639186432.msi | EMPTY | the file is empty",
        "lessmsi__VBRuntime.msi | TRUNCATED | the file ends at byte 2,190,055, but the stream"
            + " 'Disk2.CAB' goes on; 28,348 bytes are missing",
        "wix3__MergeModule.msm | DAMAGED | each line feed in it has a carriage return in front: it"
            + " was sent as text, and its bytes are displaced",
      })
  void damageIsToldInWords(String file, MsiProblem.Kind kind, String text) throws IOException {
    MsiInspection inspection = MsiInspection.of(CORPUS.resolve("files").resolve(file));

    assertThat(inspection.problems()).first().isEqualTo(new MsiProblem(kind, text));
  }

  @ParameterizedTest
  @CsvSource({
    "arm64-multilang.msi, Arm64, '1033, 1031, 1041', MsiPackage",
    "intel64.msi, Intel64, 1033, MsiPackage",
    "cp1251.msi, Intel, 1049, Установщик программы",
    "cp932.msi, Intel, 1041, 日本語インストーラー製品",
    "cp65001.msi, Intel, 0, Ünïcødé 日本 🙂",
    "longrefs-40k.msi, x64, 1033, Many strings",
    "longstring-144k.msi, x64, 1033, Long string",
  })
  void readsWhatNoPublishedFileShows(String file, String platform, String languages, String product)
      throws IOException {
    MsiInspection inspection = MsiInspection.of(CORPUS.resolve("made").resolve(file));

    assertThat(inspection.problems())
        .allSatisfy(
            problem ->
                assertThat(problem.text())
                    .isEqualTo(
                        "its files are in the cabinet 'example.cab' beside it, which is not there"));
    assertThat(inspection.problems())
        .hasSize(Set.of("arm64-multilang.msi", "intel64.msi").contains(file) ? 1 : 0);
    Template template = inspection.summary().flatMap(SummaryInformation::template).orElseThrow();
    assertThat(template.platform()).contains(platform);
    assertThat(template.languages()).hasToString("[" + languages + "]");
    assertThat(inspection.property("ProductName")).contains(product);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp1251.msi", "cp932.msi"})
  void decodesASummaryWithoutCodepageByThatOfTheDatabase(String file) throws IOException {
    MsiInspection inspection = MsiInspection.of(CORPUS.resolve("made").resolve(file));

    SummaryInformation summary = inspection.summary().orElseThrow();
    assertThat(summary.codepage()).isEmpty();
    assertThat(summary.subject()).isEqualTo(inspection.property("ProductName"));
  }

  @Test
  void readsATextOf144KilobytesInTheLayoutOfMsitools() throws IOException {
    try (MsiFile msi = MsiFile.open(CORPUS.resolve("made/longstring-144k.msi"))) {
      Map<String, String> properties = msi.properties();

      assertThat(properties.get("EULA")).hasSize(144_000).endsWith("lorem ipsum ");
      assertThat(properties).containsKeys("ProductName", "ProductCode");
    }
  }

  /** They are a whole sector, and the format allows sectors that are free. */
  @Test
  void saysWhichBytesWereAppendedToASignedPackage() throws IOException {
    MsiInspection inspection = MsiInspection.of(CORPUS.resolve("made/signed-sha384-trailing.msi"));

    assertThat(inspection.problems())
        .extracting(MsiProblem::text)
        .containsExactly(
            "1 sector at its end is free: 4,096 bytes",
            "1 mini sector in it is allocated, and nothing refers to it: 64 bytes",
            "its files are in the cabinet 'example.cab' beside it, which is not there");
    assertThat(inspection.sound()).isTrue();
  }

  private static MsiFile open(Truth truth) throws IOException {
    return MsiFile.open(CORPUS.resolve("files").resolve(truth.file()));
  }

  private static Path truthOf(Truth truth, String what) {
    return CORPUS.resolve("truth").resolve(truth.file() + "." + what);
  }

  /** The summary in the words of msiinfo, which leaves the code page out. */
  private static List<String> lines(SummaryInformation summary) {
    List<String> lines = new ArrayList<>();
    add(lines, "Title", summary.title());
    add(lines, "Subject", summary.subject());
    add(lines, "Author", summary.author());
    add(lines, "Keywords", summary.keywords());
    add(lines, "Comments", summary.comments());
    add(lines, "Template", summary.template().map(Template::text));
    add(lines, "Last author", summary.lastSavedBy());
    add(lines, "Revision number (UUID)", summary.revision());
    add(lines, "Last printed", summary.lastPrinted().map(CorpusMsiTest::time));
    add(lines, "Created", summary.created().map(CorpusMsiTest::time));
    add(lines, "Last saved", summary.lastSaved().map(CorpusMsiTest::time));
    add(lines, "Version", number(summary.pageCount()));
    add(lines, "Source", number(summary.wordCount()));
    add(lines, "Restrict", number(summary.charCount()));
    add(lines, "Application", summary.application());
    add(lines, "Security", number(summary.security()));
    return lines;
  }

  private static void add(List<String> lines, String label, Optional<String> value) {
    value.ifPresent(text -> lines.add(label + ": " + text));
  }

  private static Optional<String> number(OptionalInt number) {
    return number.isPresent()
        ? Optional.of(number.getAsInt() + " (" + Integer.toHexString(number.getAsInt()) + ")")
        : Optional.empty();
  }

  private static String time(Instant time) {
    return DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
        .format(time.atOffset(ZoneOffset.UTC));
  }

  private static Charset encoding(OptionalInt codepage) {
    return codepage.orElse(0) == 65001 ? UTF_8 : Charset.forName("windows-1252");
  }

  private static List<List<String>> cells(Table table) {
    List<List<String>> cells = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        line.add(row.value(i).orElse(""));
      }
      cells.add(line);
    }
    return cells;
  }

  /**
   * An .idt file: three lines of headings, then cells; line breaks and tabs in texts are marked.
   */
  private static List<List<String>> exportedCells(Path file, Truth truth) throws IOException {
    Charset encoding = truth.fact("dbcodepage").equals("65001") ? UTF_8 : ISO_8859_1;
    List<List<String>> cells = new ArrayList<>();
    String text = Files.readString(file, encoding);
    for (String line : text.split("\r\n", -1)) {
      if (!line.isEmpty()) {
        cells.add(
            List.of(line.replace('\u0019', '\n').replace('\u0011', '\r').split("\t", -1)).stream()
                .map(cell -> cell.replace('\u0010', '\t'))
                .toList());
      }
    }
    return cells.subList(3, cells.size());
  }
}
