package io.kbaudit.cli;

import java.util.Arrays;

/**
 * Arguments as Windows hands them over. Before a closing quotation mark a backslash is not itself:
 * {@code "C:\MSI Share\"} arrives as {@code C:\MSI Share"}, with all that follows, up to the next
 * quotation mark, behind it ("Parsing C command-line arguments", Microsoft C documentation).
 */
final class WindowsArguments {
  private static final char QUOTE = '"';

  private WindowsArguments() {}

  /**
   * Returns {@code args} as they were meant. No path of Windows has a quotation mark in its name.
   *
   * @throws CannotAskException if one holds others
   */
  static String[] meant(String[] args) throws CannotAskException {
    for (String arg : args) {
      if (arg.contains(QUOTE + " ")) {
        throw new CannotAskException(
            "the argument '"
                + arg
                + "' holds a quotation mark and what follows it: a backslash before a closing"
                + " quotation mark does that; leave it out, or double it");
      }
    }
    return Arrays.stream(args).map(WindowsArguments::meant).toArray(String[]::new);
  }

  private static String meant(String arg) {
    int last = arg.length() - 1;
    return last > 0 && arg.indexOf(QUOTE) == last ? arg.substring(0, last) + '\\' : arg;
  }
}
