package io.kbaudit.msi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored names as GNOME's libmsi writes them. */
class StreamNameTest {
  @ParameterizedTest
  @CsvSource({
    "\u4840\u3f3f\u4577\u446c\u3e6a\u44b2\u482f, _StringPool",
    "\u4840\u4559\u44f2\u4568\u4737, Property",
    "\u4840\u430f\u422f, File",
  })
  void ofATableIsMarked(String stored, String name) {
    assertThat(StreamName.isTable(stored)).isTrue();
    assertThat(StreamName.decode(stored)).isEqualTo(name);
  }

  @Test
  void ofAnotherStreamIsNot() {
    String stored = "\u3fca\u4836\u6587\u5b57";

    assertThat(StreamName.isTable(stored)).isFalse();
    assertThat(StreamName.decode(stored)).endsWith("\u6587\u5b57");
  }

  @Test
  void ofAPropertySetIsPrintedWithoutItsControlCharacter() {
    assertThat(StreamName.decode("\u0005SummaryInformation")).isEqualTo("\u0005SummaryInformation");
    assertThat(StreamName.printed("\u0005SummaryInformation")).isEqualTo("SummaryInformation");
  }

  @Test
  void mayBeEmpty() {
    assertThat(StreamName.isTable("")).isFalse();
    assertThat(StreamName.printed("")).isEmpty();
  }

  @Test
  void holdsEveryPairOfItsAlphabet() {
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";
    for (int first = 0; first < 64; first++) {
      for (int second = 0; second < 64; second++) {
        String stored = String.valueOf((char) (0x3800 + (second << 6) + first));

        assertThat(StreamName.decode(stored))
            .isEqualTo("" + alphabet.charAt(first) + alphabet.charAt(second));
      }
    }
  }
}
