package io.kbaudit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.article.ArticleGaps;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Given;
import io.kbaudit.report.Audits;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.SavedAudit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditRecordTest {
  private static final AuditResult LATER =
      Given.audit(
          Given.article(Given.row("Alpha.msi", 5, "2011-03-10T10:04Z")),
          Given.folder(Given.file("Alpha.msi", 5, "2012-01-01T00:00:00Z")));

  @Test
  void ofOneResultRecordsAreEqual() {
    AuditRecord record = AuditRecord.of(LATER);

    assertThat(record).isEqualTo(AuditRecord.of(LATER)).hasSameHashCodeAs(AuditRecord.of(LATER));
  }

  @Test
  void ofOneSavedAuditRecordsAreEqual() throws IOException {
    byte[] json =
        Audits.written(new JsonAuditReport(), AuditRecord.of(LATER))
            .getBytes(StandardCharsets.UTF_8);

    try (SavedAudit one = SavedAudit.copied(new ByteArrayInputStream(json), "one.json");
        SavedAudit other = SavedAudit.copied(new ByteArrayInputStream(json), "other.json")) {
      assertThat(one.audit()).isEqualTo(other.audit()).hasSameHashCodeAs(other.audit());
    }
  }

  @Test
  void ofAnotherFileTheRecordIsAnother() {
    AuditResult evenLater =
        Given.audit(
            Given.article(Given.row("Alpha.msi", 5, "2011-03-10T10:04Z")),
            Given.folder(Given.file("Alpha.msi", 5, "2012-01-01T00:00:01Z")));

    assertThat(AuditRecord.of(LATER)).isNotEqualTo(AuditRecord.of(evenLater));
  }

  @Test
  void veryManyFilesAreCountedWhereItIsPrinted() {
    AuditRecord record = Audits.ofManyFailing(100_000, number -> {});

    assertThat(record.toString()).hasSizeLessThan(2_000).contains("failed=100000");
  }

  @Test
  void beforeEachFileTheActionIsRun() {
    List<String> done = new ArrayList<>();
    AuditRecord record = AuditRecord.of(LATER).beforeEachFile(() -> done.add("action"));

    record.places().get(0).files().forEach(file -> done.add(file.listed().printedName()));

    assertThat(done).containsExactly("action", "Alpha.msi");
    assertThat(record).isEqualTo(AuditRecord.of(LATER));
  }

  @Test
  void anAuditOfNoPlaceIsRefused() {
    AuditRecord record = AuditRecord.of(LATER);

    assertThatThrownBy(
            () ->
                new AuditRecord(record.toolVersion(), record.article(), List.of(), true, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAuditWhosePlacesAreOfAnotherArticleIsRefused() {
    AuditRecord record = AuditRecord.of(LATER);
    ArticleRecord unread =
        new ArticleRecord(
            record.article().id(),
            record.article().title(),
            record.article().source(),
            new ArticleGaps(3, 0, false));

    assertThatThrownBy(
            () ->
                new AuditRecord(
                    record.toolVersion(), unread, record.places(), false, record.unaudited()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "of one article ArticleGaps[lines=0, columns=0, otherThanBundled=false] and"
                + " ArticleGaps[lines=3, columns=0, otherThanBundled=false]");
  }
}
