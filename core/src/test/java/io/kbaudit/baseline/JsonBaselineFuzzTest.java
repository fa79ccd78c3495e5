package io.kbaudit.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.JsonTokens;
import io.kbaudit.report.Written;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Baselines of any text; an accepted one comes back when it is written. */
class JsonBaselineFuzzTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            {
              "schemaVersion": 1,
              "tool": {"name": "kbaudit", "version": "1.0"},
              "article": {"id": "KB2492954", "title": null, "source": "bundled"},
              "signature": {"required": true, "publishers": ["Contoso Ltd"]},
              "files": [
                {
                  "row": 1,
                  "listedName": "Dnsclient.msi",
                  "name": "DNSClient.msi",
                  "size": 679936,
                  "modified": "2011-03-10T10:04:37.500Z",
                  "sha256": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4f72b9807785afee48bb",
                  "packageCode": "{780B530E-03AD-47AF-A128-DA08DB495253}",
                  "productCode": null
                }
              ]
            }
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @JsonTokens
  @DictionaryEntries({
    "\"schemaVersion\": 1",
    "\"files\": ",
    "\"row\": ",
    "\"listedName\": ",
    "\"name\": ",
    "\"size\": ",
    "\"modified\": ",
    "\"sha256\": ",
    "\"partial\": ",
    "\"packageCode\": ",
    "\"upgradeCode\": ",
    "\"signature\": ",
    "Dnsprovider.msi"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Baseline baseline;
    try {
      baseline = JsonBaseline.read(ForeignFile.of("a.json", bytes), ARTICLE);
    } catch (BaselineFormatException refused) {
      Complaint.assertClear(refused, BaselineFormatException.class);
      return;
    }
    String written = Written.by(out -> JsonBaseline.write(baseline, ARTICLE, out));
    Baseline again =
        JsonBaseline.read(ForeignFile.of("a.json", ForeignFile.utf8(written)), ARTICLE);
    assertThat(again).isEqualTo(baseline);
  }
}
