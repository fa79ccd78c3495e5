package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final String PRODUCT = "{0E2FA8F4-17C4-4B6C-9D36-7F5B1B0AB0F1}";
  private static final String OTHER_PRODUCT = "{1f30b905-28d5-5c7d-ae47-806c2c1bc102}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x64;1033            | x64     | [1033]",
        "x64;1033,1031       | x64     | [1033, 1031]",
        "x64; 1033 , 1031    | x64     | [1033, 1031]",
        ";0                  | Intel   | [0]",
        ";                   | Intel   | []",
        "Intel               | Intel   | []",
        "Intel;              | Intel   | []",
        "'Intel;1033,'       | Intel   | [1033]",
        "Intel;English       | Intel   | []",
        "Intel;1033;1031     | Intel   | [1033]",
        "'Intel,Alpha;1033'  | 'Intel,Alpha' | [1033]",
        "Arm64;65535         | Arm64   | [65535]",
        "''                  | Intel   | []",
      })
  void ofAPackageHasAPlatformAndLanguages(String text, String platform, String languages) {
    Template template = Template.parse(text, MsiKind.PACKAGE);

    assertThat(template.text()).isEqualTo(text);
    assertThat(template.platform()).contains(platform);
    assertThat(template.languages()).hasToString(languages);
    assertThat(template.targetProducts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Intel;Germ       | Germ",
        "Intel;0x07       | 0x07",
        "'Intel;1033,Fr'  | '1033,Fr'",
        "Intel;1033;1031  | 1033;1031",
        "'Intel,1031'     | 'Intel,1031'",
        "'Intel,1031;'    | 'Intel,1031;'",
        "Intel 1031       | Intel 1031",
        "1031             | 1031",
        "Intel;-1         | -1",
        "Intel;           |",
        "Intel            |",
        "''               |",
        "'Intel,Alpha'    |",
        "Intel64          |",
        "'Intel,Alpha;0'  |",
        "Intel;1033;      |",
        "'x64;1033, 1031,'|",
      })
  void languagesThatAreStatedInAnotherWayThanByNumberAreTold(String text, String unread) {
    assertThat(Template.parse(text, MsiKind.PACKAGE).unreadLanguages())
        .isEqualTo(Optional.ofNullable(unread));
  }

  @Test
  void ofAPatchNamesTheProductsThatItChanges() {
    String text = PRODUCT + ";" + OTHER_PRODUCT;

    Template template = Template.parse(text, MsiKind.PATCH);

    assertThat(template.targetProducts()).containsExactly(PRODUCT, OTHER_PRODUCT);
    assertThat(template.platform()).isEmpty();
    assertThat(template.languages()).isEqualTo(List.of());
  }

  @Test
  void ofATransformHasAPlatform() {
    assertThat(Template.parse("Intel;1033", MsiKind.TRANSFORM).platform()).contains("Intel");
  }
}
