package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedSizeTest {
  @Property
  void exactBytesCoverThatNumberAlone(
      @ForAll @LongRange(min = 0) long bytes, @ForAll @LongRange(min = 0) long other) {
    ListedSize listed = ListedSize.ofBytes(bytes);

    assertThat(listed.covers(bytes)).isTrue();
    assertThat(listed.covers(other)).isEqualTo(other == bytes);
    assertThat(listed.exceeds(other)).isEqualTo(other < bytes);
    assertThat(listed.exactBytes()).hasValue(bytes);
  }

  @ParameterizedTest(name = "{0} {1} covers {2} to {3} bytes")
  @CsvSource({
    "105,  KB, 106497, 108543",
    "1,    KB, 1, 2047",
    "1.5,  KB, 1434, 1638",
    "1.50, KB, 1526, 1546",
    "2,    MB, 1048577, 3145727",
    "2.1,  MB, 2097153, 2306867",
  })
  void aRoundedSizeCoversWhateverRoundsToIt(
      String amount, ListedSize.Unit unit, long least, long most) {
    ListedSize listed = new ListedSize(new BigDecimal(amount), unit);

    assertThat(listed.covers(least)).isTrue();
    assertThat(listed.covers(most)).isTrue();
    assertThat(listed.covers(least - 1)).isFalse();
    assertThat(listed.covers(most + 1)).isFalse();
    assertThat(listed.exceeds(least - 1)).isTrue();
    assertThat(listed.exceeds(most + 1)).isFalse();
    assertThat(listed.exactBytes()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "-1, BYTES",
    "-0.5, KB",
    "1.5, BYTES",
    "9223372036854775808, BYTES",
    "9007199254740992, KB",
    "8796093022208, MB"
  })
  void whatIsNoSizeIsRefused(String amount, ListedSize.Unit unit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ListedSize(new BigDecimal(amount), unit))
        .withMessage("not a size: " + amount + " " + unit);
  }

  @Test
  void theLargestSizeOfAFileIsASize() {
    assertThat(ListedSize.ofBytes(Long.MAX_VALUE).covers(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void itIsPrintedAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(ListedSize.ofBytes(679_936)).hasToString("679,936 bytes");
      assertThat(new ListedSize(new BigDecimal("105"), ListedSize.Unit.KB)).hasToString("105 KB");
      assertThat(new ListedSize(new BigDecimal("1.50"), ListedSize.Unit.MB)).hasToString("1.50 MB");
    } finally {
      Locale.setDefault(before);
    }
  }

  /** A number of a few characters may stand for one of a billion digits. */
  @ParameterizedTest
  @ValueSource(
      strings = {"1E-999999999", "1E+2147483647", "0E-21", "1E-21", "0.000000000000000000001"})
  void anAmountOfMoreDigitsThanAnySizeHasIsNone(String amount) {
    BigDecimal number = new BigDecimal(amount);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new ListedSize(number, ListedSize.Unit.KB));
  }

  @Test
  void oneByteIsOne() {
    assertThat(ListedSize.ofBytes(1)).hasToString("1 byte");
    assertThat(ListedSize.ofBytes(0)).hasToString("0 bytes");
  }

  @Test
  void anAmountMayHaveTwentyDigitsBehindThePoint() {
    assertThat(new ListedSize(new BigDecimal("1E-20"), ListedSize.Unit.KB))
        .hasToString("0.00000000000000000001 KB");
  }
}
