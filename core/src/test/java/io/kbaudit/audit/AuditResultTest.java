package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditResultTest {
  private static final int ROWS = 500;

  @Test
  void asTextItHasCountsAndNotEveryFile() {
    AuditResult result = auditOfManyFiles();
    DeploymentResult deployment =
        new DeploymentResult(result.request().article(), List.of(result, result), List.of());

    assertThat(result.toString())
        .contains("INDETERMINATE", "passed=0", "undecided=500", "0 unlisted")
        .hasSizeLessThan(200);
    assertThat(result.request().toString()).hasSizeLessThan(500);
    assertThat(deployment.toString())
        .contains("INDETERMINATE", "undecided=1000", "2 locations")
        .hasSizeLessThan(200);
  }

  @Test
  void placesOfAnotherArticleAreRefusedInOneLine() {
    AuditResult result = auditOfManyFiles();
    Article another = Given.article(Given.row("b.msi", 1, ""));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeploymentResult(another, List.of(result), List.of()))
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
  }

  private static AuditResult auditOfManyFiles() {
    List<ExpectedFile> rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> Given.row("file" + i + ".msi", 100 + i, "2011-03-10T10:04Z"))
            .toList();
    List<ObservedFile> files =
        IntStream.range(0, ROWS)
            .mapToObj(i -> Given.unreadable("file" + i + ".msi", "it is locked"))
            .toList();
    return Given.audit(Given.article(rows), Given.folder(files));
  }
}
