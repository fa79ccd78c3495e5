package io.kbaudit.inventory.listing;

import static io.kbaudit.inventory.listing.Listed.files;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.inventory.InventoryFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates of any country, which are read as they were meant or not at all. */
class ListedTimesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-US | 3/10/2011 10:04:37 AM   | 2011-03-10T10:04:37Z
          en-US | 3/10/2011 12:04:37 AM   | 2011-03-10T00:04:37Z
          en-AU | 3/10/2011 10:04:37 PM   | 2011-10-03T22:04:37Z
          en-GB | 03/10/2011 22:04:37     | 2011-10-03T22:04:37Z
          fr-FR | 03/10/2011 22:04:37     | 2011-10-03T22:04:37Z
          de-DE | 10.03.2011 10:04:37     | 2011-03-10T10:04:37Z
          nl-NL | 10-3-2011 10:04:37      | 2011-03-10T10:04:37Z
          da-DK | 10-03-2011 10:04:37     | 2011-03-10T10:04:37Z
          fi-FI | 10.3.2011 10.04.37      | 2011-03-10T10:04:37Z
          ja-JP | 2011/03/10 10:04:37     | 2011-03-10T10:04:37Z
          hu-HU | 2011. 03. 10. 10:04:37  | 2011-03-10T10:04:37Z
          ko-KR | 2011-03-10 오후 10:04:37 | 2011-03-10T22:04:37Z
          de-DE | 2011-03-10T10:04:37Z    | 2011-03-10T10:04:37Z
          ''    | 10.03.2011 10:04:37     | 2011-03-10T10:04:37Z
          ''    | 2011/03/10 10:04        | 2011-03-10T10:04:00Z
          ''    | 25/03/2011 10:04:37     | 2011-03-25T10:04:37Z
          ''    | 3/25/2011 10:04:37 AM   | 2011-03-25T10:04:37Z
          ''    | 1299751477              | 2011-03-10T10:04:37Z
          ''    | -1.5                    | 1969-12-31T23:59:58.500Z
          """)
  void eachCountryHasItsManner(String culture, String text, String time) throws IOException {
    assertThat(read(culture, text)).containsExactly(time);
  }

  @Test
  void anotherDateOfTheListMayTellTheOrder() throws IOException {
    assertThat(read("", "03/10/2011 10:04:37", "25/03/2011 10:04:37"))
        .containsExactly("2011-10-03T10:04:37Z", "2011-03-25T10:04:37Z");
    assertThat(read("", "3/10/2011 10:04:37 AM", "3/25/2011 10:04:37 AM"))
        .containsExactly("2011-03-10T10:04:37Z", "2011-03-25T10:04:37Z");
  }

  @Test
  void aDateThatMayMeanTwoDaysIsNotGuessed() {
    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> read("", "10/10/2011 10:04:37", "03/10/2011 10:04:37"))
        .withMessage(
            "SRV1.list.txt, line 3: '03/10/2011 10:04:37' may have the month first or the day: it"
                + " must be said in which country's manner the list has its dates");
    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(
            () -> read("", "03/10/2011 10:04:37", "25/03/2011 10:04:37", "03/25/2011 10:04:37"))
        .withMessage(
            "SRV1.list.txt, line 2: '03/10/2011 10:04:37' may have the month first, as line 4 has,"
                + " or the day, as line 3 has: it must be said in which country's manner the list"
                + " has its dates");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "de-DE, 3/10/2011 10:04:37 AM",
    "de-DE, 03/10/2011 10:04:37",
    "en-US, 10.03.2011 10:04:37",
    "en-US, 03/10/2011 10:04:37",
    "en-US, 25/03/2011 10:04:37 AM",
    "en-GB, 3/10/2011 10:04:37 AM",
    "en-GB, 03/25/2011 10:04:37"
  })
  void aListOfAnotherCultureIsNotRead(String culture, String text) {
    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> read(culture, text))
        .withMessage(
            "SRV1.list.txt, line 2: '"
                + text
                + "' is no date with a time as is written in the culture "
                + culture
                + ", nor one that is alike everywhere");
  }

  private List<String> read(String culture, String... times) throws IOException {
    StringBuilder csv = new StringBuilder("Name,Length,LastWriteTime\n");
    for (int i = 0; i < times.length; i++) {
      csv.append(i).append(",0,\"").append(times[i]).append("\"\n");
    }
    Optional<Locale> locale =
        culture.isEmpty() ? Optional.empty() : Optional.of(Locale.forLanguageTag(culture));
    List<String> read = new ArrayList<>();
    for (String file : files(Listed.read(folder, csv.toString(), UTF_8, locale))) {
      read.add(file.substring(file.lastIndexOf(' ') + 1));
    }
    return read;
  }
}
