package io.kbaudit.article.reader.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and digests on one line, each digest behind the name of its algorithm. */
class LabelledLineLayoutTest {
  private static final String SHA_1 = "1".repeat(40);
  private static final String MD5 = "3".repeat(32);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File name: a.msi  SHA-1: @",
        "File name: a.msi: SHA-1: @",
        "a.msi (SHA1: @)",
        "a.msi: SHA1 checksum: @",
        "SHA1 hash = @, a.msi",
        "* a.msi - SHA1: @;"
      })
  void aNameMayHaveALabelOrMarksAroundIt(String line) {
    assertThat(digests(line.replace("@", SHA_1) + "\n\nThe end.\n"))
        .containsExactly("a.msi SHA-1 " + SHA_1);
  }

  @Test
  void blankLinesMayPartTheFiles() {
    assertThat(
            digests("a.msi (SHA1: " + SHA_1 + ")\n\nb.msi (MD5: " + MD5 + ")\nText.\n\nThe end.\n"))
        .containsExactly("a.msi SHA-1 " + SHA_1, "b.msi MD5 " + MD5);
  }

  @Test
  void eachFileStandsUnderTheHeadingAboveIt() {
    String text =
        """
        Windows 7

        a.msi (SHA1: @)

        Windows 8

        b.msi (SHA1: @)

        The end.
        """
            .replace("@", SHA_1);

    assertThat(Given.article(text).rows())
        .extracting(row -> row.variant().table())
        .containsExactly("Windows 7", "Windows 8");
  }

  @Test
  void aDigestOfAnAlgorithmThatIsNotKnownIsUnread() {
    String sha384 = "5".repeat(96);

    assertThat(Given.article("a.msi SHA-384: " + sha384 + "\n\nThe end.\n").rows())
        .singleElement()
        .satisfies(row -> assertThat(row.hashes().unread()).hasValue("SHA-384 " + sha384));
  }

  @Test
  void digestsThatMayBeOfSeveralFilesAreOfNone() {
    String twice = "a.msi SHA-1: " + SHA_1 + " SHA-1: " + "2".repeat(40) + "\n\nThe end.\n";
    String unknown =
        "a.msi SHA-384: " + "5".repeat(96) + " SHA-224: " + "6".repeat(56) + "\n\nThe end.\n";

    assertThat(Given.rowsOf(twice)).isEmpty();
    assertThat(Given.unreadOf(twice)).containsExactly("1: a digest of a file that is not clear");
    assertThat(Given.rowsOf(unknown)).isEmpty();
    assertThat(Given.unreadOf(unknown)).containsExactly("1: a digest of a file that is not clear");
  }

  @Test
  void whatStandsBehindAnotherLabelIsNoName() {
    String text = "Version: a.msi  SHA-1: " + SHA_1 + "\n\nThe end.\n";

    assertThat(Given.rowsOf(text)).isEmpty();
    assertThat(Given.unreadOf(text)).containsExactly("1: a digest of a file that is not clear");
  }

  private static List<String> digests(String text) {
    return Given.article(text).rows().stream()
        .map(row -> row.name().best().spelling() + " " + row.hashes().digests())
        .toList();
  }
}
