package io.kbaudit.script;

import io.kbaudit.file.WindowsNames;
import io.kbaudit.text.Printable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which characters a shell's scripts cannot have in names and in folders, since no file has them
 * there or they would name something else.
 */
record ShellNames(String shell, String notInNames, String notInFolders) {
  private static final Pattern BARE_DRIVE = Pattern.compile("[A-Za-z]:");

  /** "Naming Files, Paths, and Namespaces", Microsoft Learn: of a component, in UTF-16 units. */
  private static final int LONGEST_NAME_OF_WINDOWS = 255;

  /** Returns the name, which is one of a file in a folder. */
  String name(String name) throws UnquotableException {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw refusal(name, "it is not the name of a file");
    }
    return without(notInNames, name);
  }

  /** Returns the name, which is one that a file in Windows can have. */
  String windowsName(String name) throws UnquotableException {
    name(name);
    Optional<String> fault = WindowsNames.fault(name);
    if (fault.isPresent()) {
      throw refusal(name, fault.get());
    }
    if (name.length() > LONGEST_NAME_OF_WINDOWS) {
      throw refusal(name, "it is longer than " + LONGEST_NAME_OF_WINDOWS + " characters");
    }
    return name;
  }

  /** Returns the folder; the working folder for an empty one. */
  String folder(String folder) throws UnquotableException {
    return folder.isEmpty() ? "." : without(notInFolders, folder);
  }

  /** Returns the folder on Windows; of a drive alone its current folder, and not its root. */
  String windowsFolder(String folder) throws UnquotableException {
    return folder(folder) + (BARE_DRIVE.matcher(folder).matches() ? "." : "");
  }

  UnquotableException refusal(String text, String reason) {
    return new UnquotableException(text, shell, reason);
  }

  private String without(String forbidden, String text) throws UnquotableException {
    for (int i = 0; i < text.length(); i++) {
      if (forbidden.indexOf(text.charAt(i)) >= 0) {
        String character = Printable.line(text.substring(i, i + 1));
        throw refusal(text, "it contains the character " + character);
      }
    }
    return text;
  }
}
