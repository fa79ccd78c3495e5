package io.kbaudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The picture of dates. */
class TimelineTest {
  private static final Instant LISTED = Instant.parse("2011-03-10T10:04:00Z");

  @Test
  void aDateThatAgreesIsALineStraightDownAndOneThatFailsIsNot() {
    Timeline timeline =
        timeline(
            AuditPolicy.asPrinted(),
            Given.file("0.msi", 1, "2011-03-10T10:04:30Z"),
            Given.file("1.msi", 1, "2010-03-10T10:04:30Z"));

    assertThat(timeline.lines()).hasSize(2);
    assertThat(timeline.lines().get(0))
        .matches(line -> line.mark() == Mark.PASSED && line.listed().equals(line.found()));
    assertThat(timeline.lines().get(1))
        .matches(line -> line.mark() == Mark.FAILED && !line.listed().equals(line.found()));
  }

  @Test
  void localTimesAreDrawnWhereTheyTrulyAre() {
    Timeline timeline =
        timeline(
            AuditPolicy.asPrinted().withSourceZone(ZoneId.of("America/Los_Angeles")),
            Given.file("0.msi", 1, "2011-03-10T02:04:30Z"));

    assertThat(timeline.lines()).allMatch(line -> line.listed().equals(line.found()));
  }

  @Test
  void itStaysSmallHoweverManyDatesThereAre() {
    ObservedFile[] files = new ObservedFile[5_000];
    for (int i = 0; i < files.length; i++) {
      Instant time = LISTED.minus((i * 7_919L) % 5_000, ChronoUnit.DAYS);
      files[i] = Given.file(i + ".msi", 1, time);
    }

    Timeline timeline = timeline(AuditPolicy.asPrinted(), files);

    assertThat(timeline.lines()).hasSizeBetween(100, 1_024);
    assertThat(timeline.counts()).containsEntry(Mark.FAILED, 4_999).containsEntry(Mark.PASSED, 1);
  }

  @Test
  void thereIsNoneWhereNoFileHasBothDates() {
    FolderRecord place = place(AuditPolicy.asPrinted(), 1, Given.folder());

    assertThat(Timeline.of(place, Overview.of(place))).isEqualTo(Optional.empty());
  }

  private static Timeline timeline(AuditPolicy policy, ObservedFile... files) {
    FolderRecord place = place(policy, files.length, Given.folder(files));
    return Timeline.of(place, Overview.of(place)).orElseThrow();
  }

  private static FolderRecord place(AuditPolicy policy, int rows, Inventory folder) {
    List<ExpectedFile> listed = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      listed.add(Given.row(i + ".msi", 1, "2011-03-10T10:04Z"));
    }
    return AuditRecord.of(Given.audit(Given.article(listed), folder, policy)).places().get(0);
  }
}
