package io.kbaudit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packages of exactly the listed name, size and time, in which one thing is wrong, from the folder
 * {@code faults} beside the one that system property {@code kbaudit.corpus} names.
 */
class FaultyPackageAuditTest {
  private static final Path FAULTS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolveSibling("faults/msi");

  @TempDir private Path folder;

  @BeforeAll
  static void skipAloudWithoutTheFaults() {
    if (!Files.isDirectory(FAULTS)) {
      abort("no faulty packages at " + FAULTS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bitflip-in-cab.msi, Exchange2007OABResourceManagerNS.msi, NON_COMPLIANT, FORMAT DAMAGED",
    "zero-hole-4k-in-cab.msi, Exchange2007OABResourceManagerNS.msi, NON_COMPLIANT, FORMAT DAMAGED",
    "dupkey.msi, Exchange2007OABResourceManagerNS.msi, NON_COMPLIANT, FORMAT DAMAGED",
    "hdr-minishift.msi, Exchange2007OABResourceManagerNS.msi, NON_COMPLIANT, FORMAT DAMAGED",
    "property-table-lost.msi, Exchange2007OABResourceManagerNS.msi, NON_COMPLIANT, FORMAT DAMAGED",
    "zero-tail.msi, Exchange2007OABResourceManagerNS.msi, NON_COMPLIANT, FORMAT TRUNCATED",
    "git-lfs-pointer.msi, Exchange2007OABResourceManagerNS.msi, NON_COMPLIANT, FORMAT NOT_A_PACKAGE",
    "orphan-chain20.msi, Exchange2007OABResourceManagerNS.msi, COMPLIANT, FORMAT UNUSED_SECTORS",
    "free-sectors-at-end.msi, VsGraphics.msi, COMPLIANT, FORMAT UNUSED_SECTORS",
    "external-cab-absent.msi, TestMSIWithExternalCab.msi, COMPLIANT, FORMAT CABINET_ELSEWHERE",
    "admin-image.msi, vcredist.msi, COMPLIANT, ''",
  })
  void isJudgedByWhatIsInIt(String fault, String name, Verdict verdict, String said)
      throws IOException {
    Path file = folder.resolve(name);
    Files.copy(FAULTS.resolve(fault), file);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2011-03-10T10:04:00Z")));

    AuditResult result = KbAudit.of(listing(name)).audit(folder);

    assertThat(String.join(", ", said(result))).isEqualTo(said);
    assertThat(result.verdict()).isEqualTo(verdict);
  }

  private Article listing(String name) throws IOException {
    String article =
        String.format(
            Locale.ROOT,
            "File name  Date  Time (UTC)  Size%n%s  10-Mar-2011  10:04  %,d%n",
            name,
            Files.size(folder.resolve(name)));
    return ArticleReader.read(
        new ByteArrayInputStream(article.getBytes(UTF_8)), "an article", Optional.empty());
  }

  /** Returns what is not merely passed. */
  private static List<String> said(AuditResult result) {
    List<String> said = new ArrayList<>();
    for (FileAudit file : result.files()) {
      for (Map.Entry<Check, Outcome> each : file.outcomes().entrySet()) {
        Outcome outcome = each.getValue();
        if (outcome instanceof Outcome.Failed failed) {
          said.add(each.getKey() + " " + failed.cause());
        } else if (outcome instanceof Outcome.Undecided undecided) {
          said.add(each.getKey() + " " + undecided.cause());
        } else if (outcome instanceof Outcome.Passed passed && passed.cause().isPresent()) {
          said.add(each.getKey() + " " + passed.cause().get());
        }
      }
    }
    return said;
  }
}
