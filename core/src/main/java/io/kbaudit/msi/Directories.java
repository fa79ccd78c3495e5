package io.kbaudit.msi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folders of a Directory table ("Directory Table", Windows Installer reference), as installed:
 * below a property in brackets that only the installation knows, as in {@code
 * [ProgramFilesFolder]Vendor\App}.
 */
final class Directories {
  /** Windows has no longer paths ([MS-FSCC] 2.1.5, "Pathname"). */
  static final int LONGEST_PATH = 32_767;

  /** Deeper than any path of folders whose names and separators fill the longest one. */
  static final int DEEPEST = 1_024;

  /** What Windows sets ("System Folder Properties", Windows Installer reference). */
  private static final Set<String> SYSTEM_FOLDERS =
      Set.of(
          "AdminToolsFolder",
          "AppDataFolder",
          "CommonAppDataFolder",
          "CommonFiles64Folder",
          "CommonFilesFolder",
          "DesktopFolder",
          "FavoritesFolder",
          "FontsFolder",
          "LocalAppDataFolder",
          "MyPicturesFolder",
          "NetHoodFolder",
          "PersonalFolder",
          "PrintHoodFolder",
          "ProgramFiles64Folder",
          "ProgramFilesFolder",
          "ProgramMenuFolder",
          "RecentFolder",
          "SendToFolder",
          "StartMenuFolder",
          "StartupFolder",
          "System16Folder",
          "System64Folder",
          "SystemFolder",
          "TempFolder",
          "TemplateFolder",
          "WindowsFolder",
          "WindowsVolume");

  private record Directory(Optional<String> parent, String name) {}

  /** A folder, or half a sentence that says why it is not known. */
  record Resolved(Optional<String> path, Optional<String> problem) {
    static Resolved path(String path) {
      return new Resolved(Optional.of(path), Optional.empty());
    }

    static Resolved problem(String problem) {
      return new Resolved(Optional.empty(), Optional.of(problem));
    }
  }

  private final Map<String, Directory> byId = new HashMap<>();

  /**
   * Creates folders of a table that has columns of texts Directory, Directory_Parent, DefaultDir.
   */
  Directories(Table table) {
    for (Table.Row row : table.rows()) {
      byId.putIfAbsent(
          row.text("Directory").orElse(""),
          new Directory(
              row.text("Directory_Parent").filter(parent -> !parent.isEmpty()),
              targetName(row.text("DefaultDir").orElse(""))));
    }
  }

  /** Returns the folder of this key. */
  Resolved resolve(String id) {
    Deque<String> names = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    long length = 0;
    String at = id;
    while (true) {
      if (isSystemFolder(at)) {
        return Resolved.path(joined(at, names));
      }
      Directory directory = byId.get(at);
      if (directory == null) {
        return Resolved.problem(
            "there is no directory '"
                + at
                + "'"
                + (at.equals(id) ? "" : ", in which '" + id + "' is"));
      }
      String parent = directory.parent().orElse(at);
      if (parent.equals(at)) {
        return Resolved.path(joined(at, names));
      }
      if (!seen.add(at)) {
        return Resolved.problem(
            "the directory '" + id + "' leads to '" + at + "', which is in itself");
      }
      if (directory.name().isEmpty()) {
        return Resolved.problem("the directory '" + at + "' has no name");
      }
      if (!directory.name().equals(".")) {
        names.push(directory.name());
        length += directory.name().length() + 1;
      }
      if (length > LONGEST_PATH || seen.size() > DEEPEST) {
        return Resolved.problem("the directory '" + id + "' is deeper than Windows has paths");
      }
      at = parent;
    }
  }

  /** Also as merge modules name it, with a dot and their code behind. */
  private static boolean isSystemFolder(String id) {
    int dot = id.indexOf('.');
    return SYSTEM_FOLDERS.contains(dot < 0 ? id : id.substring(0, dot));
  }

  private static String joined(String root, Deque<String> names) {
    return "[" + root + "]" + String.join("\\", names);
  }

  /** Of {@code target:source}, each perhaps {@code SHORT|long}, the target's long name. */
  private static String targetName(String defaultDir) {
    int colon = defaultDir.indexOf(':');
    String target = colon < 0 ? defaultDir : defaultDir.substring(0, colon);
    return target.substring(target.indexOf('|') + 1);
  }
}
