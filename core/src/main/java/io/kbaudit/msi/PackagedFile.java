package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A row of the File table: a file that a package installs. Immutable.
 *
 * @param id key of the table
 * @param component that the file belongs to
 * @param name long where there is one, else of eight and three characters
 * @param sizeBytes uncompressed
 * @param version absent where the file has none
 * @param language decimal LCIDs, parted by commas
 * @param attributes bits: 1 read-only, 2 hidden, 4 system, 512 vital ("File table", Windows
 *     Installer reference)
 */
public record PackagedFile(
    String id,
    String component,
    String name,
    Optional<String> shortName,
    OptionalInt sizeBytes,
    Optional<String> version,
    Optional<String> language,
    OptionalInt attributes) {
  /** Checks that nothing is null. */
  public PackagedFile {
    requireNonNull(id, "id");
    requireNonNull(component, "component");
    requireNonNull(name, "name");
    requireNonNull(shortName, "shortName");
    requireNonNull(sizeBytes, "sizeBytes");
    requireNonNull(version, "version");
    requireNonNull(language, "language");
    requireNonNull(attributes, "attributes");
  }

  private static final String[] TEXTS = {"File", "Component_", "FileName", "Version", "Language"};

  private static final String[] NUMBERS = {"FileSize", "Attributes"};

  /** Returns the rows of a File table. */
  static List<PackagedFile> of(Table table) throws MsiFormatException {
    return table.requireTexts(TEXTS).requireNumbers(NUMBERS).rows().stream()
        .map(PackagedFile::ofWhatThereIs)
        .toList();
  }

  /** Returns which columns a File table lacks, or has of another type, in half a sentence each. */
  static List<String> missingColumns(Table table) {
    List<String> missing = new ArrayList<>();
    for (String name : TEXTS) {
      if (!table.hasTexts(name)) {
        missing.add("table " + table.name() + " has no column of texts " + name);
      }
    }
    for (String name : NUMBERS) {
      if (!table.hasNumbers(name)) {
        missing.add("table " + table.name() + " has no column of numbers " + name);
      }
    }
    return missing;
  }

  /** Returns a row of a File table; what it has no column for is absent, or an empty text. */
  static PackagedFile ofWhatThereIs(Table.Row row) {
    String fileName = row.findText("FileName").orElse("");
    int bar = fileName.indexOf('|');
    return new PackagedFile(
        row.findText("File").orElse(""),
        row.findText("Component_").orElse(""),
        fileName.substring(bar + 1),
        bar < 0 ? Optional.empty() : Optional.of(fileName.substring(0, bar)),
        row.findNumber("FileSize"),
        row.findText("Version"),
        row.findText("Language"),
        row.findNumber("Attributes"));
  }
}
