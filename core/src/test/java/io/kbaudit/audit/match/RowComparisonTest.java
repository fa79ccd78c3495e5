package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Given;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.ObservedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files have, byte for byte, what is pinned to a row or listed by it. */
class RowComparisonTest {
  private static final ExpectedFile ROW = Given.row("a.msi", 100, "2011-03-10T10:04Z");

  private static final ObservedFile FILE = Given.file("a.msi", 100, "2011-03-10T10:04:30Z");

  @Test
  void theBytesThatArePinnedAre() {
    Article article = Given.article(ROW);
    AuditRequest request =
        AuditRequest.of(article, AuditPolicy.asPrinted())
            .withBaseline(new Baseline("ours", List.of(Given.pinned(article, 1, 'a', 100))));

    assertThat(isByteForByte(request, Given.hashed(FILE, 'a'))).isTrue();
    assertThat(isByteForByte(request, Given.hashed(FILE, 'b'))).isFalse();
    assertThat(isByteForByte(request, FILE)).isFalse();
  }

  @Test
  void theBytesOfWhichADigestIsListedAre() {
    ExpectedFile listing = ROW.withHashes(ListedHashes.of(Digest.sha256("a".repeat(64))));
    AuditRequest request = AuditRequest.of(Given.article(listing), AuditPolicy.asPrinted());

    assertThat(isByteForByte(request, Given.hashed(FILE, 'a'))).isTrue();
    assertThat(isByteForByte(request, Given.hashed(FILE, 'b'))).isFalse();
    assertThat(isByteForByte(request, FILE)).isFalse();
  }

  @Test
  void whereNothingIsPinnedOrListedNoFileIs() {
    AuditRequest request = AuditRequest.of(Given.article(ROW), AuditPolicy.asPrinted());

    assertThat(isByteForByte(request, Given.hashed(FILE, 'a'))).isFalse();
    assertThat(isByteForByte(request, FILE)).isFalse();
  }

  private static boolean isByteForByte(AuditRequest request, ObservedFile file) {
    ExpectedFile row = request.article().rows().get(0);
    return RowComparison.of(request).isByteForByte(row, (ObservedFile.Readable) file);
  }
}
