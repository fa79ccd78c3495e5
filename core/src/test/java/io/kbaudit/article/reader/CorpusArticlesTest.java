package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Articles as they were really published, from the folder that system property {@code
 * kbaudit.corpus} names: each is read row by row as its truth has it.
 */
class CorpusArticlesTest {
  private static final Path CORPUS = Path.of(System.getProperty("kbaudit.corpus", "no-corpus"));
  private static final Path ARTICLES = CORPUS.resolve("articles");

  /** As many as are published in several languages with the same values. */
  private static final int SEVERAL = 4;

  /** Rows in which a truth is wrong, as the article has them; row 32 is one more than it has. */
  private static final List<Correction> CORRECTIONS =
      List.of(
          new Correction("Q194477.txt", 112, "INETMIB1.DLL,08-14-98,4:12p,52032,3.51"),
          new Correction("Q194477.txt", 114, "ICMP.DLL,08-14-98,4:12p,6496,3.51"),
          new Correction("Q194477.txt", 134, "INETMIB1.DLL,08-14-98,4:11p,50512,3.51"),
          new Correction("Q194477.txt", 136, "ICMP.DLL,08-14-98,4:11p,6496,3.51"),
          new Correction("Q194477.txt", 156, "INETMIB1.DLL,08-14-98,4:12p,53584,5.00.1717.1"),
          new Correction("Q194477.txt", 158, "ICMP.DLL,08-14-98,4:12p,9632,5.00.1545.1"),
          new Correction("Q194477.txt", 167, "SNMPAPI.DLL,08-14-98,4:12p,22080,5.00.1717.1"),
          new Correction("Q238329.txt", 32, "Vip.386,08/14/99,04:12p,75873,4.10.1657"));

  /**
   * A row as the article prints it. Of a version and a description in one column, the truth takes
   * versions of three numbers alone; of five tables, it leaves out the last.
   *
   * @param row counted from 1
   * @param cells name, date, time, size without commas, version
   */
  private record Correction(String file, int row, String cells) {
    List<String> asPrinted() {
      String[] all = cells.split(",", -1);
      all[3] = String.format(Locale.ROOT, "%,d", Integer.parseInt(all[3]));
      return List.of(all);
    }
  }

  /** What tells that something was not read. */
  private static final Set<Kind> UNREAD =
      Set.of(Kind.ROW_UNREAD, Kind.COLUMN_UNREAD, Kind.UNREADABLE_CELL);

  /** Dates that a spreadsheet broke, as {@code 16-2}; files of which nothing is said but N/A. */
  private static final Set<String> REALLY_UNREADABLE =
      Set.of("SQL2016SP2-CU-13.0.5698.excerpt.md", "Q222985.txt");

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

  @ParameterizedTest
  @ValueSource(strings = {"articles", "localized"})
  void everyArticleIsReadRowForRowAsItsTruthHasIt(String folder) throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    int rowsRight = 0;
    int rowsInAll = 0;
    List<Path> files = files(folder);

    for (Path file : files) {
      List<List<String>> rows = rowsOf(ArticleReader.read(file));
      List<List<String>> truth = truthOf(file);
      rowsInAll += truth.size();
      rowsRight += rowsInCommon(rows, truth);
      if (!rows.equals(truth)) {
        wrong.put(file.getFileName().toString(), difference(rows, truth));
      }
      System.out.printf(
          Locale.ROOT,
          "corpus: %4d of %4d rows  %s%n",
          rowsInCommon(rows, truth),
          truth.size(),
          file.getFileName());
    }

