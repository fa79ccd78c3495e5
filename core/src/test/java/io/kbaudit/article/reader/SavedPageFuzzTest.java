package io.kbaudit.article.reader;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles that are pages saved by a browser, with all their parts in one file. */
class SavedPageFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            From: <Saved by Blink>
            Subject: =?utf-8?Q?KB2492954?=
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="--b"

            ----b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <table><tr><th>File name<th>Size<tr><td>a.msi<td>1,0=
            24</table>
            ----b--
            """,
            """
            MIME-Version: 1.0
            Content-Type: text/html; charset="utf-8"
            Content-Transfer-Encoding: base64

            PHRhYmxlPjx0cj48dGg+RmlsZSBuYW1lPHRoPlNpemU8dHI+PHRkPmEubXNpPHRkPjEsMDI0PC90YWJs
            ZT4=
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "MIME-Version: 1.0",
    "Content-Type: ",
    "multipart/related; boundary=b",
    "multipart/alternative",
    "text/html",
    "text/plain",
    "charset=",
    "utf-8",
    "utf-16le",
    "windows-1252",
    "iso-2022-jp",
    "gb18030",
    "Content-Transfer-Encoding: ",
    "quoted-printable",
    "base64",
    "8bit",
    "--b",
    "--b--",
    "=",
    "=3D",
    "=E2=80=8B",
    "Content-Location: a.html",
    "=?utf-8?B?YQ==?="
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    ForeignArticle.assertReadOrRefused(bytes);
  }
}
