package io.kbaudit.report.finding;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts, of things that nothing tells apart, which each is. Of a thing eight bytes are kept, so
 * that there can be very many.
 */
public final class Ordinals {
  private final Map<Long, Integer> counted = new HashMap<>();

  /** Returns how many times this was given, this time included. */
  public int next(String... thing) {
    return counted.merge(Fingerprint.of(thing).beginning(), 1, Integer::sum);
  }
}
