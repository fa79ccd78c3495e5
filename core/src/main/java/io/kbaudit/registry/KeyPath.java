package io.kbaudit.registry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * That by which Windows Installer sees whether a component of a product is there.
 *
 * @param component its code, in braces and capitals
 * @param path as registered: of a file, of a folder with a backslash at its end, or of a key of the
 *     registry
 */
public record KeyPath(String component, String path) {

  /** Checks that nothing is null. */
  public KeyPath {
    requireNonNull(component, "component");
    requireNonNull(path, "path");
  }

  /**
   * Returns the path of the file, where it is one: {@code C:\Program Files\X\a.dll}, also of one
   * that is registered as shared, {@code C?\Windows\a.dll}.
   */
  public Optional<String> file() {
    boolean hasDrive =
        path.length() > 3
            && isLetter(path.charAt(0))
            && (path.charAt(1) == ':' || path.charAt(1) == '?')
            && path.charAt(2) == '\\';
    boolean isShare = path.startsWith("\\\\") || path.startsWith("\\?\\");
    if (!(hasDrive || isShare) || path.endsWith("\\")) {
      return Optional.empty();
    }
    return Optional.of(path.charAt(1) == '?' ? unshared() : path);
  }

  private String unshared() {
    return path.charAt(0) + (path.charAt(0) == '\\' ? "\\" : ":") + path.substring(2);
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
