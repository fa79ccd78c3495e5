package io.kbaudit.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON",
        "nul",
        "PRN.msi",
        "aux.msi",
        "NUL.tar.gz",
        "AUX .txt",
        "NUL:",
        "CONIN$",
        "conout$",
        "COM0",
        "com9.msi",
        "COM\u00B9",
        "LPT\u00B2.msi",
        "lpt\u00B3",
      })
  void namesOfDevicesAreNoneOfFiles(String name) {
    assertThat(WindowsNames.fault(name)).hasValue("Windows reserves it for a device");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dnsclient.msi",
        "console.msi",
        "my.nul",
        "COM10.msi",
        "COM\u2074",
        "nulls",
        "auxiliary.msi",
        "SETUP~1.MSI",
        " setup.msi",
        ".setup",
        "%PATH%.msi",
        "caf\u00E9.msi",
        "n\u0131l.msi",
      })
  void otherNamesAreThoseOfFiles(String name) {
    assertThat(WindowsNames.fault(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup.msi.", "setup.msi ", "setup.msi. .", "..."})
  void namesThatLoseTheirEndAreThoseOfOtherFiles(String name) {
    assertThat(WindowsNames.fault(name))
        .hasValue("Windows drops blanks and dots at the end of a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup.msi:evil", "setup.msi::$DATA", "C:setup.msi", "setup.msi:nul"})
  void streamsOfFilesAreNoFiles(String name) {
    assertThat(WindowsNames.fault(name))
        .hasValue("in Windows a colon names a stream of another file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.msi", "setup?.msi", "a\"b", "a<b", "a>b", "a|b", "a\nb", "\0"})
  void namesWithReservedCharactersAreThoseOfNoFile(String name) {
    assertThat(WindowsNames.fault(name)).hasValue("it has a character that Windows reserves");
  }

  /** In Turkish, the capital of i is another letter than I. */
  @Test
  void inTurkishTooDevicesAreDevices() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(WindowsNames.fault("conin$")).isPresent();
      assertThat(WindowsNames.fault("con\u0131n$")).isEmpty();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void elsewhereThanInWindowsTheyAreNamesAsAnyOther() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
        FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      assertThat(WindowsNames.faultAt(windows.getPath("C:\\share\\aux.msi"))).isPresent();
      assertThat(WindowsNames.faultAt(windows.getPath("C:\\aux\\a.msi"))).isEmpty();
      assertThat(WindowsNames.faultAt(windows.getPath("C:\\"))).isEmpty();
      assertThat(WindowsNames.faultAt(unix.getPath("aux.msi"))).isEmpty();
    }
  }
}
