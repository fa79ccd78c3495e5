package io.kbaudit.text;

import java.util.regex.Pattern;

/**
 * The audited folder as a report names it on every machine: a relative path as it is, of an
 * absolute one only the last element, which says nothing of the machine.
 */
public final class PortablePath {
  private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern UP_TO_LAST =
      Pattern.compile("(?:[A-Za-z]:)?(?:.*[/\\\\])?(?=[^/\\\\])", Pattern.DOTALL);

  private static final Pattern TRAILING = Pattern.compile("[/\\\\]+$");

  private PortablePath() {}

  /** Returns the name of {@code folder} on every machine. */
  public static String of(String folder) {
    String path = folder.isEmpty() ? "." : folder;
    if (ABSOLUTE.matcher(path).matches()) {
      String bare = TRAILING.matcher(path).replaceFirst("");
      String last = UP_TO_LAST.matcher(bare).replaceFirst("");
      return last.isEmpty() ? "/" : last;
    }
    return path.replace('\\', '/');
  }
}
