package io.kbaudit.cli;

import static io.kbaudit.cli.Run.kbaudit;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.identify.ArticleIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files are identified through the command line, in a folder of articles made here or published.
 */
class IdentifyCommandTest {
  private static final Path PUBLISHED =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("articles/files");

  private static final String TIME = "2011-03-10T10:04:30Z";

  @TempDir Path folder;
  private Path articles;
  private Path file;

  @BeforeEach
  void writeAnArticleAndAFile() throws IOException {
    articles = Files.createDirectory(folder.resolve("articles"));
    article("KB111111.txt", "a.msi | 10-Mar-2011 | 10:04 | 8,192");
    file = folder.resolve("a.msi");
    MsiFixture.sized(8_192).modifiedAt(TIME).writeTo(file);
  }

  private void article(String name, String... rows) throws IOException {
    Path written =
        ListingArticle.write(
            articles,
            ListingArticle.HEADINGS,
            String.join("\n", Stream.of(rows).map(row -> "| " + row + " |").toList()));
    Files.move(written, articles.resolve(name));
    Files.setLastModifiedTime(
        articles.resolve(name), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
  }

  private Path other() throws IOException {
    return Files.writeString(folder.resolve("other.dll"), "no program");
  }

  private static void publishedArticle(String name, Path to) throws IOException {
    Path article = PUBLISHED.resolve(name);
    Skip.unless(Files.exists(article), "corpus of published articles: " + article);
    Files.copy(article, to.resolve(name));
  }

  private static List<String> matches(Run run) {
    List<String> matches = new ArrayList<>();
    for (Object each : run.json().getJSONArray("files")) {
      for (Object match : ((JSONObject) each).getJSONArray("matches")) {
        matches.add(
            ((JSONObject) match).getString("articlePath")
                + " "
                + ((JSONObject) match).getInt("line")
                + " "
                + ((JSONObject) match).getString("evidence"));
      }
    }
    return matches;
  }

  @Test
  void saysWhichArticleListsAFile() {
    Run run = kbaudit("identify", file, "--articles", articles);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "\u2713 " + file + "\n    SIZE_AND_DATE  KB111111  line 5  name, size and date agree\n")
        .contains("\n  KB111111: 1 of 1 row is here, the weakest by SIZE_AND_DATE\n")
        .endsWith("\n1 file: 1 identified, 0 listed by no article; 1 article read, 0 not\n");
  }

