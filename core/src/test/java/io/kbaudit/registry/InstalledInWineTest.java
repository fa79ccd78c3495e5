package io.kbaudit.registry;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.ColumnFlag;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.msi.TableFixture;
import io.kbaudit.msi.MsiFile;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a registry is what was really installed there, by Wine's Windows Installer. */
class InstalledInWineTest {
  private static final String SOFTWARE = "HKLM\\Software";
  private static final String CURRENT_VERSION =
      "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion";
  private static final UUID UPGRADES = UUID.fromString("0e2fa8f4-17c4-4b6c-9d36-7f5b1b0ab0f1");

  /** What finds products of the same upgrade code, all that are below this version. */
  private static final TableFixture UPGRADE =
      TableFixture.named("Upgrade")
          .text("UpgradeCode", 38, ColumnFlag.KEY)
          .text("VersionMin", 20, ColumnFlag.KEY, ColumnFlag.NULLABLE)
          .text("VersionMax", 20, ColumnFlag.KEY, ColumnFlag.NULLABLE)
          .text("Language", 255, ColumnFlag.KEY, ColumnFlag.NULLABLE)
          .integer32("Attributes", ColumnFlag.KEY)
          .text("Remove", 255, ColumnFlag.NULLABLE)
          .text("ActionProperty", 72)
          .row("{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}", "0.0.0", "2.0.0", null, 1, null, "OLD");

  /** One Windows for all tests, each of which installs products of its own. */
  @TempDir static Path windows;

  private static WinePrefix wine;

  private final Path folder;

  InstalledInWineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void makeWindows() throws Exception {
    wine = WinePrefix.make(windows, "nothing is installed to be found in a registry");
  }

  @AfterAll
  static void endWindows() throws Exception {
    if (wine != null) {
      wine.close();
    }
  }

  @Test
  void aProductIsThereOnceItIsInstalledAndGoneOnceItIsRemoved() throws Exception {
    Path msi = folder.resolve("DNSClient.msi");
    MsiFixture.sized(65_536).installable().property("ProductName", "DNS Client").writeTo(msi);
    String code = property(msi, "ProductCode");

    wine.install(msi, "ALLUSERS=1");

    RegisteredProduct product = only(exported(), code);
    assertThat(product.name()).contains("DNS Client");
    assertThat(product.versions()).containsExactly("1.0.0");
    assertThat(product.upgradeCodes()).containsExactly(property(msi, "UpgradeCode"));
    assertThat(product.packageCodes()).containsExactly(packageCode(msi));
    assertThat(product.users()).containsExactly("S-1-5-18");
    assertThat(product.isInstalled()).isTrue();
    assertThat(wine.find(product.localPackages().get(0)).orElseThrow()).hasSameBinaryContentAs(msi);
    assertThat(product.keyPaths()).hasSize(1);
    assertThat(wine.find(product.keyPaths().get(0).file().orElseThrow())).isPresent();

    wine.uninstall(code);

    InstalledProducts after = exported();
    assertThat(after.byProductCode(code)).isEmpty();
    assertThat(after.has(RegistryPart.USER_DATA)).isTrue();
  }

  @Test
  void aProductOfOneUserIsThere() throws Exception {
    Path msi = folder.resolve("a.msi");
    MsiFixture.sized(70_656).installable().writeTo(msi);

    wine.install(msi);

    RegisteredProduct product = only(exported(), property(msi, "ProductCode"));
    assertThat(product.users()).hasSize(1).allMatch(user -> user.startsWith("S-1-5-21-"));
    assertThat(
            only(
                    RegistryReader.read(wine.export("HKCU\\Software", folder.resolve("user.reg"))),
                    property(msi, "ProductCode"))
                .packageCodes())
        .containsExactly(packageCode(msi));
  }

  @Test
  void aProductThatWasReplacedByALaterOneIsGoneAndTheLaterOneThere() throws Exception {
    Path old = folder.resolve("old.msi");
    MsiFixture.sized(75_776).installable().upgradeCode(UPGRADES).writeTo(old);
    Path later = folder.resolve("later.msi");
    MsiFixture.sized(80_896)
        .installable()
        .upgradeCode(UPGRADES)
        .property("ProductVersion", "2.0.0")
        .property("SecureCustomProperties", "OLD")
        .table(UPGRADE)
        .writeTo(later);

    wine.install(old, "ALLUSERS=1");
    wine.install(later, "ALLUSERS=1");

    InstalledProducts found = exported();
    assertThat(found.byProductCode(property(old, "ProductCode"))).isEmpty();
    assertThat(found.byUpgradeCode("{" + UPGRADES + "}"))
        .isEqualTo(found.byProductCode(property(later, "ProductCode")))
        .extracting(RegisteredProduct::versions)
        .containsExactly(List.of("2.0.0"));
  }

