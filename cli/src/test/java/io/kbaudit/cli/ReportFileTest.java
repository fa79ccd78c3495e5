package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
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
}
