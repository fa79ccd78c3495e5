package io.kbaudit.export;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are read as PowerShell, sqlcmd and osquery write them, and nothing else is. */
class ExportedRowsTest {
  /** As Export-Csv of Windows PowerShell 5.1 writes it. */
  private static final String POWERSHELL =
      """
      #TYPE Selected.System.IO.FileInfo
      "Name","Length","Note"
      "DNSClient.msi","679936",
      "a, ""b"".msi","1","two
      lines"
      """
          .replace("\n", "\r\n");

  private static final String READ =
      "3: Name=DNSClient.msi Length=679936 Note=-; 4: Name=a, \"b\".msi Length=1 Note=two\r\nlines";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, mark {1}")
  @CsvSource({
    "UTF-8,    true",
    "UTF-8,    false",
    "UTF-16LE, true",
    "UTF-16LE, false",
    "UTF-16BE, true",
    "UTF-16BE, false",
    "UTF-32LE, true",
    "UTF-32BE, true"
  })
  void csvOfPowerShellIsReadInAnyUnicode(Charset charset, boolean marked) throws IOException {
    assertThat(read(file((marked ? "\uFEFF" : "") + POWERSHELL, charset))).isEqualTo(READ);
  }

  @ParameterizedTest(name = "parted by {0}")
  @ValueSource(strings = {",", ";", "\t", "|"})
  void valuesAreAskedForInAnyCase(String delimiter) throws IOException {
    Path file =
        file("\"Name\",\"I,D\"\n\"x,y\",\" 5\"\n".replace("\",\"", "\"" + delimiter + "\""));
    List<String> values = new ArrayList<>();

    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      ExportedRows.read(
          file,
          row -> {
            values.add(row.find("NAME").orElseThrow());
            values.add(row.find("i,d").orElseThrow());
          });
    } finally {
      Locale.setDefault(before);
    }

