package io.kbaudit.registry;

import static io.kbaudit.registry.Exports.INSTALLER;
import static io.kbaudit.registry.Exports.UNINSTALL;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the keys of an export say of a product is joined, whatever key says it. */
class RegistryReaderTest {
  private static final String CODE = "{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}";
  private static final String PACKED = "8A3B26B1F259C0E5399202F4FFCEB5B7";
  private static final String PATCH = "{76543210-BA98-FEDC-1032-547698BADCFE}";
  private static final String PACKED_PATCH = "0123456789ABCDEF0123456789ABCDEF";
  private static final String USER_DATA = INSTALLER + "\\UserData\\S-1-5-18";
  private static final String PRODUCT = USER_DATA + "\\Products\\" + PACKED;

  private final Path file;

  RegistryReaderTest(@TempDir Path folder) {
    this.file = folder.resolve("export.reg");
  }

  @Test
  void allKeysOfAProductAreOneProduct() throws IOException {
    InstalledProducts found =
        read(
            """
            [%1$s]

            [%1$s\\UpgradeCodes\\6c737e4fe921f015a8dee8ecab36d729]
            "%2$s"=""

            [%3$s\\Components\\27916FA23CE2AED51990871FEA313540]
            "%2$s"="C:\\\\Program Files\\\\X\\\\a.dll"

            [%3$s\\Products\\%2$s\\InstallProperties]
            "DisplayName"="DNS Client"
            "DisplayVersion"="4.0.1220.0"
            "InstallSource"="C:\\\\MSIShare\\\\"
            "LocalPackage"="C:\\\\Windows\\\\Installer\\\\c597.msi"
            "Publisher"="Example"
            "Version"=dword:040004c4

            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\Installer\\Products\\%2$s]
            "ProductName"="DNS Client"
            "PackageCode"="%4$s"
            "Version"=dword:040004c4

            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{1b62b3a8-952f-5e0c-9329-204fffec5b7b}]
            "DisplayName"="DNS Client"
            "DisplayVersion"="4.0.1220.0"
            "WindowsInstaller"=dword:00000001
            """
                .formatted(INSTALLER, PACKED, USER_DATA, PACKED_PATCH));

    assertThat(found.products()).hasSize(1);
    RegisteredProduct product = found.products().get(0);
    assertThat(product.productCode()).contains(CODE);
    assertThat(product.upgradeCodes()).containsExactly("{F4E737C6-129E-510F-8AED-8ECEBA637D92}");
    assertThat(product.name()).contains("DNS Client");
    assertThat(product.publisher()).contains("Example");
    assertThat(product.versions()).containsExactly("4.0.1220.0");
    assertThat(product.packageCodes()).containsExactly(PATCH);
    assertThat(product.localPackages()).containsExactly("C:\\Windows\\Installer\\c597.msi");
    assertThat(product.installSources()).containsExactly("C:\\MSIShare\\");
    assertThat(product.users()).containsExactly("S-1-5-18");
    assertThat(product.keyPaths())
        .containsExactly(
            new KeyPath("{2AF61972-2EC3-5DEA-9109-78F1AE135304}", "C:\\Program Files\\X\\a.dll"));
    assertThat(product.registrations())
        .extracting(Registration::part)
        .containsExactly(RegistryPart.USER_DATA, RegistryPart.CLASSES, RegistryPart.UNINSTALL_32);
    assertThat(product.line()).isEqualTo(11);
    assertThat(product.isInstalled()).isTrue();
    assertThat(found.parts()).containsExactly(RegistryPart.USER_DATA, RegistryPart.UPGRADE_CODES);
    assertThat(found.remarks()).isEmpty();
  }

  @Test
  void aProductIsFoundByEitherCodeInAnyLetters() throws IOException {
    InstalledProducts found =
        read(
            """
            [%s\\UpgradeCodes\\6C737E4FE921F015A8DEE8ECAB36D729]
            "%s"=""

            [%s\\InstallProperties]
            "DisplayVersion"="1.0"
            """
                .formatted(INSTALLER, PACKED.toLowerCase(Locale.ROOT), PRODUCT));

    assertThat(found.byProductCode(CODE.toLowerCase(Locale.ROOT))).hasSize(1);
    assertThat(found.byUpgradeCode("{f4e737c6-129e-510f-8aed-8eceba637d92}"))
        .isEqualTo(found.byProductCode(CODE));
    assertThat(found.byProductCode(PATCH)).isEmpty();
    assertThat(found.byUpgradeCode(CODE)).isEmpty();
  }

