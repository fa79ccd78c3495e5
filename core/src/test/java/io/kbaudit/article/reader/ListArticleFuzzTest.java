package io.kbaudit.article.reader;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.ForeignFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles that are lists of other programs: values in columns, digests, listings of folders. */
class ListArticleFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            Windows 11, version 24H2 LCU arm64-based
            "File name","File version","Date","Time","File size"
            "localspl.dll","10.0.26100.8246","11-Apr-2026","21:53","805,376"
            """,
            """
            #TYPE System.IO.FileInfo
            "Name","Length","LastWriteTimeUtc"
            "a.msi","1024","3/10/2011 10:04:00 AM"
            """,
            """
            0cc175b9c0f1b6a831c399e269772661 *a.msi
            SHA256 (b.msi) = ca978112ca1bbdcafac231b39a23dc4da786eff8147c4f72b9807785afee48bb
            """,
            """
            SHA1 hash of a.msi:
            86 f7 e4 37 fa a5 a7 fc e1 5d 1d dc b9 ea ea ea 37 76 67 b8
            CertUtil: -hashfile command completed successfully.
            """,
            """
            Algorithm       Hash                                                                   Path
            ---------       ----                                                                   ----
            SHA256          CA978112CA1BBDCAFAC231B39A23DC4DA786EFF8147C4F72B9807785AFEE48BB       C:\\a.msi

            Algorithm : MD5
            Hash      : 0CC175B9C0F1B6A831C399E269772661
            Path      : C:\\a.msi
            """,
            """
            %%%% HASHDEEP-1.0
            %%%% size,md5,sha256,filename
            1,0cc175b9c0f1b6a831c399e269772661,ca978112ca1bbdcafac231b39a23dc4da786eff8147c4f72b9807785afee48bb,a.msi
            """,
            """
             Directory of C:\\MSIShare

            03/10/2011  10:04 AM           679,936 a.msi
                           1 File(s)        679,936 bytes
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @DictionaryEntries({
    "\"",
    "\",\"",
    ",",
    ";",
    "\t",
    "Name",
    "Length",
    "LastWriteTime",
    "Hash",
    "Algorithm",
    "Path",
    "MD5",
    "SHA1",
    "SHA256",
    "SHA512",
    "0cc175b9c0f1b6a831c399e269772661",
    "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8",
    " *",
    "  ",
    " : ",
    "CertUtil: ",
    "%%%% HASHDEEP-1.0",
    " Directory of ",
    "<DIR>",
    "AM",
    "PM",
    "File(s)",
    "#TYPE ",
    "a.msi",
    "1,024"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    ForeignArticle.assertReadOrRefused(bytes);
  }
}
