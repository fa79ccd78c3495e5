package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a file is for another platform than its row. */
class StatedPlatformTest {
  private static final Variant UNDER_X64 =
      Variant.of("For all supported x64-based versions of Windows 7");

  @ParameterizedTest
  @CsvSource({"x64, x64, false", "x64, Intel, true", "x86, Intel, false", "x86, x64, true"})
  void theRowsOwnPlatformCounts(String printed, String stated, boolean other) {
    assertThat(isOther(Variant.of("").onPlatform(printed), stated)).isEqualTo(other);
    assertThat(isOther(UNDER_X64.onPlatform(printed), stated)).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({"x64, false", "Intel, false", "Intel64, true", "Arm64, true"})
  void whereTheRowPrintsNoneItIsOneOfTheHeadings(String stated, boolean other) {
    assertThat(isOther(UNDER_X64, stated)).isEqualTo(other);
  }

  @Test
  void whereNothingIsPrintedNoneIsAnother() {
    assertThat(isOther(Variant.of("File information"), "x64")).isFalse();
  }

  @Test
  void aFileThatStatesNoneIsForNoOther() {
    ExpectedFile row = row(Variant.of("").onPlatform("x64"));
    ObservedFile silent = Given.unreadFile("a.msi", 100, "2011-03-10T10:04:30Z");

    assertThat(StatedPlatform.isOther(row, (ObservedFile.Readable) silent)).isFalse();
  }

  private static boolean isOther(Variant listed, String stated) {
    ObservedFile file =
        Given.file("a.msi", 100, "2011-03-10T10:04:30Z", Given.packageFor(stated + ";1033"));
    return StatedPlatform.isOther(row(listed), (ObservedFile.Readable) file);
  }

  private static ExpectedFile row(Variant variant) {
    return Given.row("a.msi", 100, "").withVariant(variant);
  }
}
