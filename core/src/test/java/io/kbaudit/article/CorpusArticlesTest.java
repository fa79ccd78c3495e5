package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kbaudit.file.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Articles as they were really published, from the folder that system property {@code
 * kbaudit.corpus} names. Each is read row by row as its truth has it, or refused: a table read
 * wrongly, or a row passed over, is the one thing that must not be.
 */
class CorpusArticlesTest {
  private static final Path ARTICLES =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("articles");

  /** What can be read today. An article that comes to be read is added; none is lost. */
  private static final Set<String> READ =
      Set.of(
          "KB2492386-xp2003.excerpt.md",
          "KB2492954.txt",
          "KB259646.md",
          "KB3018885.md",
          "KB976398.md",
          "SQL2016-x86-browser.excerpt.md",
          "SQL2016SP2-CU-13.0.5698.excerpt.md",
          "SQL2019-KB5037331.excerpt.md");

  private static final Set<String> NOTHING = Set.of("-", "none", "n/a", "not applicable");

  @BeforeEach
  void skipAloudWithoutCorpus() {
    if (!Files.isDirectory(ARTICLES)) {
      String reason = "SKIPPED: no corpus at " + ARTICLES + " (system property kbaudit.corpus)";
      System.out.println(reason);
      abort(reason);
    }
  }

  /** As wide as the shortest name with its extension, at least: else no extension is left. */
  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18, 20, 22, 25, 27, 30, 35, 40})
  void theReferenceArticleIsCompletedWhereverItsNamesAreCut(int width) throws IOException {
    List<FileName> fullNames =
        BundledArticles.find(BundledArticles.KB2492954).orElseThrow().rows().stream()
            .map(row -> row.name().best())
            .toList();
    List<String> lines =
        new ArrayList<>(Files.readAllLines(ARTICLES.resolve("files/KB2492954.txt")));
    int firstRow = lines.indexOf("|---|") + 1;
    for (int i = 0; i < fullNames.size(); i++) {
      String name = fullNames.get(i).spelling();
      String cut = name.substring(0, Math.min(width, name.length()));
      lines.set(firstRow + i, lines.get(firstRow + i).replaceFirst("\\| \\S+", "| " + cut));
    }

    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Article article = ArticleReader.read(new ByteArrayInputStream(text), "cut", Optional.empty());

    List<FileName> names = article.rows().stream().map(row -> row.name().best()).toList();
    FileName servicebase = FileName.of("Servicebase.msi");
    for (int i = 0; i < names.size(); i++) {
      boolean namedInSteps = !fullNames.get(i).equals(servicebase);
      if (namedInSteps || width >= servicebase.spelling().length()) {
        assertThat(names.get(i)).isEqualTo(fullNames.get(i));
      } else {
        assertThat(article.rows().get(i).name().isKnown()).isFalse();
      }
    }
  }

  @Test
  void theReferenceArticleReadsAsItIsBundled() throws IOException {
    Article bundled = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    Article published = ArticleReader.read(ARTICLES.resolve("files/KB2492954.txt"));

    assertThat(published.rows()).containsExactlyElementsOf(bundled.rows());
    assertThat(published.statements()).isEqualTo(bundled.statements());
    assertThat(published.id()).isEqualTo(bundled.id());
    assertThat(published.remarks()).isEmpty();
  }

  @Test
  void theReferenceArticleSpellsFullNamesAsTheyAreBundled() throws IOException {
    Article bundled = BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

    Article published = ArticleReader.read(ARTICLES.resolve("files/KB2492954.txt"));

    assertThat(published.rows())
        .extracting(row -> row.name().best().spelling())
        .containsExactlyElementsOf(
            bundled.rows().stream().map(row -> row.name().best().spelling()).toList());
  }

  @Test
  void everyArticleIsReadAsItsTruthHasItOrRefused() throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<String> read = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> listing = Files.list(ARTICLES.resolve("files"))) {
      files = listing.sorted().toList();
    }

    for (Path file : files) {
      try {
        List<List<String>> rows = rowsOf(ArticleReader.read(file));
        if (rows.equals(truthOf(file))) {
          read.add(file.getFileName().toString());
        } else {
          wrong.add(file.getFileName() + ": " + difference(rows, truthOf(file)));
        }
      } catch (ArticleFormatException refused) {
        assertThat(refused).hasMessageStartingWith(file.getFileName().toString());
      }
    }

    System.out.printf(
        Locale.ROOT,
        "corpus: %d of %d articles read, %d refused, %d wrong%n",
        read.size(),
        files.size(),
        files.size() - read.size() - wrong.size(),
        wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(read).containsExactlyInAnyOrderElementsOf(READ);
  }

  private static List<List<String>> rowsOf(Article article) {
    return article.rows().stream()
        .map(ExpectedFile::printed)
        .map(row -> cells(row.name(), row.date(), row.time(), row.size(), row.version()))
        .toList();
  }

  /** Returns the rows that a correct reader finds; none where the file is absent. */
  private static List<List<String>> truthOf(Path article) throws IOException {
    Path truth = ARTICLES.resolve("truth").resolve(article.getFileName() + ".tsv");
    if (!Files.exists(truth)) {
      return List.of();
    }
    return Files.readAllLines(truth).stream()
        .skip(1)
        .map(line -> cells(Arrays.copyOf((line + "\t.").split("\t", -1), 5)))
        .toList();
  }

  private static List<String> cells(String... cells) {
    return Arrays.stream(cells)
        .map(String::strip)
        .map(cell -> NOTHING.contains(cell.toLowerCase(Locale.ROOT)) ? "" : cell)
        .toList();
  }

  private static String difference(List<List<String>> rows, List<List<String>> truth) {
    for (int i = 0; i < Math.min(rows.size(), truth.size()); i++) {
      if (!rows.get(i).equals(truth.get(i))) {
        return "row " + (i + 1) + " reads " + rows.get(i) + ", not " + truth.get(i);
      }
    }
    return rows.size() + " rows, not " + truth.size();
  }
}
