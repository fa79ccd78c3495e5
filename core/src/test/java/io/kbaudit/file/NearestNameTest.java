package io.kbaudit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {
  private static final List<String> NAMES =
      List.of("verify", "plan", "dns", "article", "INSTALLED", "--source-zone", "csv");

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource({
    "verfy, verify",
    "verifyy, verify",
    "evrify, verify",
    "veryfi, verify",
    "VERIFY, verify",
    "paln, plan",
    "dn, dns",
    "dsn, dns",
    "artcile, article",
    "instaled, INSTALLED",
    "--sourcezone, --source-zone",
    "--suorce-znoe, --source-zone",
  })
  void aSlipInThreeLettersIsASlip(String written, String name) {
    assertThat(NearestName.find(written, NAMES)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "luck", "pdf", "x", "", "v", "pink", "--zone", "verification"})
  void whatIsUnlikeEveryNameMeansNone(String written) {
    assertThat(NearestName.find(written, NAMES)).isEmpty();
  }

  @Test
  void aPrefixThatAllHaveMakesNoNameMoreLikeAnother() {
    List<String> variables = List.of("KBAUDIT_FROM", "KBAUDIT_ARTICLE");

    assertThat(NearestName.find("KBAUDIT_FOO", variables)).isEmpty();
    assertThat(NearestName.find("KBAUDIT_FORM", variables)).contains("KBAUDIT_FROM");
    assertThat(NearestName.find("KBUADIT_ARTICLE", variables)).contains("KBAUDIT_ARTICLE");
    assertThat(NearestName.find("--foo", List.of("-q", "--from"))).isEmpty();
    assertThat(NearestName.find("later-then-baseline", List.of("later-than-baseline")))
        .contains("later-than-baseline");
  }

  @Test
  void amongNoNamesNoneIsMeant() {
    assertThat(NearestName.find("verify", List.of())).isEmpty();
  }

  @Test
  void ofTwoAsNearTheFirstInOrderIsMeant() {
    assertThat(NearestName.find("cat", List.of("cut", "car", "bat"))).contains("bat");
  }

  @Test
  void aVeryLongNameIsToldFromAllInNoTime() {
    assertThat(NearestName.find("a".repeat(1_000_000), NAMES)).isEmpty();
  }

  @Test
  void theLocaleDecidesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(NearestName.find("INSTALED", List.of("installed"))).contains("installed");
    } finally {
      Locale.setDefault(before);
    }
  }
}
