package io.kbaudit.report.html;

import java.util.Locale;

/** How the page spells numbers, alike in every locale. */
final class Numbers {
  private Numbers() {}

  /** Returns for example {@code 10,000}. */
  static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns for example {@code 1 file} or {@code 10,000 files}. */
  static String counted(int number, String noun) {
    return grouped(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns {@code part} of {@code whole} as pictures are measured: {@code 12.5%}. */
  static String percent(double part, double whole) {
    String digits = String.format(Locale.ROOT, "%.3f", 100 * part / whole);
    return digits.replaceFirst("\\.?0+$", "") + "%";
  }
}
