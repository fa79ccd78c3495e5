package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.Given;
import io.kbaudit.file.FileName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is odd about an article that can be read. */
class ExaminationTest {
  private static final String TIME = "2011-03-10T10:04Z";

  private static final List<ExpectedFile> THREE_ROWS =
      rows(Given.row("b.dll", 1, TIME), Given.row("a.dll", 2, TIME), Given.row("c.dll", 3, TIME));

  @Test
  void filesThatTheTextDoesNotNameAreNamedWithTheLineOfTheFirst() {
    assertThat(Examination.of(THREE_ROWS, names("b.dll")))
        .containsExactly(
            new ArticleRemark(
                Kind.NOT_NAMED_IN_TEXT,
                12,
                "The text names other files of the table, and not 'a.dll', 'c.dll'."));
    assertThat(Examination.of(THREE_ROWS, names("A.DLL", "b.dll", "c.dll"))).isEmpty();
  }

  @Test
  void filesThatTheTableDoesNotListAreNamed() {
    assertThat(Examination.of(THREE_ROWS, names("a.dll", "b.dll", "c.dll", "d.dll")))
        .containsExactly(
            new ArticleRemark(
                Kind.NAMED_NOT_LISTED, 11, "The text names 'd.dll', which is in no file table."));
    assertThat(Examination.of(THREE_ROWS, names("a.dll", "b.dll", "c.dll", "d.dll", "e.dll")))
        .extracting(ArticleRemark::text)
        .containsExactly("The text names 'd.dll', 'e.dll', which are in no file table.");
  }

  /** Where it names none of them, it has no steps that could be compared with. */
  @Test
  void aTextThatNamesNoneOfTheFilesIsNotComparedWith() {
    assertThat(Examination.of(THREE_ROWS, names("x.dll"))).isEmpty();
    assertThat(Examination.of(THREE_ROWS, names())).isEmpty();
    assertThat(Examination.of(THREE_ROWS, Optional.empty())).isEmpty();
  }

  @Test
  void rowsOfOneNameAreToldApartByWhatStandsBesideThem() {
    ExpectedFile row = Given.row("a.dll", 1, TIME);
    List<ExpectedFile> rows =
        rows(
            row.withVariant(Variant.of("").onPlatform("x86").inLanguage("German")),
            row.withVariant(Variant.of("").onPlatform("x64").inLanguage("German")));

    assertThat(Examination.of(rows, Optional.empty()))
        .containsExactly(
            new ArticleRemark(
                Kind.LISTED_SEVERAL_TIMES,
                11,
                "One name is listed in several rows, told apart by platform: 'a.dll'."));
  }

  @Test
  void severalNamesAreCountedAndAllThatTellsThemApartIsNamed() {
    Variant vista = Variant.of("Vista").inLanguage("German");
    Variant xp = Variant.of("XP").inLanguage("French");
    List<ExpectedFile> rows =
        rows(
            Given.row("b.dll", 1, TIME).withVariant(vista),
            Given.row("b.dll", 2, TIME).withVariant(xp),
            Given.row("a.dll", 3, TIME).withVariant(vista),
            Given.row("a.dll", 4, TIME).withVariant(xp.inGroup("SP3")));

    assertThat(Examination.of(rows, Optional.empty()))
        .extracting(ArticleRemark::text)
        .containsExactly(
            "2 names are listed in several rows, told apart by language, heading, group: 'a.dll',"
                + " 'b.dll'.");
  }

  @Test
  void rowsThatNothingTellsApartAreAllAlikeOrNot() {
    ExpectedFile row = Given.row("a.dll", 1, TIME);

    assertThat(Examination.of(rows(row, row), Optional.empty()))
        .containsExactly(
            new ArticleRemark(
                Kind.ROWS_NOT_TOLD_APART, 11, "'a.dll' is listed in rows 1, 2, all alike."));
    assertThat(Examination.of(rows(row, Given.row("a.dll", 2, TIME)), Optional.empty()))
        .extracting(ArticleRemark::text)
        .containsExactly(
            "'a.dll' is listed in rows 1, 2, with other values, and nothing beside them tells all of"
                + " the rows apart.");
  }

  @Test
  void eightRowsAreNumberedAndNoMore() {
    List<ExpectedFile> rows =
        IntStream.range(0, 9).mapToObj(i -> Given.row("a.dll", 1, TIME)).toList();

    assertThat(Examination.of(Given.article(rows.subList(0, 8)).rows(), Optional.empty()))
        .extracting(ArticleRemark::text)
        .containsExactly("'a.dll' is listed in rows 1, 2, 3, 4, 5, 6, 7, 8, all alike.");
    assertThat(Examination.of(Given.article(rows).rows(), Optional.empty()))
        .extracting(ArticleRemark::text)
        .containsExactly("'a.dll' is listed in rows 1, 2, 3, 4, 5, 6, 7, 8 and more, all alike.");
  }

  @Test
  void aNameThatTheTextCompletedIsToldWithWhatIsPrinted() {
    Article article =
        io.kbaudit.article.reader.Given.article(
            """
            Install Exchange2007OABWebServices.msi first.

            | File name | Date | Size |
            |---|---|---|
            | Exchange2007oabwebserv... | 2011-03-10 | 100 |
            | DNSClient.msi | 2011-03-10 | 200 |
            """);

    assertThat(Examination.of(article.rows(), Optional.empty()))
        .extracting(ArticleRemark::text)
        .containsExactly(
            "The cut name 'Exchange2007oabwebserv...' was completed by the text to"
                + " 'Exchange2007OABWebServices.msi'.");
  }

  @Test
  void filesInTheTextAreKnownByTheExtensionsOfTheTable() {
    assertThat(
            Examination.extensionsOf(
                rows(
                    Given.row("a.DLL", 1, TIME),
                    Given.row("b.dll", 2, TIME),
                    Given.row("README", 3, TIME),
                    Given.cutRow("c.ex", 4, TIME))))
        .containsExactly("dll");
  }

  private static List<ExpectedFile> rows(ExpectedFile... rows) {
    return Given.article(rows).rows();
  }

  private static Optional<Set<FileName>> names(String... names) {
    return Optional.of(Stream.of(names).map(FileName::of).collect(Collectors.toSet()));
  }
}
