package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.file.Digest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DigestTablesTest {
  private static final String ONES = "1".repeat(64);
  private static final String TWOS = "2".repeat(64);
  private static final String FILES =
      "| File name | Size |\n|---|---|\n| a.msi | 1 |\n| b.msi | 2 |\n\n";

  @Test
  void aDigestBelowTheFilesBelongsToTheRowOfItsName() {
    Article article = Given.article(FILES + digests("A.MSI", ONES) + "The end.\n");

    assertThat(article.rows()).hasSize(2);
    assertThat(article.rows().get(0).hashes().digests().strongest()).isEqualTo(Digest.find(ONES));
    assertThat(article.rows().get(1).hashes().areNone()).isTrue();
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void aDigestAboveTheFilesBelongsToTheRowOfItsName() {
    Article article = Given.article(digests("a.msi", ONES) + "Text.\n\n" + FILES);

    assertThat(article.rows().get(0).hashes().digests().strongest()).isEqualTo(Digest.find(ONES));
  }

  @Test
  void aDigestOfAFileThatNoRowListsIsARowOfItsOwn() {
    Article article = Given.article(digests("c.msi", ONES) + "\n" + FILES + "The end.\n");

    assertThat(article.rows())
        .extracting(row -> row.row() + " " + row.name().best() + ", line " + row.line())
        .containsExactly("1 a.msi, line 9", "2 b.msi, line 10", "3 c.msi, line 5");
    assertThat(article.rows().get(2).hashes()).isEqualTo(ListedHashes.of(Digest.sha256(ONES)));
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void twoDigestsOfOneNameAreNobodys() {
    assertRemark(
        FILES + digests("a.msi", ONES) + "| a.msi | " + TWOS + " |\n",
        "2 digests are listed for 'a.msi', and which of them it has is not.");
  }

  @Test
  void twoDigestsOfOneNameLeaveTheContentsOfItsRowUndecided() {
    String text = FILES + digests("a.msi", ONES) + "| a.msi | " + TWOS + " |\n";

    assertThat(Given.article(text).rows().get(0).hashes().unread()).hasValue(ONES + " or " + TWOS);
  }

  @Test
  void digestsOfTwoKindsBelongToOneFile() {
    String sha1 = "3".repeat(40);
    Article article =
        Given.article(
            FILES
                + digests("a.msi", ONES)
                + "\nText.\n\n"
                + digests("a.msi", sha1).replace("SHA256", "SHA1")
                + "\nThe end.\n");

    assertThat(article.rows().get(0).hashes())
        .isEqualTo(ListedHashes.of(Digest.find(sha1).orElseThrow(), Digest.sha256(ONES)));
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void aDigestIsKnownUnderAnyHeading() {
    Article article =
        Given.article(
            "| File name | Size | Fingerprint |\n|---|---|---|\n| a.msi | 1 | "
                + ONES
                + " |\n\nThe end.\n");

    assertThat(article.rows().get(0).hashes().digests().strongest()).isEqualTo(Digest.find(ONES));
  }

  @Test
  void aDigestOfANameThatTwoRowsHaveIsNobodys() {
    assertRemark(
        FILES.replace("b.msi", "a.msi") + digests("a.msi", ONES),
        "A digest is listed for 'a.msi', and which of 2 rows it belongs to is not; the contents of"
            + " none are decided.");
  }

  @Test
  void aDamagedDigestIsNotReadAndSaysSo() {
    for (String text :
        new String[] {
          FILES + digests("a.msi", ONES.substring(1)),
          "| File name | Size | SHA256 hash |\n|---|---|---|\n| a.msi | 1 | "
              + ONES.substring(1)
              + " |\n\nThe end.\n"
        }) {
      Article article = Given.article(text);

      assertThat(article.rows().get(0).hashes()).isEqualTo(ListedHashes.unread(ONES.substring(1)));
      assertThat(article.remarks())
          .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.UNREADABLE_CELL)
          .extracting(ArticleRemark::text)
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("The digest '1111")
          .endsWith("' cannot be read and is left out.");
    }
  }

  private static String digests(String name, String digest) {
    return "Hashes:\n\n| File name | SHA256 hash |\n|---|---|\n| " + name + " | " + digest + " |\n";
  }

  private static void assertRemark(String text, String remark) {
    Article article = Given.article(text);

    assertThat(article.rows()).noneMatch(row -> row.hashes().hasDigest());
    assertThat(article.remarks())
        .filteredOn(r -> r.kind() == ArticleRemark.Kind.HASH_WITHOUT_ROW)
        .extracting(ArticleRemark::text)
        .containsExactly(remark);
  }

  /** A digest that nobody compares could be the only one that a row has. */
  @Test
  @Tag("volume")
  void moreDigestsThanCanBeComparedLeaveTheContentsOfNoRowDecided() {
    int rows = 1_000;
    int most = DigestTables.MOST_PAIRS / rows + 1;
    String files =
        "| File name | Platform | Size |\n|---|---|---|\n"
            + "| a.dll | x86 | 1 |\n".repeat(rows - 1)
            + "| a.dll | IA-64 | 2 |\n\n| File name | Platform | SHA-256 |\n|---|---|---|\n";
    String unclear = "| a.dll | x86 | " + TWOS + " |\n";
    String clear = "| a.dll | IA-64 | " + ONES + " |\n\nThe end.\n";

    Article all = Given.article(files + unclear.repeat(most - 1) + clear);
    Article tooMany = Given.article(files + unclear.repeat(most) + clear);

    assertThat(all.rows().get(rows - 1).hashes().digests().strongest())
        .isEqualTo(Digest.find(ONES));
    assertThat(tooMany.rows()).hasSize(rows);
    assertThat(tooMany.rows().get(rows - 1).hashes().hasDigest()).isFalse();
    assertThat(tooMany.rows()).allMatch(row -> row.hashes().unread().isPresent());
    assertThat(tooMany.remarks())
        .filteredOn(remark -> remark.kind() == ArticleRemark.Kind.HASH_WITHOUT_ROW)
        .last()
        .extracting(ArticleRemark::text)
        .isEqualTo(
            "1 more digest listed for 'a.dll', too many to tell to which of 1,000 rows each"
                + " belongs; the contents of none are decided.");
  }

  @Test
  void aDigestBelongsToTheRowOfItsProcessorWhateverThatIsCalled() {
    Article article =
        Given.article(
            """
            | File name | Platform | Size |
            |---|---|---|
            | a.msi | x86 | 1 |
            | a.msi | x64 | 2 |

            Hashes:

            | File name | Platform | SHA256 hash |
            |---|---|---|
            | a.msi | 32-bit | %s |
            | a.msi | AMD64 | %s |

            The end.
            """
                .formatted(ONES, TWOS));

    assertThat(article.rows())
        .extracting(row -> row.hashes())
        .containsExactly(
            ListedHashes.of(Digest.sha256(ONES)), ListedHashes.of(Digest.sha256(TWOS)));
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void digestsOfTwoProcessorsAreOfTwoFiles() {
    Article article =
        Given.article(
            """
            | File name | Platform | SHA256 hash |
            |---|---|---|
            | a.msi | x86 | %s |
            | a.msi | x64 | %s |

            The end.
            """
                .formatted(ONES, TWOS));

    assertThat(article.rows())
        .extracting(row -> row.hashes())
        .containsExactly(
            ListedHashes.of(Digest.sha256(ONES)), ListedHashes.of(Digest.sha256(TWOS)));
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void anotherDigestUnderAnotherHeadingIsOfAnotherFile() {
    Article article = Given.article(underHeadings(ONES, TWOS));

    assertThat(article.rows())
        .extracting(row -> row.variant().table() + ": " + row.hashes())
        .containsExactly(
            "For Windows 7: " + ListedHashes.of(Digest.sha256(ONES)),
            "For Windows 8: " + ListedHashes.of(Digest.sha256(TWOS)));
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void theSameDigestUnderAnotherHeadingIsOfTheSameFile() {
    assertThat(Given.article(underHeadings(ONES, ONES)).rows())
        .extracting(row -> row.hashes())
        .containsExactly(ListedHashes.of(Digest.sha256(ONES)));
  }

  private static String underHeadings(String first, String second) {
    return """
        For Windows 7

        | File name | SHA256 hash |
        |---|---|
        | a.msi | %s |

        For Windows 8

        | File name | SHA256 hash |
        |---|---|
        | a.msi | %s |

        The end.
        """
        .formatted(first, second);
  }
}
