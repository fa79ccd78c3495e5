package io.kbaudit.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What people write for kbaudit is neither longer nor deeper than they would write it. */
class YamlLimitsTest {
  @Test
  void aMebibyteIsReadAndNoMore() throws IOException {
    String most = "x".repeat(DocumentText.MAXIMUM_BYTES);

    assertThat(read(most)).isEqualTo(most);
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> read(most + "x"))
        .withMessage("a.yaml: larger than 1 MiB, which no list of waivers is");
  }

  @Test
  void aByteOrderMarkDoesNotCount() throws IOException {
    String most = "x".repeat(DocumentText.MAXIMUM_BYTES);

    assertThat(read("\uFEFF" + most)).isEqualTo(most);
  }

  @Test
  void collectionsNestedFourDeepAreReadAndDeeperOnesRefusedWithTheirLine() throws IOException {
    int most = YamlDocument.DEEPEST;

    assertThat(YamlDocument.parse("a.yaml", "profile", nested(most))).isNotNull();
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> YamlDocument.parse("a.yaml", "profile", nested(most + 1)))
        .withMessage("a.yaml, line 5: nested deeper than anything in a profile: '- x'");
  }

  /** Returns a list in lists, each of which begins on a line of its own. */
  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth - 1; i++) {
      text.append("  ".repeat(i)).append("-\n");
    }
    return text.append("  ".repeat(depth - 1)).append("- x\n").toString();
  }

  private static String read(String text) throws IOException {
    return DocumentText.ofYaml(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        "a.yaml",
        "list of waivers");
  }
}
