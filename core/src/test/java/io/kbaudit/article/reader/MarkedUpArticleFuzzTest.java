package io.kbaudit.article.reader;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles in the markup of wikis, forums and documents. */
class MarkedUpArticleFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            # KB2492954

            | File name | Size | Date |
            |:----------|-----:|------|
            | `a.msi`   | 1,024 | 10-Mar-2011 |
            """,
            """
            {| class="wikitable"
            |+ Files
            ! File name !! Size
            |-
            | a.msi || 1,024
            |}
            """,
            """
            |_. File name |_. Size |
            | a.msi | 1,024 |
            ||File name||Size||
            |b.msi|2,048|
            """,
            """
            [table][tr][th]File name[/th][th]Size[/th][/tr]
            [tr][td]a.msi[/td][td]1,024[/td][/tr][/table]
            """,
            """
            .Files
            [cols="1,1",options="header"]
            |===
            |File name |Size
            |a.msi |1,024
            |===
            """,
            """
            .. list-table:: Files
               :header-rows: 1

               * - File name
                 - Size
               * - a.msi
                 - 1,024

            =========  =====
            File name  Size
            =========  =====
            b.msi      2,048
            =========  =====
            """,
            """
            .. csv-table::
               :header: "File name", "Size"

               "a.msi", "1,024"
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "| ",
    " |",
    "||",
    "|-",
    "|}",
    "{|",
    "!!",
    "|===",
    "[table]",
    "[tr]",
    "[td]",
    "[/td]",
    "[/tr]",
    "[/table]",
    ".. list-table::",
    ":header-rows: 1",
    "   * - ",
    "     - ",
    ".. csv-table::",
    ":delim: tab",
    "====  ====",
    "+--+--+",
    "|:--|--:|",
    "colspan=\"2\"",
    "rowspan=\"2\"",
    "2+|",
    ".3+|",
    "a|",
    "|/2.",
    "[cols=\"1*\"]",
    "\\|",
    "`",
    "**",
    "<br>",
    "![](",
    "](",
    "File name",
    "Size",
    "a.msi",
    "1,024",
    "10-Mar-2011"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    ForeignArticle.assertReadOrRefused(bytes);
  }
}
