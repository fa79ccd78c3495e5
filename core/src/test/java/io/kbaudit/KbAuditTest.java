package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, on real files of the listed sizes and dates. */
class KbAuditTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  @Test
  void theExtractedRollupIsCompliant(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);

    AuditResult result = KbAudit.asPrinted().audit(ARTICLE, folder);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.tally().count(FileResult.PASS)).isEqualTo(22);
  }

  @Test
  void laterFilesFailAsPrintedAndPassOrLater(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().with(Defect.everythingShifted(Duration.ofDays(365))).writeTo(folder);

    assertThat(KbAudit.asPrinted().audit(ARTICLE, folder).verdict())
        .isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(KbAudit.orLater().audit(ARTICLE, folder).verdict()).isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void aPlaceIsHeldToTheRowsThatBelongThere(@TempDir Path folder) throws IOException {
    Profile profile = BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();
    Location dns = profile.location("dns").orElseThrow();
    Kb2492954.file("DNSClient.msi").toFixture().writeTo(folder.resolve("DNSClient.msi"));

    AuditResult result = KbAudit.orLater().audit(ARTICLE, profile, dns, folder);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.files()).hasSize(1);
  }

  @Test
  void aPolicyOfOnesOwnHolds(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    Files.writeString(folder.resolve("readme.txt"), "unlisted");
    AuditPolicy policy = AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL);

    AuditResult result = KbAudit.with(policy).audit(ARTICLE, folder);

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.tally().count(FileResult.FAIL)).isZero();
    assertThat(result.unlisted()).hasSize(1);
  }

  @Test
  void aMissingFolderHasNoVerdict(@TempDir Path folder) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> KbAudit.asPrinted().audit(ARTICLE, folder.resolve("missing")));
  }
}
