package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.identify.ArticleIndex;
import io.kbaudit.identify.ArticleListener;
import io.kbaudit.identify.ArticleTally;
import io.kbaudit.identify.Identification;
import io.kbaudit.identify.Identification.Outcome;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.inventory.ScanListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are found in a folder of articles, by way of an index that is never out of date. */
class ArticleSearchTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LISTED = Instant.parse("2011-03-10T10:04:30Z");

  @TempDir Path folder;
  private Path articles;
  private Path file;
  private Path index;

  /** How many articles the last search read. */
  private final AtomicLong read = new AtomicLong();

  @BeforeEach
  void writeArticlesAndAFile() throws IOException {
    articles = Files.createDirectory(folder.resolve("articles"));
    index = articles.resolve(ArticleIndex.NAME);
    write("KB111111.txt", "a.sdb|3|10-Mar-2011|10:04");
    write("KB222222.txt", "b.sdb|3|10-Mar-2011|10:04");
    file = folder.resolve("a.sdb");
    Files.writeString(file, "abc");
    Files.setLastModifiedTime(file, FileTime.from(LISTED));
  }

  private void write(String name, String... rows) throws IOException {
    Path article = articles.resolve(name);
    Files.createDirectories(article.resolveSibling("."));
    Files.writeString(
        article,
        """
        |File name|Size|Date|Time|
        |---|---|---|---|
        |%s|

        End.
        """
            .formatted(String.join("|\n|", rows)));
    Files.setLastModifiedTime(article, FileTime.from(LONG_AGO));
  }

  private ArticleSearch search() {
    read.set(0);
    return ArticleSearch.in(articles)
        .reportingTo(ScanListener.NONE, (done, total) -> read.set(done));
  }

  private static List<String> matches(Identification identification) {
    return identification.files().stream()
        .flatMap(found -> found.matches().stream())
        .map(match -> match.article().label() + " " + match.evidence())
        .toList();
  }

  private void assertStillRight(Identification identification) {
    assertThat(matches(identification))
        .containsExactly("KB111111 SIZE_AND_DATE", "KB222222 RENAMED");
    assertThat(identification.outcome()).isEqualTo(Outcome.ALL_IDENTIFIED);
  }

  @Test
  void theFirstSearchReadsTheArticlesAndTheNextOneTheIndex() throws IOException {
    assertStillRight(search().identify(List.of(file)));
    assertThat(read).hasValue(2);
    byte[] kept = Files.readAllBytes(index);

    assertStillRight(search().identify(List.of(file)));
    assertThat(read).hasValue(0);
    assertThat(Files.readAllBytes(index)).isEqualTo(kept);
    assertThat(namesIn(articles))
        .containsExactly(ArticleIndex.NAME, "KB111111.txt", "KB222222.txt");
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsNewChangedOrGoneIsReadAnewAndNothingElse() throws IOException {
    search().identify(List.of(file));
    write("KB333333.txt", "a.sdb|3|10-Mar-2011|10:04");
    write("KB222222.txt", "b.sdb|4|10-Mar-2011|10:04", "c.sdb|5|10-Mar-2011|10:04");
    Files.delete(articles.resolve("KB111111.txt"));

    Identification identification = search().identify(List.of(file));

    assertThat(matches(identification)).containsExactly("KB333333 SIZE_AND_DATE");
    assertThat(identification.articlesRead()).isEqualTo(2);
    assertThat(read).hasValue(2);
  }

  @Test
  void anArticleOfTheSameSizeAndAnotherTimeIsReadAnew() throws IOException {
    search().identify(List.of(file));
    write("KB111111.txt", "a.sdb|4|10-Mar-2011|10:04");
    Files.setLastModifiedTime(
        articles.resolve("KB111111.txt"), FileTime.from(LONG_AGO.plusSeconds(1)));

    assertThat(matches(search().identify(List.of(file)))).containsExactly("KB222222 RENAMED");
  }

  /** It may be written again within what the file system tells apart. */
  @Test
  void anArticleJustWrittenIsReadAgainNextTime() throws IOException {
    search().at(Clock.fixed(LONG_AGO.plusMillis(1_500), ZoneOffset.UTC)).identify(List.of(file));
    write("KB111111.txt", "a.sdb|4|10-Mar-2011|10:04");

    assertThat(matches(search().identify(List.of(file)))).containsExactly("KB222222 RENAMED");
    search().identify(List.of(file));
    assertThat(read).hasValue(0);
  }

  @Test
  void aDamagedIndexIsSaidOnceAndMadeAnew() throws IOException {
    search().identify(List.of(file));
    byte[] whole = Files.readAllBytes(index);

    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] = (byte) (damaged[i] ^ 0x20);
      Files.write(index, damaged);

      Identification identification = search().identify(List.of(file));

      assertStillRight(identification);
      assertThat(identification.warnings()).as("byte %d", i).hasSizeLessThan(2);
      assertThat(Files.readAllBytes(index)).as("byte %d", i).isEqualTo(whole);
    }
  }

  @Test
  void anIndexThatBreaksOffIsSaidAndMadeAnew() throws IOException {
    search().identify(List.of(file));
    byte[] whole = Files.readAllBytes(index);

    for (int length = 0; length < whole.length; length++) {
      Files.write(index, Arrays.copyOf(whole, length));

      Identification identification = search().identify(List.of(file));

      assertStillRight(identification);
      assertThat(identification.warnings())
          .as("%d bytes", length)
          .singleElement()
          .asString()
          .startsWith("the index '" + index + "' is made anew: ");
      assertThat(Files.readAllBytes(index)).isEqualTo(whole);
    }
  }

  @Test
  void anIndexOfAnotherVersionIsMadeAnewWithoutAWord() throws IOException {
    search().identify(List.of(file));
    byte[] whole = Files.readAllBytes(index);
    byte[] other = whole.clone();
    other["kbaudit articles\n".length() + 3]++;
    Files.write(index, other);

    Identification identification = search().identify(List.of(file));

    assertStillRight(identification);
    assertThat(identification.warnings()).isEmpty();
    assertThat(read).hasValue(2);
    assertThat(Files.readAllBytes(index)).isEqualTo(whole);
  }

  @Test
  void aFileOfOthersIsNotWrittenOverByAnIndexOfThatName() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam");

    Identification identification = search().withIndex(letter).identify(List.of(file));

    assertStillRight(identification);
    assertThat(letter).hasContent("Dear Sir or Madam");
    assertThat(identification.warnings())
        .containsExactly(
            "the index '"
                + letter
                + "' is left as it is, and not used: it is no index of articles");
  }

  @Test
  void anIndexElsewhereLeavesTheFolderAlone() throws IOException {
    Path elsewhere = folder.resolve("articles.idx");

    assertStillRight(search().withIndex(elsewhere).identify(List.of(file)));
    assertStillRight(search().withIndex(elsewhere).identify(List.of(file)));

    assertThat(read).hasValue(0);
    assertThat(namesIn(articles)).containsExactly("KB111111.txt", "KB222222.txt");
  }

  @Test
  void withoutAnIndexNothingIsKept() throws IOException {
    assertStillRight(search().withoutIndex().identify(List.of(file)));

    assertThat(namesIn(articles)).containsExactly("KB111111.txt", "KB222222.txt");
  }

  @Test
  void whereNoIndexCanBeWrittenTheAnswerComesAllTheSame() throws IOException {
    Path nowhere = folder.resolve("no-such-folder/articles.idx");

    Identification identification = search().withIndex(nowhere).identify(List.of(file));

    assertStillRight(identification);
    assertThat(identification.warnings())
        .containsExactly(
            "the index '"
                + nowhere
                + "' cannot be written, so that articles are read anew each time: no such file"
                + " or folder");
  }

  @Test
  void anIndexThatIsAFolderIsLeftAlone() throws IOException {
    Files.createDirectory(index);

    Identification identification = search().identify(List.of(file));

    assertStillRight(identification);
    assertThat(identification.warnings()).hasSize(1);
    assertThat(index).isEmptyDirectory();
  }

  @Test
  void anIndexIsNoArticleWhateverItIsCalled() throws IOException {
    search().withIndex(articles.resolve("old.idx")).identify(List.of(file));
    Files.writeString(
        articles.resolve(ArticleIndex.NAME + ".4711.part"), "of a run that was killed");

    Identification identification = search().identify(List.of(file));

    assertStillRight(identification);
    assertThat(identification.unread()).isEmpty();
    assertThat(identification.articlesRead()).isEqualTo(2);
  }

  @Test
  void articlesBelowAreFoundOnDemandAndKeptForTheNextTime() throws IOException {
    write("below/KB333333.txt", "a.sdb|3|10-Mar-2011|10:04");

    assertThat(search().recursively().identify(List.of(file)).articlesRead()).isEqualTo(3);
    assertThat(search().identify(List.of(file)).articlesRead()).isEqualTo(2);
    assertThat(read).hasValue(0);
    write("KB444444.txt", "d.sdb|3|10-Mar-2011|10:04");
    search().identify(List.of(file));
    assertThat(search().recursively().identify(List.of(file)).articlesRead()).isEqualTo(4);
    assertThat(read).hasValue(0);
  }

  @Test
  void whatListsNoFilesIsNamedWithItsReason() throws IOException {
    Files.write(articles.resolve("junk.bin"), new byte[] {0, 1, 2, (byte) 0xFF, 'M', 'Z'});
    Files.createSymbolicLink(articles.resolve("gone.txt"), Path.of("nowhere"));
    write("partly.txt", "b.sdb|3|10-Mar-2011|10:04", "c.sdb, \"d\"|3|4|5|6");
    Path other = Files.writeString(folder.resolve("other.sdb"), "other");

    Identification identification = search().identify(List.of(other));

    assertThat(identification.unread())
        .extracting(article -> article.path() + ": " + article.problem().orElseThrow())
        .hasSize(2)
        .contains("gone.txt: it is a link that leads nowhere")
        .anyMatch(line -> line.startsWith("junk.bin: not the text of an article"));
    assertThat(identification.partlyRead())
        .extracting(article -> article.path() + " " + article.unreadLines())
        .containsExactly("partly.txt 1");
    assertThat(identification.outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void aFileThatNoArticleListsIsUnlistedWhereAllWereRead() throws IOException {
    Path other = Files.writeString(folder.resolve("other.sdb"), "other");

    assertThat(search().identify(List.of(file, other)).outcome()).isEqualTo(Outcome.SOME_UNLISTED);
  }

  @Test
  void filesOfAFolderAreNamedByTheirPathsAndTheIndexIsNone() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    Files.createDirectory(files.resolve("below"));
    Files.copy(file, files.resolve("a.sdb"));
    Files.copy(file, files.resolve("below/z.sdb"));
    Files.writeString(files.resolve(ArticleIndex.NAME), "no file to identify");

    assertThat(search().identify(List.of(files)).files())
        .extracting(IdentifiedFile::path)
        .containsExactly(files + "/a.sdb");
    assertThat(search().recursively().identify(List.of(files)).files())
        .extracting(IdentifiedFile::path)
        .containsExactly(files + "/a.sdb", files + "/below/z.sdb");
  }

  @Test
  void digestsAreComputedAsTheArticlesListThem() throws IOException {
    Files.writeString(
        articles.resolve("KB333333.txt"),
        """
        |File name|SHA256 hash|
        |---|---|
        |other.sdb|BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD|

        End.
        """);

    Identification identification = search().identify(List.of(file));

    assertThat(matches(identification)).startsWith("KB333333 DIGEST");
    assertThat(identification.here())
        .extracting(ArticleTally::weakest)
        .extracting(Object::toString)
        .contains("DIGEST");
  }

  @Test
  void anyFileSystemWillDo() throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.windows())) {
      Path there = Files.createDirectories(memory.getPath("C:\\articles"));
      Files.copy(articles.resolve("KB111111.txt"), there.resolve("KB111111.txt"));
      Path sought = memory.getPath("C:\\A.SDB");
      Files.write(sought, "abc".getBytes(StandardCharsets.UTF_8));
      Files.setLastModifiedTime(sought, FileTime.from(LISTED));

      Identification identification =
          ArticleSearch.in(there)
              .reportingTo(ScanListener.NONE, ArticleListener.NONE)
              .identify(List.of(sought));

      assertThat(matches(identification)).containsExactly("KB111111 SIZE_AND_DATE");
      assertThat(identification.files().get(0).path()).isEqualTo("C:/A.SDB");
      assertThat(there.resolve(ArticleIndex.NAME)).exists();
    }
  }

  @Test
  void theAnswerIsTheSameInEveryLocale() throws IOException {
    Locale here = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
    try {
      write("KB111111.txt", "FILEI.SDB|3|10-Mar-2011|10:04");
      Path small = Files.copy(file, folder.resolve("filei.sdb"));
      Files.setLastModifiedTime(small, FileTime.from(LISTED));

      assertThat(matches(search().identify(List.of(small)))).contains("KB111111 SIZE_AND_DATE");
    } finally {
      Locale.setDefault(here);
    }
  }

  @Test
  void everyPublishedArticleIsIndexed() throws IOException {
    List<Path> published = Corpus.articles();
    for (Path article : published) {
      Files.copy(article, articles.resolve("corpus-" + article.getFileName()));
    }

    Identification identification = search().identify(List.of(file));

    assertThat(identification.articlesRead() + identification.unread().size())
        .isEqualTo(published.size() + 2);
    assertThat(identification.articlesRead()).isGreaterThan(50);
  }

  @Test
  void whatIsNotThereIsNoQuestion() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> search().identify(List.of(folder.resolve("no.sdb"))));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ArticleSearch.in(folder.resolve("no-articles")).identify(List.of(file)));
    assertThatExceptionOfType(NotDirectoryException.class)
        .isThrownBy(() -> ArticleSearch.in(file).identify(List.of(file)));
  }
}
