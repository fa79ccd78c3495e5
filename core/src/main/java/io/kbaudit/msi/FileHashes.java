package io.kbaudit.msi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The MsiFileHash table: of files without a version their MD5, in four numbers of 32 bits
 * ("MsiFileHash table", Windows Installer).
 */
final class FileHashes {
  private static final String[] PARTS = {"HashPart1", "HashPart2", "HashPart3", "HashPart4"};

  private final Table table;
  private final Map<String, Integer> rows = new HashMap<>();

  private FileHashes(Table table) {
    this.table = table;
    for (int i = 0; i < table.rows().size(); i++) {
      rows.putIfAbsent(table.rows().get(i).text("File_").orElse(""), i);
    }
  }

  /**
   * Reads the table.
   *
   * @throws MsiFormatException if it lacks a column
   */
  static FileHashes of(Table table) throws MsiFormatException {
    return new FileHashes(table.requireTexts("File_").requireNumbers(PARTS));
  }

  /** Returns the keys of the files that have a hash. */
  Set<String> files() {
    return rows.keySet();
  }

  /**
   * Returns the MD5 of a file, 32 hexadecimal digits; absent where the table has none, or not all.
   *
   * @param missing hears what a hash lacks, in half a sentence
   */
  Optional<String> of(String file, List<String> missing) {
    Integer index = rows.get(file);
    if (index == null) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder(32);
    for (String part : PARTS) {
      OptionalInt number = table.rows().get(index).number(part);
      if (number.isEmpty()) {
        missing.add("its hash lacks " + part);
        return Optional.empty();
      }
      int littleEndian = Integer.reverseBytes(number.getAsInt());
      digits.append(String.format(Locale.ROOT, "%08x", littleEndian));
    }
    return Optional.of(digits.toString());
  }
}
