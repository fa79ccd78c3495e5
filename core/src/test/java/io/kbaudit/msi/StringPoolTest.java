package io.kbaudit.msi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.kbaudit.fixtures.msi.LongTextLayout;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringPoolTest {
  private static final int WITH_REFERENCE = 1 << 16;

  @Test
  void emptySlotsHaveNumbersToo() throws IOException {
    StringPool pool =
        StringPool.read(pool(0, WITH_REFERENCE | 1, 0, 0, WITH_REFERENCE | 2), bytes("abc"));

    assertThat(pool.count()).isEqualTo(4);
    assertThat(pool.text(1)).isEqualTo("a");
    assertThat(pool.text(2)).isEmpty();
    assertThat(pool.text(4)).isEqualTo("bc");
  }

  @Test
  void theHeaderHasCodePageAndWidthOfReferences() throws IOException {
    StringPool narrow = StringPool.read(pool(932), new byte[0]);
    StringPool wide = StringPool.read(pool(0x8000_0000 | 65001), new byte[0]);

    assertThat(narrow.codePage()).isEqualTo(new CodePage(932));
    assertThat(narrow.referenceBytes()).isEqualTo(2);
    assertThat(wide.codePage()).isEqualTo(new CodePage(65001));
    assertThat(wide.referenceBytes()).isEqualTo(3);
    assertThat(wide.count()).isZero();
  }

  @Test
  void textsInAnUnknownCodePageAreReadAsWesternEuropean() throws IOException {
    byte[] data = {(byte) 0xE9};

    StringPool pool = StringPool.read(pool(12_345, WITH_REFERENCE | 1), data);

    assertThat(pool.text(1)).isEqualTo("é");
  }

  /** Java takes a third of a millisecond to find that it does not know one. */
  @Test
  void anUnknownCodePageIsNotLookedUpForEveryText() throws IOException {
    int[] words = new int[50_001];
    Arrays.fill(words, WITH_REFERENCE | 1);
    words[0] = 12_345;
    StringPool pool = StringPool.read(pool(words), new byte[50_000]);

    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (int id = 1; id <= pool.count(); id++) {
            assertThat(pool.text(id).length()).isEqualTo(1);
          }
        });
  }

  static Stream<Arguments> longTexts() {
    return Stream.of(LongTextLayout.values())
        .flatMap(
            layout ->
                Stream.of(65_535, 65_536, 65_537, 131_072, 147_456)
                    .map(length -> Arguments.of(layout, length)));
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void longTextsAreReadInBothLayouts(LongTextLayout layout, int length, @TempDir Path folder)
      throws IOException {
    String text = "lorem ip".repeat(length / 8 + 1).substring(0, length);
    Path file = folder.resolve("a.msi");
    MsiFixture.smallest()
        .longTexts(layout)
        .property("EULA", text)
        .property("Ultimate", "the text behind it")
        .writeTo(file);

    MsiInspection inspection = MsiInspection.of(file);

    assertThat(inspection.problems()).isEmpty();
    assertThat(inspection.properties())
        .containsEntry("EULA", text)
        .containsEntry("Ultimate", "the text behind it")
        .containsEntry("ProductName", "Fixture");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 6, 7})
  void partsOfEntriesAreRefused(int bytes) {
    assertThatExceptionOfType(MsiFormatException.class)
        .isThrownBy(() -> StringPool.read(new byte[bytes], new byte[0]))
        .withMessage("_StringPool has " + bytes + " bytes, no header and whole entries of 4");
  }

  @Test
  void lengthsThatDoNotAddUpAreRefused() {
    for (String data : List.of("ab", "abcd")) {
      assertThatExceptionOfType(MsiFormatException.class)
          .isThrownBy(() -> StringPool.read(pool(0, WITH_REFERENCE | 3), bytes(data)))
          .withMessage(
              "the 1 entries of _StringPool do not add up to the "
                  + data.length()
                  + " bytes of _StringData");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 932, 1252, 65001})
  void aZeroInATextIsToldAndTheOthersAreReadAllTheSame(int codePage) throws IOException {
    int[] entries = {codePage, WITH_REFERENCE | 3, WITH_REFERENCE | 2};

    StringPool pool = StringPool.read(pool(entries), bytes("abcd\0"));

    assertThat(pool.problem()).contains("a text in _StringData has a zero at byte 4 of 5");
    assertThat(pool.text(1)).isEqualTo("abc");
    assertThat(StringPool.read(pool(entries), bytes("abcde")).problem()).isEmpty();
  }

  @Test
  void utf16HasZerosInItsTexts() throws IOException {
    StringPool pool = StringPool.read(pool(1200, WITH_REFERENCE | 2), bytes("a\0"));

    assertThat(pool.problem()).isEmpty();
  }

  @Test
  void lengthsThatAddUpToFourGigabytesMoreAreRefused() {
    byte[] pool = pool(0, WITH_REFERENCE, -1, WITH_REFERENCE | 1, WITH_REFERENCE, 1);

    assertThatExceptionOfType(MsiFormatException.class)
        .isThrownBy(() -> StringPool.read(pool, bytes("a")));
  }

  private static byte[] pool(int... words) {
    ByteBuffer pool = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    pool.asIntBuffer().put(words);
    return pool.array();
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
