package io.kbaudit.deployment;

import io.kbaudit.deployment.YamlNode.Word;
import java.util.HashMap;
import java.util.Map;

/** Things of which a profile may name each but once. */
final class Once<T> {
  private final Map<T, Place> places = new HashMap<>();

  /**
   * Takes note of a thing.
   *
   * @throws ProfileException if it was named before
   */
  void add(T thing, Word word) throws ProfileException {
    Place first = places.putIfAbsent(thing, word.place());
    if (first != null) {
      throw word.place().fault("twice, for the first time in line " + first.line(), word.text());
    }
  }
}
