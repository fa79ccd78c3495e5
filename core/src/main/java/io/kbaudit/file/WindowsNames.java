package io.kbaudit.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names under which Windows finds no file, or another one than is called so. It takes them so that
 * asks; a folder may hold them all the same, as one that another system filled.
 */
public final class WindowsNames {
  /**
   * "Naming Files, Paths, and Namespaces", Microsoft Learn: reserved, as control characters are.
   */
  private static final String SIGNS = "<>\"|?*";

  /** The same page, and "RtlIsDosDeviceName_U": devices, whatever follows a dot. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9\u00B9\u00B2\u00B3])"
              + " *(?:[.:].*)?",
          Pattern.DOTALL);

  private WindowsNames() {}

  /** Returns whether no name and no folder has this character there; a colon and slashes part. */
  public static boolean isReserved(int character) {
    return character < ' ' || SIGNS.indexOf(character) >= 0;
  }

  /**
   * Returns whether a name ends in dots or blanks, which Windows drops where a file is asked for.
   */
  public static boolean dropsEndOf(String name) {
    return name.endsWith(".") || name.endsWith(" ");
  }

  /**
   * Returns why Windows finds no file of this name, or another one, in half a sentence; absent
   * where nothing is wrong with it.
   */
  public static Optional<String> fault(String name) {
    if (DEVICE.matcher(name).matches()) {
      return Optional.of("Windows reserves it for a device");
    }
    if (dropsEndOf(name)) {
      return Optional.of("Windows drops blanks and dots at the end of a name");
    }
    if (name.indexOf(':') >= 0) {
      return Optional.of("in Windows a colon names a stream of another file");
    }
    return name.chars().anyMatch(WindowsNames::isReserved)
        ? Optional.of("it has a character that Windows reserves")
        : Optional.empty();
  }

  /**
   * Returns the same of the last element of a path; absent where that has none, or its file system
   * is none of Windows.
   */
  public static Optional<String> faultAt(Path path) {
    if (!path.getFileSystem().getSeparator().equals("\\")) {
      return Optional.empty();
    }
    Path name = path.getFileName();
    return name == null ? Optional.empty() : fault(name.toString());
  }
}
