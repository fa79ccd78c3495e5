package io.kbaudit.report.html;

import java.util.Locale;

/** How pictures are measured, alike in every locale. */
final class Percent {
  private Percent() {}

  /** Returns {@code part} of {@code whole}: {@code 12.5%}. */
  static String of(double part, double whole) {
    String digits = String.format(Locale.ROOT, "%.3f", 100 * part / whole);
    return withoutZerosBehind(digits) + "%";
  }

  /** {@code digits} have a point, and three behind it. */
  private static String withoutZerosBehind(String digits) {
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
