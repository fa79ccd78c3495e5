package io.kbaudit.report.text;

import static io.kbaudit.report.text.Screens.ASCII;
import static io.kbaudit.report.text.Screens.COLORED;
import static io.kbaudit.report.text.Screens.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.kbaudit.report.Golden;
import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.InspectionPart;
import io.kbaudit.report.Schemas;
import io.kbaudit.report.Written;
import io.kbaudit.report.csv.CsvInspectionReport;
import io.kbaudit.report.json.JsonInspectionReport;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Inspections as text and JSON, held to golden files; {@link Golden} says how to write them. */
class InspectionReportTest {
  private static final Set<InspectionPart> MAIN_POINTS = Set.of();
  private static final Set<InspectionPart> ALL = EnumSet.allOf(InspectionPart.class);

  @ParameterizedTest
  @EnumSource(InspectionCase.class)
  void asTextItIsAsItsGoldenFiles(InspectionCase given) throws IOException {
    InspectedFiles inspected = given.inspected();

    Golden.assertMatches(
        TextInspectionReport.class, given.fileName(".txt"), text(inspected, UTF_8, MAIN_POINTS));
    Golden.assertMatches(
        TextInspectionReport.class,
        given.fileName(".ascii.txt"),
        text(inspected, ASCII, MAIN_POINTS),
        StandardCharsets.US_ASCII);
    Golden.assertMatches(
        TextInspectionReport.class,
        given.fileName(".colored.txt"),
        text(inspected, COLORED, MAIN_POINTS));
    Golden.assertMatches(
        TextInspectionReport.class, given.fileName(".all.txt"), text(inspected, UTF_8, ALL));
  }

  /** The hostile one's would take megabytes; it is read back instead. */
  @ParameterizedTest
  @EnumSource(value = InspectionCase.class, mode = Mode.EXCLUDE, names = "HOSTILE")
  void asJsonItIsAsItsGoldenFile(InspectionCase given) throws IOException {
    String report = json(given.inspected(), MAIN_POINTS);

    Golden.assertMatches(JsonInspectionReport.class, given.fileName(".json"), report);
    assertThat(json(given.inspected(), ALL)).isEqualTo(report);
  }

  @ParameterizedTest
  @EnumSource(InspectionCase.class)
  void itIsTheSameUnderAnyLocaleAndTimeZone(InspectionCase given) throws IOException {
    InspectedFiles inspected = given.inspected();
    String text = text(inspected, UTF_8, ALL);
    String json = json(inspected, ALL);

    assertThat(Written.elsewhere(() -> text(inspected, UTF_8, ALL))).isEqualTo(text);
    assertThat(Written.elsewhere(() -> json(inspected, ALL))).isEqualTo(json);
  }

  @ParameterizedTest
  @EnumSource(InspectionCase.class)
  void colourAddsEscapeSequencesAndNothingElse(InspectionCase given) throws IOException {
    String colored = text(given.inspected(), COLORED, ALL);

    assertThat(colored).contains("\u001B[");
    assertThat(colored.replaceAll("\u001B\\[[0-9]+m", ""))
        .isEqualTo(text(given.inspected(), UTF_8, ALL));
  }

  @ParameterizedTest
  @EnumSource(value = InspectionCase.class, mode = Mode.EXCLUDE, names = "HOSTILE")
  void asCsvItIsAsItsGoldenFile(InspectionCase given) throws IOException {
    Golden.assertMatches(CsvInspectionReport.class, given.fileName(".csv"), csv(given.inspected()));
  }

  @Test
  void eachFileIsOneLineOfCsvAndNoFormula() throws IOException {
    String csv = csv(InspectionCase.HOSTILE.inspected());

    assertThat(csv.lines()).hasSize(2);
    assertThat(csv.replace("\r\n", "").codePoints()).allMatch(Printable::isPrintable);
    assertThat(csv(InspectionCase.PROGRAMS.inspected())).contains("'=1+1").doesNotContain(",=1+1");
  }

  @Test
  void whatAFileSaysCannotMoveOrFloodTheScreen() throws IOException {
    String text = text(InspectionCase.HOSTILE.inspected(), UTF_8, ALL);
    String json = json(InspectionCase.HOSTILE.inspected(), ALL);

    assertThat(text.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
    assertThat(json.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
    assertThat(text.lines()).noneMatch(line -> line.matches("(PASS|SOUND|b' ).*"));
    assertThat(text).contains("(1,080,000 characters)").hasSizeLessThan(5_000);
  }

  @Test
  void whatAFileSaysComesBackFromJsonAsItIs() throws IOException {
    InspectedFiles.InspectedPackage file =
        (InspectedFiles.InspectedPackage) InspectionCase.HOSTILE.inspected().files().get(0);
    byte[] encoded = json(InspectionCase.HOSTILE.inspected(), ALL).getBytes(StandardCharsets.UTF_8);

    String report = new String(encoded, StandardCharsets.UTF_8);

    for (var property : file.inspection().properties().entrySet()) {
      assertThat(valueOf(property.getKey(), report)).isEqualTo(property.getValue());
    }
    assertThat(valueOf("path", report)).isEqualTo(file.path());
  }

  @Test
  void onlyTheChosenPartsAreWritten() throws IOException {
    InspectedFiles inspected = InspectionCase.SOUND.inspected();

    String text = text(inspected, UTF_8, Set.of(InspectionPart.TABLES));
    String json = json(inspected, Set.of(InspectionPart.TABLES));

    assertThat(text)
        .contains("  Tables\n    File         1 row\n    Property     7 rows\n")
        .contains("    _Validation  1,234 rows\n")
        .doesNotContain("Summary", "Properties");
    assertThat(json)
        .contains("\"kind\"", "\"sound\"", "\"problems\"", "\"tables\"")
        .doesNotContain("\"summary\"", "\"properties\"");
  }

  @Test
  void ofManyPropertiesTheIdentityIsShownAndTheRestCounted() throws IOException {
    String text = text(InspectionCase.SOUND.inspected(), UTF_8, MAIN_POINTS);

    assertThat(text)
        .contains("    ProductVersion   8.0.1.2\n")
        .contains("    and 1 more; --properties shows all\n")
        .doesNotContain("ALLUSERS");
  }

  private static String text(InspectedFiles inspected, TextStyle style, Set<InspectionPart> parts)
      throws IOException {
    return Written.by(out -> new TextInspectionReport(style, parts).write(inspected, out));
  }

  private static String csv(InspectedFiles inspected) throws IOException {
    return Written.by(out -> new CsvInspectionReport().write(inspected, out));
  }

  private static String json(InspectedFiles inspected, Set<InspectionPart> parts)
      throws IOException {
    return Schemas.valid(
        "inspection", Written.by(out -> new JsonInspectionReport(parts).write(inspected, out)));
  }

  /** Reads with a parser, so that what it returns is what a user's tools see. */
  private static String valueOf(String field, String report) throws IOException {
    JsonFactory factory = new JsonFactory();
    factory.setStreamReadConstraints(
        StreamReadConstraints.builder().maxNameLength(Integer.MAX_VALUE).build());
    try (JsonParser json = factory.createParser(report)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && field.equals(json.currentName())) {
          return json.getText();
        }
      }
    }
    throw new AssertionError("no field " + field);
  }
}
