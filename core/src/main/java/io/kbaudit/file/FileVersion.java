package io.kbaudit.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a program, library or driver: four parts of 16 bits, as {@code VS_FIXEDFILEINFO}
 * holds them. Versions are equal and ordered as numbers, part by part, so that {@code 4.00.02.7523}
 * is {@code 4.0.2.7523}. Immutable.
 *
 * @param major the first part; each is 0 to 65,535
 */
public record FileVersion(int major, int minor, int build, int revision)
    implements Comparable<FileVersion> {
  private static final int LARGEST_PART = 0xFFFF;

  /** Nine zeros may lead five digits, which hold 65,535. */
  private static final String PART = "([0-9]{1,14}+)";

  private static final String NEXT = "(?:[ ]?[.,][ ]?" + PART + ")?";

  /** Behind the numbers, after a blank, how or by whom it was built, as in most of Windows. */
  private static final String BUILD = "(?:[ ]{1,3}(?:\\(.*\\)|built by:? .*))?";

  private static final Pattern TEXT = Pattern.compile(PART + NEXT + NEXT + NEXT + BUILD);

  /** Checks that each part has at most 16 bits. */
  public FileVersion {
    for (int part : new int[] {major, minor, build, revision}) {
      if (part < 0 || part > LARGEST_PART) {
        throw new IllegalArgumentException("a part of a version is 0 to 65535, not " + part);
      }
    }
  }

  /** Returns the version that the two halves in a {@code VS_FIXEDFILEINFO} make. */
  public static FileVersion ofHalves(long mostSignificant, long leastSignificant) {
    return new FileVersion(
        (int) (mostSignificant >>> 16) & LARGEST_PART,
        (int) mostSignificant & LARGEST_PART,
        (int) (leastSignificant >>> 16) & LARGEST_PART,
        (int) leastSignificant & LARGEST_PART);
  }

  /**
   * Reads a version as articles and resources print it: {@code 6.1.7600.16385
   * (win7_rtm.090713-1255)}, {@code 5,3,16,8}, {@code 7.01.1056}. Parts that are missing are 0, and
   * none is ever parted or joined.
   *
   * @return empty where {@code text} is none: a part above 65,535, a fifth part, a letter
   */
  public static Optional<FileVersion> find(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int[] numbers = new int[4];
    for (int i = 0; i < numbers.length; i++) {
      long part = parts.group(i + 1) == null ? 0 : Long.parseLong(parts.group(i + 1));
      if (part > LARGEST_PART) {
        return Optional.empty();
      }
      numbers[i] = (int) part;
    }
    return Optional.of(new FileVersion(numbers[0], numbers[1], numbers[2], numbers[3]));
  }

  @Override
  public int compareTo(FileVersion other) {
    return Long.compareUnsigned(asNumber(), other.asNumber());
  }

  /** Returns whether this is higher than {@code other}. */
  public boolean isAbove(FileVersion other) {
    return compareTo(other) > 0;
  }

  private long asNumber() {
    return (long) major << 48 | (long) minor << 32 | (long) build << 16 | revision;
  }

  /** Returns all four parts: {@code 6.1.7600.16385}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + build + "." + revision;
  }
}
