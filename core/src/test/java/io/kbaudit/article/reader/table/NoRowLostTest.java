package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.KbAudit;
import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.audit.ListedFolder;
import io.kbaudit.audit.Verdict;
import io.kbaudit.script.Programs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever becomes of the headings of a table that could be read, each of its files is still in a
 * row, or its line is said to be unread; and where a row or a value is no longer read, no folder is
 * compliant.
 */
class NoRowLostTest {
  private static final Path CORPUS = Path.of(System.getProperty("kbaudit.corpus", "no-corpus"));

  /** Read once for all changes. */
  private static final List<Original> ORIGINALS = new ArrayList<>();

  /** An article as it was published, and those of its tables that have headings. */
  private record Original(ArticleText text, List<FileTable> tables, Article article) {}

  /** What becomes of a table. */
  enum Change {
    HEADINGS_TAKEN_AWAY(lines -> lines.subList(1, lines.size())),
    HEADINGS_IN_NO_LANGUAGE(lines -> withHeadings(lines, NoRowLostTest::nonsense)),
    LAST_HEADING_MISSPELT(lines -> withHeadings(lines, NoRowLostTest::misspelt)),
    COLUMNS_REVERSED(lines -> eachRow(lines, NoRowLostTest::reversed)),
    ONE_CELL_A_LINE(NoRowLostTest::oneCellALine),
    ONE_CELL_A_LINE_IN_NO_LANGUAGE(
        lines -> oneCellALine(withHeadings(lines, NoRowLostTest::nonsense)));

    @SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
    private final UnaryOperator<List<String>> change;

    Change(UnaryOperator<List<String>> change) {
      this.change = change;
    }
  }

  private static List<String> withHeadings(List<String> lines, UnaryOperator<String> change) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(0, change.apply(lines.get(0)));
    return changed;
  }

  /** Every letter is the next of its alphabet. */
  private static String nonsense(String headings) {
    return headings
        .codePoints()
        .map(c -> Character.isLetter(c) && Character.isLetter(c + 1) ? c + 1 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String misspelt(String headings) {
    int last = headings.length() - 1;
    while (last > 0 && !Character.isLetter(headings.charAt(last))) {
      last--;
    }
    return headings.substring(0, last) + "qx" + headings.substring(last);
  }

  private static List<String> eachRow(List<String> lines, UnaryOperator<String> change) {
    return lines.stream().map(line -> Pipes.isRow(line) ? change.apply(line) : line).toList();
  }

  private static String reversed(String row) {
    List<String> cells = new ArrayList<>(Pipes.cells(row));
    Collections.reverse(cells);
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static List<String> oneCellALine(List<String> lines) {
    return lines.stream()
        .flatMap(
            line ->
                !Pipes.isRow(line)
                    ? Stream.of(line)
                    : Pipes.isDecoration(Pipes.cells(line))
                        ? Stream.empty()
                        : Pipes.cells(line).stream().filter(cell -> !cell.isEmpty()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyFileIsStillReadOrSaidToBeUnread(Change change) throws IOException {
    Map<String, String> lost = new TreeMap<>();

    for (Original original : ORIGINALS) {
      Article before = original.article;
      String name = before.source();
      byte[] changed =
          String.join("\n", changed(original.text, original.tables, change))
              .getBytes(StandardCharsets.UTF_8);
      Article after = read(changed, name);
      if (linesOf(after) < linesOf(before)) {
        lost.put(name, linesOf(after) + " of " + linesOf(before) + " lines");
      }
      String less = lessThan(before, after);
      if (!less.isEmpty() && isCompliantWithAllItsFiles(after)) {
        lost.put(name, less + ", compliant");
      }
    }

    assertThat(lost).isEmpty();
  }

  /** Else the other test would find no folder compliant, whatever was lost. */
  @Test
  void aFolderWithAllFilesOfAnArticleIsCompliantForMost() throws IOException {
    int compliant = 0;
    for (Original original : ORIGINALS) {
      compliant += isCompliantWithAllItsFiles(original.article) ? 1 : 0;
    }
    assertThat(compliant).isGreaterThan(ORIGINALS.size() / 2);
  }

  @BeforeAll
  static void readAll() throws IOException {
    skipAloudWithoutCorpus();
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      String name = file.getFileName().toString();
      ArticleText text = ArticleText.read(new ByteArrayInputStream(bytes), name);
      List<FileTable> tables =
          TableFinder.tablesIn(text).tables().stream().filter(NoRowLostTest::isHeaded).toList();
      ORIGINALS.add(new Original(text, tables, read(bytes, name)));
    }
  }

  @AfterAll
  static void forgetAll() {
    ORIGINALS.clear();
  }

  private static void skipAloudWithoutCorpus() {
    Programs.skipAloudIf(
        !Files.isDirectory(CORPUS), "no corpus at " + CORPUS + " (system property kbaudit.corpus)");
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("articles", "localized")) {
      try (Stream<Path> listing = Files.list(CORPUS.resolve(folder).resolve("files"))) {
        listing.filter(file -> !file.toString().endsWith(".html")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static Article read(byte[] bytes, String name) throws IOException {
    return ArticleReader.read(new ByteArrayInputStream(bytes), name, Optional.empty());
  }

  /** Returns how many lines list files; one may list two. */
  private static int linesOf(Article article) {
    return (int) article.rows().stream().mapToInt(ExpectedFile::line).distinct().count()
        + article.unreadLines();
  }

  /** Returns what {@code before} lists and {@code after} does not, by their numbers. */
  private static String lessThan(Article before, Article after) {
    Map<String, Integer> values = values(before);
    values(after).forEach((what, count) -> values.merge(what, count, (all, now) -> all - now));
    values.values().removeIf(missing -> missing <= 0);
    return values.isEmpty() ? "" : "less of " + values;
  }

  private static Map<String, Integer> values(Article article) {
    Map<String, Integer> values = new TreeMap<>();
    for (ExpectedFile row : article.rows()) {
      values.merge(row.name().best().spelling().toLowerCase(Locale.ROOT), 1, Integer::sum);
      row.size().ifPresent(size -> values.merge("sizes", 1, Integer::sum));
      row.modified().ifPresent(time -> values.merge("times", 1, Integer::sum));
      row.version().ifPresent(version -> values.merge("versions", 1, Integer::sum));
      values.merge("digests", row.hashes().digests().all().size(), Integer::sum);
    }
    return values;
  }

  /** Whether a folder is compliant that has just what the article is read to list. */
  private static boolean isCompliantWithAllItsFiles(Article article) throws IOException {
    return !article.rows().isEmpty()
        && KbAudit.of(article).audit(ListedFolder.of(article).inventory()).verdict()
            == Verdict.COMPLIANT;
  }

  /** Of others, the first line is a row. */
  private static boolean isHeaded(FileTable table) {
    return table.rows().stream().noneMatch(row -> row.line() == table.firstLine());
  }

  private static List<String> changed(ArticleText text, List<FileTable> tables, Change change) {
    List<String> lines = new ArrayList<>();
    int line = 1;
    for (FileTable table : tables) {
      addLines(text, line, table.firstLine() - 1, lines);
      List<String> own = new ArrayList<>();
      addLines(text, table.firstLine(), table.lastLine(), own);
      lines.addAll(change.change.apply(own));
      line = table.lastLine() + 1;
    }
    addLines(text, line, text.size(), lines);
    return lines;
  }

  private static void addLines(ArticleText text, int first, int last, List<String> lines) {
    for (int line = first; line <= last; line++) {
      lines.add(text.line(line));
    }
  }
}
