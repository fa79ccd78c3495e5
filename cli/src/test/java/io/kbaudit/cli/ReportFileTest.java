package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
  @ParameterizedTest
  @CsvSource({
    "NUL, Windows reserves it for a device",
    "C:\\reports\\aux.json, Windows reserves it for a device",
    "con.html, Windows reserves it for a device",
    "audit.json., Windows drops blanks and dots at the end of a name",
  })
  void inWindowsNoReportIsWrittenToADeviceOrUnderAnotherName(String file, String reason)
      throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      assertThatIOException()
          .isThrownBy(() -> ReportFile.requireFileName(windows.getPath(file)))
          .withMessage(reason);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit.json", "C:\\nul\\audit.json", "nullable.json", "C:\\"})
  void inWindowsAReportMayHaveAnyOtherName(String file) throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      assertThatCode(() -> ReportFile.requireFileName(windows.getPath(file)))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NUL", "aux.json", "audit.json.", "audit.json:1"})
  void elsewhereAReportMayHaveSuchANameToo(String file) throws IOException {
    try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      assertThatCode(() -> ReportFile.requireFileName(unix.getPath(file)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere whole paths are no longer than that")
  void aReportMayHaveTheLongestNameThatThereIs(@TempDir Path folder) throws Exception {
    Path report = folder.resolve("r".repeat(255));

    ReportFile.write(report.toString(), out -> out.write('a'));
    ReportFile.write(report.toString(), out -> out.write('b'));

    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(report).hasContent("b");
  }
}
