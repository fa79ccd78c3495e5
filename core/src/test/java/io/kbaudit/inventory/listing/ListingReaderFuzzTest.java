package io.kbaudit.inventory.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.JsonTokens;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.inventory.ObservedFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of files of any text, as {@code dir}, PowerShell and others might have made them. */
class ListingReaderFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
             Volume in drive C has no label.
             Volume Serial Number is 1234-5678

             Directory of C:\\MSIShare

            03/10/2011  10:04 AM    <DIR>          .
            03/10/2011  10:04 AM    <DIR>          ..
            03/25/2011  10:04 AM           679,936 DNSClient.msi
                           1 File(s)        679,936 bytes
                           2 Dir(s)   1,000,000,000 bytes free
            """,
            """
            #TYPE Selected.System.IO.FileInfo
            "Name","Length","LastWriteTimeUtc","Version","Hash"
            "sub",,"2011-03-25 09:00:00Z",,
            "DNSClient.msi","679936","2011-03-10T10:04:37.1234567Z","0.0.0.0","ca978112ca1bbdcafac231b39a23dc4da786eff8147c4f72b9807785afee48bb"
            """,
            """
            [{"Name": "shell32.dll", "Length": 5, "LastWriteTimeUtc": "\\/Date(1299751477123)\\/",
              "Version": {"Major": 6, "Minor": 1, "Build": 7601, "Revision": 17514}}]
            """,
            """
            {"files": [{"path": "/srv/a.msi", "size": 5, "mtime": 1299751477.1, "isdir": false}]}
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @JsonTokens
  @DictionaryEntries({
    "\"Name\"",
    "\"Length\"",
    "\"FullName\"",
    "\"LastWriteTimeUtc\"",
    "\"LastWriteTime\"",
    "\"path\"",
    "\"size\"",
    "\"mtime\"",
    "\"Hash\"",
    "\"Version\"",
    " Directory of ",
    "<DIR>",
    "<SYMLINK>",
    "File(s)",
    "Dir(s)",
    "AM",
    "PM",
    ".",
    "..",
    "C:\\",
    "\\\\",
    "03/25/2011",
    "25.03.2011",
    "2011-03-25",
    "#TYPE ",
    "\t",
    ";"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Inventory inventory;
    try {
      inventory = ListingReader.read(ForeignFile.of("SRV1.txt", bytes), Optional.of(Locale.US));
    } catch (InventoryFormatException refused) {
      Complaint.assertClear(refused, InventoryFormatException.class);
      return;
    }
    Set<String> paths = new HashSet<>();
    for (ObservedFile file : inventory.files()) {
      assertThat(file.path()).isNotBlank();
      assertThat(paths.add(file.path())).as(file.path()).isTrue();
      if (file instanceof ObservedFile.Readable readable) {
        assertThat(readable.sizeBytes()).isNotNegative();
      }
    }
    assertThat(inventory.folder()).isNotBlank();
  }
}
