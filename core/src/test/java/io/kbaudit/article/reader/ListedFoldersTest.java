package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ArticleRemark;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedFoldersTest {
  @Test
  void oneNameInSeveralFoldersIsSaid() {
    assertThat(remarks("x86\\a.dll", "b.dll", "X64/a.dll"))
        .containsExactly(
            "No file is held to the folder in which it is listed, and one may stand for several rows,"
                + " as for 'x86\\a.dll' and 'X64/a.dll'.");
  }

  @Test
  void rowsOfOneFolderAreNoneOfSeveral() {
    assertThat(remarks("x86\\a.dll", "X86\\A.dll", "x86\\b.dll")).isEmpty();
    assertThat(remarks("a.dll", "a.dll")).isEmpty();
  }

  private static List<String> remarks(String... names) {
    StringBuilder table = new StringBuilder("| File name | Size |\n|---|---|\n");
    for (String name : names) {
      table.append("| ").append(name).append(" | 1,234 |\n");
    }
    return Given.article(table.toString()).remarks().stream()
        .filter(remark -> remark.kind() == ArticleRemark.Kind.COLUMN_NOT_COMPARED)
        .map(ArticleRemark::text)
        .toList();
  }
}
