package io.kbaudit.inventory.saved;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.fixtures.msi.MsiFixture;
import io.kbaudit.fixtures.pe.PeFixture;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.JsonTokens;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.report.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Saved inventories of any text, each with the right digest behind it, for one with another is
 * refused whatever it says. An accepted one comes back when it is saved again.
 */
class InventoryReaderFuzzTest {
  static Stream<byte[]> seeds() throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = Files.createDirectory(memory.getPath("/files"));
      Files.writeString(folder.resolve("a.txt"), "text");
      String one = saved(FolderScanner.flat().scan(folder));
      MsiFixture.smallest().writeTo(folder.resolve("a.msi"));
      PeFixture.library().smallest().writeTo(folder.resolve("a.dll"));
      Files.createSymbolicLink(folder.resolve("link"), memory.getPath("/nowhere"));
      return Stream.of(one, saved(FolderScanner.recursive().readingContents().scan(folder)))
          .map(saved -> saved.substring(0, saved.lastIndexOf(InventoryWriter.BEFORE_DIGEST)))
          .map(ForeignFile::utf8);
    }
  }

  private static String saved(Inventory inventory) throws IOException {
    return Written.by(out -> InventoryWriter.write(inventory, out));
  }

  @MethodSource("seeds")
  @JsonTokens
  @DictionaryEntries({
    "\"schemaVersion\": 1",
    "\"files\": ",
    "\"path\": ",
    "\"size\": ",
    "\"modified\": ",
    "\"unreadable\": ",
    "\"sha256\": ",
    "\"msi\": ",
    "\"pe\": ",
    "\"gaps\": ",
    "\"linkLoops\": ",
    "\"extent\": ",
    "2011-03-10T10:04:37.1234567Z"
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Inventory inventory;
    try {
      inventory = InventoryReader.read(ForeignFile.of("a.json", withDigest(bytes)));
    } catch (InventoryFormatException refused) {
      Complaint.assertClear(refused, InventoryFormatException.class);
      return;
    }
    String again = saved(inventory);
    Inventory read = InventoryReader.read(ForeignFile.of("a.json", ForeignFile.utf8(again)));
    assertThat(saved(read)).isEqualTo(again);
    assertThat(read.files()).isEqualTo(inventory.files());
  }

  private static byte[] withDigest(byte[] bytes) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes);
    whole.writeBytes(
        (InventoryWriter.BEFORE_DIGEST + "\"sha256\": \"" + sha256(bytes) + "\"\n}")
            .getBytes(UTF_8));
    return whole.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has it", e);
    }
  }
}
