package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static io.kbaudit.article.reader.Given.unreadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.reader.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPropertiesLayoutTest {
  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void eachNameBeginsAFileWhateverStandsBetween(String separator) {
    String text =
        """
        For x86,,,
        File name,File size,Date,Time
        first.dll,1,29-Mar-2014,05:12
        ,,,
        More for x86,,,
        File property,Value,,
        File name,a.mum,,
        File version,Not applicable,,
        "File size",1674,,
        Date (UTC),29-Mar-2014,,
        Time (UTC),10:17,,
        ,,,
        File name,"An update.msi",,
        File size,2,,

        For x64,,,
        File name,c.mum,,
        File size,3,,
        File name,File size,Date,Time
        last.dll,4,29-Mar-2014,05:12
        """
            .replace(",", separator);

    Article article = Given.article(text);

    assertThat(Given.rows(article))
        .containsExactly(
            "first.dll|29-Mar-2014|05:12|1||",
            "a.mum|29-Mar-2014|10:17|1674|Not applicable|",
            "An update.msi|||2||",
            "c.mum|||3||",
            "last.dll|29-Mar-2014|05:12|4||");
    assertThat(article.rows())
        .extracting(row -> row.variant().group().orElse(row.variant().table()))
        .startsWith("For x86", "More for x86", "More for x86", "For x64");
    assertThat(article.rows()).extracting(row -> row.line()).containsExactly(3, 7, 13, 17, 20);
    assertThat(article.unreadRows()).isEmpty();
    assertThat(article.statements().timesAreUtc()).isTrue();
  }

  @Test
  void aValueWhoseLabelIsNotUnderstoodIsSaid() {
    assertThat(unreadOf("File name,a.mum\nFile size,1\nDay of it,29-Mar-2014\nFile name,b.mum\n"))
        .containsExactly("3: a value whose label is not understood");
    assertThat(unreadOf("File name,a.mum\nFile size,1\nTime (PST),10:04\n"))
        .containsExactly("3: a value whose label is not understood");
  }

  @Test
  void aSecondSizeOfOneFileIsLeftUnread() {
    assertThat(unreadOf("File name;a.msi\nSize;1\nSize;2\n"))
        .containsExactly("3: a second value of a file, or the first of one without a name");
  }

  @Test
  void aNameAndSizeInTwoColumnsIsNoProperty() {
    assertThat(rowsOf("File name,Size\na.dll,1\nb.dll,2\n"))
        .containsExactly("a.dll|||1||", "b.dll|||2||");
  }

  @Test
  void proseBelowIsNoPartOfIt() {
    Article article =
        Given.article("File name,a.mum\nFile size,1\n\nTimes are, as ever, in UTC.\n");

    assertThat(article.statements().timesAreUtc()).isTrue();
    assertThat(Given.rows(article)).containsExactly("a.mum|||1||");
  }

  @Test
  void whatIsNotUnderstoodAmongPropertiesEndsNothing() {
    Article article =
        Given.article(
            """
            For x86,,,
            File name,a.mum,,
            File size,1674,,
            Zorp,foo,,
            File version,5.1.2.3,,

            The end.
            """);

    assertThat(Given.rows(article)).containsExactly("a.mum|||1674|5.1.2.3|");
    assertThat(article.remarks())
        .extracting(ArticleRemark::text)
        .containsExactly("No file is held to what stands under 'Zorp', such as 'foo'.");
  }

  @Test
  void twoWordsBelowTheLastPropertyAreNone() {
    assertThat(
            Given.article(
                    """
                    File name,a.mum
                    File size,1674
                    Zorp,foo

                    The end.
                    """)
                .remarks())
        .isEmpty();
  }

  @Test
  void theHeadingsOfPropertiesAndTheirValuesAreNoPropertyAboveAFile() {
    assertThat(
            Given.article(
                    """
                    Windows 7
                    Property,Value
                    File name,a.mum
                    File size,1674

                    Property,Value
                    File name,b.mum
                    File size,1674

                    The end.
                    """)
                .remarks())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.dll",
        "These words are no title of the files that stand below them for one reason only: that"
            + " they are more words than a title has"
      })
  void whatNamesAFileOrIsTooLongIsNoTitle(String line) {
    assertThat(
            Given.article(line + ",,,\nFile name,a.mum,,\nFile size,1674,,\n\nThe end.\n").rows())
        .singleElement()
        .satisfies(row -> assertThat(row.variant().group()).isEmpty());
  }
}