  @Test
  void namesOfKeysAndValuesAreComparedAlikeInEveryLocale() throws IOException {
    Locale usual = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      InstalledProducts found =
          read(
              """
              [HKEY_LOCAL_MACHINE\\software\\MICROSOFT\\WINDOWS\\CURRENTVERSION\\UNINSTALL\\%s]
              "DISPLAYVERSION"="1.0"
              "windowsinstaller"=dword:00000001
              "version"=dword:01000001
              """
                  .formatted(CODE));

      assertThat(found.byProductCode(CODE).get(0).versions()).containsExactly("1.0", "1.0.1");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void versionsThatContradictEachOtherAreAllTold() throws IOException {
    RegisteredProduct product =
        only(
            """
            [%s\\InstallProperties]
            "DisplayVersion"="4.0.1220.0"
            "Version"=dword:040004c4

            [%s\\%s]
            "DisplayVersion"="4.0.1000"
            """
                .formatted(PRODUCT, UNINSTALL, CODE));

    assertThat(product.versions()).containsExactly("4.0.1220.0", "4.0.1000");
  }

  @Test
  void theNumberIsTheVersionWhereNoOtherIsShown() throws IOException {
    RegisteredProduct product =
        only("[%s\\InstallProperties]\n\"Version\"=dword:040004c4\n".formatted(PRODUCT));

    assertThat(product.versions()).containsExactly("4.0.1220");
    assertThat(product.registrations().get(0).version()).isEmpty();
  }

  /** Other installers put numbers of their own there. */
  @Test
  void theNumberOfAProgramOfAnotherInstallerIsNoVersion() throws IOException {
    RegisteredProduct product =
        only("[%s\\%s]\n\"Version\"=dword:040004c4\n".formatted(UNINSTALL, CODE));

    assertThat(product.versions()).isEmpty();
  }

  @Test
  void eachUserHasAPackageOfTheirOwn() throws IOException {
    RegisteredProduct product =
        only(
            """
            [%s\\InstallProperties]
            "LocalPackage"="C:\\\\Windows\\\\Installer\\\\a.msi"

            [%s\\UserData\\S-1-5-21-1-2-3-1001\\Products\\%s\\InstallProperties]
            "ManagedLocalPackage"="C:\\\\Windows\\\\Installer\\\\b.msi"
            """
                .formatted(PRODUCT, INSTALLER, PACKED));

    assertThat(product.users()).containsExactly("S-1-5-18", "S-1-5-21-1-2-3-1001");
    assertThat(product.localPackages())
        .containsExactly("C:\\Windows\\Installer\\a.msi", "C:\\Windows\\Installer\\b.msi");
  }

  @Test
  void patchesOfAProductAreToldWithTheirStateAndPackage() throws IOException {
    String superseded = "1123456789ABCDEF0123456789ABCDEF";
    RegisteredProduct product =
        only(
            """
            [%1$s\\Patches\\%2$s]
            "LocalPackage"="C:\\\\Windows\\\\Installer\\\\p.msp"

            [%3$s\\InstallProperties]
            "DisplayName"="DNS Client"

            [%3$s\\Patches]
            "AllPatches"=hex(7):30,00,00,00,00,00

            [%3$s\\Patches\\%2$s]
            "DisplayName"="Update 1"
            "State"=dword:00000001
            "MoreInfoURL"="http://example.com/1"
            "Installed"="20110126"

            [%3$s\\Patches\\%4$s]
            "State"=dword:00000002
            """
                .formatted(USER_DATA, PACKED_PATCH, PRODUCT, superseded));

    assertThat(product.patches())
        .containsExactly(
            new RegisteredPatch(
                PATCH,
                Optional.of("Update 1"),
                Optional.of(RegisteredPatch.State.APPLIED),
                Optional.of("C:\\Windows\\Installer\\p.msp"),
                Optional.of("http://example.com/1"),
                Optional.of("20110126"),
                12),
            new RegisteredPatch(
                "{76543211-BA98-FEDC-1032-547698BADCFE}",
                Optional.empty(),
                Optional.of(RegisteredPatch.State.SUPERSEDED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                18));
  }

  @Test
  void aStateThatIsNotKnownIsSaid() throws IOException {
    InstalledProducts found =
        read(
            """
            [%1$s\\InstallProperties]

            [%1$s\\Patches\\%2$s]
            "State"=dword:00000003
            """
                .formatted(PRODUCT, PACKED_PATCH));

    assertThat(found.products().get(0).patches())
        .extracting(RegisteredPatch::state)
        .containsExactly(Optional.empty());
    assertThat(found.remarks())
        .containsExactly(
            new RegistryRemark(5, "the state 3 of the patch " + PATCH + " is not known"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\Installer\\Products",
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\Wow6432Node\\Installer\\Products",
        "HKEY_CLASSES_ROOT\\Installer\\Products",
        "HKEY_CURRENT_USER\\Software\\Microsoft\\Installer\\Products",
        "HKEY_USERS\\S-1-5-21-1-2-3-1001\\Software\\Microsoft\\Installer\\Products",
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\Managed\\S-1-5-21-1-2-3-1001\\Installer\\Products"
      })
  void whatIsAdvertisedAloneIsNotInstalled(String products) throws IOException {
    RegisteredProduct product =
        only(
            """
            [%s\\%s]
            "ProductName"="DNS Client"
            "PackageCode"="%s"
            """
                .formatted(products, PACKED, PACKED_PATCH));

    assertThat(product.isInstalled()).isFalse();
    assertThat(product.name()).contains("DNS Client");
    assertThat(product.packageCodes()).containsExactly(PATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HKEY_LOCAL_MACHINE\\SOFTWARE",
        "HKEY_LOCAL_MACHINE\\OFFLINE",
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432NODE",
        "HKEY_CURRENT_USER\\Software",
        "HKEY_USERS\\S-1-5-21-1-2-3-1001\\Software",
        "HKLM\\Software",
        ""
      })
  void programsAreFoundInEachPlaceWhereWindowsHasThem(String hive) throws IOException {
    RegisteredProduct product =
        only(
            """
            [%s\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\%s]
            "DisplayVersion"="1.0"
            """
                .formatted(hive, CODE));

    assertThat(product.versions()).containsExactly("1.0");
    assertThat(product.isInstalled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Backup",
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\VirtualStore\\MACHINE\\SOFTWARE",
        "HKEY_LOCAL_MACHINE\\SYSTEM",
        "HKEY_CURRENT_CONFIG\\Software",
        "HKEY_USERS\\S-1-5-21-1-2-3-1001_Classes"
      })
  void aCopyElsewhereIsNoProgram(String hive) throws IOException {
    InstalledProducts found =
        read(
            """
            [%s\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\%s]
            "DisplayVersion"="1.0"

            [%s]
            """
                .formatted(hive, CODE, UNINSTALL));

    assertThat(found.products()).isEmpty();
  }

  @Test
  void theListOfProgramsHasThoseOfOtherInstallersToo() throws IOException {
    InstalledProducts found =
        read(
            """
            [%1$s]

            [%1$s\\AddressBook]

            [%1$s\\7-Zip [64]]
            "DisplayName"="7-Zip"
            "DisplayVersion"="9.20"
            """
                .formatted(UNINSTALL));

    assertThat(found.products()).hasSize(1);
    assertThat(found.products().get(0).productCode()).isEmpty();
    assertThat(found.products().get(0).name()).contains("7-Zip");
    assertThat(found.parts()).containsExactly(RegistryPart.UNINSTALL);
  }

  @Test
  void anExportOfEverythingHasAllParts() throws IOException {
    InstalledProducts found = read("[HKEY_LOCAL_MACHINE\\SOFTWARE]\n\n[%s]\n".formatted(UNINSTALL));

    assertThat(found.parts())
        .containsExactly(
            RegistryPart.USER_DATA,
            RegistryPart.UPGRADE_CODES,
            RegistryPart.CLASSES,
            RegistryPart.UNINSTALL,
            RegistryPart.UNINSTALL_32);
  }

  @Test
  void anExportOfOneProductHasNoPartWhole() throws IOException {
    InstalledProducts found = read("[%s\\%s]\n\"DisplayName\"=\"X\"\n".formatted(UNINSTALL, CODE));

    assertThat(found.parts()).isEmpty();
    assertThat(found.products()).hasSize(1);
  }

  @Test
  void aCodeWhoseProductIsGoneIsNoProduct() throws IOException {
    InstalledProducts found =
        read(
            """
            [%1$s\\UpgradeCodes\\6c737e4fe921f015a8dee8ecab36d729]
            "%2$s"=""

            [%3$s\\Components\\27916FA23CE2AED51990871FEA313540]
            "%2$s"="C:\\\\a.dll"
            "00000000000000000000000000000000"="C:\\\\a.dll"

            [%4$s]
            """
                .formatted(INSTALLER, PACKED, USER_DATA, PRODUCT));

    assertThat(found.products()).isEmpty();
    assertThat(found.remarks()).isEmpty();
  }

  @Test
  void aKeyThatIsNoCodeIsSaid() throws IOException {
    InstalledProducts found =
        read("[%s\\Products\\junk\\InstallProperties]\n\"A\"=\"B\"\n".formatted(USER_DATA));

    assertThat(found.products()).isEmpty();
    assertThat(found.remarks())
        .containsExactly(
            new RegistryRemark(
                3,
                "'junk' is no packed code, as the keys of Windows Installer have: it was passed"
                    + " over"));
  }

  @Test
  void manyKeysThatAreNoCodesAreCounted() throws IOException {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      keys.append("[%s\\Products\\junk%d\\InstallProperties]\n\n".formatted(USER_DATA, i));
    }

    List<RegistryRemark> remarks = read(keys.toString()).remarks();

    assertThat(remarks).hasSize(21);
    assertThat(remarks.get(20).text()).isEqualTo("980 more remarks of this kind on what follows");
  }

  @Test
  void emptyValuesAreAbsent() throws IOException {
    RegisteredProduct product =
        only(
            """
            [%s\\InstallProperties]
            "DisplayName"=""
            "DisplayVersion"="  "
            "LocalPackage"=hex(2):00,00
            "Version"=dword:00000000
            """
                .formatted(PRODUCT));

    assertThat(product.name()).isEmpty();
    assertThat(product.versions()).isEmpty();
    assertThat(product.localPackages()).isEmpty();
  }

  @Test
  void otherEncodingsThatAreCertainAreRead() throws IOException {
    String text =
        Exports.HEADER + "[" + UNINSTALL + "\\" + CODE + "]\n\"DisplayName\"=\"Größe 漢\"\n\n";

    for (byte[] bytes :
        List.of(
            text.getBytes(UTF_8),
            ("\uFEFF" + text).getBytes(UTF_8),
            ("\uFEFF" + text).getBytes(UTF_16BE),
            text.getBytes(UTF_16BE),
            text.getBytes(UTF_16LE))) {
      Files.write(file, bytes);

      assertThat(RegistryReader.read(file).byProductCode(CODE).get(0).name()).contains("Größe 漢");
    }
  }

  @Test
  void isReadFromAFileSystemOfWindows() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path export = windows.getPath("C:\\work").resolve("export.reg");
      Exports.write(export, "[" + UNINSTALL + "]\n");

      assertThat(RegistryReader.read(export).source()).isEqualTo("export.reg");
    }
  }

  /** Of a copy of the registry that is no sound Unicode, all else is read. */
  @Test
  void textsThatAreNoUnicodeHideNothing() throws IOException {
    RegisteredProduct product =
        only(
            """
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\X]
            "\uD800"="\uDC00\uDC00\uFFFE"

            [%s\\%s]
            "DisplayName"="X"
            """
                .formatted(UNINSTALL, CODE));

    assertThat(product.name()).contains("X");
  }

  private RegisteredProduct only(String lines) throws IOException {
    List<RegisteredProduct> products = read(lines).products();
    assertThat(products).hasSize(1);
    return products.get(0);
  }

  private InstalledProducts read(String lines) throws IOException {
    return RegistryReader.read(Exports.write(file, lines));
  }
}
