package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of limits in README has those that there are. */
class ReadmeLimitsTest {
  private static final Path README =
      Path.of(System.getProperty("basedir", "")).resolve("../README.md");

  /** Each: the row, what it says of a limit, and the constant whose value stands for the dash. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an article | _, a million lines | article.reader.page.ArticleText | MAXIMUM_BYTES
          an article | _ lines | article.reader.page.ArticleText | MAXIMUM_LINES
          an article | _ a line | article.reader.page.ArticleText | LONGEST_LINE
          an article | rows that blanks part _ characters | article.reader.cell.Word | LONGEST_LINE
          an article | those of digests _ | article.reader.table.DigestLines | LONGEST
          an article | of HTML _ characters | article.reader.page.HtmlParser | MAXIMUM_CHARACTERS
          an article | _ tags | article.reader.page.HtmlParser | MAXIMUM_TAGS
          an article | elements nested _ deep | article.reader.page.HtmlParser | DEEPEST
          an article | frames _ | article.reader.page.ShownAttributes | DEEPEST_FRAMES
          an article | MIME parts of _ | article.reader.page.MimePart | LARGEST
          an article | nested _ deep, headers | article.reader.page.SavedPage | MOST_NESTED
          an article | headers of _ lines | article.reader.page.MimeHeader | MOST_LINES
          an article | tables of _ columns | article.reader.cell.CellHeading | MOST_COLUMNS
          JSON | texts and names of _ | json.JsonReader | LONGEST_TEXT
          JSON | numbers of _ characters | json.JsonReader | LONGEST_NUMBER
          JSON | nested _ deep | json.JsonReader | DEEPEST
          JSON | _ values | json.JsonReader | MOST_VALUES
          JSON | a baseline _ | baseline.JsonBaseline | MAXIMUM_BYTES
          JSON | from standard input _ | report.json.SavedAudit | MOST_COPIED_BYTES
          JSON | a signed one _ | attestation.Envelope | LARGEST_PAYLOAD
          YAML | _, nested | yaml.DocumentText | MAXIMUM_BYTES
          YAML | nested _ deep | yaml.YamlDocument | DEEPEST
          what other programs list | rows of CSV of _ | export.CsvRecords | LONGEST_ROW
          what other programs list | lines of a listing of _ | inventory.listing.TextLines | LONGEST
          what other programs list | of `dir` _ characters | text.DirLine | LONGEST
          what other programs list | of a registry of _ | registry.ExportLines | LONGEST
          what other programs list | values of a registry of _ | registry.ValueData | MOST_BYTES
          packages | a table _ | msi.ole.OleFile | LARGEST_STREAM_READ
          packages | a signature _ | msi.SignedContents | LARGEST_SIGNATURE
          packages | folders nested _ deep | msi.Directories | DEEPEST
          packages | paths of _ characters | msi.Directories | LONGEST_PATH
          programs | _ sections | pe.PortableExecutable | MOST_SECTIONS
          programs | _ resources of a kind | pe.ResourceDirectory | MOST_ENTRIES
          programs | _ version resources | pe.ResourceDirectory | MOST_VERSIONS
          certificates and catalogs | files of _ | signature.CertificateFiles | LARGEST
          certificates and catalogs | files of _ | signature.Catalog | LARGEST
          certificates and catalogs | keys of _ | attestation.PemFile | LARGEST
          certificates and catalogs | of a file _ signatures | signature.ReadSignature | MOST_SIGNATURES
          certificates and catalogs | of a file _ signatures | signature.CertificateTableReader | MOST_ENTRIES
          certificates and catalogs | in a table of _ | signature.CertificateTableReader | LARGEST_TABLE
          certificates and catalogs | _ time stamps | signature.TimeStampReader | MOST_STAMPS
          certificates and catalogs | _ authorities | signature.ChainBuilder | MOST_AUTHORITIES
          certificates and catalogs | _ of them between it | signature.ChainBuilder | LONGEST_PATH
          places that one pattern stands for | _ | PathPattern | MOST_FOUND
          files that do not answer in time | _; | inventory.Attendants | MOST_LEFT_BEHIND
          """)
  void aLimitIsWhatReadmeSays(String row, String words, String type, String constant)
      throws IOException, ReflectiveOperationException {
    Field field = Class.forName("io.kbaudit." + type).getDeclaredField(constant);
    field.setAccessible(true);
    long limit = ((Number) field.get(null)).longValue();
    String line =
        Files.readAllLines(README).stream()
            .filter(each -> each.startsWith("| " + row + " | "))
            .findFirst()
            .orElseThrow();

    assertThat(spellings(limit))
        .anySatisfy(
            spelling ->
                assertThat(line)
                    .containsPattern(
                        "(?<![\\w,])" + Pattern.quote(words.replace("_", spelling)) + "(?!\\w)"));
  }

  /** Returns how people write a number of bytes, or of anything else. */
  private static List<String> spellings(long limit) {
    List<String> spellings = new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d", limit)));
    List<String> units = List.of("KiB", "MiB", "GiB");
    for (int i = 0; i < units.size(); i++) {
      long unit = 1L << (10 * (i + 1));
      if (limit % unit == 0) {
        spellings.add(String.format(Locale.ROOT, "%,d %s", limit / unit, units.get(i)));
      }
    }
    spellings.add(limit == 1_000_000 ? "a million" : (limit >> 20) + " million");
    return spellings;
  }
}
