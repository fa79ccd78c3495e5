package io.kbaudit.text;

import java.util.regex.Pattern;

/**
 * The audited folder as a report names it on every machine: a relative path as it is, of an
 * absolute one only the last element, which says nothing of the machine.
 */
public final class PortablePath {
  private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

  private PortablePath() {}

  /** Returns the name of {@code folder} on every machine. */
  public static String of(String folder) {
    String path = folder.isEmpty() ? "." : folder;
    if (ABSOLUTE.matcher(path).matches()) {
      String last = path.substring(lastStart(path), end(path));
      return last.isEmpty() ? "/" : last;
    }
    return path.replace('\\', '/');
  }

  /** Returns {@code path} without the slashes, of either kind, behind it. */
  public static String withoutSlashesBehind(String path) {
    return path.substring(0, end(path));
  }

  /** Returns where the path ends without the slashes behind it. */
  private static int end(String path) {
    int end = path.length();
    while (end > 0 && isSlash(path.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Returns where its last element begins, behind a drive. */
  private static int lastStart(String path) {
    int end = end(path);
    int start = end;
    while (start > 0 && !isSlash(path.charAt(start - 1))) {
      start--;
    }
    return start == 0 && end > 2 && path.charAt(1) == ':' ? 2 : start;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }
}
