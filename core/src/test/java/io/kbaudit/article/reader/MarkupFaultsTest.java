package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles in the markups and shapes in which they are passed on, which once lost rows. */
class MarkupFaultsTest {
  private static final Path ARTICLES =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus"))
          .resolveSibling("faults")
          .resolve("articles");

  static Stream<Arguments> everyShape() {
    String dated = "|18-Dec-2014|";
    List<String> six =
        List.of(
            "6.1.7601.22908|705,376" + dated + "02:40|x86",
            "6.1.7601.22908|1,005,056" + dated + "02:41|x86",
            "Not applicable|2,345" + dated + "09:11|Not applicable",
            "6.1.7601.22908|805,376" + dated + "02:40|x64",
            "6.1.7601.22908|1,005,056" + dated + "02:41|x64",
            "Not applicable|2,345" + dated + "09:11|Not applicable");
    return Stream.of(
        Arguments.of(
            "saved.mhtml",
            Stream.concat(six.stream(), Stream.of("||||")),
            List.of(43, 45, 47, 61, 63, 65, 73)),
        Arguments.of("cell-per-line.txt", six.stream().skip(3), List.of(11, 17, 23)),
        Arguments.of(
            "mixed-cell-per-line.md",
            Stream.of("6.1.7601.22908|16,439" + dated + "02:40|x86", six.get(3)),
            List.of(9, 25)),
        Arguments.of(
            "csv-key-value.csv",
            Stream.of(
                "6.3.9600.17055|805,376|29-Mar-2014|05:12|x86",
                "Not applicable|710|29-Mar-2014|10:17|Not applicable"),
            List.of(3, 7)));
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void everyRowIsRead(String file, Stream<String> rows, List<Integer> lines) throws IOException {
    Article article = read(file);

    assertThat(article.rows())
        .extracting(ExpectedFile::printed)
        .extracting(
            row ->
                String.join("|", row.version(), row.size(), row.date(), row.time(), row.platform()))
        .containsExactlyElementsOf(rows.toList());
    assertThat(article.rows()).extracting(ExpectedFile::line).containsExactlyElementsOf(lines);
    assertThat(article.unreadRows()).isEmpty();
  }

  static Stream<String> sections() {
    return Stream.of("sections-plain.csv", "sections-trailing.csv");
  }

  @ParameterizedTest
  @MethodSource("sections")
  void sectionsAreGroups(String file) throws IOException {
    Article article = read(file);

    assertThat(article.rows())
        .extracting(
            row -> row.name().best().spelling() + " of " + row.variant().group().orElse("none"))
        .containsExactly(
            "alpha.dll of Sample Server Analysis Services",
            "beta.dll of Sample Server Analysis Services",
            "alpha.dll of Sample Server Database Services",
            "gamma.dll of Sample Server Database Services");
    assertThat(article.unreadRows()).isEmpty();
  }

  private static Article read(String file) throws IOException {
    Programs.skipAloudIf(!Files.isDirectory(ARTICLES), "no faults at " + ARTICLES);
    return ArticleReader.read(ARTICLES.resolve(file));
  }
}
