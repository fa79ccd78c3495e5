package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.YamlTokens;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of places of any text: YAML, or comma-separated values. */
class PlaceListReaderFuzzTest {
  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            - location: sharepoint
              label: COLLAB01
              path: C:\\temp
              zone: Europe/Berlin
            - {location: dns, inventory: dns.json}
            """,
            """
            Zone;Location;Path;Inventory;Label
            UTC;sharepoint;/srv;;"one, two"
            ;dns;;dns.json;
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @YamlTokens
  @DictionaryEntries({
    "locations:",
    "location",
    "label",
    "path",
    "inventory",
    "zone",
    "sharepoint",
    "dns",
    "msi-share",
    "UTC",
    "Europe/Berlin",
    "+01:00",
    ";",
    ",",
    "\"\""
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    List<ListedPlace> places;
    try {
      places = PlaceListReader.read(ForeignFile.of("places", bytes), PROFILE);
    } catch (ProfileException refused) {
      Complaint.assertClear(refused, ProfileException.class);
      return;
    }
    assertThat(places).isNotEmpty();
    assertThat(places).allMatch(place -> PROFILE.locations().contains(place.location()));
    assertThat(places).noneMatch(place -> place.path().isBlank());
  }
}
