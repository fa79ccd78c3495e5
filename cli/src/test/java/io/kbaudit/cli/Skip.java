package io.kbaudit.cli;

import org.junit.jupiter.api.Assumptions;

/** Skips a test, and says so on the console, where a mere count would hide it. */
final class Skip {
  private Skip() {}

  static void unless(boolean condition, String missing) {
    if (!condition) {
      System.out.println("SKIPPED: there is no " + missing);
      Assumptions.abort("there is no " + missing);
    }
  }
}