  @Test
  void findsAProgramByItsVersionUnderAnotherName() throws Exception {
    Path table =
        ListingArticle.write(
            articles,
            "| File name | File version | File size |",
            "| gpprefcl.dll | 6.1.7600.20555 | 582,656 |");
    Files.move(table, articles.resolve("KB222222.txt"));
    Path renamed = folder.resolve("gpprefcl.old");
    PeFixture library = PeFixture.library().originalFilename("gpprefcl.dll");
    library.sized(582_656).fileVersion("6.1.7600.20555").writeTo(renamed);

    Run found = kbaudit("identify", renamed, "--articles", articles);
    library.sized(582_656).fileVersion("6.1.7600.20554").writeTo(renamed);
    Run other = kbaudit("identify", renamed, "--articles", articles);

    assertThat(found.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(found.out()).contains("    VERSION  KB222222  line 5  ");
    assertThat(other.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
  }

  @Test
  void saysWhichFilesNoArticleLists() throws Exception {
    Path other = other();

    Run run = kbaudit("identify", file, other, "--articles", articles);

    assertThat(run.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(run.out())
        .contains("\u2717 " + other + "  listed by no article\n")
        .endsWith("2 files: 1 identified, 1 listed by no article; 1 article read, 0 not\n");
  }

  @Test
  void cannotTellWhereAnArticleOrALineOfOneIsUnread() throws Exception {
    Path other = other();
    article("KB222222.txt", "b.msi | 10-Mar-2011 | 10:04 | 5", "c.msi | 1 | 2 | 3 | 4 | 5");

    Run partly = kbaudit("identify", other, "--articles", articles);
    Files.write(articles.resolve("junk.bin"), new byte[] {0, 1, 2});
    Run both = kbaudit("identify", other, "--articles", articles);
    Run found = kbaudit("identify", file, "--articles", articles);

    assertThat(partly.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(partly.out())
        .contains(
            "  KB222222: 1 line that lists a file could not be read as a row; 'kbaudit article"
                + " check' says which\n");
    assertThat(both.exitCode()).isEqualTo(ExitCode.INDETERMINATE);
    assertThat(both.out()).contains("  junk.bin: not the text of an article");
    assertThat(found.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(found.out()).contains("junk.bin", "KB222222: 1 line");
  }

  @Test
  void keepsAnIndexAndBringsItUpToDate() throws Exception {
    Path index = articles.resolve(ArticleIndex.NAME);
    Run first = kbaudit("identify", file, "--articles", articles, "--report", "json");
    byte[] kept = Files.readAllBytes(index);

    Run second = kbaudit("identify", file, "--articles", articles, "--report", "json");
    assertThat(second).isEqualTo(first);
    assertThat(Files.readAllBytes(index)).isEqualTo(kept);

    article("KB222222.txt", "a.msi | 10-Mar-2011 | 10:04 | 8,192");
    Run third = kbaudit("identify", file, "--articles", articles, "--report", "json");
    assertThat(matches(third))
        .containsExactly("KB111111.txt 5 SIZE_AND_DATE", "KB222222.txt 5 SIZE_AND_DATE");

    Files.writeString(index, "spilt coffee");
    Run fourth = kbaudit("identify", file, "--articles", articles, "--report", "json");
    assertThat(fourth.out()).isEqualTo(third.out());
    assertThat(fourth.err())
        .isEqualTo("kbaudit: the index '" + index + "' is made anew: it is no index of articles\n");
    assertThat(kbaudit("identify", file, "--articles", articles, "--report", "json"))
        .isEqualTo(third);
  }

  @Test
  void keepsTheIndexElsewhereOrNoneAtAll() {
    Path index = folder.resolve("articles.idx");

    Run elsewhere = kbaudit("identify", file, "--articles", articles, "--index", index, "-q");
    Run none = kbaudit("identify", file, "--articles", articles, "--no-index", "-q");

    assertThat(elsewhere).isEqualTo(none);
    assertThat(none.out())
        .isEqualTo("1 file: 1 identified, 0 listed by no article; 1 article read, 0 not\n");
    assertThat(index).exists();
    assertThat(articles.resolve(ArticleIndex.NAME)).doesNotExist();
  }

  @Test
  void tellsFilesByArticleOfWholeFolders() throws Exception {
    Files.createDirectories(folder.resolve("share/below"));
    Files.copy(file, folder.resolve("share/renamed.msi"));
    Files.setLastModifiedTime(
        folder.resolve("share/renamed.msi"), FileTime.from(Instant.parse(TIME)));
    Files.writeString(folder.resolve("share/below/other.txt"), "other");
    Path share = folder.resolve("share");

    Run flat = kbaudit("identify", share, "--articles", articles, "--report", "json");
    Run recursive = kbaudit("identify", share, "--articles", articles, "--recursive");

    assertThat(matches(flat)).containsExactly("KB111111.txt 5 RENAMED");
    assertThat(flat.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(recursive.exitCode()).isEqualTo(ExitCode.NON_COMPLIANT);
    assertThat(recursive.out())
        .contains("listed as 'a.msi'")
        .containsPattern("(?m)^\\S+share/renamed.msi +RENAMED$")
        .containsPattern("(?m)^\\S+share/below/other.txt +-$");
  }

  @Test
  void writesEachReportWhereItIsWanted() throws Exception {
    Path csv = folder.resolve("files.csv");

    Run run =
        kbaudit(
            "identify", file, "--articles", articles, "--report", "json", "--report", "csv=" + csv);

    assertThat(run.json().getString("outcome")).isEqualTo("ALL_IDENTIFIED");
    assertThat(Files.readString(csv))
        .startsWith("result,path,evidence,article,article_path,row,line,")
        .contains("\r\nIDENTIFIED," + file + ",SIZE_AND_DATE,KB111111,KB111111.txt,1,5,a.msi,");
  }

  @Test
  void writesNoReportOverWhatItIsAbout() throws Exception {
    Path article = articles.resolve("KB111111.txt");
    String text = Files.readString(article);

    for (Path kept : List.of(article, file)) {
      Run run = kbaudit("identify", file, "--articles", articles, "--report", "csv=" + kept);

      assertThat(run)
          .isEqualTo(
              new Run(
                  ExitCode.CANNOT_ASK,
                  "",
                  "kbaudit: '"
                      + kept
                      + "' exists already; --overwrite writes a report over an earlier one\n"));
    }
    assertThat(article).hasContent(text);
  }

  @Test
  void findsThePackagesOfTheReferenceArticleAmongPublishedOnes() throws Exception {
    for (String name : List.of("KB2492954.txt", "KB981506.md", "KB976398.md", "Q222985.txt")) {
      publishedArticle(name, articles);
    }
    Path dns = folder.resolve("DNSClient.msi");
    MsiFixture.sized(679_936).modifiedAt(TIME).writeTo(dns);

    Run run = kbaudit("identify", dns, "--articles", articles);

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("SIZE_AND_DATE  KB2492954  line 82  name, size and date agree\n")
        .contains("  KB2492954: 1 of 22 rows is here")
        .contains("  Q222985: 8 lines that list files could not be read as a row");
  }

  @Test
  void answersTheSameInTurkey() throws Exception {
    article("KB222222.txt", "FILEI.MSI | 10-Mar-2011 | 10:04 | 8,192");
    Path small = Files.copy(file, folder.resolve("filei.msi"));
    Files.setLastModifiedTime(small, FileTime.from(Instant.parse(TIME)));
    Run here = kbaudit("identify", small, "--articles", articles, "--no-index");
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(kbaudit("identify", small, "--articles", articles, "--no-index")).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
    }
    assertThat(here.out()).contains("SIZE_AND_DATE  KB222222");
  }

  @Test
  void printsOnAnyScreen() {
    Run ascii =
        Run.on(
            StandardCharsets.US_ASCII, false, Map.of(), "identify", file, "--articles", articles);
    Run colored = kbaudit("identify", file, "--articles", articles, "--color", "always");

    assertThat(ascii.out()).startsWith("+ " + file + "\n");
    assertThat(colored.out()).contains("\u001B[32m");
  }

  @Test
  void whatCannotBeAskedIsSaidInOneSentence() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path junk = Files.createDirectory(folder.resolve("junk"));
    Files.write(junk.resolve("junk.bin"), new byte[] {0, 1, 2});
    Path link = Files.createSymbolicLink(folder.resolve("link.msi"), Path.of("nowhere"));

    assertSays("Missing required option: '--articles=FOLDER'", "identify", file);
    assertSays("no such file or folder: 'no.msi'", "identify", "no.msi", "--articles", articles);
    assertSays("FILE is empty, and no file is called ''", "identify", "", "--articles", articles);
    assertSays("no such folder: 'no-articles'", "identify", file, "--articles", "no-articles");
    assertSays("'" + file + "' is a file, not a folder", "identify", file, "--articles", file);
    assertSays(
        "--articles is empty, and no folder is called ''", "identify", file, "--articles", "");
    assertSays(
        "there is no file in '" + empty + "'; --recursive looks below it too",
        "identify",
        empty,
        "--articles",
        articles);
    assertSays(
        "no article in '"
            + empty
            + "' lists files that can be read; --recursive looks below it too",
        "identify",
        file,
        "--articles",
        empty);
    assertSays(
        "no article in '" + junk + "' or below lists files that can be read: 'junk.bin', not the",
        "identify",
        file,
        "--recursive",
        "--articles",
        junk);
    assertSays(
        "--index and --no-index exclude each other",
        "identify",
        file,
        "--articles",
        articles,
        "--index",
        "a.idx",
        "--no-index");
    assertSays(
        "a report cannot be the index: 'b.idx'",
        "identify",
        file,
        "--articles",
        articles,
        "--index",
        "b.idx",
        "--report",
        "json=./b.idx");
    assertSays("no such file or folder: '" + link + "'", "identify", link, "--articles", articles);
    assertThat(empty).isEmptyDirectory();
  }

  private static void assertSays(String sentence, Object... args) {
    Run run = kbaudit(args);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_ASK);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("kbaudit: " + sentence).hasLineCount(1);
  }
}
