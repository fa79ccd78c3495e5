package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

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

  /** Returns the rows of a File table. */
  static List<PackagedFile> of(Table table) throws MsiFormatException {
    return table
        .requireTexts("File", "Component_", "FileName", "Version", "Language")
        .requireNumbers("FileSize", "Attributes")
        .rows()
        .stream()
        .map(PackagedFile::of)
        .toList();
  }

  private static PackagedFile of(Table.Row row) {
    String fileName = row.text("FileName").orElse("");
    int bar = fileName.indexOf('|');
    return new PackagedFile(
        row.text("File").orElse(""),
        row.text("Component_").orElse(""),
        fileName.substring(bar + 1),
        bar < 0 ? Optional.empty() : Optional.of(fileName.substring(0, bar)),
        row.number("FileSize"),
        row.text("Version"),
        row.text("Language"),
        row.number("Attributes"));
  }
}
