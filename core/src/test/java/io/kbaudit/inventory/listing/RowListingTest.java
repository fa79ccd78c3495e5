package io.kbaudit.inventory.listing;

import static io.kbaudit.inventory.listing.Listed.NO_CULTURE;
import static io.kbaudit.inventory.listing.Listed.files;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.inventory.Extent;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.Inventory.Gap;
import io.kbaudit.inventory.InventoryFormatException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PowerShell, osquery and Ansible list in rows. */
class RowListingTest {
  private static final String HASH =
      "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";

  private static final String SHA1 = "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3";

  @TempDir Path folder;

  /** As Export-Csv of Windows PowerShell 5.1 writes it, of a folder with a folder in it. */
  @Test
  void whatPowerShellExportsIsRead() throws IOException {
    String csv =
        """
        #TYPE Selected.System.IO.FileInfo
        "Name","Length","LastWriteTimeUtc","Version","Hash"
        "sub",,"2011-03-25 09:00:00Z",,
        "DNSClient.msi","679936","2011-03-10T10:04:37.1234567Z","0.0.0.0","%s"
        " a, b.txt.","0","1969-12-31 23:59:59Z",,""
        "shell32.dll","5","2011-03-10T11:04:37+01:00","6.1.7601.17514",
        """
            .formatted(HASH);

    Inventory inventory = Listed.read(folder, "\uFEFF" + csv, UTF_16LE, NO_CULTURE);

    assertThat(files(inventory))
        .containsExactly(
            " a, b.txt. 0 1969-12-31T23:59:59Z",
            "DNSClient.msi 679936 2011-03-10T10:04:37.123456700Z SHA-256 "
                + HASH.toLowerCase(Locale.ROOT),
            "shell32.dll 5 2011-03-10T10:04:37Z 6.1.7601.17514");
    assertThat(inventory.folder()).isEqualTo("SRV1.list");
    assertThat(inventory.foldersLeft()).containsExactly("sub");
    assertThat(inventory.recursive()).isFalse();
    assertThat(inventory.extent()).isEqualTo(Extent.METADATA);
  }

  /** As ConvertTo-Json of Windows PowerShell 5.1 writes it. */
  @Test
  void whatPowerShellConvertsToJsonIsRead() throws IOException {
    String json =
        """
        {
            "Name":  "shell32.dll",
            "Length":  5,
            "LastWriteTimeUtc":  "\\/Date(1299751477123)\\/",
            "Version":  {
                            "Major":  6,
                            "Minor":  1,
                            "Build":  7601,
                            "Revision":  17514,
                            "MajorRevision":  0,
                            "MinorRevision":  17514
                        },
            "Hash":  null
        }
        """;

    assertThat(files(Listed.read(folder, json)))
        .containsExactly("shell32.dll 5 2011-03-10T10:04:37.123Z 6.1.7601.17514");
  }

  @Test
  void wholePathsAreRelativeToTheFolderThatAllAreIn() throws IOException {
    String csv =
        """
        "LastWriteTime";"FullName";"Length";"Mode";"VersionInfo";"Algorithm";"SHA1"
        "10.03.2011 10:04:37";"C:\\MSIShare\\DNSClient.msi";"679936";"-a----";;;
        "10.03.2011 10:04:37";"c:\\msishare\\sub\\b.dll";"5";"-a----";"File:             b.dll
        InternalName:     b
        FileVersion:      6.1.7600.16385 (win7_rtm.090713-1255)
        FileDescription:  B
        ";"SHA1";"%s"
        "10.03.2011 10:04:37";"C:\\MSIShare\\link";;"d----l";;;
        "10.03.2011 10:04:37";"C:\\MSIShare\\sub";;"d-----";;;
        "10.03.2011 10:04:37";"C:\\MSIShare\\soft.msi";"0";"-a---l";;;
        """
            .formatted(SHA1);

    Inventory inventory = Listed.read(folder, csv, UTF_8, Optional.of(Locale.GERMANY));

    assertThat(files(inventory))
        .containsExactly(
            "DNSClient.msi 679936 2011-03-10T10:04:37Z",
            "soft.msi cannot be read: a link, whose file's size is not listed",
            "sub/b.dll 5 2011-03-10T10:04:37Z 6.1.7600.16385 SHA-1 " + SHA1);
    assertThat(inventory.folder()).isEqualTo("MSIShare");
    assertThat(inventory.recursive()).isTrue();
    assertThat(inventory.gaps())
        .containsExactly(new Gap("link", "a link to a folder, whose files are not listed"));
  }

  @Test
  void theListedFolderIsTakenAtItsWord() throws IOException {
    String csv =
        """
        Root,FullName,Length,LastWriteTimeUtc
        \\\\srv\\c$\\temp,\\\\SRV\\c$\\temp\\sub\\a.msi,1,2011-03-10T10:04:37Z
        """;

    Inventory inventory = Listed.read(folder, csv);

    assertThat(files(inventory)).containsExactly("sub/a.msi 1 2011-03-10T10:04:37Z");
    assertThat(inventory.folder()).isEqualTo("temp");
  }

