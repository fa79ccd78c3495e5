package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Full names as the reader finds them in an article's prose. */
class CutNamesTest {
  @Test
  void theNthFullNameInOrderBelongsToTheNthRow() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Resourcemanager | 1 |
            | Resourcemanager | 2 |
            | Short.msi | 3 |
            Copy ResourceManagerWS.msi, and then ResourceManagerNS.msi.
            """);

    assertThat(namesOf(article))
        .containsExactly("ResourceManagerNS.msi", "ResourceManagerWS.msi", "Short.msi");
    assertThat(article.rows().get(0).name().cut()).isTrue();
    assertThat(article.rows().get(2).name().cut()).isFalse();
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void aNameCutWithinItsExtensionIsCompletedToo() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Hostedemail.ms | 1 |
            | Managedemails. | 2 |
            | Short.msi | 3 |
            | Shorter.m | 4 |
            Copy HostedEmail.msi and ManagedEmails.msi.
            """);

    assertThat(namesOf(article))
        .containsExactly("HostedEmail.msi", "ManagedEmails.msi", "Short.msi", "Shorter.m");
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void twoRowsOfOneBeginningStayOpenWhereTheTableIsNotInNameOrder() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Zeta.msi | 3 |
            | Resourcemanager | 1 |
            | Resourcemanager | 2 |
            Copy ResourceManagerWS.msi, and then ResourceManagerNS.msi.
            """);

    assertThat(namesOf(article)).containsExactly("Zeta.msi", "Resourcemanager", "Resourcemanager");
    assertThat(article.rows().get(1).name().isKnown()).isFalse();
    assertThat(article.remarks())
        .containsExactly(
            unresolved(4, "Resourcemanager", "ResourceManagerNS.msi, ResourceManagerWS.msi"),
            unresolved(5, "Resourcemanager", "ResourceManagerNS.msi, ResourceManagerWS.msi"));
  }

  @Test
  void theOnlyRowOfABeginningIsCompletedInATableOfAnyOrder() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Zeta.msi | 3 |
            | Resourcemanager | 1 |
            Copy ResourceManagerWS.msi.
            """);

    assertThat(namesOf(article)).containsExactly("Zeta.msi", "ResourceManagerWS.msi");
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void whereTheProseNamesFewerFilesThanRowsNothingIsGuessed() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Resourcemanager | 1 |
            | Resourcemanager | 2 |
            | Short.msi | 3 |
            Copy ResourceManagerWS.msi.
            """);

    assertThat(namesOf(article)).containsExactly("Resourcemanager", "Resourcemanager", "Short.msi");
    assertThat(article.remarks())
        .containsExactly(
            unresolved(3, "Resourcemanager", "ResourceManagerWS.msi"),
            unresolved(4, "Resourcemanager", "ResourceManagerWS.msi"));
  }

  @Test
  void whereTheProseNamesMoreFilesThanRowsNothingIsGuessed() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Resourcemanager | 1 |
            | Short.msi | 3 |
            Copy ResourceManagerWS.msi and ResourceManagerNS.msi.
            """);

    assertThat(namesOf(article)).containsExactly("Resourcemanager", "Short.msi");
    assertThat(article.remarks())
        .containsExactly(
            unresolved(3, "Resourcemanager", "ResourceManagerNS.msi, ResourceManagerWS.msi"));
  }

  @Test
  void aNameThatMissesTheBlankBeforeItIsAnotherName() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Sharedoabutility | 1 |
            | Short.msi | 2 |
            Then run theSharedOABUtilityNS.msi file.
            """);

    assertThat(article.rows().get(0).name().isKnown()).isFalse();
    assertThat(article.remarks())
        .containsExactly(unresolved(3, "Sharedoabutility", "no file that begins so"));
  }

  @Test
  void aNameThatMissesTheBlankBeforeItDoesNotUnsettleOneThatHasIt() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Sharedoabutility | 1 |
            | Short.msi | 2 |
            Copy SharedOABUtilityNS.msi, then run theSharedOABUtilityNS.msi file.
            """);

    assertThat(namesOf(article)).containsExactly("SharedOABUtilityNS.msi", "Short.msi");
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void aFullNameRepeatedInAnotherCaseIsOneName() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Resourcemanager | 1 |
            | Short.msi | 3 |
            Copy ResourceManagerWS.msi. Run RESOURCEMANAGERWS.MSI.
            """);

    assertThat(namesOf(article)).containsExactly("ResourceManagerWS.msi", "Short.msi");
    assertThat(article.remarks()).isEmpty();
  }

  @Test
  void aNameWithoutExtensionIsWholeWhereItIsShorterThanTheLongest() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Readme | 1 |
            | LongestOfAll.msi | 3 |
            See ReadmeFirst.msi.
            """);

    assertThat(article.rows()).noneMatch(row -> row.name().cut());
  }

  @Test
  void noNameIsCutWhereNoneHasAnExtension() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Alpha | 1 |
            | Bravo | 3 |
            See Alphabet.msi.
            """);

    assertThat(article.rows()).noneMatch(row -> row.name().cut());
  }

  @Test
  void eachTableHasAWidthOfItsOwn() throws IOException {
    Article article =
        read(
            """
            In UTC.
            | File name | File size |
            | Alphabet | 1 |
            | A.msi | 2 |

            Then:
            | File name | File size |
            | Alphabet | 3 |
            | LongestOfAll.msi | 4 |
            Copy AlphabetSoup.msi.
            """);

    assertThat(article.rows())
        .extracting(row -> row.name().cut())
        .containsExactly(true, false, false, false);
    assertThat(article.rows().get(0).name().best()).hasToString("AlphabetSoup.msi");
  }

  private static List<String> namesOf(Article article) {
    return article.rows().stream().map(row -> row.name().best().spelling()).toList();
  }

  private static ArticleRemark unresolved(int line, String printed, String named) {
    return new ArticleRemark(
        ArticleRemark.Kind.CUT_NAME_UNRESOLVED,
        line,
        "The name '"
            + printed
            + "' is cut, and the text names "
            + named
            + "; it is matched by its beginning.");
  }

  private static Article read(String text) throws IOException {
    return ArticleReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.txt", Optional.empty());
  }
}
