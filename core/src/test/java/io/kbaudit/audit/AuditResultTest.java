package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditResultTest {
  private static final int ROWS = 500;

  private static final String ON_TIME = "2011-03-10T10:04:00Z";

  private static final ExpectedFile ALPHA = Given.row("Alpha.msi", 100, "2011-03-10T10:04Z");

  private static final ExpectedFile BETA = Given.row("Beta.msi", 200, "2011-03-10T10:04Z");

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

  @Test
  void aBaselineIsMadeOfWhatPassesAndIsPartialWhereTheOthersAreNot() {
    Article article = Given.article(ALPHA, BETA);
    ObservedFile alpha = Given.hashed(Given.file("Alpha.msi", 100, ON_TIME), 'a');
    ObservedFile beta = Given.hashed(Given.file("Beta.msi", 200, ON_TIME), 'b');

    assertThat(Given.audit(article, Given.folder(alpha)).baselineOfPassing("ours"))
        .hasValueSatisfying(
            some -> {
              assertThat(some.partial()).isTrue();
              assertThat(some.files()).extracting(BaselineFile::row).containsExactly(1);
            });
    assertThat(Given.audit(article, Given.folder(alpha, beta)).baselineOfPassing("ours"))
        .hasValueSatisfying(
            all -> {
              assertThat(all.partial()).isFalse();
              assertThat(all.files()).extracting(BaselineFile::row).containsExactly(1, 2);
            });
    assertThat(Given.audit(article, Given.folder()).baselineOfPassing("ours")).isEmpty();
  }

  @Test
  void aBaselineNamesWhatAPackageCallsItself() {
    MsiInspection named =
        Given.stating(
            Given.withCode(Given.packageNamed("Alpha")),
            Map.of(
                "ProductCode", "{11111111-0000-0000-0000-000000000000}",
                "UpgradeCode", "{22222222-0000-0000-0000-000000000000}",
                "ProductName", "Alpha",
                "Manufacturer", "Contoso"));
    ObservedFile alpha = Given.hashed(Given.file("Alpha.msi", 100, ON_TIME, named), 'a');

    assertThat(Given.audit(Given.article(ALPHA), Given.folder(alpha)).baseline("ours").files())
        .extracting(BaselineFile::codes)
        .containsExactly(
            new BaselineFile.Codes(
                Optional.of("{6F9B5694-F0F1-437C-919B-0D2DAF2D9DEA}"),
                Optional.of("{11111111-0000-0000-0000-000000000000}"),
                Optional.of("{22222222-0000-0000-0000-000000000000}"),
                Optional.of("Alpha"),
                Optional.of("Contoso")));
  }

  @Test
  void aDamagedFileSetsNoStandardThoughNobodyAskedWhetherItIsSound() {
    AuditResult result = auditOfDamagedFile();

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.unsound()).isEqualTo(result.files().subList(0, 1));
    assertThatIllegalStateException()
        .isThrownBy(() -> result.baseline("ours"))
        .withMessageContaining("not sound");
  }

  @Test
  void aDamagedFileThatIsAcceptedSetsAStandardThatSaysSo() {
    assertThat(auditOfDamagedFile().baseline("ours", UnsoundFiles.ACCEPT).files())
        .extracting(BaselineFile::damage)
        .containsExactly(Optional.of("it ends early"), Optional.empty());
  }

  /** Of two files the first is damaged, and the policy asks for names and sizes alone. */
  private static AuditResult auditOfDamagedFile() {
    MsiInspection torn =
        Given.packageWith(new MsiProblem(MsiProblem.Kind.TRUNCATED, "it ends early"));
    return Given.audit(
        Given.article(ALPHA, BETA),
        Given.folder(
            Given.hashed(Given.file("Alpha.msi", 100, ON_TIME, torn), 'a'),
            Given.hashed(Given.file("Beta.msi", 200, ON_TIME), 'b')),
        AuditPolicy.asPrinted().withChecks(Set.of(Check.PRESENCE, Check.NAME, Check.SIZE)));
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
