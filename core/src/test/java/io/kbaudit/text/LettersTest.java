package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
  @ParameterizedTest
  @CsvSource({
    "DNSClient.msi, dnsclient.msi",
    "\u0130, i",
    "AL\u0130, ali",
    "\u039F\u0394\u039F\u03A3, \u03BF\u03B4\u03BF\u03C2",
    "\u03A3\u0391\u03A3, \u03C3\u03B1\u03C2",
    "\u03A3, \u03C3",
    "\uD801\uDC00\u0130, \uD801\uDC28i"
  })
  void smallLettersAreThoseOfEveryLanguage(String text, String small) {
    assertThat(Letters.small(text)).isEqualTo(small);
  }

  @ParameterizedTest
  @CsvSource({
    "stra\u00DFe, STRA\u00DFE",
    "\uFB03, \uFB03",
    "\u0131\u0130i, I\u0130I",
    "\uD801\uDC28, \uD801\uDC00"
  })
  void aLetterHasOneCapitalOrStays(String text, String capital) {
    assertThat(Letters.capital(text)).isEqualTo(capital);
  }

  @Test
  void aTurkishComputerHasTheSame() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(Letters.small("TITLE I")).isEqualTo("title i");
      assertThat(Letters.capital("title i")).isEqualTo("TITLE I");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void asManyMarksAsUnicodeAllowsAreNormalized() {
    String marks = "a" + "\u0301\u0323".repeat(15);

    assertThat(Letters.normalized(marks, Form.NFC))
        .isEqualTo(Normalizer.normalize(marks, Form.NFC))
        .isNotEqualTo(marks);
  }

  @Test
  void aTextWithMoreMarksStaysAsItIsSpelt() {
    String marks = "a" + "\u0301\u0323".repeat(15) + "\u0301";

    assertThat(Letters.normalized(marks, Form.NFC)).isEqualTo(marks);
  }

  /** Java's own methods take minutes for them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0130",
        "\u03A3",
        "a\u03A3.",
        "\u00DF",
        "\uFB03",
        "\u0301\u0323",
        "\uD834\uDD6D\u0301\u0323"
      })
  void aMillionOfThemAreComparedInMoments(String letters) {
    String many = letters.repeat(1_000_000 / letters.length());

    assertThat(Letters.small(many)).hasSize(many.length());
    assertThat(Letters.capital(many)).hasSize(many.length());
    assertThat(Letters.normalized(many, Form.NFD)).hasSizeGreaterThanOrEqualTo(many.length());
  }
}
