package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ArticleTest {
  private static final Statements ENGLISH = new Statements(true, true, Optional.of("English"));

  @Test
  void twoRowsOfOneNumberAreNoArticle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> article("KB1", ENGLISH, row(3, "a.msi"), row(3, "b.msi")))
        .withMessage("two rows have the number 3");
  }

  @Test
  void anAlternativeToNoRowIsNoArticle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> article("KB1", ENGLISH, row(1, "a.msi"), row(3, "b.msi").insteadOf(2)))
        .withMessage("row 3 is an alternative to row 2, and none is");
  }

  @Test
  void joinedRowsAreNumberedAnewAndKeepTheirLinesAndTheirAlternatives() {
    Article first = article("KB1", ENGLISH, row(1, "a.msi"), row(2, "b.msi"));
    Article second = article("KB2", ENGLISH, row(1, "c.msi"), row(4, "c.msi").insteadOf(1));

    Article joined = Article.joining("both", List.of(first, second));

    assertThat(joined.rows()).extracting(ExpectedFile::row).containsExactly(1, 2, 3, 4);
    assertThat(joined.rows()).extracting(ExpectedFile::line).containsExactly(11, 12, 11, 14);
    assertThat(joined.rows())
        .extracting(ExpectedFile::alternativeTo)
        .containsExactly(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(3));
    assertThat(joined.label()).isEqualTo("both");
  }

  @Test
  void joinedRowsAndRemarksNameTheirArticle() {
    Article first =
        article(
            "KB1",
            ENGLISH,
            row(1, "a.msi").withVariant(Variant.of("Files")),
            row(2, "b.msi")
                .withVariant(
                    new Variant(
                        "Files",
                        Optional.of("Windows XP"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    Article second =
        article("KB2", ENGLISH, row(1, "c.msi"))
            .withRemarks(List.of(new ArticleRemark(Kind.ROW_UNREAD, 7, "Not read.")));

    Article joined = Article.joining("both", List.of(first, second));

    assertThat(joined.rows())
        .extracting(row -> row.variant().heading().orElse(""))
        .containsExactly("KB1: Files", "KB1: Windows XP", "KB2");
    assertThat(joined.unreadRows())
        .containsExactly(new ArticleRemark(Kind.ROW_UNREAD, 7, "KB2: Not read."));
  }

  @Test
  void aRemarkStandsForAllItsLines() {
    Article first =
        article("KB1", ENGLISH, row(1, "a.msi"))
            .withRemarks(
                List.of(
                    new ArticleRemark(Kind.ROW_UNREAD, 7, "Not read."),
                    new ArticleRemark(Kind.ROW_UNREAD, 8, 11, "Not read either."),
                    new ArticleRemark(Kind.COLUMN_UNREAD, 5, "No heading.")));
    Article second = article("KB2", ENGLISH, row(1, "b.msi"));

    Article joined = Article.joining("both", List.of(first, second));

    assertThat(joined.unreadLines()).isEqualTo(12);
    assertThat(joined.unreadColumns()).isEqualTo(1);
    assertThat(joined.unreadHint()).isEqualTo("; 12 more rows are unread, the first in line 7");
  }

  @Test
  void aRemarkOnNoLineIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArticleRemark(Kind.ROW_UNREAD, 7, 0, "Not read."))
        .withMessage("a remark on 0 lines");
  }

  @Test
  void joiningLoosensNothingThatOneOfTheArticlesSays() {
    Article promises = article("KB1", ENGLISH, row(1, "a.msi"));
    Article silent =
        article("KB2", new Statements(false, false, Optional.empty()), row(1, "b.msi"));

    assertThat(Article.joining("both", List.of(promises, promises)).statements())
        .isEqualTo(ENGLISH);
    assertThat(Article.joining("both", List.of(promises, silent)).statements())
        .isEqualTo(new Statements(false, false, Optional.empty()));
  }

  @Test
  void whereLanguagesDifferEachJoinedRowHasThatOfItsOwnArticle() {
    Article english =
        article(
            "KB1",
            ENGLISH,
            row(1, "a.msi"),
            row(2, "b.msi").withVariant(Variant.of("").inLanguage("Language Neutral")),
            row(3, "c.msi").withVariant(Variant.of("").inLanguage("German")));
    Article silent = article("KB2", new Statements(true, true, Optional.empty()), row(1, "d.msi"));

    Article joined = Article.joining("both", List.of(english, silent));

    assertThat(joined.statements().language()).isEmpty();
    assertThat(joined.rows())
        .extracting(row -> row.variant().language().orElse(""))
        .containsExactly("English", "English", "German", "");
  }

  @Test
  void anAuditByJoinedArticlesAsksForTheFilesOfEach() {
    Article first = Given.article(Given.row("a.dll", 1, "2011-03-10T10:04Z"));
    Article second = Given.article(Given.row("b.dll", 2, "2011-03-10T10:04Z"));

    AuditResult result =
        Given.audit(
            Article.joining("both", List.of(first, second)),
            Given.folder(Given.file("a.dll", 1, "2011-03-10T10:04:00Z")));

    assertThat(result.files())
        .filteredOn(file -> file.result() == FileResult.FAIL)
        .extracting(file -> file.expected().name().best())
        .containsExactly(FileName.of("b.dll"));
    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @Test
  void oneArticleAloneStaysAsItIsAndNoneIsNone() {
    Article only = article("KB1", ENGLISH, row(1, "a.msi"));

    assertThat(Article.joining("one", List.of(only))).isEqualTo(only);
    assertThatIllegalArgumentException().isThrownBy(() -> Article.joining("none", List.of()));
  }

  @Test
  void oneArticleThatListsNoFilesStaysAsItIsToo() {
    Article listsNone = article("KB2", ENGLISH);

    assertThat(Article.joining("one", List.of(listsNone))).isEqualTo(listsNone);
  }

  @Test
  void anArticleThatListsNoFilesIsNotLostAmongOthers() {
    Article lists = article("KB1", ENGLISH, row(1, "a.msi"));
    Article listsNone = article("KB2", ENGLISH);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Article.joining("both", List.of(lists, listsNone)))
        .withMessage("KB2 lists no files");
  }

  @Test
  void joinedTitlesAreNamedOnceEach() {
    Article titled = titled("An update");

    assertThat(Article.joining("all", List.of(titled, titled("A fix"), titled)).title())
        .contains("An update; A fix");
    assertThat(
            Article.joining("both", List.of(article("KB1", ENGLISH, row(1, "a.msi")), untitled()))
                .title())
        .isEmpty();
  }

  private static Article titled(String title) {
    return new Article(
        Optional.empty(), Optional.of(title), title, ENGLISH, List.of(row(1, "a.msi")), List.of());
  }

  private static Article untitled() {
    return article("KB2", ENGLISH, row(1, "b.msi"));
  }

  @Test
  void anArticleWithoutRowsIsAskedForInVain() throws ArticleFormatException {
    Article none = article("KB1", ENGLISH);
    ArticleRemark elsewhere =
        new ArticleRemark(Kind.LIST_ELSEWHERE, 3, "Its list is in a file beside it.");
    ArticleRemark other = new ArticleRemark(Kind.NO_FILE_TABLE, 1, "The text has no file table.");
    ArticleRemark unread = new ArticleRemark(Kind.ROW_UNREAD, 7, "Not read.");
    Article lists = untitled().withRemarks(List.of(unread));

    assertThat(lists.requireRows()).isSameAs(lists);
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(none::requireRows)
        .withMessageStartingWith("KB1: no file table found: ");
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> none.withRemarks(List.of(other, elsewhere)).requireRows())
        .withMessage("KB1: no file table found. Its list is in a file beside it.");
    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> none.withRemarks(List.of(elsewhere, unread)).requireRows())
        .withMessage("KB1: no row of its file table can be read; line 7: Not read.");
  }

  @Test
  void remarksAreInTheOrderOfLines() {
    ArticleRemark first = new ArticleRemark(Kind.ROW_UNREAD, 7, "Not read.");
    ArticleRemark second = new ArticleRemark(Kind.COLUMN_UNREAD, 9, "No heading.");

    assertThat(untitled().withRemarks(List.of(second)).withRemarks(List.of(first)).remarks())
        .containsExactly(first, second);
  }

  @Test
  void rowsReadAnewSettleRemarksOnlyIfTheyChange() {
    Article article =
        untitled().withRemarks(List.of(new ArticleRemark(Kind.DATES_AMBIGUOUS, 7, "Which?")));

    assertThat(article.reread(row -> row, remark -> true)).isSameAs(article);
    Article dated =
        article.reread(row -> row.dated(Given.time("2011-03-10").orElseThrow()), remark -> true);
    assertThat(dated.remarks()).isEmpty();
    assertThat(dated.rows().get(0).modified()).isPresent();
  }

  /** A file of which nothing is listed is there, or not; no more can be told. */
  @Test
  void anArticleListsValuesIfARowHasOne() {
    Article nothing = untitled();
    ExpectedFile bare = nothing.rows().get(0);

    assertThat(nothing.listsValues()).isFalse();
    assertThat(article("KB2", ENGLISH, bare.withHashes(ListedHashes.unread("x"))).listsValues())
        .isFalse();
    for (ExpectedFile row :
        List.of(
            Given.row("a.msi", 1, ""),
            bare.dated(Given.time("2011-03-10").orElseThrow()),
            ExpectedFile.of(1, 11, bare.name(), bare.printed())
                .version(Optional.of("1.2.3.4"))
                .build(),
            bare.withHashes(ListedHashes.of(Digest.sha256("a".repeat(64)))))) {
      assertThat(Given.article(bare, row).listsValues()).isTrue();
    }
  }

  /** Of two audits that are compared, the one whose article is read in part asked less. */
  @Test
  void gapsAreCountedAndEqualOnlyIfEachIs() {
    ArticleGaps gaps = new ArticleGaps(2, 3, true);

    assertThat(gaps.count()).isEqualTo(6);
    assertThat(new ArticleGaps(2, 3, false).count()).isEqualTo(5);
    assertThat(gaps.areNone()).isFalse();
    assertThat(ArticleGaps.NONE.areNone()).isTrue();
    assertThat(gaps)
        .isEqualTo(new ArticleGaps(2, 3, true))
        .hasSameHashCodeAs(new ArticleGaps(2, 3, true))
        .isNotEqualTo(new ArticleGaps(1, 3, true))
        .isNotEqualTo(new ArticleGaps(2, 2, true))
        .isNotEqualTo(new ArticleGaps(2, 3, false));
  }

  @Test
  void aNameIsCompletedByWhatBeginsSoAndOnlyIfItIsCut() {
    FileName beginning = FileName.of("Exchange2007");

    assertThat(ListedName.cut(beginning).completedBy(FileName.of("Exchange2007OAB.msi")).best())
        .isEqualTo(FileName.of("Exchange2007OAB.msi"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListedName.cut(beginning).completedBy(FileName.of("Exchange.msi")))
        .withMessage("Exchange.msi does not complete Exchange2007");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ListedName(beginning, false, Optional.of(FileName.of("Exchange2007OAB.msi"))));
  }

  private static Article article(String label, Statements statements, ExpectedFile... rows) {
    return new Article(
        Optional.empty(), Optional.empty(), label, statements, List.of(rows), List.of());
  }

  private static ExpectedFile row(int number, String name) {
    return ExpectedFile.of(
            number,
            10 + number,
            ListedName.whole(FileName.of(name)),
            new PrintedRow(name, "", "", "", "", ""))
        .build();
  }
}
