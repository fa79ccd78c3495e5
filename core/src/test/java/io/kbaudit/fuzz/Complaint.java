package io.kbaudit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.text.Printable;
import java.io.IOException;

/** What a reader says of input that is no good. */
public final class Complaint {
  /** A sentence with an excerpt or two; more than a screen of it tells nobody anything. */
  private static final int LONGEST = 2_000;

  private Complaint() {}

  /** Asserts that it is one line of words that a terminal can print, and not too many. */
  public static void assertClear(String text) {
    assertThat(text).isNotBlank().hasSizeLessThan(LONGEST).isEqualTo(Printable.uncut(text));
  }

  /** Asserts that a reader refuses with just this kind of exception, and says clearly why. */
  public static void assertClear(IOException thrown, Class<? extends IOException> expected) {
    if (thrown.getClass() != expected) {
      throw new AssertionError("refused as another reader refuses", thrown);
    }
    assertClear(String.valueOf(thrown.getMessage()));
  }
}
