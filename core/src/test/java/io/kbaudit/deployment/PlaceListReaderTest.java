package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kbaudit.article.reader.BundledArticles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceListReaderTest {
  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  private static final List<ListedPlace> THREE =
      List.of(
          new ListedPlace(
              location("sharepoint"),
              Optional.of("COLLAB01"),
              "\\\\COLLAB01\\temp",
              false,
              Optional.of(ZoneId.of("Europe/Berlin"))),
          new ListedPlace(
              location("sharepoint"),
              Optional.of("COLLAB, 02"),
              "collab02.json",
              true,
              Optional.empty()),
          new ListedPlace(location("dns"), Optional.empty(), "/mnt/dns*", false, Optional.empty()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        # Ours.
        - location: sharepoint
          label: COLLAB01
          path: \\\\COLLAB01\\temp
          zone: Europe/Berlin
        - {location: sharepoint, label: "COLLAB, 02", inventory: collab02.json}
        - location: dns
          path: '/mnt/dns*'
        """,
        """
        locations:
          - {location: sharepoint, label: COLLAB01, path: '\\\\COLLAB01\\temp', zone: Europe/Berlin}
          - {location: sharepoint, label: "COLLAB, 02", inventory: collab02.json}
          - {location: dns, path: "/mnt/dns*"}
        """,
        """
        [{"location": "sharepoint", "label": "COLLAB01", "path": "\\\\\\\\COLLAB01\\\\temp",
          "zone": "Europe/Berlin"},
         {"location": "sharepoint", "label": "COLLAB, 02", "inventory": "collab02.json"},
         {"location": "dns", "path": "/mnt/dns*"}]
        """,
        """
        # Ours.

        location,label,path,inventory,zone
        sharepoint,COLLAB01,\\\\COLLAB01\\temp,,Europe/Berlin
        sharepoint,"COLLAB, 02",,collab02.json,

        dns,,/mnt/dns*
        ,,,,
        """,
        """
        Zone;Location;Path;Inventory;Label;
        Europe/Berlin;sharepoint;\\\\COLLAB01\\temp;;COLLAB01;
        ;sharepoint;;collab02.json;COLLAB, 02;
        ;dns;/mnt/dns*;;;
        """,
        """
        "location"\t"path"\t"inventory"\t"label"\t"zone"\r
        sharepoint\t\\\\COLLAB01\\temp\t\tCOLLAB01\tEurope/Berlin\r
        sharepoint\t\tcollab02.json\tCOLLAB, 02\t\r
        dns\t /mnt/dns* \t\t\t\
        """
      })
  void whicheverWayItIsWrittenItIsTheSame(String list) throws IOException {
    assertThat(read(list)).isEqualTo(THREE);
    assertThat(read("\uFEFF" + list)).isEqualTo(THREE);
  }

  @Test
  void columnsAreKnownInEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));

      assertThat(read("LOCATION,INVENTORY\ndns,a.json\n"))
          .containsExactly(
              new ListedPlace(location("dns"), Optional.empty(), "a.json", true, Optional.empty()));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aCellMayHaveLinesOfItsOwn() throws IOException {
    assertThat(read("location,label,path\ndns,\"DNS\n01\",a\n"))
        .extracting(ListedPlace::label)
        .containsExactly(Optional.of("DNS\n01"));
    assertRefused(
        "location,label,path\ndns,\"DNS\n01\",a\nmoon,,b\n",
        4,
        "unknown location: 'moon'; there are package, msi-share, dns, sharepoint,"
            + " resource-manager, oab-utility, installed");
  }

  @ParameterizedTest(name = "line {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - path: a                                   | 1 | an entry without its 'location'
          - location: dns                             | 1 | an entry without its 'path' or 'inventory'
          - {location: dns, path: a, inventory: b}    | 1 | an entry with both a 'path' and an 'inventory'
          - {location: dnss, path: a}                  | 1 | unknown location: 'dnss'; did you mean 'dns'?
          - {location: dns, path: a, zone: Mars}      | 1 | not a time zone: 'Mars'; one is as +01:00 or Europe/Berlin
          - {location: dns, path: a, lable: x}        | 1 | unknown key of an entry: 'lable'; did you mean 'label'?
          - {location: dns, path: a, path: b}         | 1 | twice, for the first time in line 1: 'path'
          - {location: dns, path: }                   | 1 | 'path' is left empty
          - {location: dns, path: [a]}                | 1 | 'path' is a word, not a list
          - dns                                       | 1 | an entry is keys and their values, not a word: 'dns'
          - &x {location: dns, path: a}               | 1 | an anchor, which a list of locations has no use for: '&x'
          servers: []                                 | 1 | unknown key of a list of locations: 'servers'; there are locations
          locations: dns                              | 1 | a list of locations is a list, not a word: 'dns'
          - {location: dns, path: "a\\temp"}          | 1 | a path with a control character: 'a<U+0009>emp'; in double quotes a backslash means more than itself
          """)
  void whatIsWrongInYamlIsRefusedWithItsLine(String list, int line, String sentence) {
    assertRefused(list, line, sentence);
    assertRefused("# Ours.\n" + list, line + 1, sentence.replace("in line 1", "in line 2"));
  }

  @ParameterizedTest(name = "line {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          location,path;dns                         | 2 | an entry without its 'path' or 'inventory'
          location,path;,a                          | 2 | an entry without its 'location'
          location,path,inventory;dns,a,b           | 2 | an entry with both a 'path' and an 'inventory'
          location,path;dns,a;;dnss,b                | 4 | unknown location: 'dnss'; did you mean 'dns'?
          location,path,zone;dns,a,Mars             | 2 | not a time zone: 'Mars'; one is as +01:00 or Europe/Berlin
          location,path,server;dns,a,x              | 1 | unknown column of a list of locations: 'server'; there are location, label, path, inventory, zone
          location,paht;dns,a                       | 1 | unknown column of a list of locations: 'paht'; did you mean 'path'?
          location,path,Path;dns,a,b                | 1 | twice, for the first time in line 1: 'Path'
          location,path;dns,a,b                     | 2 | a cell for which there is no heading: 'b'
          location,path,;dns,a,b                    | 2 | a cell for which there is no heading: 'b'
          location,path;dns,"a                      | 2 | quotation marks that do not match
          location,path;dns,"a"b                    | 2 | quotation marks that do not match
          dns                                       | 1 | unknown column of a list of locations: 'dns'; there are location, label, path, inventory, zone
          """)
  void whatIsWrongInATableIsRefusedWithItsLine(String list, int line, String sentence) {
    String table = list.replace(";", "\n");

    assertRefused(table, line, sentence);
    assertRefused("#TYPE x\r\n" + table, line + 1, sentence.replace("in line 1", "in line 2"));
    assertRefused("\r\r" + table, line + 2, sentence.replace("in line 1", "in line 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "locations: []", "location,path", "location,path\n,\n\n"})
  void aListOfNoPlaceIsRefused(String list) {
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> read(list))
        .withMessage("servers.txt: it lists no location, and there is nothing to audit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n \n", "# nothing\n"})
  void anEmptyListIsRefused(String list) {
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> read(list))
        .withMessage("servers.txt: it is empty, or all comment");
  }

  @Test
  void whatIsNoTextIsRefused() {
    ProfileException ansi =
        catchThrowableOfType(
            ProfileException.class,
            () -> read("location,label,path\ndns,K\u00F6ln,a\n", StandardCharsets.ISO_8859_1));

    assertThat(ansi)
        .hasMessage(
            "servers.txt, line 2: a byte that is not UTF-8, as a list of locations has to be: 'F6'");
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> read("x".repeat(1 << 20) + "x"))
        .withMessage("servers.txt: larger than 1 MiB, which no list of locations is");
  }

  @Test
  void aListOfAMebibyteIsReadToItsEnd() throws IOException {
    String end = "\nlocation,path\ndns,a\n";

    assertThat(read("#".repeat((1 << 20) - end.length()) + end)).hasSize(1);
  }

  @Test
  void aListThatIsNotThereIsNone(@TempDir Path folder) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> PlaceListReader.read(folder.resolve("no.csv"), PROFILE));
  }

  @Test
  void manyCommentsAndPlacesTakeNoLonger() throws IOException {
    String list = "#\n".repeat(100_000) + "location,path\n" + "dns,a\n".repeat(100_000);

    assertThat(read(list)).hasSize(100_000);
  }

  private static void assertRefused(String list, int line, String sentence) {
    assertThatExceptionOfType(ProfileException.class)
        .isThrownBy(() -> read(list))
        .withMessage("servers.txt, line " + line + ": " + sentence);
  }

  private static List<ListedPlace> read(String list) throws IOException {
    return read(list, StandardCharsets.UTF_8);
  }

  private static List<ListedPlace> read(String list, Charset charset) throws IOException {
    return PlaceListReader.read(
        new ByteArrayInputStream(list.getBytes(charset)), "servers.txt", PROFILE);
  }

  private static Location location(String name) {
    return PROFILE.location(name).orElseThrow();
  }
}