  @Test
  void whatOsqueryListsIsRead() throws IOException {
    String json =
        """
        [
          {"path":"C:\\\\MSIShare\\\\a.dll","directory":"C:\\\\MSIShare","filename":"a.dll","size":"5","mtime":"1299751477","mode":"0666","symlink":"0","type":"regular","file_version":"6.1.7601.17514","attributes":"A","md5":"098f6bcd4621d373cade4e832627b4f6","sha1":"%s","sha256":"%s"},
          {"path":"C:\\\\MSIShare\\\\sub","directory":"C:\\\\MSIShare","filename":"sub","size":"0","mtime":"1299751477","mode":"0666","symlink":"0","type":"directory","file_version":"","attributes":"D","md5":"","sha1":"","sha256":""},
          {"path":"C:\\\\MSIShare\\\\pipe","directory":"C:\\\\MSIShare","filename":"pipe","size":"0","mtime":"-1","mode":"0666","symlink":"0","type":"unknown","file_version":"","attributes":"","md5":"","sha1":"","sha256":""}
        ]
        """
            .formatted(SHA1, HASH.toLowerCase(Locale.ROOT));

    Inventory inventory = Listed.read(folder, json);

    assertThat(files(inventory))
        .containsExactly(
            "a.dll 5 2011-03-10T10:04:37Z 6.1.7601.17514 SHA-256 "
                + HASH.toLowerCase(Locale.ROOT)
                + " SHA-1 "
                + SHA1
                + " MD5 098f6bcd4621d373cade4e832627b4f6",
            "pipe cannot be read: it was listed as no file, but as 'unknown'");
    assertThat(inventory.folder()).isEqualTo("MSIShare");
    assertThat(inventory.foldersLeft()).containsExactly("sub");
  }

  /** As {@code copy: content={{ rollup | to_nice_json }}} saves what win_find found. */
  @Test
  void whatWinFindFoundIsRead() throws IOException {
    String json =
        """
        {
            "rollup": {
                "changed": false,
                "examined": 2,
                "failed": false,
                "files": [
                    {
                        "attributes": "Archive",
                        "checksum": "%s",
                        "creationtime": 1299751477.5,
                        "exists": true,
                        "extension": ".msi",
                        "filename": "a.msi",
                        "hlnk_targets": [],
                        "isarchive": true,
                        "isdir": false,
                        "isjunction": false,
                        "islnk": false,
                        "isreg": true,
                        "lastwritetime": 1299751477.1234567,
                        "lnk_source": null,
                        "owner": "BUILTIN\\\\Administrators",
                        "path": "C:\\\\MSIShare\\\\a.msi",
                        "sharename": null,
                        "size": 5
                    },
                    {
                        "attributes": "Directory",
                        "checksum": null,
                        "filename": "sub",
                        "isdir": true,
                        "lastwritetime": 1299751477.0,
                        "path": "C:\\\\MSIShare\\\\sub",
                        "size": null
                    }
                ],
                "matched": 2
            }
        }
        """
            .formatted(SHA1);

    assertThat(files(Listed.read(folder, json)))
        .containsExactly("a.msi 5 2011-03-10T10:04:37.123456700Z SHA-1 " + SHA1);
  }

  @Test
  void whatStatFoundInALoopIsRead() throws IOException {
    String json =
        """
        {
            "changed": false,
            "msg": "All items completed",
            "results": [
                {
                    "ansible_loop_var": "item",
                    "failed": false,
                    "item": "a.msi",
                    "stat": {
                        "checksum": "%s",
                        "exists": true,
                        "isdir": false,
                        "islnk": false,
                        "isreg": true,
                        "mode": "0644",
                        "mtime": 1299751477.25,
                        "path": "/srv/MSIShare/a.msi",
                        "size": 5
                    }
                },
                {
                    "failed": false,
                    "item": "b.msi",
                    "stat": {
                        "exists": false
                    }
                }
            ]
        }
        """
            .formatted(SHA1);

    Inventory inventory = Listed.read(folder, json);

    assertThat(files(inventory)).containsExactly("a.msi 5 2011-03-10T10:04:37.250Z SHA-1 " + SHA1);
    assertThat(inventory.folder()).isEqualTo("MSIShare");
  }