  /** A minor update keeps the product code. */
  @Test
  void aProductThatWasInstalledAnewHasTheLaterVersion() throws Exception {
    MsiFixture product = MsiFixture.sized(86_016).installable();
    Path old = folder.resolve("old.msi");
    product.writeTo(old);
    Path later = folder.resolve("later.msi");
    UUID packageCode = UUID.fromString("1e2fa8f4-17c4-4b6c-9d36-7f5b1b0ab0f1");
    product.property("ProductVersion", "1.0.1").packageCode(packageCode).writeTo(later);

    wine.install(old, "ALLUSERS=1");
    wine.install(later, "ALLUSERS=1", "REINSTALL=ALL", "REINSTALLMODE=vomus");

    RegisteredProduct found = only(exported(), property(old, "ProductCode"));
    assertThat(found.versions()).containsExactly("1.0.1");
    assertThat(found.packageCodes()).containsExactly(packageCode(later));
  }

  /** Wine keeps no hive, so hivex makes one of the export: it reads that, and writes its own. */
  @Test
  void hivexReadsTheSameOfTheExport() throws Exception {
    String consequence = "no other reader of exports is compared";
    Programs.skipAloudWithout("hivexregedit", consequence);
    Programs.skipAloudWithout("hivexget", consequence);
    Path msi = folder.resolve("a.msi");
    MsiFixture.sized(91_136).installable().property("ProductName", "A \"B\" \\C").writeTo(msi);
    wine.install(msi, "ALLUSERS=1");
    Path export = wine.export(CURRENT_VERSION, folder.resolve("ours.reg"));
    Path text = folder.resolve("ours.txt");
    Files.writeString(text, Files.readString(export, UTF_16).replace("\r\n", "\n"));
    Path hive = Files.write(folder.resolve("hive"), EmptyHive.bytes());

    print("hivexregedit", "--merge", "--prefix", CURRENT_VERSION, hive, text);
    Path theirs = folder.resolve("theirs.reg");
    Files.writeString(
        theirs, print("hivexregedit", "--export", "--prefix", CURRENT_VERSION, hive, "\\"));

    InstalledProducts ours = RegistryReader.read(export);
    RegisteredProduct product = only(ours, property(msi, "ProductCode"));
    String key =
        "Installer\\UserData\\S-1-5-18\\Products\\"
            + PackedCode.packed(product.productCode().orElseThrow()).orElseThrow()
            + "\\InstallProperties";
    assertThat(print("hivexget", hive, key, "DisplayName").strip())
        .isEqualTo(product.name().orElseThrow())
        .isEqualTo("A \"B\" \\C");
    assertThat(print("hivexget", hive, key, "LocalPackage").strip())
        .isEqualTo(product.localPackages().get(0));
    assertThat(RegistryReader.read(theirs))
        .usingRecursiveComparison()
        .ignoringFields("source")
        .ignoringFieldsMatchingRegexes(".*\\.line")
        .ignoringCollectionOrder()
        .isEqualTo(ours);
  }

  private String print(Object... line) throws Exception {
    return wine.print(folder, Stream.of(line).map(Object::toString).toList());
  }

  private InstalledProducts exported() throws Exception {
    Path export = folder.resolve("software.reg");
    Files.deleteIfExists(export);
    InstalledProducts found = RegistryReader.read(wine.export(SOFTWARE, export));
    assertThat(found.remarks()).isEmpty();
    return found;
  }

  private static RegisteredProduct only(InstalledProducts found, String code) {
    assertThat(found.byProductCode(code)).hasSize(1);
    return found.byProductCode(code).get(0);
  }

  private static String property(Path msi, String name) throws IOException {
    try (MsiFile file = MsiFile.open(msi)) {
      return requireNonNull(file.properties().get(name), name);
    }
  }

  private static String packageCode(Path msi) throws IOException {
    try (MsiFile file = MsiFile.open(msi)) {
      return file.summary().packageCode().orElseThrow();
    }
  }
}
