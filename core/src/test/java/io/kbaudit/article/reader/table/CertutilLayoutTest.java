package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code certutil -hashfile} prints, file by file. */
@SuppressWarnings("StringConcatToTextBlock") // the digests are made
class CertutilLayoutTest {
  private static final String DONE = "CertUtil: -hashfile command completed successfully.\n";

  /** A shell may keep the quotes that the path was typed in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a.bin               | a.bin
          "my a.bin"          | my a.bin
          'my a.bin'          | my a.bin
          "C:\\my files\\a.bin" | a.bin
          C:\\my files\\a.bin   | a.bin
          file a.bin          | a.bin
          """)
  void aNameMayBeQuoted(String printed, String name) {
    assertThat(names("SHA256 hash of " + printed + ":\n" + "ab".repeat(32) + "\n" + DONE))
        .containsExactly(name);
  }

  @Test
  void eachFileHasADigestOfItsOwn() {
    String text =
        "SHA256 hash of a.bin:\n"
            + "ab".repeat(32)
            + "\n"
            + DONE
            + "\nMD5 hash of b.bin:\n"
            + "cd ".repeat(16)
            + "\n"
            + DONE;

    assertThat(Given.article(text).rows())
        .extracting(row -> row.name().best() + " " + row.hashes().digests())
        .containsExactly("a.bin SHA-256 " + "ab".repeat(32), "b.bin MD5 " + "cd".repeat(16));
  }

  @Test
  void aFileWhoseNameIsNotClearIsUnread() {
    assertThat(unreadOf("this and that SHA1:\n" + "ab".repeat(20) + "\n"))
        .containsExactly("1: a digest of a file whose name is not clear");
  }

  /** The digest belongs to the line above it, and is listed once. */
  @Test
  void aDigestIsNoLineOfItsOwn() {
    assertThat(unreadOf("SHA1 hash of a.bin:\n" + "ab".repeat(20) + "\n" + DONE)).isEmpty();
  }

  private static List<String> names(String text) {
    return Given.article(text).rows().stream().map(row -> row.name().best().spelling()).toList();
  }
}
