package io.kbaudit.article.reader.table;

import static io.kbaudit.article.reader.Given.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.reader.Given;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedLineLayoutTest {
  @Test
  void everyWordSaysItselfWhatItIs() {
    assertThat(rowsOf("   USER.EXE  version 4.00.951  dated 10/26/95 9:51am  461,984 bytes\n"))
        .containsExactly("USER.EXE|10/26/95|9:51am|461,984 bytes|4.00.951|");
  }

  @Test
  void aProcessorIsThePlatform() {
    assertThat(rowsOf("10/26/95 9:51am 461,984 USER.EXE (Alpha)\n"))
        .containsExactly("USER.EXE|10/26/95|9:51am|461,984||(Alpha)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USER.EXE was 461,984 bytes on 10/26/95.",
        "USER.EXE 461,984 10/26/95 and GDI.EXE 1,024 10/27/95",
        "USER.EXE 461,984 bytes",
        "10/26/95 461,984 bytes",
        "See USER.EXE dated 10/26/95 461,984 bytes"
      })
  void aLineWithAnyOtherWordOrWithoutOneOfTheseIsRunningText(String line) {
    assertThat(rowsOf(line + "\n")).isEmpty();
  }

  @Test
  void whatPartsTheWordsOfASentenceIsNoPartOfThem() {
    assertThat(
            rowsOf(
                """
                 - Foo.dll (version 1.2.3, 12,345 bytes, 10/22/1999)
                 - Bar.dll: 12,346 bytes; 10/22/1999 5:00 PM
                """))
        .containsExactly(
            "Foo.dll|10/22/1999||12,345 bytes|1.2.3|", "Bar.dll|10/22/1999|5:00 PM|12,346 bytes||");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          USER.EXE , 461,984 , 10/26/95   ! USER.EXE|10/26/95||461,984||
          .user.ini 461,984 10/26/95      ! .user.ini|10/26/95||461,984||
          - USER.EXE 461,984 26 Oct 1995  ! USER.EXE|26 Oct 1995||461,984||
          /bin/a.so 461,984 26 Oct 1995   ! /bin/a.so|26 Oct 1995||461,984||
          USER.EXE 9,999 9/9/99           ! USER.EXE|9/9/99||9,999||
          """)
  void marksAndDigitsOfAnyKindMayMakeARow(String line, String row) {
    assertThat(rowsOf(line + "\n")).containsExactly(row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10 March 2011", "March 10, 2011", "10-Mar-2011"})
  void aDayMayHaveNoMarks(String day) {
    assertThat(
            Given.article("These:\n\nFIRMWARE.BIN dated " + day + " 461,984 bytes\n\nThe end.\n")
                .rows())
        .extracting(row -> row.modified().orElseThrow().day())
        .containsExactly(LocalDate.of(2011, 3, 10));
  }
}
