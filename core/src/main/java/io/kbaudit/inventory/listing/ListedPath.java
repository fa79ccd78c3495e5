package io.kbaudit.inventory.listing;

import io.kbaudit.file.FileName;
import io.kbaudit.file.WindowsNames;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.Letters;
import io.kbaudit.text.Printable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path as a list has it, its elements parted by slashes. Immutable.
 *
 * @param text absolute, as in {@code C:/temp/a.msi}, {@code //server/share/a.msi} and {@code
 *     /srv/a.msi}, or relative to the folder that was listed
 * @param ofWindows whether Windows has such paths; else names in it mean what POSIX says
 */
record ListedPath(String text, boolean ofWindows) {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);

  private static final Pattern SLASHES = Pattern.compile("^/{1,2}");

  /** In front of a path, PowerShell may name what provides it. */
  private static final Pattern PROVIDER = Pattern.compile("^[\\w.\\\\]{1,60}+::");

  private static final String DECODED_OTHERWISE =
      ", which no name in Windows has: the list was written in a character set without some of its"
          + " letters";

  static ListedPath of(String path) {
    String bare = PROVIDER.matcher(path).replaceFirst("");
    bare = bare.startsWith("\\\\?\\") ? bare.substring(4) : bare;
    boolean ofPosix = bare.startsWith("/") && !bare.startsWith("//");
    return ofPosix ? new ListedPath(bare, false) : new ListedPath(bare.replace('\\', '/'), true);
  }

  /** Returns a path in a folder. */
  static ListedPath in(ListedPath folder, String name) {
    String slash = folder.text.endsWith("/") ? "" : "/";
    return new ListedPath(
        folder.text + slash + (folder.ofWindows ? name.replace('\\', '/') : name),
        folder.ofWindows);
  }

  boolean isAbsolute() {
    return text.startsWith("/") || DRIVE.matcher(text).matches();
  }

  /**
   * Returns whether an absolute path is that of a folder: of a drive, a share, a root, or in one.
   */
  boolean isFolder() {
    return ofWindows ? text.chars().anyMatch(c -> c != '/') : !text.isEmpty();
  }

  /** Returns the path of the folder that this is in, with a slash at its end; may be empty. */
  String parent() {
    return text.substring(0, text.lastIndexOf('/') + 1);
  }

  /** Returns this path with a slash at its end. */
  String asFolder() {
    return text.endsWith("/") ? text : text + "/";
  }

  /** Returns whether this is below a folder, whose path ends with a slash. */
  boolean isBelow(String folder) {
    return text.regionMatches(ofWindows, 0, folder, 0, folder.length());
  }

  /** Returns what is wrong with the name of a file that is listed so, in half a sentence. */
  Optional<String> problem() {
    String name = text.substring(text.lastIndexOf('/') + 1);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean wrong = ofWindows && (c == ':' || WindowsNames.isReserved(c));
      if (wrong || c == '\uFFFD' || c == 0) {
        return Optional.of(
            Printable.quoted(name)
                + " has "
                + Printable.quoted(Character.toString(c))
                + DECODED_OTHERWISE);
      }
    }
    boolean isNone = ObservedFile.nameAt(SLASHES.matcher(text).replaceFirst("")).isEmpty();
    return isNone
        ? Optional.of(Printable.quoted(text) + " is no path of a file")
        : Optional.empty();
  }

  /**
   * Returns what two paths have in common that are one: in Windows case, trailing dots and blanks
   * do not count.
   *
   * @param below where the path of the listed folder ends
   */
  String canonical(int below) {
    String relative = text.substring(below);
    if (!ofWindows) {
      return relative;
    }
    if (isPlain(relative)) {
      return "/" + Letters.capital(relative);
    }
    StringBuilder canonical = new StringBuilder(relative.length());
    for (String element : relative.split("/", -1)) {
      canonical.append('/').append(FileName.ofStored(element).canonical());
    }
    return canonical.toString();
  }

  /** Returns whether all is ASCII, and no element ends in what does not count. */
  private static boolean isPlain(String path) {
    boolean countsNot = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c >= 0x80 || (c == '/' && countsNot)) {
        return false;
      }
      countsNot = c == '.' || c == ' ';
    }
    return !countsNot;
  }
}
