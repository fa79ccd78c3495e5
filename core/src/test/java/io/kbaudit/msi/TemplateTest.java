package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
