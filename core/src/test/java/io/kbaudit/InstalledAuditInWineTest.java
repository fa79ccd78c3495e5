package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Findings;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.Given;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileReader;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.msi.MsiFile;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.RegisteredProduct;
import io.kbaudit.registry.RegistryReader;
import io.kbaudit.registry.WinePrefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that Wine's Windows Installer really installed, and what was done to them since. */
class InstalledAuditInWineTest {
  private static final Map<String, Integer> SIZES =
      Map.of("DNSClient.msi", 65_536, "DNSProvider.msi", 70_656, "WebSites.msi", 75_776);

  private static final Article ARTICLE =
      Given.article(
          SIZES.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(file -> Given.row(file.getKey(), file.getValue(), "2011-03-10T10:04Z"))
              .toList());

  private static final String PROFILE =
      """
      article: KB1234567
      locations:
        - name: share
          where: the share
          phase: post-install
          accept: or-later
          files: all
        - name: installed
          where: the package cache
          phase: post-install
          accept: or-later
          file-names: random
          files: all
      """;

  @TempDir Path windows;
  @TempDir Path share;
  @TempDir Path elsewhere;

  private WinePrefix wine;

  @BeforeEach
  void installAll() throws Exception {
    wine = WinePrefix.make(windows, "nothing that was really installed is audited");
    for (Map.Entry<String, Integer> file : SIZES.entrySet()) {
      Path msi = share.resolve(file.getKey());
      MsiFixture.sized(file.getValue())
          .installable()
          .property("ProductName", file.getKey().replace(".msi", ""))
          .modifiedAt("2011-03-10T10:04:30Z")
          .lastSavedAt("2011-03-10T10:04:00Z")
          .writeTo(msi);
      wine.install(msi, "ALLUSERS=1");
    }
  }

  @AfterEach
  void endWindows() throws Exception {
    if (wine != null) {
      wine.close();
    }
  }

  @Test
  void whatWasDoneSinceIsFoundAndNothingElse() throws Exception {
    InstalledProducts registry = registry();
    Path programs = wine.find("C:\\Program Files (x86)").orElseThrow();
    Inventory installed = FolderScanner.recursive().scan(programs);
    Path cached = cached(registry, "DNSClient.msi");
    Path kept = elsewhere.resolve("kept.msi");

    assertThat(Findings.of(audit("share", registry, installed))).isEmpty();
    assertThat(Findings.of(audit("installed", registry, installed))).isEmpty();

    Files.move(cached, kept);
    assertThat(Findings.of(audit("installed", registry, installed)))
        .containsExactly("DNSClient.msi PRESENCE CACHED_PACKAGE_GONE");

    MsiFixture.sized(86_016).property("ProductName", "Game").writeTo(cached);
    assertThat(Findings.of(audit("installed", registry, installed)))
        .containsExactly("DNSClient.msi PRESENCE OTHER_CACHED_PACKAGE");
    Files.move(kept, cached, StandardCopyOption.REPLACE_EXISTING);

    Path program = wine.find(programOf(registry, "DNSProvider.msi")).orElseThrow();
    Files.delete(program);
    Inventory since = FolderScanner.recursive().scan(programs);
    assertThat(Findings.of(audit("share", registry, since)))
        .containsExactly("DNSProvider.msi INSTALLED INSTALLED_FILE_GONE");
    assertThat(Findings.of(audit("installed", registry, since)))
        .containsExactly("DNSProvider.msi INSTALLED INSTALLED_FILE_GONE");

    wine.uninstall(property("WebSites.msi", "ProductCode"));
    assertThat(Findings.of(audit("share", registry(), installed)))
        .containsExactly("WebSites.msi INSTALLED NOT_INSTALLED");
  }

  private AuditResult audit(String location, InstalledProducts registry, Inventory programs)
      throws IOException {
    Profile profile =
        ProfileReader.read(Files.writeString(elsewhere.resolve("p.yaml"), PROFILE), ARTICLE);
    return KbAudit.of(ARTICLE)
        .at(
            profile,
            profile.locations().stream()
                .filter(each -> each.name().equals(location))
                .findFirst()
                .orElseThrow())
        .knowing(FurtherEvidence.NONE.with(registry).withPrograms(programs))
        .audit(
            location.equals("share") ? share : wine.find("C:\\windows\\Installer").orElseThrow());
  }

  private InstalledProducts registry() throws Exception {
    Path export = elsewhere.resolve("software.reg");
    Files.deleteIfExists(export);
    return RegistryReader.read(wine.export("HKLM\\Software", export));
  }

  private Path cached(InstalledProducts registry, String name) throws IOException {
    return wine.find(product(registry, name).localPackages().get(0)).orElseThrow();
  }

  private String programOf(InstalledProducts registry, String name) throws IOException {
    return product(registry, name).keyPaths().get(0).file().orElseThrow();
  }

  private RegisteredProduct product(InstalledProducts registry, String name) throws IOException {
    return registry.byProductCode(property(name, "ProductCode")).get(0);
  }

  private String property(String name, String property) throws IOException {
    try (MsiFile msi = MsiFile.open(share.resolve(name))) {
      return msi.properties().getOrDefault(property, "");
    }
  }
}
