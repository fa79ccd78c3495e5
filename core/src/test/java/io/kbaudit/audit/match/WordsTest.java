package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "Managed SharePoint 2007 Web Services, managed share point 2007 web services",
    "ManagedSharePoint2007WS, managed share point 2007 ws",
    "Managedsharepoint2007ws, managedsharepoint 2007 ws",
    "Exchange2007OABResourceManagerNS, exchange 2007 oab resource manager ns",
    "DNS-Client_x64 (4.0), dns client x 64 4 0",
    "E-mail, e mail",
    "clientx64, client x 64",
    "6clientx64, 6 client x 64",
    "Microsoft(R) DNS\u2122 Client\u00AE, microsoft dns client",
    "Größe überall, größe überall",
    "Установщик программы, установщик программы",
    "日本語 2007, 日本語 2007",
  })
  void areLettersOfOneKindOrDigits(String name, String words) {
    assertThat(Words.of(name)).hasToString(words);
  }

  @Test
  void areNoneOfAText() {
    assertThat(Words.of(" - (\u00AE) ").isEmpty()).isTrue();
    assertThat(Words.of("").isEmpty()).isTrue();
  }

  @Test
  void marksOnLettersAreTheSameHoweverTheyAreWritten() {
    assertThat(Words.of("Cafe\u0301 Setup")).isEqualTo(Words.of("Caf\u00E9 Setup"));
  }

  @Test
  void syllablesAreTheSameHoweverTheyAreWritten() {
    assertThat(Words.of("\u1112\u1161\u11AB")).isEqualTo(Words.of("\uD55C"));
  }

  @ParameterizedTest
  @CsvSource({
    "Alpha, true",
    "Microsoft Alpha 2007, true",
    "Setup, false",
    "Microsoft Setup 2.0 (x64), false",
    "'', false"
  })
  void tellOnlyIfOneIsMoreThanAVersionOrTheWordSetup(String name, boolean tell) {
    assertThat(Words.of(name).tell()).isEqualTo(tell);
  }

  @Test
  void areTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));

      assertThat(Words.of("DNSClient INSTALL").list())
          .isEqualTo(List.of("dns", "client", "install"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
