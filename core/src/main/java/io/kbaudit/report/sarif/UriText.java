package io.kbaudit.report.sarif;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts as parts of a URI (RFC 3986): every byte of their UTF-8 but the unreserved ones is
 * percent-encoded. Half a surrogate pair, of which UTF-8 knows nothing, becomes the bytes that it
 * would have, so that no two texts are encoded alike.
 */
final class UriText {
  private static final String UNRESERVED = "-._~";
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/]");

  private UriText() {}

  /** Returns a relative path whose elements are parted by {@code /}. */
  static String path(String path) {
    StringBuilder uri = new StringBuilder();
    path.codePoints()
        .forEach(
            codePoint -> {
              if (codePoint == '/' && !uri.isEmpty()) {
                uri.append('/');
              } else {
                append(uri, codePoint);
              }
            });
    return uri.toString();
  }

  /** Returns a folder of a Windows or other system, as an absolute URI if its path is absolute. */
  static String folder(String path) {
    String text = path;
    String root = "";
    if (DRIVE.matcher(path).lookingAt()) {
      root = "file:///" + path.charAt(0) + ":/";
      text = path.substring(3).replace('\\', '/');
    } else if (path.startsWith("\\\\")) {
      root = "file://";
      text = path.substring(2).replace('\\', '/');
    } else if (path.startsWith("/")) {
      root = "file:///";
      text = path.substring(1);
    }
    String uri = root + path(text);
    return uri.endsWith("/") ? uri : uri + "/";
  }

  /** Returns one element of a path, whatever is in it. */
  static String element(String text) {
    StringBuilder uri = new StringBuilder();
    text.codePoints().forEach(codePoint -> append(uri, codePoint));
    return uri.toString();
  }

  private static void append(StringBuilder uri, int codePoint) {
    if (isUnreserved(codePoint)) {
      uri.append((char) codePoint);
      return;
    }
    for (byte each : utf8(codePoint)) {
      uri.append(String.format(Locale.ROOT, "%%%02X", each));
    }
  }

  private static boolean isUnreserved(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z')
        || (codePoint >= 'A' && codePoint <= 'Z')
        || (codePoint >= '0' && codePoint <= '9')
        || UNRESERVED.indexOf(codePoint) >= 0;
  }

  private static byte[] utf8(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE
        ? new byte[] {
          (byte) (0xE0 | (codePoint >> 12)),
          (byte) (0x80 | ((codePoint >> 6) & 0x3F)),
          (byte) (0x80 | (codePoint & 0x3F))
        }
        : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
  }
}
