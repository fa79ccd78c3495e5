package io.kbaudit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.YamlTokens;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of settings of any text. */
class SettingsReaderFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            # ours
            tolerance: 2s
            verify:
              ignore: ["*.txt", '~$*']
              format: json
            """,
            """
            {scan: {hash: sha256, "\\u00e9": [a, b]}}
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @YamlTokens
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    List<Setting> settings;
    try {
      settings = SettingsReader.read(ForeignFile.of("a.yaml", bytes));
    } catch (SettingsFormatException refused) {
      Complaint.assertClear(refused, SettingsFormatException.class);
      return;
    }
    for (Setting setting : settings) {
      assertThat(setting.line()).isBetween(1, bytes.length + 1);
      assertThat(setting.values()).isNotEmpty();
    }
    assertThat(settings).doesNotHaveDuplicates();
  }
}
