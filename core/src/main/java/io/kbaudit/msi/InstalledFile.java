package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a package installs, and where. What the package does not state of it is absent.
 * Immutable.
 *
 * @param row of the File table; texts that it lacks are empty
 * @param md5 of the contents, 32 hexadecimal digits ("MsiFileHash Table", Windows Installer)
 * @param folder below a property in brackets that only the installation knows
 * @param problems why something is absent that should be there, in half a sentence each
 */
public record InstalledFile(
    PackagedFile row, Optional<String> md5, Optional<String> folder, List<String> problems) {
  /** Bits of the File table's Attributes ("File Table", Windows Installer reference). */
  private static final Map<Integer, String> ATTRIBUTES = new LinkedHashMap<>();

  static {
    ATTRIBUTES.put(0x0001, "read-only");
    ATTRIBUTES.put(0x0002, "hidden");
    ATTRIBUTES.put(0x0004, "system");
    ATTRIBUTES.put(0x0200, "vital");
    ATTRIBUTES.put(0x0400, "checksum");
    ATTRIBUTES.put(0x1000, "patch added");
    ATTRIBUTES.put(0x2000, "not compressed");
    ATTRIBUTES.put(0x4000, "compressed");
  }

  /** Copies the list. */
  public InstalledFile {
    requireNonNull(row, "row");
    requireNonNull(md5, "md5");
    requireNonNull(folder, "folder");
    problems = List.copyOf(problems);
  }

  /** Returns folder and name; without its folder where that is not known. */
  public String path() {
    return folder
        .map(path -> path.endsWith("]") ? path + row.name() : path + "\\" + row.name())
        .orElse(row.name());
  }

  /** Returns what its attributes mean; a bit that means nothing is left out. */
  public List<String> attributeNames() {
    int bits = row.attributes().orElse(0);
    return ATTRIBUTES.entrySet().stream()
        .filter(name -> (bits & name.getKey()) != 0)
        .map(Map.Entry::getValue)
        .toList();
  }
}
