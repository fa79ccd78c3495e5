package io.kbaudit.file;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.Letters;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A file's name without its folder, compared as Windows compares names. Immutable.
 *
 * <p>The spelling is kept for people. Two names are equal when their {@linkplain #canonical()
 * canonical forms} are: upper case by Unicode's one-to-one mappings whatever the locale,
 * normalization form C, and without the trailing dots and blanks that Win32 drops ("Naming Files,
 * Paths, and Namespaces", Microsoft Learn).
 */
public final class FileName implements Comparable<FileName> {
  /**
   * What Unicode composes to a character of ASCII: the Greek question mark, the Kelvin sign and the
   * Greek varia, which become ;, K and `.
   */
  private static final String LIKE_ASCII = "\u037E\u212A\u1FEF";

  private final String spelling;
  private final String canonical;

  private FileName(String spelling, String canonical) {
    this.spelling = spelling;
    this.canonical = canonical;
  }

  /**
   * Returns the name spelt so.
   *
   * @throws IllegalArgumentException if nothing is left of it without trailing dots and blanks
   */
  public static FileName of(String spelling) {
    return find(requireNonNull(spelling, "spelling"))
        .orElseThrow(() -> new IllegalArgumentException("not a file name: '" + spelling + "'"));
  }

  /** Returns the name spelt so, absent if it is nothing but dots and white space. */
  public static Optional<FileName> find(String spelling) {
    String canonical = canonicalForm(spelling);
    return canonical.isBlank() ? Optional.empty() : Optional.of(new FileName(spelling, canonical));
  }

  /**
   * Returns the last element of a path as Windows writes it, such as {@code C:\Windows\a.msi};
   * absent where it has none.
   */
  public static Optional<FileName> lastOf(String path) {
    int end = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
    return find(path.substring(end + 1));
  }

  /**
   * Returns the last element of {@code path}, {@linkplain #ofStored as stored}.
   *
   * @throws IllegalArgumentException if the path is a root, which has no name
   */
  public static FileName of(Path path) {
    Path last = path.getFileName();
    if (last == null) {
      throw new IllegalArgumentException("a root has no file name: " + path);
    }
    return ofStored(last.toString());
  }

  /**
   * Returns the name that a file system has stored. One of nothing but dots or blanks, which file
   * systems other than Windows's allow, stands for itself.
   */
  public static FileName ofStored(String spelling) {
    String canonical = canonicalForm(spelling);
    return new FileName(spelling, canonical.isEmpty() ? spelling : canonical);
  }

  /** Returns the name as it was printed or found. */
  public String spelling() {
    return spelling;
  }

  /** Returns the form that decides equality and order. */
  public String canonical() {
    return canonical;
  }

  /** Returns what follows the last dot in lower case; empty without a dot. */
  public String extension() {
    int dot = canonical.lastIndexOf('.');
    return dot < 0 ? "" : Letters.small(canonical.substring(dot + 1));
  }

  /** Returns whether this name begins with {@code prefix}, or is equal to it. */
  public boolean startsWith(FileName prefix) {
    return canonical.startsWith(prefix.canonical);
  }

  private static String canonicalForm(String spelling) {
    String composed =
        isAscii(spelling) ? spelling.toUpperCase(Locale.ROOT) : composedUpper(spelling);
    int end = composed.length();
    while (end > 0 && (composed.charAt(end - 1) == '.' || composed.charAt(end - 1) == ' ')) {
      end--;
    }
    return composed.substring(0, end);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** What looks like ASCII is not taken for it: Windows has two files of such names. */
  private static String composedUpper(String spelling) {
    StringBuilder composed = new StringBuilder(spelling.length());
    int begin = 0;
    for (int i = 0; i < spelling.length(); i++) {
      if (LIKE_ASCII.indexOf(spelling.charAt(i)) >= 0) {
        composed.append(composedUpperOfPart(spelling.substring(begin, i)));
        composed.append(spelling.charAt(i));
        begin = i + 1;
      }
    }
    return composed.append(composedUpperOfPart(spelling.substring(begin))).toString();
  }

  /** Letters are taken apart from their marks first: not every marked letter has a capital. */
  private static String composedUpperOfPart(String spelling) {
    String apart = Letters.normalized(spelling, Normalizer.Form.NFD);
    StringBuilder upper = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i += Character.charCount(apart.codePointAt(i))) {
      upper.appendCodePoint(upperCase(apart.codePointAt(i)));
    }
    return Letters.normalized(upper, Normalizer.Form.NFC);
  }

  /**
   * Maps one code point to upper case. Windows keeps the dotless i (U+0131) and the long s (U+017F)
   * apart from I and S, so nothing outside ASCII becomes an ASCII letter here.
   */
  private static int upperCase(int codePoint) {
    int upper = Character.toUpperCase(codePoint);
    return upper < 0x80 && codePoint >= 0x80 ? codePoint : upper;
  }

  /** Orders names by their canonical forms, character by character. */
  @Override
  public int compareTo(FileName other) {
    return canonical.compareTo(other.canonical);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileName name && canonical.equals(name.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  /** Returns the {@linkplain #spelling() spelling}. */
  @Override
  public String toString() {
    return spelling;
  }
}
