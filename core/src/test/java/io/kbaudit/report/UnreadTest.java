package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.csv.CsvAuditReport;
import io.kbaudit.report.html.HtmlAuditReport;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.junit.JunitAuditReport;
import io.kbaudit.report.markdown.MarkdownAuditReport;
import io.kbaudit.report.monitoring.NagiosAuditReport;
import io.kbaudit.report.sarif.SarifAuditReport;
import io.kbaudit.report.text.TextAuditReport;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format says how much of an article is unread, and of the first such line why. */
class UnreadTest {
  private static final AuditRecord UNREAD =
      Audits.remarked(
          new ArticleRemark(Kind.ROW_UNREAD, 12, 11, "Rows of no file."),
          new ArticleRemark(Kind.ROW_UNREAD, 40, "Cut off."),
          new ArticleRemark(Kind.COLUMN_UNREAD, 10, "No heading."));

  private static final String METADATA_ONLY = "; not audited: contents (METADATA_ONLY)";
  private static final String COUNTED = "12 lines and 1 column of the article unread";

  static Stream<AuditReport> formatsForPeople() {
    return Stream.of(
        new TextAuditReport(TextStyle.plain(StandardCharsets.UTF_8)),
        new CsvAuditReport(),
        new HtmlAuditReport(),
        new JunitAuditReport(),
        new SarifAuditReport(),
        new MarkdownAuditReport());
  }

  @ParameterizedTest
  @MethodSource("formatsForPeople")
  void itIsCountedAndTheFirstIsNamed(AuditReport format) throws IOException {
    assertThat(oneLine(Audits.written(format, UNREAD)))
        .contains(COUNTED, "ROW_UNREAD", "line 12 and 10 more lines: Rows of no file.");
    assertThat(oneLine(Audits.writtenOfSaved(format, UNREAD)))
        .contains(COUNTED, "line 12 and 10 more lines: Rows of no file.");
  }

  private static String oneLine(String report) {
    return report.replaceAll("&#39;|&apos;|&#x27;", "'").replaceAll("\\s+", " ");
  }

  @Test
  void programsAreToldTheNumbers() throws IOException {
    assertThat(oneLine(Audits.written(new JsonAuditReport(), UNREAD)))
        .contains(
            "\"unreadRows\": 12, \"unreadColumns\": 1,",
            "\"obstacles\": [ \"ROW_UNREAD\" ]",
            "\"text\": \"The article's line 12 and 10 more lines: Rows of no file.\", \"lines\":"
                + " 11");
  }

  @Test
  void oneLineSaysItToo() throws IOException {
    assertThat(Audits.written(new NagiosAuditReport(), UNREAD))
        .startsWith("KBAUDIT UNKNOWN - INDETERMINATE: ")
        .contains("0 unlisted, " + COUNTED + METADATA_ONLY + "; " + COUNTED + " ROW_UNREAD|");
    assertThat(TextAuditReport.summary(UNREAD)).endsWith("0 unlisted, " + COUNTED + METADATA_ONLY);
  }

  @Test
  void whatIsNotUnreadIsNotCounted() {
    assertThat(TextAuditReport.summary(NotGreen.COLUMN_UNREAD.audit()))
        .endsWith("0 unlisted, 1 column of the article unread" + METADATA_ONLY);
    assertThat(TextAuditReport.summary(NotGreen.ROW_UNREAD.audit()))
        .endsWith("0 unlisted, 1 line of the article unread" + METADATA_ONLY);
    assertThat(TextAuditReport.summary(NotGreen.OTHER_THAN_BUNDLED.audit()))
        .endsWith("0 unlisted, text other than the bundled article" + METADATA_ONLY);
    assertThat(
            Stream.of(NotGreen.COLUMN_UNREAD, NotGreen.ROW_UNREAD, NotGreen.OTHER_THAN_BUNDLED)
                .map(NotGreen::audit)
                .flatMap(audit -> Obstacle.of(audit.places().get(0)).stream()))
        .isEqualTo(List.of(Obstacle.ROW_UNREAD, Obstacle.ROW_UNREAD, Obstacle.OTHER_THAN_BUNDLED));
  }
}
