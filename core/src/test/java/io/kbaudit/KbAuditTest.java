package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.article.Article;
import io.kbaudit.article.BundledArticles;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, on real files of the listed sizes and dates. */
class KbAuditTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  @Test
  void theExtractedRollupIsCompliant(@TempDir Path folder) throws IOException {
    for (ExpectedFile row : ARTICLE.rows()) {
      write(row, folder);
    }

    AuditResult result = KbAudit.asPrinted().audit(ARTICLE, folder);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.count(FileResult.PASS)).isEqualTo(22);
  }

  @Test
  void laterFilesFailAsPrintedAndPassOrLater(@TempDir Path folder) throws IOException {
    for (ExpectedFile row : ARTICLE.rows()) {
      Path file = write(row, folder);
      FileTime listed = Files.getLastModifiedTime(file);
      Files.setLastModifiedTime(file, FileTime.from(listed.toInstant().plus(Duration.ofDays(365))));
    }

    assertThat(KbAudit.asPrinted().audit(ARTICLE, folder).verdict())
        .isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(KbAudit.orLater().audit(ARTICLE, folder).verdict()).isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void aPlaceIsHeldToTheRowsThatBelongThere(@TempDir Path folder) throws IOException {
    Profile profile = BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();
    Location dns = profile.location("dns").orElseThrow();
    write(dns.rowsOf(ARTICLE).get(0), folder);

    AuditResult result = KbAudit.orLater().audit(ARTICLE, profile, dns, folder);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.files()).hasSize(1);
  }

  @Test
  void aPolicyOfOnesOwnHolds(@TempDir Path folder) throws IOException {
    for (ExpectedFile row : ARTICLE.rows()) {
      write(row, folder);
    }
    Files.writeString(folder.resolve("readme.txt"), "unlisted");
    AuditPolicy policy = AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL);

    AuditResult result = KbAudit.with(policy).audit(ARTICLE, folder);

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.count(FileResult.FAIL)).isZero();
    assertThat(result.unlisted()).hasSize(1);
  }

  @Test
  void aMissingFolderHasNoVerdict(@TempDir Path folder) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> KbAudit.asPrinted().audit(ARTICLE, folder.resolve("missing")));
  }

  /** Writes a file of the row's name, size and date, half a minute into its minute. */
  private static Path write(ExpectedFile row, Path folder) throws IOException {
    Path path = folder.resolve(row.name().best().spelling());
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(row.size().orElseThrow().exactBytes().orElseThrow());
    }
    return Files.setLastModifiedTime(
        path, FileTime.from(row.modified().orElseThrow().start().plusSeconds(30)));
  }
}
