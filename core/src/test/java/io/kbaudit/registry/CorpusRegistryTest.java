package io.kbaudit.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kbaudit.msi.MsiFile;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that reg.exe made of a registry into which packages were installed. */
class CorpusRegistryTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("registry");

  @BeforeAll
  static void requireCorpus() {
    Programs.skipAloudIf(!Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
  }

  @Test
  void installedProductsAreFoundWithTheirPackages() throws IOException {
    InstalledProducts found = RegistryReader.read(CORPUS.resolve("installer.reg"));

    assertThat(found.products())
        .extracting(
            product -> product.name().orElseThrow(),
            product -> product.productCode().orElseThrow(),
            product -> product.upgradeCodes().get(0),
            product -> product.versions(),
            product -> product.localPackages())
        .containsExactly(
            tuple(
                "DNSProvider",
                "{B80E9FE3-348A-5902-A0AE-80AF1385E1F2}",
                "{45714347-A9CB-5802-A87E-5009391FE4E1}",
                List.of("4.0.1220.0"),
                List.of("C:\\windows\\Installer\\df3.msi")),
            tuple(
                "DNSClient",
                "{EF8099B7-D0C1-5E2E-98B0-4EA3294779BC}",
                "{4F010C7D-1A84-50C6-87B3-CF8ED101F49F}",
                List.of("4.0.1220.0"),
                List.of("C:\\windows\\Installer\\c597.msi")),
            tuple(
                "Hosted Email 2007 Namespace",
                "{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}",
                "{F4E737C6-129E-510F-8AED-8ECEBA637D92}",
                List.of("4.0.1220.0"),
                List.of("C:\\windows\\Installer\\fd5.msi")),
            tuple(
                "Exchange 2007 OAB Resource Manager Web Services",
                "{5898F1D9-45C2-52C5-97A4-A74C2C1E3116}",
                "{7F5E2D3A-14D1-5A1C-B341-74E3D6168E8D}",
                List.of("4.0.1220.0"),
                List.of("C:\\windows\\Installer\\11c5.msi")));
    assertThat(found.products())
        .allSatisfy(
            product -> {
              assertThat(product.users()).containsExactly("S-1-5-21-0-0-0-1000");
              assertThat(product.installSources()).containsExactly("C:\\MSIShare\\");
              assertThat(product.keyPaths())
                  .extracting(KeyPath::path)
                  .containsExactly("C:\\Program Files (x86)\\X\\payload.bin");
            });
    assertThat(found.parts()).containsExactly(RegistryPart.USER_DATA, RegistryPart.UPGRADE_CODES);
    assertThat(found.remarks()).isEmpty();
  }

  @Test
  void theListOfProgramsHasTheSameProducts() throws IOException {
    InstalledProducts found = RegistryReader.read(CORPUS.resolve("wow-uninstall.reg"));

    assertThat(found.products())
        .extracting(product -> product.productCode().orElseThrow())
        .containsExactly(
            "{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}",
            "{5898F1D9-45C2-52C5-97A4-A74C2C1E3116}",
            "{B80E9FE3-348A-5902-A0AE-80AF1385E1F2}",
            "{EF8099B7-D0C1-5E2E-98B0-4EA3294779BC}");
    assertThat(found.parts()).containsExactly(RegistryPart.UNINSTALL_32);
    assertThat(found.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DNSProvider.msi", "HostedEmail2007NS.msi"})
  void packagesThatWereInstalledAreFoundByTheirOwnCodes(String name) throws IOException {
    InstalledProducts found = RegistryReader.read(CORPUS.resolve("installer.reg"));

    try (MsiFile msi = MsiFile.open(CORPUS.resolve("packages").resolve(name))) {
      String code = property(msi, "ProductCode");
      assertThat(found.byProductCode(code))
          .hasSize(1)
          .isEqualTo(found.byUpgradeCode(property(msi, "UpgradeCode")));
      assertThat(found.byProductCode(code).get(0).versions())
          .containsExactly(property(msi, "ProductVersion"));
    }
  }

  private static String property(MsiFile msi, String name) throws IOException {
    return requireNonNull(msi.properties().get(name), name);
  }
}