    System.out.printf(
        Locale.ROOT,
        "corpus: %d of %d articles, %d of %d rows%n",
        files.size() - wrong.size(),
        files.size(),
        rowsRight,
        rowsInAll);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"articles", "localized"})
  void noValueOfAnArticleIsUnreadable(String folder) throws IOException {
    Map<String, List<String>> unread = new TreeMap<>();

    for (Path file : files(folder)) {
      Article article = ArticleReader.read(file);
      List<String> texts =
          article.remarks().stream()
              .filter(remark -> UNREAD.contains(remark.kind()))
              .filter(remark -> !REALLY_UNREADABLE.contains(file.getFileName().toString()))
              .map(remark -> remark.line() + " " + remark.kind() + ": " + remark.text())
              .toList();
      if (!texts.isEmpty()) {
        unread.put(file.getFileName().toString(), texts);
      }
    }

    assertThat(unread).isEmpty();
  }

  /** All but the Japanese MS07-065, which was published with times seven hours earlier. */
  @Test
  void aBulletinGivesTheSameRowsInEveryLanguage() throws IOException {
    Map<String, Map<String, List<String>>> byBulletin = new TreeMap<>();

    for (Path file : files("localized")) {
      String name = file.getFileName().toString();
      if (!name.equals("ja-ms07-065.md")) {
        byBulletin
            .computeIfAbsent(name.substring(3), bulletin -> new TreeMap<>())
            .put(name, valuesOf(ArticleReader.read(file)));
      }
    }

    byBulletin.values().removeIf(languages -> languages.size() == 1);
    assertThat(byBulletin).hasSize(SEVERAL);
    for (Map<String, List<String>> languages : byBulletin.values()) {
      List<String> first = languages.values().iterator().next();
      assertThat(languages.values()).allSatisfy(rows -> assertThat(rows).isEqualTo(first));
    }
  }

  private static List<String> valuesOf(Article article) {
    return article.rows().stream()
        .map(
            row ->
                row.name().best().spelling().toLowerCase(Locale.ROOT)
                    + row.version()
                    + row.size()
                    + row.modified())
        .toList();
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> listing = Files.list(CORPUS.resolve(folder).resolve("files"))) {
      return listing.sorted().toList();
    }
  }

  private static int rowsInCommon(List<List<String>> rows, List<List<String>> truth) {
    List<List<String>> left = new ArrayList<>(rows);
    return (int) truth.stream().filter(left::remove).count();
  }

  @Test
  void filesOfWhichAnArticleListsADigestAloneAreRowsBesideThoseOfItsTruth() throws IOException {
    Map<String, List<String>> digestsAlone = new TreeMap<>();

    for (Path file : files("articles")) {
      List<String> names =
          ArticleReader.read(file).rows().stream()
              .filter(CorpusArticlesTest::listsDigestsAlone)
              .map(row -> row.name().best().spelling())
              .toList();
      if (!names.isEmpty()) {
        digestsAlone.put(file.getFileName().toString(), names);
      }
    }

    assertThat(digestsAlone)
        .isEqualTo(
            Map.of("SQL2019-KB5037331.excerpt.md", List.of("SQLServer2019-KB5037331-x64.exe")));
  }

  /** The truths have no row of a hash table. */
  private static boolean listsDigestsAlone(ExpectedFile row) {
    return row.hashes().hasDigest()
        && row.size().isEmpty()
        && row.modified().isEmpty()
        && row.version().isEmpty();
  }

  private static List<List<String>> rowsOf(Article article) {
    return article.rows().stream()
        .filter(row -> !listsDigestsAlone(row))
        .map(ExpectedFile::printed)
        .map(row -> cells(row.name(), row.date(), row.time(), row.size(), row.version()))
        .toList();
  }

  /** Returns the rows that a correct reader finds; none where the file is absent. */
  private static List<List<String>> truthOf(Path article) throws IOException {
    Path truth = article.resolveSibling("../truth/" + article.getFileName() + ".tsv").normalize();
    if (!Files.exists(truth)) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    Files.readAllLines(truth).stream()
        .skip(1)
        .map(line -> cells(Arrays.copyOf((line + "\t.").split("\t", -1), 5)))
        .forEach(rows::add);
    for (Correction correction : CORRECTIONS) {
      if (correction.file.equals(article.getFileName().toString())) {
        correct(rows, correction);
      }
    }
    return rows;
  }

  private static void correct(List<List<String>> rows, Correction correction) {
    if (correction.row == rows.size() + 1) {
      rows.add(correction.asPrinted());
    } else {
      assertThat(rows.get(correction.row - 1)).startsWith(correction.asPrinted().get(0));
      rows.set(correction.row - 1, correction.asPrinted());
    }
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