  /** Each: rows below the heading, the line at fault, and what is said of it. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          Name,Length\\na,1                                          ! 2 ! no column with the time of the last change, such as LastWriteTimeUtc of Get-ChildItem; without it nothing can be audited
          Name,LastWriteTimeUtc\\na,2011-03-10 10:04:37Z             ! 2 ! no column with the size, such as Length of Get-ChildItem; without it nothing can be audited
          Hash,Path\\n9F86,C:\\a\\b                                    ! 2 ! no column with the size, such as Length of Get-ChildItem; without it nothing can be audited
          Length,LastWriteTimeUtc\\n1,2011-03-10 10:04:37Z           ! 2 ! no column that names files, such as Name or FullName of Get-ChildItem, or path of osquery and Ansible
          hello world                                                ! 1 ! no column that names files, such as Name or FullName of Get-ChildItem, or path of osquery and Ansible
          Length,LastWriteTimeUtc\\n                                 ! 1 ! no column that names files, such as Name or FullName of Get-ChildItem, or path of osquery and Ansible
          Name,Length,LastWriteTimeUtc\\n,1,2011-03-10 10:04:37Z     ! 2 ! a row without the name of a file
          Name,Length,LastWriteTimeUtc\\na,1,                        ! 2 ! a file without its time of the last change
          Name,Length,LastWriteTimeUtc\\na,-1,2011-03-10 10:04:37Z   ! 2 ! '-1' is no number of bytes
          Name,Length,LastWriteTimeUtc\\na,"1,024",2011-03-10 10:04:37Z ! 2 ! '1,024' is no number of bytes
          Name,Length,LastWriteTimeUtc\\na,١,2011-03-10 10:04:37Z    ! 2 ! '١' is no number of bytes
          Name,Length,LastWriteTimeUtc\\na,1,2011-03-10              ! 2 ! '2011-03-10' is no date with a time
          Name,Length,LastWriteTimeUtc\\na,1,2011-02-30 10:04:37Z    ! 2 ! '2011-02-30 10:04:37Z' is no date with a time
          Name,Length,LastWriteTimeUtc\\na,1,129443954770000000      ! 2 ! '129443954770000000' is no date with a time
          Name,Length,LastWriteTimeUtc\\na,1,10/03/2554 10:04:37     ! 2 ! '10/03/2554 10:04:37' is no date with a time
          Name,Length,LastWriteTimeUtc\\nPr?fung.msi,1,2011-03-10 10:04:37Z ! 2 ! 'Pr?fung.msi' has '?', which no name in Windows has: the list was written in a character set without some of its letters
          Name,Length,LastWriteTimeUtc\\n..\\\\a,1,2011-03-10 10:04:37Z ! 2 ! '../a' is no path of a file
          Name,Length,LastWriteTimeUtc\\na,1,2011-03-10 10:04:37Z\\nb,1,2011-03-10 10:04:37Z\\nA. ,1,2011-03-10 10:04:37Z ! 4 ! 'A. ' is there twice, in line 2 too; files of several folders are told apart by whole paths alone
          Name,Length,LastWriteTimeUtc,Version\\na,1,2011-03-10 10:04:37Z,1.x  ! 2 ! '1.x' is no version of a file
          Name,Length,LastWriteTimeUtc,Hash\\na,1,2011-03-10 10:04:37Z,9F86    ! 2 ! '9F86' is no digest by MD5, SHA-1, SHA-256 or SHA-512
          Name,Length,LastWriteTimeUtc,Hash,Algorithm\\na,1,2011-03-10 10:04:37Z,a94a8fe5ccb19ba61c4c0873d391e987982fbbd3,RIPEMD160 ! 2 ! 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3' is no digest by RIPEMD160
          FullName,Length,LastWriteTimeUtc\\nC:\\a,1,2011-03-10 10:04:37Z\\nD:\\b,1,2011-03-10 10:04:37Z ! 3 ! 'D:/b' is in no folder with those above; one folder is audited at a time
          {"changed": false, "failed": true, "msg": "No such path"} ! 1 ! a task that was not done (failed): 'No such path'
          [{"failed": true}]                                        ! 1 ! a task that was not done (failed)
          [{"Name": "a", "size": 1, "mtime": 1},                                           ! 1 ! it ends in the middle, as a file does that was cut
          """)
  void whatIsNotUnderstoodIsAnErrorWithItsLine(String text, int line, String problem) {
    String list = text.replace("\\\\", "\u0000").replace("\\n", "\n").replace('\u0000', '\\');

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> Listed.read(folder, list))
        .withMessage("SRV1.list.txt, line " + line + ": " + problem)
        .satisfies(e -> assertThat(e.line()).isEqualTo(line));
  }

  @Test
  void aTableWithoutRowsIsAListOfNoFiles() throws IOException {
    assertThat(Listed.read(folder, "Name,Length,LastWriteTimeUtc\n").files()).isEmpty();
  }

  @Test
  void aVersionThatSomebodyTypedOtherwiseIsNone() throws IOException {
    String csv = "Name,Length,LastWriteTimeUtc,FileVersion\na,1,2011-03-10 10:04:37Z,v1 beta\n";

    assertThat(files(Listed.read(folder, csv))).containsExactly("a 1 2011-03-10T10:04:37Z");
  }

  @Test
  void manyRowsAreReadQuickly() throws IOException {
    Path file = folder.resolve("many.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("\"Name\",\"Length\",\"LastWriteTimeUtc\"\r\n");
      for (int i = 0; i < 100_000; i++) {
        out.write("\"a" + i + ".msi\",\"1\",\"2011-03-10T10:04:37Z\"\r\n");
      }
    }

    assertThat(ListingReader.read(file, NO_CULTURE).files()).hasSize(100_000);
  }
}
