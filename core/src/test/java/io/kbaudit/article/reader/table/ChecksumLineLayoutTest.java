package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Digests as the programs of other systems list them, which are called md5sum and so on. */
class ChecksumLineLayoutTest {
  private static final String SHA_1 = "1".repeat(40);
  private static final String MD5 = "3".repeat(32);

  @Test
  void aNameStandsBehindItsDigest() {
    assertThat(
            digests(SHA_1 + "  README\n" + SHA_1 + " *setup.exe\n" + MD5 + "\tb.dll\n\nThe end.\n"))
        .containsExactly("README SHA-1 " + SHA_1, "setup.exe SHA-1 " + SHA_1, "b.dll MD5 " + MD5);
  }

  /** Two characters always part them: what else stands behind hexadecimal digits may be text. */
  @Test
  void aWordBehindABlankIsANameIfItEndsAsOne() {
    assertThat(digests(SHA_1 + " a.dll\n\nThe end.\n")).containsExactly("a.dll SHA-1 " + SHA_1);
    assertThat(digests(SHA_1 + " README\n\nThe end.\n")).isEmpty();
  }

  @Test
  void aWordBehindAnotherNumberOfDigitsIsANameIfItEndsAsOne() {
    assertThat(Given.article(SHA_1 + "12  a.dll\n\nThe end.\n").rows())
        .singleElement()
        .satisfies(row -> assertThat(row.hashes().unread()).hasValue(SHA_1 + "12"));
    assertThat(digests(SHA_1 + "12  README\n\nThe end.\n")).isEmpty();
  }

  @Test
  void aNameMayStandInBracketsBehindTheAlgorithm() {
    assertThat(digests("SHA1 (a.dll) = " + SHA_1 + "\nMD5 (b.dll) = " + MD5 + "\n\nThe end.\n"))
        .containsExactly("a.dll SHA-1 " + SHA_1, "b.dll MD5 " + MD5);
  }

  @Test
  void aBackslashBeforeTheDigestDoublesThoseOfTheName() {
    Article article = Given.article("\\" + MD5 + "  bin\\\\a.dll\n\nThe end.\n");

    assertThat(Given.rows(article)).containsExactly("bin\\a.dll|||||");
    assertThat(article.unreadRows()).isEmpty();
  }

  @Test
  void withoutABackslashBeforeTheDigestThoseOfTheNameAreItsOwn() {
    assertThat(Given.rowsOf(MD5 + "  bin\\new\\a.dll\n\nThe end.\n"))
        .containsExactly("bin\\new\\a.dll|||||");
  }

  @Test
  void aNameWithALineEndIsUnread() {
    String text = MD5 + "  a.dll\n\\" + MD5 + "  bin\\\\new\\na.dll\n" + MD5 + "  b.dll\n";

    assertThat(Given.rowsOf(text)).containsExactly("a.dll|||||", "b.dll|||||");
    assertThat(Given.unreadOf(text)).containsExactly("2: a name that goes on in another line");
  }

  @Test
  void aDigestWithoutItsNameAmongOthersIsUnread() {
    String text = SHA_1 + "  a.dll\n@\n" + MD5 + "  b.dll\n\nThe end.\n";

    assertThat(Given.unreadOf(text.replace("@", SHA_1 + " README")))
        .containsExactly("2: a line among digests that is none with a name");
    assertThat(Given.unreadOf(text.replace("@", "The digest of c.dll is " + SHA_1 + ".")))
        .containsExactly("2: a digest of a file that is not clear");
    assertThat(Given.rowsOf(text.replace("@", SHA_1 + " README")))
        .containsExactly("a.dll|||||", "b.dll|||||");
  }

  private static List<String> digests(String text) {
    return Given.article(text).rows().stream()
        .map(row -> row.name().best().spelling() + " " + row.hashes().digests())
        .toList();
  }
}
