package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Most dates of a folder may be off by the same whole hours: a zone's offset, and said once. */
class ZoneShiftTest {
  private static final Instant ON_TIME = Instant.parse("2011-03-10T10:04:30Z");

  @Test
  void mostOfAllDatesAreSaidToBeShifted() {
    assertThat(said(2, 2)).singleElement().asString().startsWith("All 2 dates are 2 h later ");
    assertThat(said(2, 2, 5)).singleElement().asString().startsWith("2 of 3 dates are 2 h later ");
  }

  @Test
  void oneDateIsNotMany() {
    assertThat(said(2)).isEmpty();
  }

  @Test
  void halfOfTheDatesAreNotMost() {
    assertThat(said(2, 2, 5, 7)).isEmpty();
  }

  @Test
  void whereADateAgreesNoneIsShifted() {
    assertThat(said(2, 2, 2, 0)).isEmpty();
  }

  private static List<String> said(int... hoursLate) {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < hoursLate.length; i++) {
      String name = "file" + i + ".msi";
      rows.add(Given.row(name, 100 + i, "2011-03-10T10:04Z"));
      files.add(Given.file(name, 100 + i, ON_TIME.plus(Duration.ofHours(hoursLate[i]))));
    }
    Article article = Given.article(rows);
    return Given.audit(article, Given.folder(files)).remarks().stream()
        .filter(remark -> remark.id().equals(Remark.Kind.WHOLE_ZONE_OFFSET.name()))
        .map(Remark::text)
        .toList();
  }
}
