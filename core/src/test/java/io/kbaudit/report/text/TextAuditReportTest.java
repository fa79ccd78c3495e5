package io.kbaudit.report.text;

import static io.kbaudit.report.text.Screens.ASCII;
import static io.kbaudit.report.text.Screens.COLORED;
import static io.kbaudit.report.text.Screens.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.Golden;
import io.kbaudit.report.Written;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports for people, held to golden files; {@link Golden} says how to write them anew. */
class TextAuditReportTest {
  @ParameterizedTest
  @EnumSource(Case.class)
  void onEachScreenItIsAsItsGoldenFile(Case given) throws IOException {
    Class<?> format = TextAuditReport.class;
    AuditRecord audit = given.audit();

    Golden.assertMatches(format, given.fileName(".txt"), report(audit, UTF_8));
    Golden.assertMatches(
        format, given.fileName(".ascii.txt"), report(audit, ASCII), StandardCharsets.US_ASCII);
    Golden.assertMatches(format, given.fileName(".colored.txt"), report(audit, COLORED));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void colourAddsEscapeSequencesAndNothingElse(Case given) throws IOException {
    String colored = report(given.audit(), COLORED);

    assertThat(colored).contains("\u001B[");
    assertThat(colored.replaceAll("\u001B\\[[0-9]+m", "")).isEqualTo(report(given.audit(), UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void itIsTheSameUnderAnyLocaleAndTimeZone(Case given) throws IOException {
    String here = report(given.audit(), UTF_8);

    assertThat(Written.elsewhere(() -> report(given.audit(), UTF_8))).isEqualTo(here);
  }

  @Test
  void whatAReportIsMadeOfCannotMoveTheScreen() throws IOException {
    String report = report(Case.HOSTILE.audit(), UTF_8);

    assertThat(report.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
    assertThat(report.lines()).noneMatch(line -> line.startsWith("FORGED"));
    assertThat(report.lines()).noneMatch(line -> line.startsWith("PASS"));
  }

  @Test
  void itSumsUpInItsLastLine() throws IOException {
    AuditRecord result = Case.FAIL.audit();

    String report = report(result, UTF_8);

    assertThat(report)
        .endsWith(
            "\n"
                + "NON-COMPLIANT: 13 expected, 1 passed, 12 failed, 0 undecided, 1 unlisted and"
                + " forbidden; not audited: contents (METADATA_ONLY)\n");
    assertThat(report).endsWith(TextAuditReport.summary(result) + "\n");
  }

  @Test
  void anUnlistedFileThatCannotBeReadSaysWhy() throws IOException {
    AuditRecord result =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row("a.msi", 1, "2011-03-10T10:04Z")),
                Given.folder(
                    Given.unreadable("gone", "it is a link that leads nowhere"),
                    Given.unreadable("hidden", "an \u001B[2J answer"),
                    Given.file("readme.txt", 12, "2011-03-10T10:04:00Z"))));

    String report = report(result, UTF_8);

    assertThat(report.lines())
        .contains(
            "  gone        unreadable                        it is a link that leads nowhere",
            "  readme.txt  12 bytes    2011-03-10 10:04 UTC");
    assertThat(report.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
  }

  @Test
  void ofVeryManyFilesTheRestIsCounted() throws IOException {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < 1_300; i++) {
      rows.add(Given.row("Package" + i + ".msi", i, "2011-03-10T10:04Z"));
      files.add(Given.file("Package" + i + ".msi", i, "2011-03-10T10:04:37Z"));
      files.add(Given.file("Unlisted" + i + ".tmp", i, "2009-03-10T10:04:37Z"));
    }

    String report =
        report(AuditRecord.of(Given.audit(Given.article(rows), Given.folder(files))), UTF_8);

    assertThat(report.lines())
        .contains("and 1,100 more files that passed; --verbose lists all")
        .contains("  and 1,280 more files; --verbose lists all");
  }

  @Test
  void toWhomNoChoiceHasANameNoneIsNamed() throws IOException {
    String report = report(Case.FAIL.audit(), TextStyle.plain(StandardCharsets.UTF_8));

    assertThat(report).contains("1 file that the article does not list here: forbidden\n");
  }

  private static String report(AuditRecord result, TextStyle style) throws IOException {
    return Audits.written(new TextAuditReport(style), result);
  }
}
