package io.kbaudit.msi.ole;

import java.util.Locale;

/** Numbers in sentences, alike in every locale. */
final class Numbers {
  private Numbers() {}

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a sector's number, or in hexadecimal one of the marks that stand in its place. */
  static String sector(int sector) {
    return sector >= 0 ? grouped(sector) : String.format(Locale.ROOT, "0x%08X", sector);
  }
}
