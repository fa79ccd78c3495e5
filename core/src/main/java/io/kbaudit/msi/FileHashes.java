package io.kbaudit.msi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The MD5 that the MsiFileHash table has of files without a version ("MsiFileHash table"). */
final class FileHashes {
  private static final String[] PARTS = {"HashPart1", "HashPart2", "HashPart3", "HashPart4"};

  private FileHashes() {}

  /** Returns 16 bytes by the key of the file; nothing where there is no such table. */
  static Map<String, byte[]> of(MsiFile file) throws IOException {
    Map<String, byte[]> hashes = new HashMap<>();
    Optional<Table> table = file.table("MsiFileHash");
    if (table.isPresent()) {
      for (Table.Row row : table.get().requireTexts("File_").requireNumbers(PARTS).rows()) {
        ByteBuffer md5 = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (String part : PARTS) {
          md5.putInt(row.number(part).orElse(0));
        }
        hashes.put(row.text("File_").orElse(""), md5.array());
      }
    }
    return hashes;
  }
}
