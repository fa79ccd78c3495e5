package io.kbaudit.article.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlternativesTest {
  @Test
  void aFileOfTwoServiceBranchesIsWantedOnce() {
    assertThat(alternatives("a.dll | SP3GDR | x86", "a.dll | SP3QFE | x86")).containsExactly(0, 1);
  }

  @Test
  void aFileOfTwoServicePacksIsWantedOfEach() {
    assertThat(alternatives("a.dll | SP2GDR | x86", "a.dll | SP3QFE | x86")).containsExactly(0, 0);
  }

  @Test
  void aFileOfTwoPlatformsIsWantedOfEach() {
    assertThat(alternatives("a.dll | SP3GDR | x86", "a.dll | SP3QFE | x64")).containsExactly(0, 0);
  }

  @Test
  void aFileListedTwiceForOneBranchHasNoAlternative() {
    assertThat(alternatives("a.dll | SP3GDR | x86", "a.dll | SP3GDR | x86", "a.dll | SP3QFE | x86"))
        .containsExactly(0, 0, 0);
  }

  @Test
  void theThirdBranchIsAnAlternativeToTheFirst() {
    assertThat(alternatives("a.dll | GDR | x86", "a.dll | LDR | x86", "A.DLL | QFE | x86"))
        .containsExactly(0, 1, 1);
  }

  @Test
  void wordsThatAreNoBranchMakeNoAlternatives() {
    assertThat(alternatives("a.dll | first | x86", "a.dll | second | x86")).containsExactly(0, 0);
  }

  /** Returns of each row which one it is an alternative to; 0 where it stands for itself. */
  private static List<Integer> alternatives(String... rows) {
    StringBuilder text = new StringBuilder("| File name | Service branch | Platform | Size |\n");
    for (String row : rows) {
      text.append("| ").append(row).append(" | 1 |\n");
    }
    return Given.article(text.toString()).rows().stream()
        .map(row -> row.alternativeTo().orElse(0))
        .toList();
  }
}
