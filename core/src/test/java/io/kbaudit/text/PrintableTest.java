package io.kbaudit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Dnsclient.msi", "a b.msi", "café.msi", "Ωmega.msi", "日本.msi", "😀.msi"})
  void whatIsPrintableStaysAsItIs(String text) {
    assertThat(Printable.line(text)).isEqualTo(text);
  }

  @Test
  void anEscapeSequenceIsShownAndNotObeyed() {
    assertThat(Printable.line("\u001B[31mred\u001B[0m")).isEqualTo("<U+001B>[31mred<U+001B>[0m");
  }

  @Test
  void aTextStaysInOneLine() {
    assertThat(Printable.line("a.msi\r\nPASS b.msi\u2028\u2029\t"))
        .isEqualTo("a.msi<U+000D><U+000A>PASS b.msi<U+2028><U+2029><U+0009>");
  }

  @Test
  void aMarkThatReversesTheReadingOrderIsShown() {
    assertThat(Printable.line("setup\u202Eism.exe")).isEqualTo("setup<U+202E>ism.exe");
  }

  @Test
  void controlCharactersOfTheUpperBlockAreShown() {
    assertThat(Printable.line("\u0085\u009B31m\u007F")).isEqualTo("<U+0085><U+009B>31m<U+007F>");
  }

  /** What runs builds reads what they print, and may be told that one succeeded. */
  @ParameterizedTest
  @CsvSource({
    "##vso[task.complete result=Succeeded]a.msi, <U+0023>#vso[task.complete result=Succeeded]a.msi",
    "a ##teamcity[buildStatus], a <U+0023>#teamcity[buildStatus]",
    "##[error]a, <U+0023>#[error]a",
    "###[error]a, #<U+0023>#[error]a",
    "::stop-commands::a, <U+003A>:stop-commands::a",
    "'  ::error::a', '  <U+003A>:error::a'"
  })
  void aCommandToWhatRunsBuildsIsShownAndNotObeyed(String text, String shown) {
    assertThat(Printable.line(text)).isEqualTo(shown);
    assertThat(Printable.uncut(text)).isEqualTo(shown);
    assertThat(Printable.uncut(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"##", "## a", "##vso", "##v1[a]", "#[a]", "a::b", "std::vector", ":a"})
  void whatIsNoneStaysAsItIs(String text) {
    assertThat(Printable.line(text)).isEqualTo(text);
  }

  @Test
  void ofManyMarksEachIsLookedAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> Printable.uncut("\n" + "::".repeat(500_000) + "##".repeat(500_000)));
  }

  @Test
  void halfASurrogatePairIsShown() {
    assertThat(Printable.line("a\uD83D.msi")).isEqualTo("a<U+D83D>.msi");
    assertThat(Printable.line("a\uDE00.msi")).isEqualTo("a<U+DE00>.msi");
  }

  @Test
  void aBlankThatIsNotTheOrdinaryOneIsShown() {
    assertThat(Printable.line("a\u00A0b\u3000c")).isEqualTo("a<U+00A0>b<U+3000>c");
  }

  @Test
  void uncutItIsOneLineOfAllCharacters() {
    String million = "\n" + "x".repeat(1_000_000) + "\uFFFF";

    assertThat(Printable.uncut(million)).isEqualTo("<U+000A>" + "x".repeat(1_000_000) + "<U+FFFF>");
  }

  @Test
  void ofAMillionCharactersTheFirstAreShownInFourHundred() {
    String million = "x".repeat(1_000_000);

    String line = Printable.line(million);

    assertThat(line).hasSize(400).matches("x+\\.\\.\\. \\(1,000,000 characters\\)");
  }

  @Test
  void fourHundredCharactersAreShownWhole() {
    String whole = "x".repeat(400);

    assertThat(Printable.line(whole)).isEqualTo(whole);
  }

  @Property
  void everyCharacterOfALineIsPrintable(@ForAll @StringLength(max = 500) String text) {
    assertThat(Printable.line(text).codePoints()).allMatch(Printable::isPrintable);
  }

  @Property
  void makingATextPrintableTwiceChangesNothing(@ForAll @StringLength(max = 500) String text) {
    String once = Printable.line(text);

    assertThat(Printable.line(once)).isEqualTo(once);
  }
}
