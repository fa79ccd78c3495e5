package io.kbaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.baseline.JsonBaseline;
import io.kbaudit.database.DatabaseObjects;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.PlaceListReader;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileReader;
import io.kbaudit.inventory.listing.ListingReader;
import io.kbaudit.inventory.saved.InventoryReader;
import io.kbaudit.registry.RegistryReader;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.settings.SettingsReader;
import io.kbaudit.waiver.WaiverReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is repeated over and over, in whatever place, each reader of texts reads it or refuses
 * it, and comes to an end: what a whole megabyte of it costs is tried in a campaign.
 */
class HostileTextsTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  /** Around what is repeated, as much as it takes that a reader looks at it at all. */
  private static final List<String> PLACES =
      List.of(
          "%s",
          "| File name | Date | Size |\n|---|---|---|\n| a.msi | 10-Mar-2011 | %s |\n",
          "File name  Date         Size\n\na.msi      10-Mar-2011  1\n%s",
          "<html><table><tr><th>File name<th>Size<tr><td>a.msi<td>%s",
          "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n%s",
          "FullName,Length,LastWriteTimeUtc\n\"C:\\%s\",1,2011-03-10T10:04:00Z\n",
          " Directory of C:\\x\n\n03/10/2011  10:04 AM           679,936 %s\n",
          "Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\x]\n%s",
          "article: KB2492954\nlocations:\n  package:\n    where: %s",
          "waivers:\n  - reason: %s",
          "{\"schemaVersion\": 1, \"verdict\": %s",
          "{\"schemaVersion\": 1, \"later\": \"%s\"}",
          "[{\"FullName\": \"%s\"}]");

  private static final List<String> CHARACTERS =
      Stream.of(
              " \t\n\r\f\0|,;\"'()[]{}<>&=-_*`#+.:!?\\/~@%$^".split("", -1),
              new String[] {
                "a",
                "9",
                "\r\n",
                "..",
                "a\u0301",
                "\u0301",
                "\u0345\u0301",
                "\u0F72\u0F71",
                "\u0130",
                "\u1E9E",
                "\u00DF",
                "\uFB03",
                "\uFDFA",
                "\u03A3",
                "a\u03A3.",
                "\uD83D\uDE00",
                "\uD800",
                "\u202E",
                "\u05D0",
                "\u00A0",
                "\u3000",
                "\u2028",
                "\u0085",
                "\uFFFE",
                "\u1100\u1161"
              })
          .flatMap(Stream::of)
          .filter(text -> !text.isEmpty())
          .toList();

  private static final List<String> LINES =
      List.of(
          "a.msi 10-Mar-2011 10:04 679,936\n",
          "File name Date Time Size\n",
          "# Heading\n",
          "| a | b |\n",
          "|---|---|\n",
          "||a||b||\n",
          "a,b,c\n",
          "a;b\n",
          "+---+---+\n",
          "====  ====\n",
          "[table]\n[tr][td]a\n",
          "{|\n| a\n",
          "|===\n|a\n",
          "|_. a |\n",
          "File name: a.msi\n",
          "SHA256 hash of a.msi:\n",
          "Path,Length\n",
          "or\n",
          "a: b\n",
          "- a\n",
          "d41d8cd98f00b204e9800998ecf8427e  a.msi\n",
          ".. list-table::\n\n   * - a\n     - b\n",
          "The English version of this hotfix \n",
          "the English, French and German versions of ",
          "\"DisplayName\"=\"a\"\n",
          "\"a\"=hex:00,\\\n",
          "--b\n",
          "--b\nContent-Type: text/html\n\n<p>a\n",
          "-----BEGIN A-----\n",
          "%YAML 1.2\n---\n");

  private static final List<String> NESTED =
      List.of(
          "<div>",
          "<pre>",
          "<table>",
          "<table><tr><td>",
          "<table><br>",
          "<b>",
          "<font size=1>",
          "<a>",
          "<p>",
          "<li>",
          "<ul>",
          "<svg>",
          "<select><option>",
          "<template>",
          "<nobr>",
          "<!--",
          "<![CDATA[",
          "<a b='",
          "</table>",
          "<td colspan=1000>",
          "<tr><td rowspan=65000>a",
          "Content-Type: message/rfc822\n\n",
          "[",
          "{\"a\":",
          "[{\"a\":",
          "{\"a\":1},",
          "\"a\",",
          "1,",
          "- ",
          "? ",
          "a: ",
          "[a, ",
          "{a: b, ",
          "&a ",
          "*a ",
          "!!a ",
          "\\u0041",
          "a/",
          "a\\",
          "../");

  @TempDir private Path folder;

  private interface Reading {
    void of(Path file) throws IOException;
  }

  private static final Map<String, Reading> READERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("article", HostileTextsTest::readArticle),
              Map.entry("listing", file -> ListingReader.read(file, Optional.empty())),
              Map.entry("registry", RegistryReader::read),
              Map.entry("database", DatabaseObjects::read),
              Map.entry("profile", file -> ProfileReader.read(file, ARTICLE)),
              Map.entry("places", file -> PlaceListReader.read(file, PROFILE)),
              Map.entry("waivers", WaiverReader::read),
              Map.entry("settings", SettingsReader::read),
              Map.entry("audit", file -> SavedAudit.open(file).close()),
              Map.entry("baseline", file -> JsonBaseline.read(file, ARTICLE)),
              Map.entry("inventory", InventoryReader::read)));

  static Stream<String> pieces() {
    return Stream.of(CHARACTERS, LINES, NESTED).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void someOfItIsReadOrRefused(String piece) throws IOException {
    List<String> some =
        List.of(PLACES.get(0), PLACES.get(Math.floorMod(piece.hashCode(), PLACES.size())));

    assertIsReadOrRefused(piece, some, 500);
  }

  @Tag("campaign")
  @Timeout(300) // whatever hangs, does so for hours
  @ParameterizedTest
  @MethodSource("pieces")
  void aMegabyteOfItIsReadOrRefused(String piece) throws IOException {
    assertIsReadOrRefused(piece, PLACES, 1_000_000);
  }

  private void assertIsReadOrRefused(String piece, List<String> places, int length)
      throws IOException {
    String many = piece.repeat(length / piece.length());
    Path file = folder.resolve("text.txt");
    for (String place : places) {
      Files.write(file, place.replace("%s", many).getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, Reading> reader : READERS.entrySet()) {
        try {
          reader.getValue().of(file);
        } catch (IOException refused) {
          assertThat(refused).as(reader.getKey()).hasMessageContaining("text.txt");
        }
      }
    }
  }

  private static void readArticle(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ArticleReader.examine(in, "text.txt", Optional.empty());
    }
  }
}
