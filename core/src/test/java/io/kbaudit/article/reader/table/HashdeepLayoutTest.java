package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashdeepLayoutTest {
  private static final String HEADING =
      "%%%% HASHDEEP-1.0\n%%%% size,md5,filename\n## Invoked from: /tmp\n";
  private static final String MD5 = "0cc175b9c0f1b6a831c399e269772661";

  /** As in every other table, blanks around it are no part of a name. */
  @Test
  void aNameIsWhatIsLeftOfALine() {
    assertThat(rowsOf(HEADING + "1," + MD5 + ", /tmp/a, b.bin \n2," + MD5 + ",c.bin\n"))
        .containsExactly("/tmp/a, b.bin|||1||", "c.bin|||2||");
  }

  @Test
  void aRowOfTooFewCellsIsUnread() {
    assertThat(unreadOf(HEADING + "1," + MD5 + "\n"))
        .containsExactly("4: a row of 2 cells in a table of 3 columns");
  }

  @Test
  void aListOfNothingIsSaidToBeOne() {
    assertThat(unreadOf(HEADING)).containsExactly("2: a file table without rows");
  }
}
