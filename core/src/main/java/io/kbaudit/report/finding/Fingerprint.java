package io.kbaudit.report.finding;

import io.kbaudit.file.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tells texts, in their order, from any others: the same wherever it is computed. */
public record Fingerprint(Digest digest) {
  /** Returns the fingerprint of these texts, of which each may hold any characters. */
  public static Fingerprint of(String... texts) {
    return new Fingerprint(Digest.ofTexts(List.of(texts)));
  }

  public String hex() {
    return digest.hex();
  }

  /**
   * Counts, of things that nothing tells apart, which each is. Of a thing eight bytes are kept, so
   * that there can be very many.
   */
  public static final class Ordinals {
    private final Map<Long, Integer> counted = new HashMap<>();

    /** Returns how many times this was given, this time included. */
    public int next(String... thing) {
      long beginning = Long.parseUnsignedLong(of(thing).hex(), 0, Long.BYTES * 2, 16);
      return counted.merge(beginning, 1, Integer::sum);
    }
  }
}
