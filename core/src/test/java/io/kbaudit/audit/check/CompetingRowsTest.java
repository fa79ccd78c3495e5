package io.kbaudit.audit.check;

import static io.kbaudit.audit.Given.article;
import static io.kbaudit.audit.Given.audit;
import static io.kbaudit.audit.Given.cutRow;
import static io.kbaudit.audit.Given.file;
import static io.kbaudit.audit.Given.folder;
import static io.kbaudit.audit.Given.row;
import static io.kbaudit.audit.Given.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said where several rows list one name, and the folder has fewer files of it. */
class CompetingRowsTest {
  private static final String TIME = "2011-03-10T10:04Z";

  private static final ObservedFile FILE = file("a.dll", 1, "2011-03-10T10:04:00Z");

  private static final Article TOLD_APART =
      article(in("a.dll", 1, "German"), in("a.dll", 2, "French"));

  private static final Article ALIKE = article(row("a.dll", 1, TIME), row("a.dll", 2, TIME));

  @Test
  void severalNamesAreCountedAndOneIsShown() {
    Article article =
        article(
            in("a.dll", 1, "German"),
            in("a.dll", 2, "French"),
            in("b.dll", 3, "German"),
            in("b.dll", 4, "French"));

    assertThat(competing(article, folder()))
        .containsExactly(
            "2 names are listed in several rows, as 'a.dll' in rows 1 and 2, and fewer files of"
                + " these names are here. Choose the rows that are meant: the language 'German' or"
                + " 'French'.");
  }

  @Test
  void threeValuesAreShownAndTheRestIsCounted() {
    List<ExpectedFile> rows =
        Stream.of("German", "French", "Greek", "Danish", "Dutch")
            .map(language -> in("a.dll", 1, language))
            .toList();

    assertThat(competing(article(rows.subList(0, 3)), folder()))
        .singleElement()
        .asString()
        .endsWith("the language 'German' or 'French' or 'Greek'.");
    assertThat(competing(article(rows), folder()))
        .singleElement()
        .asString()
        .endsWith("the language 'German' or 'French' or 'Greek' or 2 more.");
  }

  @Test
  void eachChoiceThatLeavesFewerRowsIsNamed() {
    Article article =
        article(
            variant(row("a.dll", 1, TIME), Variant.of("Vista").inLanguage("German")),
            variant(row("a.dll", 2, TIME), Variant.of("XP").inLanguage("French")));

    assertThat(competing(article, folder(FILE)))
        .singleElement()
        .asString()
        .endsWith("the language 'German' or 'French'; or the group 'Vista' or 'XP'.");
  }

  @Test
  void rowsThatNothingTellsApartAreSaidToBeSo() {
    assertThat(competing(ALIKE, folder(FILE)))
        .containsExactly(
            "'a.dll' is listed in rows 1 and 2, and fewer files of this name are here. Nothing that"
                + " the article prints beside them tells the rows apart.");
  }

  @Test
  void aNameOfOneRowDoesNotCompete() {
    assertThat(competing(article(in("a.dll", 1, "German")), folder())).isEmpty();
    assertThat(competing(article(in("a.dll", 1, "German"), in("b.dll", 2, "French")), folder()))
        .isEmpty();
  }

  @Test
  void rowsThatAllHaveTheirFilesDoNotCompete() {
    Inventory folder =
        folder(
            file("x/a.dll", 1, "2011-03-10T10:04:00Z"), file("y/a.dll", 2, "2011-03-10T10:04:00Z"));

    assertThat(competing(ALIKE, folder)).isEmpty();
  }

  /** Of which whole names two rows are the beginning, nobody knows. */
  @Test
  void namesThatAreCutAlikeNeedNotBeOneName() {
    assertThat(
            competing(article(cutRow("Exchange", 1, TIME), cutRow("Exchange", 2, TIME)), folder()))
        .isEmpty();
  }

  @Test
  void foldersBelowThatWereNotAuditedAreCounted() {
    assertThat(below(TOLD_APART, folderAbove("x")))
        .containsExactly(
            "One folder cannot hold all files of the name 'a.dll', and 1 folder below it was not"
                + " audited; if the others are there, audit the folders below too.");
    assertThat(below(TOLD_APART, folderAbove("x", "y")))
        .containsExactly(
            "One folder cannot hold all files of the name 'a.dll', and 2 folders below it were not"
                + " audited; if the others are there, audit the folders below too.");
  }

  @Test
  void whereNoChoiceLeavesOneRowThereMustBeFoldersBelow() {
    assertThat(below(ALIKE, folderAbove()))
        .containsExactly(
            "One folder cannot hold all files of the name 'a.dll', and folders below it were not"
                + " audited; if the others are there, audit the folders below too.");
    assertThat(below(TOLD_APART, folderAbove())).isEmpty();
  }

  @Test
  void foldersBelowThatWereAuditedTooAreNotMentioned() {
    Inventory recursive =
        new Inventory("rollup", true, List.of(FILE), List.of(), List.of(), List.of());

    assertThat(competing(ALIKE, recursive)).hasSize(1);
    assertThat(below(ALIKE, recursive)).isEmpty();
  }

  private static Inventory folderAbove(String... left) {
    return new Inventory("rollup", false, List.of(FILE), List.of(), List.of(left), List.of());
  }

  private static List<String> competing(Article article, Inventory folder) {
    return texts(audit(article, folder), Remark.Kind.COMPETING_ROWS);
  }

  private static List<String> below(Article article, Inventory folder) {
    return texts(audit(article, folder), Remark.Kind.FOLDERS_BELOW_LEFT);
  }

  private static List<String> texts(AuditResult result, Remark.Kind kind) {
    return result.remarks().stream()
        .filter(remark -> remark.id().equals(kind.name()))
        .map(Remark::text)
        .toList();
  }

  private static ExpectedFile in(String name, long size, String language) {
    return variant(row(name, size, TIME), Variant.of("").inLanguage(language));
  }

  /** In a section for a 64-bit processor the 32-bit files are that processor's too. */
  @Test
  void aPlatformThatSelectsNoneOfTheRowsIsNotAdvised() {
    Variant section = Variant.of("For all supported x64-based versions");
    Article article =
        article(
            variant(row("a.dll", 1, TIME), section.onPlatform("x64").inLanguage("German")),
            variant(row("a.dll", 2, TIME), section.onPlatform("x86").inLanguage("French")));

    assertThat(competing(article, folder()))
        .singleElement()
        .asString()
        .endsWith("Choose the rows that are meant: the language 'German' or 'French'.");
  }

  @Test
  void aBlankPlatformIsNotAdvised() {
    Article article =
        article(
            variant(row("a.dll", 1, TIME), Variant.of("").onPlatform(" ")),
            variant(row("a.dll", 2, TIME), Variant.of("").onPlatform("  ")));

    assertThat(competing(article, folder())).singleElement().asString().doesNotContain("platform");
  }
}
