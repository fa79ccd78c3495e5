package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Findings;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileReader;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.folder.WatchedFileSystem.Question;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.msi.MsiFile;
import io.kbaudit.registry.ProductOf;
import io.kbaudit.registry.RegistryReader;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole audits of packages that are registered as installed, on real files. */
class InstalledAuditTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("registry");

  @TempDir Path folder;

  @Test
  void theOthersOfALargeCacheAreNotUnlistedAndAreReadOnceEach() throws IOException {
    long few = questionsAboutACacheOf(200);
    long many = questionsAboutACacheOf(2_000);

    assertThat(many).isLessThanOrEqualTo(10 * few);
  }

  /** Returns how often something was asked about a file of the cache, all in all. */
  private long questionsAboutACacheOf(int packages) throws IOException {
    Path cache = Files.createDirectory(folder.resolve("cache" + packages));
    Location installed = location(PROFILE, "installed");
    List<ProductOf> registered = new ArrayList<>();
    for (String name : installed.files().stream().map(Object::toString).sorted().toList()) {
      Path file = cache.resolve("a" + registered.size() + ".msi");
      Kb2492954.file(name).toFixture().writeTo(file);
      registered.add(productIn(file));
    }
    assertThat(registered).hasSize(17);
    while (registered.size() < packages) {
      Path file = cache.resolve("b" + registered.size() + ".msi");
      MsiFixture.smallest()
          .productCode(new UUID(1, registered.size()))
          .upgradeCode(new UUID(2, registered.size()))
          .property("ProductName", "Product " + registered.size())
          .writeTo(file);
      registered.add(productIn(file));
    }
    AtomicLong questions = new AtomicLong();
    Map<String, Long> channels = new ConcurrentHashMap<>();
    Path watched =
        WatchedFileSystem.over(
            cache,
            (question, file) -> {
              questions.incrementAndGet();
              if (question == Question.CHANNEL) {
                channels.merge(file, 1L, Long::sum);
              }
            });

    AuditResult result =
        KbAudit.of(ARTICLE)
            .at(PROFILE, installed)
            .withUnlistedFiles(UnlistedFiles.FAIL)
            .knowing(
                FurtherEvidence.NONE.with(ProductOf.export(registered.toArray(ProductOf[]::new))))
            .audit(watched);

    assertThat(Findings.of(result)).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.files()).hasSize(17);
    assertThat(result.unlisted()).isEmpty();
    assertThat(channels).hasSize(packages);
    assertThat(channels.values()).containsOnly(channels.get("b17.msi"));
    return questions.get();
  }

  @Test
  void packagesOfTheCorpusAreInstalledAsItsExportSays() throws IOException {
    Path cache = cacheOfCorpus("df3.msi", "fd5.msi");

    assertThat(Findings.of(auditCorpus(cache, "installer.reg"))).isEmpty();
    assertThat(Findings.of(auditCorpus(cache, "wow-uninstall.reg"))).isEmpty();
  }

  @Test
  void packagesOfTheCorpusUnderOtherNamesAreNotThoseThatAreRegistered() throws IOException {
    assertThat(Findings.of(auditCorpus(cacheOfCorpus("df3.msi", "other.msi"), "installer.reg")))
        .containsExactly("HostedEmail2007NS.msi INSTALLED CACHED_PACKAGE_GONE");
    assertThat(Findings.of(auditCorpus(cacheOfCorpus("fd5.msi", "df3.msi"), "installer.reg")))
        .containsExactly(
            "DNSProvider.msi INSTALLED OTHER_CACHED_PACKAGE",
            "HostedEmail2007NS.msi INSTALLED OTHER_CACHED_PACKAGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"installer.reg", "wow-uninstall.reg"})
  void aPackageThatTheCorpusDoesNotHaveIsNotInstalled(String export) throws IOException {
    Path cache = cacheOfCorpus("df3.msi", "fd5.msi");
    Path other = cache.resolve("DNSProvider.msi");
    MsiFixture.sized(60_928)
        .property("ProductName", "DNSProvider")
        .modifiedAt(Instant.parse("2011-03-10T10:05:30Z"))
        .lastSavedAt("2011-03-10T10:05:00Z")
        .writeTo(other);

    AuditResult result =
        KbAudit.of(Given.article(Given.row("DNSProvider.msi", 60_928, "2011-03-10T10:05Z")))
            .knowing(FurtherEvidence.NONE.with(RegistryReader.read(CORPUS.resolve(export))))
            .audit(cache);

    assertThat(Findings.of(result))
        .containsExactly("DNSProvider.msi INSTALLED " + notInstalled(export));
  }

  /** The list of programs has one of this name, and no upgrade codes. */
  private static String notInstalled(String export) {
    return export.equals("installer.reg") ? "NOT_INSTALLED" : "? REGISTRATION_UNCLEAR";
  }

  private AuditResult auditCorpus(Path cache, String export) throws IOException {
    Article article =
        Given.article(
            Given.row(
                "DNSProvider.msi",
                Files.size(CORPUS.resolve("packages/DNSProvider.msi")),
                "2011-03-10T10:05Z"),
            Given.row(
                "HostedEmail2007NS.msi",
                Files.size(CORPUS.resolve("packages/HostedEmail2007NS.msi")),
                "2011-03-10T10:06Z"));
    Profile profile =
        ProfileReader.read(
            Files.writeString(
                folder.resolve("p.yaml"),
                """
                article: KB1234567
                locations:
                  - name: installed
                    where: the package cache
                    phase: post-install
                    accept: or-later
                    file-names: random
                    files: all
                """),
            article);
    return KbAudit.of(article)
        .at(profile, location(profile, "installed"))
        .knowing(FurtherEvidence.NONE.with(RegistryReader.read(CORPUS.resolve(export))))
        .audit(cache);
  }

  /** Returns a cache in which the two packages of the corpus have these names. */
  private Path cacheOfCorpus(String dnsProvider, String hostedEmail) throws IOException {
    Programs.skipAloudIf(!Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
    Path cache = Files.createTempDirectory(folder, "cache");
    copy("DNSProvider.msi", cache.resolve(dnsProvider), "2011-03-10T10:05:30Z");
    copy("HostedEmail2007NS.msi", cache.resolve(hostedEmail), "2011-03-10T10:06:30Z");
    return cache;
  }

  private static void copy(String name, Path target, String time) throws IOException {
    Files.copy(CORPUS.resolve("packages").resolve(name), target);
    Files.setLastModifiedTime(target, FileTime.from(Instant.parse(time)));
  }

  private static ProductOf productIn(Path file) throws IOException {
    try (MsiFile msi = MsiFile.open(file)) {
      Map<String, String> stated = msi.properties();
      return ProductOf.named(
              stated.getOrDefault("ProductName", ""), stated.getOrDefault("ProductCode", ""))
          .versions(stated.getOrDefault("ProductVersion", ""))
          .upgradeCode(stated.getOrDefault("UpgradeCode", ""))
          .packageCode(msi.summary().packageCode().orElseThrow())
          .cachedAs("C:\\Windows\\Installer\\" + file.getFileName());
    }
  }

  private static Location location(Profile profile, String name) {
    return profile.locations().stream()
        .filter(location -> location.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
