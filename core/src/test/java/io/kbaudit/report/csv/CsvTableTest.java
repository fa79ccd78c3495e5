package io.kbaudit.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  @Test
  void cellsAreQuotedWhereTheyMustBe() throws IOException {
    StringWriter out = new StringWriter();

    CsvTable.writeLine(
        List.of("plain", "", " blanks ", "a,b", "say \"so\"", "two\nlines", "cr\r", "a;b", "=1+1"),
        out);
    CsvTable.writeLine(List.of(""), out);

    assertThat(out)
        .hasToString(
            "plain,, blanks ,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\"cr\r\",\"a;b\",=1+1\r\n\"\"\r\n");
  }
}
