package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report names a folder alike on every machine, and tells nothing of the machine. */
class PortablePathTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          target/msi-share,       target/msi-share
          target\\msi-share,      target/msi-share
          ../msi-share,           ../msi-share
          '',                     .
          /home/me/msi-share,     msi-share
          /home/me/msi-share/,    msi-share
          C:\\MSIShare,           MSIShare
          C:MSIShare,             MSIShare
          C:\\,                   C:
          /,                      /
          \\\\MPS01\\share\\temp, temp
          'C:\\a/b c\\',          b c
          """)
  void ofAnAbsoluteFolderOnlyTheLastElementIsNamed(String folder, String named) {
    assertThat(PortablePath.of(folder)).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({"/home/me/msi-share", "C:\\\\MSIShare", "a/b"})
  void whatIsNamedSoIsNamedSoAgain(String folder) {
    String named = PortablePath.of(folder);

    assertThat(PortablePath.of(named)).isEqualTo(named);
  }
}
