package io.kbaudit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.report.InspectedFiles;
import io.kbaudit.report.InspectionPart;
import io.kbaudit.report.csv.CsvInspectionReport;
import io.kbaudit.report.json.JsonInspectionReport;
import io.kbaudit.report.text.TextInspectionReport;
import io.kbaudit.report.text.TextStyle;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;

/** What is shown of made-up input, in every format. */
public final class Shown {
  private Shown() {}

  /** Asserts that an inspection can be reported, and its reports be printed. */
  public static void assertReportable(InspectedFiles.Inspected file) throws IOException {
    InspectedFiles files = new InspectedFiles(List.of(file), List.of());
    StringWriter all = new StringWriter();
    new TextInspectionReport(TextStyle.plain(UTF_8), EnumSet.allOf(InspectionPart.class))
        .write(files, all);
    new JsonInspectionReport(EnumSet.allOf(InspectionPart.class)).write(files, all);
    new CsvInspectionReport().write(files, all);
    assertPrintable(all.toString());
  }

  /** Asserts that all of {@code text} but its line ends can be printed. */
  public static void assertPrintable(String text) {
    assertThat(
            text.codePoints()
                .filter(c -> c != '\n' && c != '\r' && !Printable.isPrintable(c))
                .mapToObj(Character::getName))
        .isEmpty();
  }
}
