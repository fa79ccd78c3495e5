package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader sees of a cell that is written in HTML or Markdown. */
class CellTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          a.dll                           | a.dll
          <b>a.dll</b>                    | a.dll
          <a href="x">a.dll</a> (1)       | a.dll (1)
          [a.dll](http://example.com/a)   | a.dll
          ![icon](a.png) a.dll            | icon a.dll
          **a.dll** and `b.dll`           | a.dll and b.dll
          a\\_b.dll                       | a_b.dll
          C:\\temp\\a.dll                 | C:\\temp\\a.dll
          R&amp;D.dll                     | R&D.dll
          a < b                           | a < b
          <DIR>                           | <DIR>
          a   b                           | a b
          """)
  void marksAreNoText(String cell, String text) {
    assertThat(CellText.plain(cell)).isEqualTo(text);
  }

  /** A long name goes on in the next line; two names, or words, do not. */
  @ParameterizedTest
  @CsvSource({
    "Visual<br>Studio.dll, VisualStudio.dll",
    "Visual <BR/> Studio.dll, VisualStudio.dll",
    "a.dll<br>b.dll, a.dll b.dll",
    "Windows 7<br>x64, Windows 7 x64"
  })
  void aNameThatIsBrokenIntoLinesIsOne(String cell, String text) {
    assertThat(CellText.plain(cell)).isEqualTo(text);
  }

  @Test
  void blanksOfEveryKindAreOne() {
    assertThat(CellText.withSingleBlanks("a b")).isEqualTo("a b");
    assertThat(CellText.withSingleBlanks(" a  b")).isEqualTo(" a b");
    assertThat(CellText.withSingleBlanks("  a")).isEqualTo(" a");
    assertThat(CellText.withSingleBlanks("a\tb\n c")).isEqualTo("a b c");
    assertThat(CellText.withSingleBlanks("")).isEmpty();
  }
}
