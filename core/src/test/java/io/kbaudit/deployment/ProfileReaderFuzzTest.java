package io.kbaudit.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.Shown;
import io.kbaudit.fuzz.YamlTokens;
import io.kbaudit.report.Written;
import io.kbaudit.report.json.JsonProfileReport;
import io.kbaudit.report.text.TextProfileReport;
import io.kbaudit.report.text.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles of any text. */
class ProfileReaderFuzzTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            article: KB2492954
            components:
              DNSClient.msi: DNS Client
            products:
              DNSClient.msi:
                name: DNS
                upgrade-code: "{01234567-89AB-CDEF-0123-456789ABCDEF}"
            database:
              ResourceManageDatabase.msi:
                - index: an_index
                  table: a_table
                - procedure: 'a procedure'
            locations:
              - name: package
                where: the extracted rollup
                path: C:\\temp
                phase: pre-install
                accept: exact
                files: all
            """,
            """
            locations: [{name: dns, where: "here", path: /srv, phase: post-install, accept: later,
              files: [DNSClient.msi, DNSProvider.msi]}]
            signature: {required: true, publishers: [Contoso Ltd]}
            names:
              4: Exchange2007OABResourceManagerNS.msi
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @YamlTokens
  @DictionaryEntries({
    "article: ",
    "names:",
    "locations:",
    "components:",
    "products:",
    "database:",
    "signature:",
    "publishers:",
    "required: ",
    "name: ",
    "where: ",
    "path: ",
    "phase: ",
    "pre-install",
    "post-install",
    "accept: ",
    "exact",
    "later",
    "files: ",
    "all",
    "upgrade-code: ",
    "index: ",
    "table: ",
    "procedure: ",
    "scalar-function: ",
    "DNSClient.msi",
    "Servicebase.msi"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Path file = ForeignFile.of("a.yaml", bytes);
    Profile profile;
    try {
      profile = ProfileReader.read(file, ARTICLE);
      profile.requireMadeFor(ARTICLE);
      assertThat(profile.complete(ARTICLE).rows()).hasSameSizeAs(ARTICLE.rows());
    } catch (ProfileException refused) {
      Complaint.assertClear(refused, ProfileException.class);
      return;
    }
    assertThat(profile.locations()).isNotEmpty();
    assertThat(profile.place(profile.complete(ARTICLE))).hasSameSizeAs(ARTICLE.rows());
    for (Location location : profile.locations()) {
      assertThat(profile.location(location.name())).contains(location);
    }
    assertThat(ProfileReader.articleOf(file)).isIn(Optional.empty(), profile.article());
    Shown.assertPrintable(
        Written.by(out -> new JsonProfileReport().write(profile, ARTICLE, out))
            + Written.by(
                out -> new TextProfileReport(TextStyle.plain(UTF_8)).write(profile, ARTICLE, out)));
  }
}
