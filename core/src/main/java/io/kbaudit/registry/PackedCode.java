package io.kbaudit.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A product, package, component or upgrade code as Windows Installer writes it in the names of its
 * keys: 32 hexadecimal digits, those of each group in reverse. The first three groups are reversed
 * as a whole; of the others each byte is.
 *
 * <p>{@code 8A3B26B1F259C0E5399202F4FFCEB5B7} is {@code {1B62B3A8-952F-5E0C-9329-204FFFEC5B7B}}.
 */
public final class PackedCode {
  private static final Pattern PACKED = Pattern.compile("[0-9A-Fa-f]{32}");
  private static final Pattern BRACED =
      Pattern.compile("\\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}");

  /** How many digits each of the groups has that are reversed, in order. */
  private static final int[] GROUPS = {8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2};

  private PackedCode() {}

  /** Returns the code in braces and capitals; empty where {@code packed} is none. */
  public static Optional<String> unpacked(String packed) {
    if (!PACKED.matcher(packed).matches()) {
      return Optional.empty();
    }
    StringBuilder code = new StringBuilder(groupwiseReversed(packed));
    for (int dash : new int[] {20, 16, 12, 8}) {
      code.insert(dash, '-');
    }
    return Optional.of("{" + code.toString().toUpperCase(Locale.ROOT) + "}");
  }

  /**
   * Returns what Windows Installer calls the keys of a code.
   *
   * @param code in braces, in capitals or small letters
   * @return 32 capitals; empty where {@code code} is none
   */
  public static Optional<String> packed(String code) {
    return braced(code)
        .map(
            braced -> groupwiseReversed(braced.substring(1, braced.length() - 1).replace("-", "")));
  }

  /** Returns a code in braces with capitals; empty where {@code text} is none. */
  static Optional<String> braced(String text) {
    return BRACED.matcher(text).matches()
        ? Optional.of(text.toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  private static String groupwiseReversed(String digits) {
    StringBuilder reversed = new StringBuilder(digits.length());
    int start = 0;
    for (int length : GROUPS) {
      reversed.append(new StringBuilder(digits.substring(start, start + length)).reverse());
      start += length;
    }
    return reversed.toString();
  }
}
