package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.AuditResultAssert;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Articles and folders far larger than any known. The campaign also prints how the time grows:
 * {@code mvn -pl core test -Pcampaign}.
 */
class ScaleTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final Instant OBSERVED = Instant.parse("2011-03-10T10:04:37Z");

  @Test
  void amongAHundredThousandFilesEachOfTenThousandRowsFindsItsOwn() {
    AuditResult result = audit(10_000, 100_000);

    assertFindings(result, 10_000, 100_000);
  }

  @Test
  @Tag("campaign")
  void amongAMillionFilesEachOfAHundredThousandRowsFindsItsOwn() {
    audit(10_000, 100_000);
    long tenth = millisOf(10_000, 100_000);
    long whole = millisOf(100_000, 1_000_000);

    System.out.printf(
        Locale.ROOT,
        "matching 10,000 rows and 100,000 files: %,d ms; ten times as many of both: %,d ms, %.1f"
            + " times as long%n",
        tenth,
        whole,
        (double) whole / tenth);
  }

  private static long millisOf(int rows, int files) {
    Article article = article(rows);
    Inventory folder = folder(rows, files);
    long start = System.nanoTime();

    AuditResult result = Given.audit(article, folder);

    long millis = (System.nanoTime() - start) / 1_000_000;
    assertFindings(result, rows, files);
    return millis;
  }

  private static AuditResult audit(int rows, int files) {
    return Given.audit(article(rows), folder(rows, files));
  }

  /** Of any hundred rows, number 3 is cut; no two list the same size. */
  private static Article article(int rows) {
    List<ExpectedFile> listed = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      listed.add(
          i % 100 == 3
              ? Given.cutRow("Package" + i + "x", size(i), LISTED)
              : Given.row("Package" + i + "x.msi", size(i), LISTED));
    }
    return Given.article(listed);
  }

  /** Of any hundred rows' files, number 0 is missing, 1 renamed, 4 and 5 swapped. */
  private static Inventory folder(int rows, int files) {
    List<ObservedFile> observed = new ArrayList<>(files);
    for (int i = 0; i < rows; i++) {
      switch (i % 100) {
        case 0 -> {}
        case 1 -> observed.add(Given.file("Renamed" + i + ".msi", size(i), OBSERVED));
        case 3 -> observed.add(Given.file("Package" + i + "xyz.msi", size(i), OBSERVED));
        case 4 -> observed.add(Given.file("Package" + (i + 1) + "x.msi", size(i), OBSERVED));
        case 5 -> observed.add(Given.file("Package" + (i - 1) + "x.msi", size(i), OBSERVED));
        default -> observed.add(Given.file("PACKAGE" + i + "X.MSI", size(i), OBSERVED));
      }
    }
    for (int i = observed.size(); i < files; i++) {
      observed.add(Given.file("other/Unlisted" + i + ".tmp", size(i) + 1, OBSERVED));
    }
    return Given.folder(observed);
  }

  private static long size(int i) {
    return 1_000 + 2L * i;
  }

  private static void assertFindings(AuditResult result, int rows, int files) {
    AuditResultAssert expected = assertThatAudit(result);
    for (int i = 0; i < rows; i += 100) {
      expected
          .fails("Package" + i + "x.msi", Check.PRESENCE, Cause.MISSING)
          .fails("Package" + (i + 1) + "x.msi", Check.NAME, Cause.RENAMED)
          .fails("Package" + (i + 4) + "x.msi", Check.NAME, Cause.SWAPPED)
          .fails("Package" + (i + 5) + "x.msi", Check.NAME, Cause.SWAPPED);
    }
    expected.andNothingElse();
    assertThat(result.tally().count(FileResult.PASS)).isEqualTo(rows / 100 * 96);
    assertThat(result.unlisted()).hasSize(files - rows + rows / 100);
  }
}
