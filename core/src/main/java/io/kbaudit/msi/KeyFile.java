package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file with a version, by which Windows Installer sees whether a component is installed: where it
 * is, is registered by the code of the component ("Component Table", Windows Installer).
 *
 * @param component its code, in braces and capitals
 * @param version as the package has it
 */
public record KeyFile(String component, FileVersion version) {
  /** Bits of a component whose key path is no file: of the registry, and of ODBC. */
  private static final int OTHER_KEY_PATHS = 0x0004 | 0x0020;

  /** Checks that nothing is null. */
  public KeyFile {
    requireNonNull(component, "component");
    requireNonNull(version, "version");
  }

  /** Returns those of a package, in the order stored, as far as its tables tell. */
  static List<KeyFile> of(MsiFile msi) throws IOException {
    Optional<Table> files = msi.table("File").filter(table -> table.hasTexts("Version"));
    Optional<Table> components =
        msi.table("Component")
            .filter(table -> table.hasTexts("ComponentId") && table.hasTexts("KeyPath"));
    if (files.isEmpty() || components.isEmpty()) {
      return List.of();
    }
    Map<String, FileVersion> versions = new HashMap<>();
    for (Table.Row row : files.get().rows()) {
      // else it is that of the file by whose version this one is replaced
      Optional<FileVersion> version = row.findText("Version").flatMap(FileVersion::find);
      if (version.isPresent()) {
        row.findText("File").ifPresent(id -> versions.putIfAbsent(id, version.get()));
      }
    }
    List<KeyFile> keyFiles = new ArrayList<>();
    for (Table.Row row : components.get().rows()) {
      Optional<String> code = row.findText("ComponentId");
      Optional<FileVersion> version = row.findText("KeyPath").map(versions::get);
      boolean isFile = (row.findNumber("Attributes").orElse(0) & OTHER_KEY_PATHS) == 0;
      if (isFile && code.isPresent() && version.isPresent()) {
        keyFiles.add(new KeyFile(code.get().toUpperCase(Locale.ROOT), version.get()));
      }
    }
    return keyFiles;
  }
}
