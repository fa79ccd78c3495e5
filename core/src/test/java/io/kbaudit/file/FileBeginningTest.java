package io.kbaudit.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileBeginningTest {
  /** The bytes at the start, as each format's specification has them. */
  @ParameterizedTest
  @CsvSource({
    "4D534346000000,     as a cabinet does",
    "4D5A90000300,       as a program does (.exe or .dll)",
    "D0CF11E0A1B11AE1,   'as an OLE compound file does (.msi, .doc)'",
    "377ABCAF271C0004,   as a 7-Zip archive does (.7z)",
    "FD377A585A000004,   as an xz file does (.xz)",
    "526172211A0700CF,   as a RAR archive does (.rar)",
    "526172211A070100,   as a RAR archive does (.rar)",
    "4D5357494D000000D0, as a Windows image does (.wim)",
    "255044462D312E37,   as a PDF document does (.pdf)",
    "28B52FFD04,         as a Zstandard file does (.zst)",
    "7F454C4602,         as a program of Linux does",
    "CAFEBABE00000037AA, with the bytes CA FE BA BE 00 00 00 37",
    "00,                 with zeros",
    "FF,                 with the bytes FF",
  })
  void namesTheFormat(String hex, String description) {
    assertThat(FileBeginning.describe(HexFormat.of().parseHex(hex))).isEqualTo(description);
  }

  @Test
  void namesArchivesThatJavaWrites() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("AppxManifest.xml"));
    }
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(1);
    }

    assertThat(FileBeginning.describe(zip.toByteArray()))
        .isEqualTo("as a ZIP archive does (.zip, .msix, .jar)");
    assertThat(FileBeginning.describe(gzip.toByteArray())).isEqualTo("as a gzip file does (.gz)");
  }

  @Test
  void namesAnEmptyArchive() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    new ZipOutputStream(zip).close();

    assertThat(FileBeginning.describe(zip.toByteArray()))
        .isEqualTo("as a ZIP archive does (.zip, .msix, .jar)");
  }

  @Test
  void namesThePointerThatStandsForAFileNotFetched() {
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 251392\n"
            .formatted("0".repeat(64));

    assertThat(FileBeginning.describe(pointer.getBytes(UTF_8)))
        .isEqualTo(
            "as a Git LFS pointer does: the file that it stands for, of 251,392 bytes, was not"
                + " fetched");
    assertThat(FileBeginning.describe(pointer.substring(0, 60).getBytes(UTF_8)))
        .isEqualTo("as a Git LFS pointer does: the file that it stands for was not fetched");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><head><title>404\n Not Found</title>",
        "\r\n  <html lang='en'><TITLE> 404 Not Found </TITLE>",
        "\uFEFF<?xml version='1.0'?>\n<!-- a <b> -- -->\n<!doctype HTML>\n<title>404 Not Found</title>",
      })
  void namesThePageThatCameInPlaceOfTheFile(String page) {
    assertThat(FileBeginning.describe(page.getBytes(UTF_8)))
        .isEqualTo(
            "as an HTML page does, with the title '404 Not Found': an answer in place of the file");
  }

  @Test
  void namesAPageWithoutTitle() {
    assertThat(FileBeginning.describe("<html><body>".getBytes(UTF_8)))
        .isEqualTo("as an HTML page does: an answer in place of the file");
    assertThat(FileBeginning.describe("<htmlx>".getBytes(UTF_8)))
        .isEqualTo("as text does, with '<htmlx>'");
  }

  @Test
  void namesText() {
    byte[] little = "\uFEFFWindows Registry Editor".getBytes(UTF_16LE);
    byte[] big = "\uFEFFWindows Registry Editor".getBytes(UTF_16BE);

    assertThat(FileBeginning.describe(little))
        .isEqualTo("as UTF-16 text does, with 'Windows Registry'");
    assertThat(FileBeginning.describe(big))
        .isEqualTo("as UTF-16 text does, with 'Windows Registry'");
    assertThat(FileBeginning.describe("one\r\n two\tthree".getBytes(UTF_8)))
        .isEqualTo("as text does, with 'one two three'");
    assertThat(FileBeginning.describe("\u00E9t\u00E9".getBytes(ISO_8859_1)))
        .isEqualTo("with the bytes E9 74 E9");
  }

  /** What is looked for is looked for once, however the bytes are. */
  @Test
  void isSoonDoneWithWhatLooksLikeThePrologueOfAPage() {
    byte[] comments = new byte[FileBeginning.BYTES];
    Arrays.fill(comments, (byte) '<');
    byte[] blanks = new byte[FileBeginning.BYTES];
    Arrays.fill(blanks, (byte) ' ');

    assertThat(FileBeginning.describe(comments)).startsWith("as text does, with '<<<");
    assertThat(FileBeginning.describe(blanks)).isEqualTo("as text does, with ''");
  }
}
