package io.kbaudit.article.reader;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles of any text: tables drawn with characters, columns of blanks, lines of cells. */
class PlainArticleFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            Article ID: 2492954
            Times are in UTC.
            | File name | Date | Time | File size |
            |---|
            | Alpha.msi | 10-Mar-2011 | 10:04 | 679,936 |
            """,
            """
            The files (or later ones):
               Date         Time   Version     Size       File name        Platform
               --------------------------------------------------------------------
               10-Apr-2001  17:55  2.0.92.1    1,925,391  Ccmcore.exe      Alpha
               05-Feb-2001  20:51              762,688    Preinst.exe
            """,
            """
            +-----------------------------------------+
            | File name   | Date    | Size            |
            +-----------------------------------------+
            | Schdist.exe | 4/29/98 | 194,966 bytes   |
            +-----------------------------------------+
            """,
            """
            File name: Update.mum
            File size: 1,674
            Date: 13-Mar-2010
            """,
            """
               USER.EXE  version 4.00.951  dated 10/26/95 9:51am  461,984 bytes
            """,
            """
            File name
            File size
            Date
            a.dll
            1,024
            10-Mar-2011
            b.dll
            2,048
            11-Mar-2011
            """,
            """
            File name  File version  File size  Date         Time   Platform
            For all supported x64-based versions
            a.dll      6.1.7601.1    1,024      10-Mar-2011  10:04  x64
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "File name",
    "Date",
    "Time",
    "File size",
    "Version",
    "Platform",
    "Language",
    "Size",
    "SHA-256",
    "a.msi",
    "10-Mar-2011",
    "10:04",
    "1,925,391",
    "8.0.1.2",
    "x64",
    "bytes",
    " | ",
    "  ",
    "\t",
    "KB123456",
    "later",
    "Note",
    "Not applicable"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    ForeignArticle.assertReadOrRefused(bytes);
  }
}
