package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.fixtures.folder.RollupFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles shown, checked, begun, and used for an audit. */
class ProfileCommandTest {
  private static final String TABLE =
      """
      | File name | Date | Time | File size |
      |---|
      | Client.msi | 10-Mar-2011 | 10:04 | 1,024 |
      | ManagedEmail | 10-Mar-2011 | 10:04 | 2,048 |

      The end.
      """;

  private static final String OURS =
      """
      article: KB2492954
      locations:
        - name: our-dns
          where: NS7
          phase: post-install
          accept: or-later
          files: [DNSClient.msi, DNSProvider.msi]
      """;

  @TempDir Path folder;

  private static void assertRefused(Run run, String sentence) {
    assertThat(run.err()).isEqualTo("kbaudit: " + sentence + "\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEmpty();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void showsTheBundledProfileUnlessAnotherIsNamed() {
    Run run = kbaudit("profile", "show");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("2  msi-share\n   where      the first MPS server, MPS01\n")
        .contains("7 locations, 22 of 22 rows of KB2492954 have a location\n")
        .endsWith("Row 19, Servicebase.msi, is only where all files are.\n");
    assertThat(kbaudit("profile", "show", "2492954")).isEqualTo(run);
  }

  @Test
  void showsAProfileOfOnesOwnWithTheArticleThatItNames() throws IOException {
    Path ours = file("ours.yaml", OURS);

    JSONObject profile = kbaudit("profile", "show", "--report", "json", ours).json();

    assertThat(profile.getString("source")).isEqualTo("ours.yaml");
    assertThat(profile.getJSONObject("article").getString("id")).isEqualTo("KB2492954");
    JSONObject location = profile.getJSONArray("locations").getJSONObject(0);
    assertThat(location.getString("name")).isEqualTo("our-dns");
    assertThat(location.isNull("path")).isTrue();
    assertThat(location.getJSONArray("files").toList())
        .containsExactly("Dnsclient.msi", "Dnsprovider.msi");
    assertThat(profile.getJSONArray("unplaced")).hasSize(20);
  }

  @Test
  void showsAProfileOfAnArticleInAFile() throws IOException {
    Path article = file("table.md", TABLE);
    Path profile =
        file(
            "ours.yaml",
            OURS.replace("article: KB2492954", "names: {2: ManagedEmailNS.msi}")
                .replaceAll("files: .*", "files: [managedemailns.msi]"));

    Run run = kbaudit("profile", "show", profile, "--article", article);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("2    ManagedEmailNS.msi  x\n")
        .endsWith(
            "1 location, 1 of 2 rows of table.md have a location\nRow 1, Client.msi, has no location.\n");
  }

  @Test
  void checksAProfile() throws IOException {
    Path whole = file("whole.yaml", BundledProfiles.text(BundledArticles.KB2492954).orElseThrow());
    Path text = file("KB2492954.txt", TABLE);
    Path part = file("part.yaml", OURS.replaceAll("files: .*", "files: [Client.msi]"));

    assertThat(kbaudit("profile", "check", whole))
        .isEqualTo(
            new Run(
                ExitCode.OK,
                """
                whole.yaml: 7 locations, 22 of 22 rows of KB2492954 have a location
                Row 19, Servicebase.msi, is only where all files are.
                """,
                ""));
    assertThat(kbaudit("profile", "check", part, "--article", text))
        .isEqualTo(
            new Run(
                ExitCode.OK,
                """
                part.yaml: 1 location, 1 of 2 rows of KB2492954 have a location
                Row 2, ManagedEmail, has no location.
                """,
                ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "show"})
  void refusesAProfileThatIsWrongWithItsLine(String subcommand) throws IOException {
    Path typo = file("typo.yaml", OURS.replace("where", "were"));
    Path unlisted = file("unlisted.yaml", OURS.replace("DNSClient", "DNSCleint"));
    Path silent = file("silent.yaml", OURS.replace("article: KB2492954\n", ""));
    Path other = file("other.yaml", OURS.replace("KB2492954", "KB976398"));

    assertRefused(
        kbaudit("profile", subcommand, typo),
        "typo.yaml, line 4: unknown key of a location: 'were'; did you mean 'where'?");
    assertRefused(
        kbaudit("profile", subcommand, unlisted),
        "unlisted.yaml, line 7: a file that KB2492954 does not list: 'DNSCleint.msi'; did you mean"
            + " 'Dnsclient.msi'?");
    assertRefused(
        kbaudit("profile", subcommand, silent),
        "the profile '"
            + silent
            + "' does not say which article it is for; name the article with --article");
    assertRefused(
        kbaudit("profile", subcommand, other),
        "the profile '"
            + other
            + "' is for KB976398, which is not bundled; name the article with --article");
    assertRefused(
        kbaudit("profile", subcommand, other, "--article", "KB2492954"),
        "other.yaml, line 1: this profile is for another article than KB2492954: 'KB976398'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "show"})
  void refusesAProfileThatIsNotThere(String subcommand) {
    Path nowhere = folder.resolve("no.yaml");

    assertRefused(kbaudit("profile", subcommand, nowhere), "no such profile: '" + nowhere + "'");
    assertRefused(
        kbaudit("profile", subcommand, folder), "'" + folder + "' is a folder, not a profile");
    assertRefused(
        kbaudit("profile", subcommand, ""), "the profile is empty, and no file is called ''");
  }

  @Test
  void refusesWhatCannotBeShown() throws IOException {
    Path ours = file("ours.yaml", OURS);

    assertRefused(
        kbaudit("profile", "show", "KB976398"),
        "there is no bundled profile of KB976398; 'kbaudit profile init' writes one to begin with");
    assertRefused(
        kbaudit("profile", "show", "KB2492954", "--article", "KB2492954"),
        "--article goes with a profile's file; the bundled profile of KB2492954 has its own");
    assertRefused(
        kbaudit("profile", "show", ours, "--report", "json=" + ours),
        "'" + ours + "' exists already; --overwrite writes a report over an earlier one");
    assertRefused(kbaudit("profile"), "'profile' wants to know what: show, check or init");
  }

  @Test
  void beginsWithTheBundledProfile() {
    String text = BundledProfiles.text(BundledArticles.KB2492954).orElseThrow();

    assertThat(kbaudit("profile", "init", "KB2492954")).isEqualTo(new Run(ExitCode.OK, text, ""));
    assertThat(kbaudit("profile", "init", "KB2492954", "-o", "-").out()).isEqualTo(text);
  }

  @Test
  void beginsAProfileThatIsReadBack() throws IOException {
    Path article = file("KB100000.txt", TABLE.replace("Client.msi", "\u00DCb: #'ung.msi"));
    Path profile = folder.resolve("first.yaml");

    Run init = kbaudit("profile", "init", article, "--output", profile);
    Run check = kbaudit("profile", "check", profile, "--article", article);

    assertThat(init).isEqualTo(Run.wrote(profile, "a profile of 2 rows"));
    assertThat(check.err()).isEmpty();
    assertThat(check.out())
        .isEqualTo("first.yaml: 2 locations, 2 of 2 rows of KB100000 have a location\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void writesUtf8WhateverTheConsoleShows() throws IOException {
    Path article =
        file(
            "KB100000.txt",
            TABLE
                .replace("Client.msi", "\u00DCbung.msi")
                .replaceAll("(?m)^.*ManagedEmail.*\\n", ""));

    Run ascii = Run.on(StandardCharsets.US_ASCII, false, Map.of(), "profile", "init", article);
    Run utf8 = kbaudit("profile", "init", article);

    assertThat(utf8.out()).contains("      - '\u00DCbung.msi'\n");
    assertThat(ascii.out())
        .isEqualTo(
            new String(utf8.out().getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII));
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    Path mine = file("mine.yaml", "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("nowhere.yaml"));

    assertRefused(
        kbaudit("profile", "init", "KB2492954", "-o", mine),
        "'" + mine + "' exists already, and is not written over");
    assertRefused(
        kbaudit("profile", "init", "KB2492954", "-o", link),
        "'" + link + "' exists already, and is not written over");
    assertRefused(
        kbaudit("profile", "init", "KB2492954", "-o", folder.resolve("no/first.yaml")),
        "'" + folder.resolve("no/first.yaml") + "' cannot be written: no such file or folder");
    assertThat(mine).content().isEqualTo("mine");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(mine, link);
    }
  }

  @Test
  void verifiesByAProfileOfOnesOwn() throws IOException {
    Path ours = file("ours.yaml", OURS);
    Path target = Files.createDirectory(folder.resolve("ns7"));
    RollupFolder.kb2492954().without("DNSProvider.msi").writeTo(target);

    Run run =
        kbaudit("verify", "--profile", ours, "--location", "our-dns", "--report", "json", target);

    assertThat(run.err()).isEmpty();
    assertThat(run.findings()).containsExactly("Dnsprovider.msi PRESENCE MISSING");
    assertThat(run.json().getJSONObject("summary").getInt("expected")).isEqualTo(2);
    assertThat(run.json().getJSONObject("target").getString("location")).isEqualTo("our-dns");
  }

  @Test
  void verifiesTheNamesThatAProfileCompletes() throws IOException {
    Path article = file("KB100000.txt", TABLE);
    Path profile =
        file(
            "ours.yaml",
            OURS.replace("article: KB2492954", "names: {2: ManagedEmailNS.msi}")
                .replaceAll("files: .*", "files: all"));
    Path target = Files.createDirectory(folder.resolve("target"));

    Run run =
        kbaudit("verify", "--article", article, "--profile", profile, "--report", "json", target);

    assertThat(run.findings())
        .isEqualTo(List.of("Client.msi PRESENCE MISSING", "ManagedEmailNS.msi PRESENCE MISSING"));
  }

  @Test
  void refusesToVerifyByAProfileThatDoesNotFit() throws IOException {
    Path ours = file("ours.yaml", OURS);
    Path wrong = file("wrong.yaml", OURS.replace("or-later", "or-newer"));

    assertRefused(
        kbaudit("verify", "--profile", ours, "--location", "dns", folder),
        "unknown location 'dns'; ours.yaml has our-dns");
    assertRefused(
        kbaudit("verify", "--profile", wrong, folder),
        "wrong.yaml, line 6: unknown word for 'accept': 'or-newer'; it is 'exact' or 'or-later'");
    assertRefused(
        kbaudit("verify", "--profile", folder.resolve("no.yaml"), folder),
        "no such profile: '" + folder.resolve("no.yaml") + "'");
    assertRefused(
        kbaudit("verify", "--profile", ours, "--report", "json=" + ours, folder),
        "'" + ours + "' exists already; --overwrite writes a report over an earlier one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "check", "init"})
  void helpSaysWhatEachSubcommandTakes(String subcommand) {
    Run run = kbaudit("profile", subcommand, "--help");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).startsWith("Usage: kbaudit profile " + subcommand);
    assertThat(kbaudit("profile", "--help").out()).contains(subcommand);
  }
}
