package io.kbaudit.article.reader;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles that are pages of HTML. */
class HtmlArticleFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            <!DOCTYPE html><html lang="en"><head><title>KB2492954: an update</title></head><body>
            <p>Times are in UTC.
            <table><tr><th>File name</th><th>Date</th><th>Size</th></tr>
            <tr><td>Alpha.msi</td><td>10-Mar-2011</td><td>679,936</td></tr>
            <tr><td rowspan="2">Beta.msi</td><td colspan="2">11-Mar-2011</td></tr></table>
            """,
            """
            <html><body><pre>
            File name  Size   Date
            a.dll      1,024  10-Mar-2011
            </pre><h3>For x64</h3><ul><li>b.dll 2,048 bytes</li></ul>
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<th>",
    "<br>",
    "<pre>",
    "<p>",
    "<h2>",
    "<li>",
    " rowspan=\"2\"",
    " colspan=\"2\"",
    "&nbsp;",
    "&#8203;",
    "&lt;",
    "<!--",
    "-->",
    "<title>",
    "<caption>",
    "<thead>",
    "<details>",
    "<summary>",
    "<script>",
    "<style>",
    "<template>",
    "<svg>",
    "File name",
    "File size",
    "Date",
    "a.msi",
    "1,024",
    "10-Mar-2011"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    ForeignArticle.assertReadOrRefused(bytes);
  }
}
