package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An article that cannot be understood says where. */
class ArticleFormatExceptionTest {
  @Test
  void theLineAtFaultIsTold() {
    ArticleFormatException fault =
        new ArticleFormatException("kb.txt", 7, "no such day", "2011-02-30");

    assertThat(fault.line()).isEqualTo(7);
    assertThat(fault).hasMessage("kb.txt, line 7: no such day: '2011-02-30'");
  }

  @Test
  void whereTheTextAsAWholeIsAtFaultNoLineIs() {
    ArticleFormatException fault = new ArticleFormatException("kb.txt", "it is empty");

    assertThat(fault.line()).isZero();
    assertThat(fault).hasMessage("kb.txt: it is empty");
  }
}
