package io.kbaudit.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class CodeSpanTest {
  @Test
  void whatWouldEndItOrACellIsShownByItsCode() {
    assertThat(CodeSpan.of("a`b|c\n.msi")).isEqualTo("`a<U+0060>b<U+007C>c<U+000A>.msi`");
  }

  @Test
  void aBlankThatWouldNotBeSeenIsShownByItsCode() {
    assertThat(CodeSpan.of(" a  b ")).isEqualTo("`<U+0020>a <U+0020>b<U+0020>`");
  }

  @Test
  void ofNothingThereIsNone() {
    assertThat(CodeSpan.of("")).isEmpty();
  }

  @Property
  void whateverIsInItItIsOneSpanAndNothingElse(@ForAll("texts") String text) {
    String span = CodeSpan.of(text);

    Node paragraph = Parser.builder().build().parse(span).getFirstChild();

    assertThat(paragraph.getFirstChild())
        .isSameAs(paragraph.getLastChild())
        .isInstanceOfSatisfying(
            Code.class,
            code -> assertThat(code.getLiteral()).isEqualTo(span.substring(1, span.length() - 1)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("`\\|<>[]()!*_~#&;@$\n \"a")
        .ofMinLength(1)
        .ofMaxLength(12);
  }
}
