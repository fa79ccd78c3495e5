package io.kbaudit.msi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The cabinets from which a package or module installs its files, as its Media and File tables have
 * it.
 */
final class MediaCabinets {
  /**
   * The stream that has the files of a merge module ("Merge Module Database", Windows Installer).
   */
  private static final String OF_MODULE = "MergeModule.CABinet";

  /** In front of the name of a cabinet that is in a stream ("Media table", Windows Installer). */
  private static final char EMBEDDED = '#';

  /** Bits of the word count ("Word Count Summary property", Windows Installer). */
  private static final int COMPRESSED_SOURCE = 2;

  private static final int ADMINISTRATIVE_IMAGE = 4;

  /** Bits of a file's attributes that outdo those ("File table", Windows Installer). */
  private static final int NOT_COMPRESSED = 0x2000;

  private static final int COMPRESSED = 0x4000;

  /**
   * A cabinet.
   *
   * @param name of its stream, or of its file
   * @param embedded whether it is in the package, and not beside it
   * @param files those of the File table that are in it; absent where there is no such table
   */
  record Wanted(String name, boolean embedded, Optional<List<FileRow>> files) {
    /** Returns whether nothing can be installed without it, as far as is known. */
    boolean isNeeded() {
      return files.isEmpty() || !files.get().isEmpty();
    }
  }

  /** What a row of the File table says of a file. */
  record FileRow(String id, OptionalInt sizeBytes, int attributes, int sequence) {}

  private MediaCabinets() {}

  /**
   * Returns the cabinets of a file.
   *
   * @throws MsiFormatException if the tables that list them cannot be read
   */
  static List<Wanted> of(MsiFile file) throws IOException {
    return switch (file.kind()) {
      case PACKAGE -> ofPackage(file);
      case MODULE -> List.of(new Wanted(OF_MODULE, true, fileRows(file)));
      case PATCH, TRANSFORM -> List.of();
    };
  }

  private static List<Wanted> ofPackage(MsiFile file) throws IOException {
    Optional<Table> table = file.table("Media");
    int wordCount = wordCount(file);
    if (table.isEmpty() || (wordCount & ADMINISTRATIVE_IMAGE) != 0) {
      return List.of();
    }
    TreeMap<Integer, String> byLastSequence = new TreeMap<>();
    Map<String, List<FileRow>> packed = new LinkedHashMap<>();
    for (Table.Row row :
        table.get().requireTexts("Cabinet").requireNumbers("LastSequence").rows()) {
      String cabinet = row.text("Cabinet").orElse("");
      byLastSequence.putIfAbsent(row.number("LastSequence").orElse(0), cabinet);
      if (!cabinet.isEmpty()) {
        packed.putIfAbsent(cabinet, new ArrayList<>());
      }
    }
    Optional<List<FileRow>> files = fileRows(file);
    for (FileRow each : files.orElse(List.of())) {
      Map.Entry<Integer, String> medium = byLastSequence.ceilingEntry(each.sequence());
      if (medium == null) {
        throw new MsiFormatException(
            String.format(
                Locale.ROOT,
                "the file '%s' has the sequence %,d, and the Media table ends at %,d",
                each.id(),
                each.sequence(),
                byLastSequence.isEmpty() ? 0 : byLastSequence.lastKey()));
      }
      if (isCompressed(each, wordCount) && !medium.getValue().isEmpty()) {
        packed.computeIfAbsent(medium.getValue(), name -> new ArrayList<>()).add(each);
      }
    }
    return packed.entrySet().stream()
        .map(entry -> wanted(entry.getKey(), files.map(all -> entry.getValue())))
        .toList();
  }

  private static Wanted wanted(String cabinet, Optional<List<FileRow>> files) {
    boolean embedded = cabinet.charAt(0) == EMBEDDED;
    return new Wanted(embedded ? cabinet.substring(1) : cabinet, embedded, files);
  }

  private static boolean isCompressed(FileRow file, int wordCount) {
    return (file.attributes() & COMPRESSED) != 0
        || ((file.attributes() & NOT_COMPRESSED) == 0 && (wordCount & COMPRESSED_SOURCE) != 0);
  }

  /** A package that does not say is taken for what most are: compressed. */
  private static int wordCount(MsiFile file) throws IOException {
    try {
      return file.summary().wordCount().orElse(COMPRESSED_SOURCE);
    } catch (MsiFormatException e) {
      return COMPRESSED_SOURCE; // its problem is told elsewhere
    }
  }

  private static Optional<List<FileRow>> fileRows(MsiFile file) throws IOException {
    Optional<Table> table = file.table("File");
    if (table.isEmpty()) {
      return Optional.empty();
    }
    List<FileRow> rows = new ArrayList<>();
    for (Table.Row row :
        table
            .get()
            .requireTexts("File")
            .requireNumbers("FileSize", "Attributes", "Sequence")
            .rows()) {
      rows.add(
          new FileRow(
              row.text("File").orElse(""),
              row.number("FileSize"),
              row.number("Attributes").orElse(0),
              row.number("Sequence").orElse(0)));
    }
    return Optional.of(rows);
  }
}
