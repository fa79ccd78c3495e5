package io.kbaudit.article;

import java.util.Locale;
import java.util.Set;

/** The words by which articles name processors. */
final class Platforms {
  private static final Set<String> NAMES =
      Set.of(
          "x86", "x64", "i386", "i486", "intel", "alpha", "ia64", "ia-64", "amd64", "itanium",
          "arm", "arm64", "mips", "ppc", "powerpc");

  private Platforms() {}

  /** Returns whether {@code word} is the name of a processor, in brackets or not. */
  static boolean isNamed(String word) {
    return NAMES.contains(word.toLowerCase(Locale.ROOT).replaceAll("[()]", ""));
  }
}
