package io.kbaudit.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.file.Digest;
import io.kbaudit.identify.IdentifiedFile.State;
import io.kbaudit.inventory.ObservedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which rows of several articles are files', and how much of each article is there. */
class IdentifierTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String THEN = "2011-03-10T10:04:37Z";

  private static Identifier seeking(ObservedFile... files) {
    Map<String, ObservedFile> sought = new LinkedHashMap<>();
    for (ObservedFile file : files) {
      sought.put(file.path(), file);
    }
    return new Identifier(sought);
  }

  private static void seek(Identifier identifier, String id, ExpectedFile... rows) {
    List<ExpectedFile> numbered = Given.article(rows).rows();
    identifier.seek(
        new FolderArticle(
            id + ".txt",
            Optional.of(new ArticleId(id)),
            Identifier.count(numbered),
            0,
            Optional.empty()),
        numbered);
  }

  private static List<String> matches(IdentifiedFile file) {
    return file.matches().stream()
        .map(match -> match.article().label() + " " + match.row() + " " + match.evidence())
        .toList();
  }

  private static List<String> here(Identifier identifier) {
    return identifier.here().stream()
        .sorted()
        .map(
            tally ->
                tally.article().label()
                    + " "
                    + tally.here()
                    + "/"
                    + tally.article().rows()
                    + " "
                    + tally.weakest())
        .toList();
  }

  @Test
  void theBestEvidenceComesFirstWhicheverArticleIsReadFirst() {
    Identifier identifier = seeking(Given.hashed(Given.file("a.msi", 100, THEN), '1'));

    seek(identifier, "KB11111", Given.row("a.msi", 100, ""));
    seek(identifier, "KB22222", Given.row("b.msi", 100, LISTED));
    seek(identifier, "KB33333", Given.row("a.msi", 100, LISTED));
    seek(
        identifier,
        "KB44444",
        Given.row("c.msi", 9, "").withHashes(ListedHashes.of(Digest.sha256("1".repeat(64)))));

    assertThat(matches(identifier.files().get(0)))
        .containsExactly(
            "KB44444 1 DIGEST", "KB33333 1 SIZE_AND_DATE", "KB22222 1 RENAMED", "KB11111 1 SIZE");
  }

  @Test
  void aFileThatNoRowListsHasNoMatch() {
    Identifier identifier = seeking(Given.file("a.msi", 100, THEN));

    seek(identifier, "KB11111", Given.row("a.msi", 101, LISTED), Given.row("b.msi", 9, LISTED));

    assertThat(identifier.files().get(0).state()).isEqualTo(State.UNLISTED);
    assertThat(identifier.here()).isEmpty();
  }

  @Test
  void aRowThatTheFileIsInAllLeavesNoneOfTheSameSizeOrVersionToIt() {
    ExpectedFile mine = Given.row("a.dll", 100, LISTED);
    Identifier identifier =
        seeking(
            ((ObservedFile.Readable) Given.file("a.dll", 100, THEN))
                .withExecutable(Executables.version("6.1.7600.1")));

    seek(
        identifier,
        "KB11111",
        Given.row("renamed.dll", 100, LISTED),
        mine.toBuilder().version(Optional.of("6.1.7600.1")).build(),
        Given.row("a.dll", 200, LISTED).toBuilder().version(Optional.of("6.1.7600.1")).build(),
        Given.row("a.dll", 100, "2009-01-01"));

    assertThat(matches(identifier.files().get(0))).containsExactly("KB11111 2 VERSION");
    assertThat(here(identifier)).containsExactly("KB11111 1/4 VERSION");
  }

  @Test
  void whatAgreesInVersionAndNotInSizeIsNotTheRows() {
    Identifier identifier =
        seeking(
            ((ObservedFile.Readable) Given.file("a.dll", 100, THEN))
                .withExecutable(Executables.version("6.1.7600.1")));

    seek(
        identifier,
        "KB11111",
        Given.row("a.dll", 200, LISTED).toBuilder().version(Optional.of("6.1.7600.1")).build());

    assertThat(identifier.files().get(0).matches()).isEmpty();
  }

  @Test
  void howMuchOfAnArticleIsHereIsToldByItsWeakestEvidence() {
    Identifier identifier =
        seeking(Given.file("a.msi", 100, THEN), Given.file("b.msi", 200, "2012-01-01T00:00:00Z"));

    seek(
        identifier,
        "KB11111",
        Given.row("a.msi", 100, LISTED),
        Given.row("b.msi", 200, LISTED),
        Given.row("c.msi", 300, LISTED));
    seek(identifier, "KB22222", Given.row("a.msi", 100, LISTED));

    assertThat(here(identifier)).containsExactly("KB22222 1/1 SIZE_AND_DATE", "KB11111 2/3 SIZE");
  }

  @Test
  void ofAlternativesOneCounts() {
    Identifier identifier = seeking(Given.file("a.dll", 200, THEN));
    Article article =
        Given.articleAsNumbered(
            Given.row("a.dll", 100, LISTED),
            ExpectedFile.of(
                    2, 12, Given.row("a.dll", 1, "").name(), Given.row("a.dll", 1, "").printed())
                .size(Given.row("a.dll", 200, "").size())
                .alternativeTo(OptionalInt.of(1))
                .build());

    identifier.seek(
        new FolderArticle(
            "a.txt", Optional.empty(), Identifier.count(article.rows()), 0, Optional.empty()),
        article.rows());

    assertThat(here(identifier)).containsExactly("a.txt 1/1 SIZE");
  }

  @Test
  void everyCopyOfAFileIsTheRowsAndTheRowCountsOnce() {
    Identifier identifier =
        seeking(Given.file("one/a.msi", 100, THEN), Given.file("two/a.msi", 100, THEN));

    seek(identifier, "KB11111", Given.row("a.msi", 100, LISTED));

    assertThat(identifier.files()).allMatch(file -> file.state() == State.IDENTIFIED);
    assertThat(here(identifier)).containsExactly("KB11111 1/1 SIZE_AND_DATE");
  }

  @Test
  void ofAFileInEveryArticleTheBestHundredAreKeptAndTheOthersCounted() {
    Identifier identifier = seeking(Given.file("a.msi", 100, THEN));
    for (int i = 0; i < 1_000; i++) {
      seek(identifier, "KB" + (10_000 + i), Given.row("a.msi", 100, i == 999 ? LISTED : ""));
    }

    IdentifiedFile file = identifier.files().get(0);

    assertThat(file.matches()).hasSize(IdentifiedFile.MATCHES_KEPT);
    assertThat(file.furtherMatches()).isEqualTo(900);
    assertThat(matches(file)).startsWith("KB10999 1 SIZE_AND_DATE", "KB10000 1 SIZE");
  }

  @Test
  void aFileThatCannotBeReadIsNeitherListedNorUnlisted() {
    Identifier identifier = seeking(Given.unreadable("a.msi", "permission denied"));

    seek(identifier, "KB11111", Given.row("a.msi", 100, LISTED));

    assertThat(identifier.files().get(0).state()).isEqualTo(State.UNREADABLE);
    assertThat(identifier.files().get(0).unreadable()).contains("permission denied");
  }
}
