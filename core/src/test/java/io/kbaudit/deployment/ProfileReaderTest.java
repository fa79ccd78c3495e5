package io.kbaudit.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.audit.Given;
import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
  private static final String MORNING = "2011-03-10T10:04Z";

  /** KB1234567: Client.msi, Provider.msi, and a row that is cut, ManagedEmail2007. */
  private static final Article ARTICLE =
      Given.article(
          Given.row("Client.msi", 1, MORNING),
          Given.row("Provider.msi", 2, MORNING),
          Given.cutRow("ManagedEmail2007", 3, MORNING));

  private static final String PROFILE =
      """
      # Ours.
      article: KB1234567
      components:
        client.msi: The Client
      names:
        3: ManagedEmail2007NS.msi
      locations:
        - name: share
          where: the first server
          path: C:\\Share
          phase: pre-install
          accept: exact
          files: all
        - name: web-2
          where: 'each front end: WEB0n'
          phase: post-install
          accept: or-later
          optional: true
          several: true
          file-names: random
          files:
            - managedemail2007ns.MSI
            - Client.msi
      """;

  @Test
  void everyFieldIsRead() throws IOException {
    Profile profile = read(PROFILE);

    FileName client = FileName.of("Client.msi");
    FileName provider = FileName.of("Provider.msi");
    FileName email = FileName.of("ManagedEmail2007NS.msi");
    assertThat(profile.article()).contains(new ArticleId("KB1234567"));
    assertThat(profile.source()).isEqualTo("my.yaml");
    assertThat(profile.names()).containsOnlyKeys(3).containsEntry(3, email);
    assertThat(profile.components()).containsOnlyKeys(client).containsEntry(client, "The Client");
    assertThat(profile.locations())
        .containsExactly(
            Location.of(
                    "share",
                    "the first server",
                    Phase.PRE_INSTALL,
                    Acceptance.EXACT,
                    Set.of(client, provider, email))
                .path(Optional.of("C:\\Share"))
                .build(),
            Location.of(
                    "web-2",
                    "each front end: WEB0n",
                    Phase.POST_INSTALL,
                    Acceptance.OR_LATER,
                    Set.of(email, client))
                .optional(true)
                .several(true)
                .naming(FileNaming.RANDOM)
                .build());
  }

  @Test
  void aProfileNeedNotSayMoreThanItsLocations() throws IOException {
    Profile profile =
        read(
            """
            locations: [{name: a, where: b, phase: pre-install, accept: exact, files: all}]
            """);

    assertThat(profile.article()).isEqualTo(ARTICLE.id());
    assertThat(profile.names()).isEmpty();
    assertThat(profile.components()).isEmpty();
    assertThat(profile.locations()).extracting(Location::description).containsExactly("b");
  }

  @Test
  void allIsEveryRowAlsoOneThatStaysCut() throws IOException {
    Profile profile = read(without("names:\n  3: ManagedEmail2007NS.msi\n", "all"));

    Location all = profile.locations().get(0);

    assertThat(all.rowsOf(ARTICLE)).containsExactlyElementsOf(ARTICLE.rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%YAML 9.9", "%YAML 2.0"})
  void aVersionOfYamlThatIsNotSupportedIsRefusedWithItsLine(String directive) {
    assertThat(refusal("# Ours.\n\n" + directive + "\n---\n" + PROFILE))
        .hasMessage(
            "my.yaml, line 3: a version of YAML that is not supported; it is read as YAML 1.2: '"
                + directive
                + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", ""})
  void byteOrderMarksAndLineEndingsOfWindowsChangeNothing(String mark) throws IOException {
    assertThat(read(mark + PROFILE.replace("\n", "\r\n"))).isEqualTo(read(PROFILE));
    assertThat(refusal(mark + PROFILE.replace("exact", "axact").replace("\n", "\r\n")))
        .hasMessage(refusal(PROFILE.replace("exact", "axact")).getMessage());
  }

  @Test
  void aTurkishDefaultLocaleChangesNothing() throws IOException {
    Profile here = read(PROFILE);
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
    try {
      assertThat(read(PROFILE)).isEqualTo(here);
      assertThat(refusal("I: 1").getMessage())
          .startsWith("my.yaml, line 1: unknown key of a profile: 'I'");
      assertThat(refusal(PROFILE.getBytes(StandardCharsets.UTF_16LE)).getMessage())
          .isEqualTo("my.yaml, line 1: a character that YAML does not allow: '<U+0000>'");
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void profilesAreReadOnWindows() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path file = Files.writeString(windows.getPath("C:\\my.yaml"), PROFILE);

      assertThat(ProfileReader.read(file, ARTICLE)).isEqualTo(read(PROFILE));
      assertThat(ProfileReader.articleOf(file)).isEqualTo(ARTICLE.id());
      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> ProfileReader.read(file.resolveSibling("other.yaml"), ARTICLE));
    }
  }

  /** What is changed, what it becomes, and what is said of it. */
  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "optional: true | optionl: true"
            + " | line 18: unknown key of a location: 'optionl'; did you mean 'optional'?",
        "names: | rows:"
            + " | line 5: unknown key of a profile: 'rows'; there are article, components, products, names,"
            + " signature, publishers, database, locations",
        "optional: true | accept: exact | line 18: twice, for the first time in line 17: 'accept'",
        "accept: exact | | line 8: a location without its 'accept'",
        "locations: | #"
            + " | line 8: this is not YAML, a line that is not indented as those above it: '- name: share'",
        "article: KB1234567 | article: Update"
            + " | line 2: not the number of an article: 'Update'; one is KB2492954",
        "article: KB1234567 | article: KB2492954"
            + " | line 2: this profile is for another article than KB1234567: 'KB2492954'",
        "client.msi: The Client | clinet.msi: The Client"
            + " | line 4: a file that KB1234567 does not list: 'clinet.msi'; did you mean"
            + " 'Client.msi'?",
        "client.msi: The Client | client.msi:" + " | line 4: a component is left empty",
        "- Client.msi | - Servicebase.msi"
            + " | line 23: a file that KB1234567 does not list: 'Servicebase.msi'",
        "- Client.msi | - MANAGEDEMAIL2007NS.msi"
            + " | line 23: twice, for the first time in line 22: 'MANAGEDEMAIL2007NS.msi'",
        "- Client.msi | - '...' | line 23: not a file name: '...'",
        "- Client.msi | - [Client.msi] | line 23: nested deeper than anything in a profile:"
            + " '- [Client.msi]'",
        "- Client.msi | - ~ | line 23: a file name is left empty",
        "files: all | files: every"
            + " | line 13: 'files' is the word 'all' or a list of file names, not a word: 'every'",
        "files: all | files: {a: b}"
            + " | line 13: 'files' is the word 'all' or a list of file names, not a list of keys",
        "files: all | files: []"
            + " | line 13: 'files' lists none, but something belongs at every location",
        "3: ManagedEmail2007NS.msi | 4: x.msi"
            + " | line 6: KB1234567 has 3 rows, and no row 4: 'x.msi'",
        "3: ManagedEmail2007NS.msi | 1: x.msi"
            + " | line 6: row 1 is not cut, it lists 'Client.msi': 'x.msi'",
        "3: ManagedEmail2007NS.msi | 3: HostedEmail2007NS.msi"
            + " | line 6: the name of row 3 begins with 'ManagedEmail2007': 'HostedEmail2007NS.msi'",
        "3: ManagedEmail2007NS.msi | three: ManagedEmail2007NS.msi"
            + " | line 6: not the number of a row: 'three'; rows count from 1",
        "3: ManagedEmail2007NS.msi | 0: ManagedEmail2007NS.msi"
            + " | line 6: not the number of a row: '0'; rows count from 1",
        "3: ManagedEmail2007NS.msi | 99999999999: ManagedEmail2007NS.msi"
            + " | line 6: not the number of a row: '99999999999'; rows count from 1",
        "3: ManagedEmail2007NS.msi | '[3]: ManagedEmail2007NS.msi'"
            + " | line 6: a key must be a word, not a list: '[3]: ManagedEmail2007NS.msi'",
        "phase: pre-install | phase: preinstall"
            + " | line 11: unknown word for 'phase': 'preinstall'; it is 'pre-install' or"
            + " 'post-install'",
        "accept: exact | accept: Exact"
            + " | line 12: unknown word for 'accept': 'Exact'; it is 'exact' or 'or-later'",
        "file-names: random | file-names: none"
            + " | line 20: unknown word for 'file-names': 'none'; it is 'as-listed' or 'random'",
        "several: true | several: yes"
            + " | line 19: 'several' is true or false, and nothing else: 'yes'",
        "several: true | several: \"true\""
            + " | line 19: 'several' is true or false, and nothing else: 'true'",
        "several: true | several: [true] | line 19: 'several' is a word, not a list",
        "where: the first server | where:" + " | line 9: 'where' is left empty",
        "where: the first server | where: a: b"
            + " | line 9: this is not YAML, a second ':' in a line, which needs quotes: 'where: a: b'",
        "path: C:\\Share | path: \"C:\\Share\""
            + " | line 10: this is not YAML, a backslash in double quotes, where it means more than"
            + " itself; leave the quotes out: 'path: \"C:\\Share\"'",
        "path: C:\\Share | path: \"C:\\temp\""
            + " | line 10: a path with a control character: 'C:<U+0009>emp'; leave the double quotes"
            + " out, in which a backslash means more than itself",
        "3: ManagedEmail2007NS.msi | 3: ManagedEmail2007/../NS.msi"
            + " | line 6: a path, where the full name of row 3 is meant:"
            + " 'ManagedEmail2007/../NS.msi'",
        "- name: share | - name: Share"
            + " | line 8: not a location's name: 'Share'; it is made of lower-case letters, digits"
            + " and '-', as in msi-share",
        "- name: share | - name: --"
            + " | line 8: not a location's name: '--'; it is made of lower-case letters, digits"
            + " and '-', as in msi-share",
        "- name: web-2 | - name: share | line 14: twice, for the first time in line 8: 'share'",
        "- name: share | - name: &a share"
            + " | line 8: an anchor, which a profile has no use for: '&a'",
        "where: the first server | where: *a"
            + " | line 9: an alias, which a profile has no use for: '*a'",
        "where: the first server | where: !!str a"
            + " | line 9: a tag, which a profile has no use for: 'tag:yaml.org,2002:str'",
        "path: C:\\Share | path: \"C"
            + " | line 10: this is not YAML, a quote that is not closed: 'path: \"C'",
        "where: the first server | where: \"\\UFFFFFFFF\""
            + " | line 9: this is not YAML, an escape of no character: 'where: \"\\UFFFFFFFF\"'",
        "where: the first server | where: [a"
            + " | line 10: this is not YAML, expected ',' or ']', but got :: 'path: C:\\Share'",
        "where: the first server | where: @a"
            + " | line 9: this is not YAML, found character '@' that cannot start any token:"
            + " 'where: @a'",
        "accept: or-later | -- | line 17: this is not YAML, a key without its ':': '--'",
      })
  void whatIsWrongIsSaidWithItsLine(String line, String wrong, String sentence) {
    int at = PROFILE.indexOf(line.strip());
    assertThat(at).isPositive();
    String yaml =
        PROFILE.substring(0, at)
            + (wrong == null ? "" : wrong)
            + PROFILE.substring(at + line.length());

    ProfileException refused = refusal(yaml);

    assertThat(refused).hasMessage("my.yaml, " + sentence);
    assertThat(sentence).startsWith("line " + refused.line() + ": ");
  }

  @Test
  void onlyTheBeginningOfANameIsNoFile() {
    assertThat(
            refusal(
                """
                locations:
                  - name: a
                    where: b
                    phase: pre-install
                    accept: exact
                    files: [ManagedEmail2007]
                """))
        .hasMessage(
            "my.yaml, line 6: only the beginning of a name that KB1234567 cuts: 'ManagedEmail2007';"
                + " the whole of it belongs under 'names', as that of row 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | my.yaml: it is empty, or all comment",
        "'# nothing' | my.yaml: it is empty, or all comment",
        "'locations: []' | my.yaml, line 1: 'locations' lists none, and there is nothing to audit",
        "'locations: all' | my.yaml, line 1: 'locations' is a list of locations, not a word: 'all'",
        "'locations:' | my.yaml, line 1: 'locations' is a list of locations, and nothing is there",
        "'article: 1234567' | my.yaml, line 1: a profile without its 'locations'",
        "'- a' | my.yaml, line 1: a profile is keys and their values, not a list",
        "'a' | my.yaml, line 1: a profile is keys and their values, not a word: 'a'",
        "'names: [a]' | my.yaml, line 1: 'names' is keys and their values, not a list",
        "'locations: [a]' | my.yaml, line 1: a location is keys and their values, not a word: 'a'",
      })
  void whatIsNoProfileIsRefused(String yaml, String sentence) {
    String more = yaml.startsWith("names") ? yaml + "\nlocations: []" : yaml;

    assertThat(refusal(more)).hasMessage(sentence);
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(refusal(PROFILE + "---\n" + PROFILE))
        .hasMessage("my.yaml, line 24: a second document begins; a profile is a single one");
  }

  @Test
  void depthIsRefusedWhereItBegins() {
    assertThat(refusal("locations: " + "[".repeat(100_000)))
        .hasMessageStartingWith("my.yaml, line 1: nested deeper than anything in a profile: '");
    assertThat(refusal("locations:\n  " + "- ".repeat(100_000)))
        .hasMessageStartingWith("my.yaml, line 2: nested deeper than anything in a profile: '");
    assertThat(refusal("? ".repeat(100_000))).hasMessageStartingWith("my.yaml, line 1: ");
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertThat(refusal("article: 1\nwhere: \u00E9".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage("my.yaml, line 2: a byte that is not UTF-8, as a profile has to be: 'E9'");
    assertThat(refusal("article: 1\nwhere: \0".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("my.yaml, line 2: a character that YAML does not allow: '<U+0000>'");
    assertThat(refusal(PROFILE.getBytes(StandardCharsets.UTF_16)))
        .hasMessage("my.yaml, line 1: a byte that is not UTF-8, as a profile has to be: 'FE'");
    assertThat(refusal(PROFILE.getBytes(Charset.forName("IBM037"))).line()).isOne();
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    String padding = "#".repeat((1 << 20) - PROFILE.length() - 1) + "\n";

    assertThat(read(padding + PROFILE)).isEqualTo(read(PROFILE));
    assertThat(refusal("#" + padding + PROFILE))
        .hasMessage("my.yaml: larger than 1 MiB, which no profile is");
  }

  @Test
  void hostileTextIsShownSafely() {
    assertThat(refusal("\"red\\e[31m\\ntwo\": 1").getMessage())
        .startsWith(
            "my.yaml, line 1: unknown key of a profile: 'red<U+001B>[31m<U+000A>two'; there are");
    assertThat(refusal("\"" + "k".repeat(900) + "\": 1").getMessage())
        .contains("kkk... (900 characters)'; there are")
        .hasSizeLessThan(400);
  }

  private static String without(String text, String files) {
    return PROFILE
        .replace(text, "")
        .replace("\n      - managedemail2007ns.MSI\n      - Client.msi", " " + files);
  }

  private static Profile read(String yaml) throws IOException {
    return read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static Profile read(byte[] yaml) throws IOException {
    return ProfileReader.read(new ByteArrayInputStream(yaml), "my.yaml", ARTICLE);
  }

  private static ProfileException refusal(String yaml) {
    return refusal(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static ProfileException refusal(byte[] yaml) {
    return catchThrowableOfType(ProfileException.class, () -> read(yaml));
  }
}
