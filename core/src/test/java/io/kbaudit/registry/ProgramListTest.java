package io.kbaudit.registry;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of programs serve where no export of the registry is to be had. */
class ProgramListTest {
  private static final String CODE = "{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}";
  private static final String PACKED = "8A3B26B1F259C0E5399202F4FFCEB5B7";

  private final Path file;

  ProgramListTest(@TempDir Path folder) {
    this.file = folder.resolve("programs");
  }

  @Test
  void ofPowerShellWithTheNamesOfKeys() throws IOException {
    RegisteredProduct product =
        only(
            """
            #TYPE Selected.System.Management.Automation.PSCustomObject
            "PSChildName","DisplayName","DisplayVersion","Publisher","WindowsInstaller","Version"
            "AddressBook",,,,,
            "{1b62b3a8-952f-5e0c-9329-204fffec5b7b}","DNS ""Client""\","4.0.1220.0","Example","1","67110084"
            """);

    assertThat(product.productCode()).contains(CODE);
    assertThat(product.name()).contains("DNS \"Client\"");
    assertThat(product.versions()).containsExactly("4.0.1220.0");
    assertThat(product.publisher()).contains("Example");
    assertThat(product.line()).isEqualTo(4);
    assertThat(product.isIn(RegistryPart.PROGRAM_LIST)).isTrue();
  }

  @Test
  void ofPowerShellInUtf16() throws IOException {
    String csv = "\uFEFF\"PSChildName\",\"DisplayVersion\"\r\n\"" + CODE + "\",\"1.0\"\r\n";
    Files.write(file, csv.getBytes(UTF_16LE));

    assertThat(RegistryReader.read(file).byProductCode(CODE)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\" + CODE + ", UNINSTALL",
    "SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\"
        + CODE
        + ", UNINSTALL_32",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Products\\"
        + PACKED
        + "\\InstallProperties, USER_DATA"
  })
  void ofPowerShellWithThePathsOfKeys(String key, RegistryPart part) throws IOException {
    InstalledProducts found =
        read(
            """
            [{"DisplayName": "DNS Client", "DisplayVersion": "4.0.1220.0",
              "LocalPackage": "C:\\\\Windows\\\\Installer\\\\a.msi",
              "PSPath": "Microsoft.PowerShell.Core\\\\Registry::HKEY_LOCAL_MACHINE\\\\%s",
              "Version": 67110084, "WindowsInstaller": 1, "PSDrive": null}]
            """
                .formatted(key.replace("\\", "\\\\")));

    RegisteredProduct product = found.byProductCode(CODE).get(0);
    assertThat(product.isIn(part)).isTrue();
    assertThat(product.localPackages()).containsExactly("C:\\Windows\\Installer\\a.msi");
    assertThat(product.registrations().get(0).numericVersion()).contains("4.0.1220");
    assertThat(found.parts()).containsExactly(part);
  }

  @Test
  void ofOsquery() throws IOException {
    RegisteredProduct product =
        only(
            """
            [
              {"identifying_number":"{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}","install_date":"20110126",
               "install_location":"","install_source":"C:\\\\MSIShare\\\\","language":"1033",
               "name":"DNS Client","publisher":"Example",
               "uninstall_string":"MsiExec.exe /I{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}",
               "upgrade_code":"{F4E737C6-129E-510F-8AED-8ECEBA637D92}","version":"4.0.1220.0"}
            ]
            """);

    assertThat(product.productCode()).contains(CODE);
    assertThat(product.upgradeCodes()).containsExactly("{F4E737C6-129E-510F-8AED-8ECEBA637D92}");
    assertThat(product.name()).contains("DNS Client");
    assertThat(product.versions()).containsExactly("4.0.1220.0");
    assertThat(product.installSources()).containsExactly("C:\\MSIShare\\");
  }

  @Test
  void ofWmi() throws IOException {
    RegisteredProduct product =
        only(
            """
            "IdentifyingNumber","LocalPackage","Name","PackageCode","Vendor","Version"
            "{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}","C:\\Windows\\Installer\\a.msi","DNS Client","{76543210-BA98-FEDC-1032-547698BADCFE}","Example","4.0.1220"
            """);

    assertThat(product.productCode()).contains(CODE);
    assertThat(product.name()).contains("DNS Client");
    assertThat(product.publisher()).contains("Example");
    assertThat(product.versions()).containsExactly("4.0.1220");
    assertThat(product.localPackages()).containsExactly("C:\\Windows\\Installer\\a.msi");
    assertThat(product.packageCodes()).containsExactly("{76543210-BA98-FEDC-1032-547698BADCFE}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MsiExec.exe /X{1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}",
        "msiexec /i{1b62b3a8-952f-5e0c-9329-204fffec5b7b} /qn",
        "C:\\Windows\\System32\\MsiExec.exe -x {1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}"
      })
  void theCommandThatRemovesAProductHasItsCode(String command) throws IOException {
    assertThat(
            only("DisplayName,DisplayVersion,UninstallString\nX,1.0," + command + "\n")
                .productCode())
        .contains(CODE);
  }

  @Test
  void aProgramOfAnotherInstallerHasNoCode() throws IOException {
    RegisteredProduct product =
        only(
            """
            DisplayName,DisplayVersion,UninstallString
            X,1.0,C:\\x\\unins.exe {1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}
            """);

    assertThat(product.productCode()).isEmpty();
    assertThat(product.name()).contains("X");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Name,Length\\na.msi,12 | 2 | no column has versions (DisplayVersion, Version)
          FullName,Version\\na.msi,1.0 | 2 | no column has products or their names (PSPath, PSChildName, DisplayName, ProductCode, IdentifyingNumber, identifying_number, name)
          [] | 1 | no column has products or their names (PSPath, PSChildName, DisplayName, ProductCode, IdentifyingNumber, identifying_number, name)
          PSPath,DisplayVersion\\nMicrosoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\X,1.0 | 2 | no row is of a key that says what is installed
          """)
  void aListOfSomethingElseIsRefused(String text, int line, String problem) throws IOException {
    Files.writeString(file, text.replace("\\n", "\n") + "\n");

    assertThatExceptionOfType(RegistryFormatException.class)
        .isThrownBy(() -> RegistryReader.read(file))
        .withMessage("programs, line " + line + ": " + problem);
  }

  @Test
  void aListThatIsCutIsRefused() throws IOException {
    Files.writeString(file, "[{\"name\": \"X\", \"version\": \"1.0\"},\n{\"name\": \"Y\"");

    assertThatExceptionOfType(RegistryFormatException.class)
        .isThrownBy(() -> RegistryReader.read(file))
        .satisfies(e -> assertThat(e.line()).isEqualTo(2));
  }

  private RegisteredProduct only(String text) throws IOException {
    InstalledProducts found = read(text);
    assertThat(found.products()).hasSize(1);
    assertThat(found.remarks()).isEmpty();
    return found.products().get(0);
  }

  private InstalledProducts read(String text) throws IOException {
    return RegistryReader.read(Files.write(file, text.getBytes(UTF_8)));
  }
}
