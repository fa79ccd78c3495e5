package io.kbaudit.registry;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports of a registry of any bytes, and lists of programs. */
class RegistryReaderFuzzTest {
  private static final String PRODUCT = "5c3d2b1a0f9e8d7c6b5a4f3e2d1c0b9a";

  static Stream<byte[]> seeds() {
    String export =
        Exports.HEADER
            + """
            [%1$s\\UserData\\S-1-5-18\\Products\\%2$s\\InstallProperties]
            "DisplayName"="DNS Client"
            "DisplayVersion"="8.0.1.2"
            "LocalPackage"=hex(2):43,00,3a,00,5c,\\
              00,61,00,00,00
            "WindowsInstaller"=dword:00000001

            [%1$s\\UpgradeCodes\\%2$s]
            "%2$s"=""
            """
                .formatted(Exports.INSTALLER, PRODUCT);
    String programs =
        Exports.HEADER
            + """
            [%s\\{01234567-89AB-CDEF-0123-456789ABCDEF}]
            "DisplayName"="DNS Client"
            "DisplayVersion"="8.0.1.2"
            "Publisher"="Microsoft"
            """
                .formatted(Exports.UNINSTALL);
    return Stream.of(
        ForeignFile.utf8(export),
        ("\uFEFF" + programs).getBytes(UTF_16LE),
        ForeignFile.utf8(
            "DisplayName,DisplayVersion,Publisher,PSChildName\nDNS,1.0,MS,{01234567-89AB-CDEF-0123-456789ABCDEF}\n"),
        ForeignFile.utf8("[{\"DisplayName\": \"DNS\", \"DisplayVersion\": \"1.0\"}]"));
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "Windows Registry Editor Version 5.00",
    "REGEDIT4",
    "[HKEY_LOCAL_MACHINE\\SOFTWARE\\",
    "Wow6432Node",
    "Microsoft\\Windows\\CurrentVersion\\Installer",
    "\\UserData\\S-1-5-18\\Products\\",
    "\\Patches\\",
    "\\InstallProperties]",
    "\\UpgradeCodes\\",
    "\\Uninstall\\",
    "\"=\"",
    "\"=dword:",
    "\"=hex(2):",
    "\"=hex(7):",
    "\"=hex:",
    "@=\"",
    "=-",
    "[-",
    ",\\",
    "DisplayName",
    "DisplayVersion",
    "State",
    "AllPatches",
    "5c3d2b1a0f9e8d7c6b5a4f3e2d1c0b9a",
    "{01234567-89AB-CDEF-0123-456789ABCDEF}"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    InstalledProducts products;
    try {
      products = RegistryReader.read(ForeignFile.of("a.reg", bytes));
    } catch (RegistryFormatException refused) {
      Complaint.assertClear(refused, RegistryFormatException.class);
      return;
    }
    for (RegisteredProduct product : products.products()) {
      assertThat(product.line()).isBetween(1, bytes.length + 1);
      assertThat(product.name()).isNotNull();
      assertThat(product.versions()).isNotNull();
      assertThat(product.localPackages()).isNotNull();
    }
  }
}
