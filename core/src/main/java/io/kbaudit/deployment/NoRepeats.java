package io.kbaudit.deployment;

import io.kbaudit.deployment.YamlNode.Word;
import java.util.HashMap;
import java.util.Map;

/** Things of which a profile may name each but once. */
final class NoRepeats<T> {
  private final Map<T, SourceLine> lines = new HashMap<>();

  /**
   * Takes note of a thing.
   *
   * @throws ProfileException if it was named before
   */
  void add(T thing, Word word) throws ProfileException {
    SourceLine first = lines.putIfAbsent(thing, word.at());
    if (first != null) {
      throw word.at().fault("twice, for the first time in line " + first.line(), word.text());
    }
  }
}