    assertThat(values).containsExactly("x,y", " 5");
  }

  @Test
  void columnsWithoutANameAreNone() throws IOException {
    assertThat(read(file("Name,,Size,\na,lost,1,\n"))).isEqualTo("2: Name=a Size=1");
  }

  @ParameterizedTest(name = "parted by {0}")
  @ValueSource(strings = {",", ";", "\t", "|"})
  void rowsOfSqlcmdAreThoseThatItCounts(String delimiter) throws IOException {
    String text =
        """
        Changed database context to 'ResourceManager'.
        name,type_desc,parent
        ----,---------,------
        fn_min,SQL_SCALAR_FUNCTION,NULL
        3" disk   ,USER_TABLE,x

        (2 rows affected)
        """
            .replace(",", delimiter);

    assertThat(read(file(text)))
        .isEqualTo(
            "4: name=fn_min type_desc=SQL_SCALAR_FUNCTION parent=-;"
                + " 5: name=3\" disk type_desc=USER_TABLE parent=x");
  }

  @Test
  void oneColumnOfSqlcmdIsCountedInAnyLanguage() throws IOException {
    assertThat(read(file("name\n------\nfn_min\n\n(1 Zeilen betroffen)\n", UTF_16LE)))
        .isEqualTo("3: name=fn_min");
  }

  @Test
  void noRowIsNoRow() throws IOException {
    assertThat(read(file("name,type\n----,----\n\n(0 rows affected)\n"))).isEmpty();
    assertThat(read(file("\"name\",\"type\"\n"))).isEmpty();
    assertThat(read(file("[]"))).isEmpty();
    assertThat(read(file("{\"files\": []}"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\n\n[{\"Name\": \"a\", \"Length\": 5, \"Gone\": null, \"Is\": true}]",
        "\n\n{\"Name\": \"a\", \"Length\": 5, \"Gone\": \"\", \"Is\": true}",
        "{\"changed\": false, \"files\":\n\n[{\"Name\":\"a\",\"Length\":5,\"Gone\":null,\"Is\":true}]}"
      })
  void objectsOfJsonAreRows(String json) throws IOException {
    assertThat(read(file(json))).isEqualTo("3: Name=a Length=5 Gone=- Is=true");
  }

  @Test
  void whatIsWrappedInANameIsUnwrapped() throws IOException {
    assertThat(read(file("{\"rollup\": {\"x\": {\"changed\": false,\n\"files\": [{\"a\": 1}]}}}")))
        .isEqualTo("2: a=1");
    assertThat(read(file("{\"rollup\": {\"files\": []}}"))).isEmpty();
    assertThat(read(file("{\"rollup\": {\"stat\": {\"size\": 5}, \"changed\": false}}")))
        .isEqualTo("1: stat=- stat.size=5 changed=false");
  }

  /** As ConvertTo-Json of Windows PowerShell 5.1 writes them. */
  @Test
  void whatPowerShellPutsAroundValuesIsTakenOff() throws IOException {
    String json =
        """
        [
            {
                "Name":  "shell32.dll",
                "Length":  1,
                "Modified":  {
                                 "value":  "\\/Date(1299751477000)\\/",
                                 "DisplayHint":  2,
                                 "DateTime":  "Thursday, March 10, 2011 10:04:37 AM"
                             },
                "Version":  {
                                "Major":  6,
                                "Minor":  1,
                                "Build":  7601,
                                "Revision":  17514,
                                "MajorRevision":  0,
                                "MinorRevision":  17514
                            },
                "Short":  {
                                "Major":  6,
                                "Minor":  1,
                                "Build":  -1,
                                "Revision":  -1
                            },
                "Directory":  {
                                  "value":  "no date"
                              },
                "Target":  [
                               "x"
                           ]
            }
        ]
        """
            .replace("\n", "\r\n");

    assertThat(read(file(json, UTF_16LE)))
        .isEqualTo(
            "2: Name=shell32.dll Length=1 Modified=/Date(1299751477000)/"
                + " Version=6.1.7601.17514 Short=6.1 Directory=- Directory.value=no date Target=-");
  }

  /** Each: a file, the line at fault, and what is said of it. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          ``                            ! 1 ! it is empty
          `\\n \\n`                       ! 1 ! it is empty
          #TYPE x\\n                     ! 1 ! no heading that names columns
          <Objs Version="1.1">          ! 1 ! it begins as XML does: not CSV, nor JSON
          a,b\\n1,2\\n1                   ! 3 ! a row of 1 value below a heading of 2
          a,b\\n1,2,3\\n                  ! 2 ! a row of 3 values below a heading of 2
          a,b\\n1,"2\\n3,4\\n              ! 2 ! it ends between quotation marks, as a file does that was cut
          a,b\\n"1"2,3\\n4,5\\n            ! 2 ! a row whose quotation marks do not match
          a,b,A\\n1,2,3\\n                ! 1 ! the column 'A' is there twice
          a,b;c                         ! 1 ! a heading in which ',' and another sign may part the columns
          a,b\\n1,2\\n\\n3,4\\n             ! 3 ! a blank line among the rows
          a    b\\n---- ----\\n1    2\\n   ! 2 ! columns that nothing but blanks part: they must be parted by commas
          a,b\\n-,-\\n1,2\\n\\n(2 rows affected)\\n        ! 5 ! 1 row above '(2 rows affected)'
          a,b\\n-,-\\n1,2\\n\\n(1 rows affected)\\n1,2\\n   ! 6 ! something follows how many rows there are: '1,2'
          [{"a": 1},\\n{"a":             ! 2 ! it ends in the middle, as a file does that was cut
          [{"a": 1},\\n5]                ! 2 ! this is not an object {...}: '5'
          [{"a": 1, "A": 2}]            ! 1 ! the column 'A' is there twice
          [{"a": 1}] [                  ! 1 ! something follows the end
          {"a": [{}],\\n"b": [{}]}       ! 2 ! a second list of rows, 'b', where one was expected
          """)
  void whatCannotBeUnderstoodIsSaidWithItsLine(String text, int line, String problem)
      throws IOException {
    Path file = file(text.replace("\\n", "\n"));

    assertThatExceptionOfType(ExportFormatException.class)
        .isThrownBy(() -> ExportedRows.read(file, row -> {}))
        .withMessage("rows.txt, line " + line + ": " + problem)
        .satisfies(e -> assertThat(e.line()).isEqualTo(line))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(problem))
        .satisfies(e -> assertThat(e.source()).isEqualTo("rows.txt"));
  }

  @Test
  void lettersOfACodePageAreNotGuessed() throws IOException {
    Path file = file("Name,Length\r\na,1\r\n\u00FC,2\r\n", Charset.forName("windows-1252"));
    List<Integer> lines = new ArrayList<>();

    assertThatExceptionOfType(ExportFormatException.class)
        .isThrownBy(() -> ExportedRows.read(file, row -> lines.add(row.line())))
        .withMessage(
            "rows.txt, line 3: bytes that are not UTF-8, as of a file in the code page of one"
                + " country; it must be written in UTF-8 or UTF-16");
  }

  @Test
  void whatIsNoTextIsNotRead() throws IOException {
    Path file = file("MZ\u0090\u0000\u0003\u0000\u0000\n", UTF_8);

    assertThatExceptionOfType(ExportFormatException.class)
        .isThrownBy(() -> ExportedRows.read(file, row -> {}))
        .withMessage("rows.txt, line 1: a byte of zero, which no text has");
  }

  @Test
  void halfALetterAtTheEndIsSaid() throws IOException {
    byte[] text = "\uFEFFName,Length\r\na,1".getBytes(UTF_16BE);
    Path file = Files.write(folder.resolve("rows.txt"), java.util.Arrays.copyOf(text, 31));

    assertThatExceptionOfType(ExportFormatException.class)
        .isThrownBy(() -> ExportedRows.read(file, row -> {}))
        .withMessage("rows.txt, line 2: bytes that are not UTF-16BE, as its beginning says");
  }

  @Test
  void aRowWithoutEndTakesNoMemory() throws IOException {
    Path file = folder.resolve("rows.txt");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("a,b\n1,\"");
      for (int i = 0; i < 2_000; i++) {
        out.write("0123456789\n".repeat(100));
      }
    }

    assertThatExceptionOfType(ExportFormatException.class)
        .isThrownBy(() -> ExportedRows.read(file, row -> {}))
        .withMessage("rows.txt, line 2: a row longer than 1,048,576 characters");
  }

  /** Wherever it begins in what is read at once, and however many quotation marks it takes. */
  @ParameterizedTest
  @ValueSource(ints = {0, 8_100, 8_186, 8_187, 100_000})
  void aRowOfAMebibyteIsReadAndALongerOneRefused(int charactersAbove) throws IOException {
    String above = "a,b\n0," + "x".repeat(charactersAbove) + "\n";
    int most = CsvRecords.LONGEST_ROW - "1,".length();
    List<Integer> lengths = new ArrayList<>();

    ExportedRows.read(
        file(above + "1,\"" + "\"\"".repeat(most) + "\"\n2,c\n"),
        row -> lengths.add(row.find("b").orElse("").length()));

    assertThat(lengths).containsExactly(charactersAbove, most, 1);
    Path longer = file(above + "1," + "x".repeat(most + 1) + "\n2,c\n");
    assertThatExceptionOfType(ExportFormatException.class)
        .isThrownBy(() -> ExportedRows.read(longer, row -> {}))
        .withMessage("rows.txt, line 3: a row longer than 1,048,576 characters");
  }

  @Test
  void manyRowsAreReadOneByOne() throws IOException {
    Path file = folder.resolve("rows.txt");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Name,Length\r\n");
      for (int i = 0; i < 200_000; i++) {
        out.write("\"\u00FC" + i + "\"," + i + "\r\n");
      }
    }
    AtomicInteger last = new AtomicInteger();

    ExportedRows.read(file, row -> last.set(row.line()));

    assertThat(last).hasValue(200_001);
  }

  private Path file(String text) throws IOException {
    return file(text, UTF_8);
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("rows.txt"), text.getBytes(charset));
  }

  private static String read(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    ExportedRows.read(file, row -> rows.add(row.line() + ":" + values(row)));
    return String.join("; ", rows);
  }

  private static String values(ExportedRow row) {
    StringBuilder text = new StringBuilder();
    for (String column : row.columns()) {
      text.append(' ').append(column).append('=').append(row.find(column).orElse("-"));
    }
    return text.toString();
  }
}
