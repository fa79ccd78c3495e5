package io.kbaudit.registry;

import java.util.List;
import java.util.Optional;

/**
 * A path from the hive of Software on, of the machine or of one user: where programs are
 * registered.
 *
 * @param user the security identifier, where the path before this one has it
 * @param path without the name of the hive; empty of the hive itself
 */
record SoftwarePath(boolean isOfMachine, Optional<String> user, String path) {
  private static final String HIVE = "Software";

  /** The hives of a machine that have nothing to do with programs. */
  private static final List<String> OTHER_HIVES =
      List.of("System", "Sam", "Security", "Hardware", "BCD00000000", "Components", "Drivers");

  /**
   * Returns where a key is; empty where it is in another hive. One that is read offline has no name
   * in front, or is loaded below that of the machine under a name of its own.
   *
   * @param path of the key; hivex ends that of the first with a backslash
   */
  static Optional<SoftwarePath> of(String path) {
    String key = path.endsWith("\\") ? path.substring(0, path.length() - 1) : path;
    String root = first(key);
    String below = rest(key);
    if (root.isEmpty()) {
      return Optional.of(new SoftwarePath(true, Optional.empty(), below));
    }
    if (isOneOf(root, "HKEY_LOCAL_MACHINE", "HKLM")) {
      return isOneOf(first(below), OTHER_HIVES.toArray(String[]::new))
          ? Optional.empty()
          : Optional.of(new SoftwarePath(true, Optional.empty(), rest(below)));
    }
    if (isOneOf(root, "HKEY_CLASSES_ROOT", "HKCR")) {
      String classes = below.isEmpty() ? "Classes" : "Classes\\" + below;
      return Optional.of(new SoftwarePath(true, Optional.empty(), classes));
    }
    if (isOneOf(root, "HKEY_CURRENT_USER", "HKCU")) {
      return ofUser(Optional.empty(), below);
    }
    if (isOneOf(root, "HKEY_USERS", "HKU")) {
      return ofUser(Optional.of(first(below)), rest(below));
    }
    return Optional.empty();
  }

  private static Optional<SoftwarePath> ofUser(Optional<String> user, String path) {
    return isOneOf(first(path), HIVE)
        ? Optional.of(new SoftwarePath(false, user, rest(path)))
        : Optional.empty();
  }

  /** Returns whether this is that key, or below it. */
  boolean isAt(String key) {
    return path.regionMatches(true, 0, key, 0, key.length())
        && (path.length() == key.length() || path.charAt(key.length()) == '\\');
  }

  /** Returns whether that key is this one, or below it. */
  boolean contains(String key) {
    return path.isEmpty() || new SoftwarePath(isOfMachine, user, key).isAt(path);
  }

  /** Returns this as seen from that key, which it must be {@link #isAt}. */
  SoftwarePath below(String key) {
    String rest = path.length() == key.length() ? "" : path.substring(key.length() + 1);
    return new SoftwarePath(isOfMachine, user, rest);
  }

  /** Returns the names of the keys on this path; none of the empty path. */
  List<String> names() {
    return path.isEmpty() ? List.of() : List.of(path.split("\\\\", -1));
  }

  private static boolean isOneOf(String name, String... names) {
    for (String each : names) {
      if (each.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static String first(String path) {
    int end = path.indexOf('\\');
    return end < 0 ? path : path.substring(0, end);
  }

  private static String rest(String path) {
    int end = path.indexOf('\\');
    return end < 0 ? "" : path.substring(end + 1);
  }
}
