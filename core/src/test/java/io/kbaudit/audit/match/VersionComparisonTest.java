package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a program is of the listed version, or of a later one of the same line. */
class VersionComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "6.1.7601.17514, 6.1.7601.17514, 6.1.7601.17514, true, false",
    "6.1.7601.17513, 6.1.7601.17513, 6.1.7601.17514, true, false",
    "6.1.7601.17513, 6.1.7601.17514, 6.1.7601.17513, false, false",
    "6.1.7601.17513, 6.1.7601.17513, 6.1.7601.17513, false, false",
    "6.1.7601.17600, 6.1.7601.17600, 6.1.7601.17600, false, true",
    "10.0.14393.0, 10.0.14393.0, 10.0.14393.0, false, false",
  })
  void aHigherVersionOfAnotherLineIsNoLaterOne(
      String fileVersion, String productVersion, String text, boolean equal, boolean later) {
    VersionComparison compared = compared(fileVersion, productVersion, text);

    assertThat(compared.isEqual()).isEqualTo(equal);
    assertThat(compared.isLater()).isEqualTo(later);
  }

  private static VersionComparison compared(
      String fileVersion, String productVersion, String text) {
    ExpectedFile row =
        Given.row("a.dll", 100, "").toBuilder().version(Optional.of("6.1.7601.17514")).build();
    ObservedFile.Readable file =
        ((ObservedFile.Readable) Given.unreadFile("a.dll", 100, "2011-03-10T10:04:30Z"))
            .withExecutable(
                Executables.version(fileVersion, productVersion, Map.of("FileVersion", text)));
    return VersionComparison.of(row, file, ServiceBranches.of(List.of(row))).orElseThrow();
  }
}
