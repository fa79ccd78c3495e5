package io.kbaudit.yaml;

import io.kbaudit.yaml.YamlNode.Word;
import java.util.HashMap;
import java.util.Map;

/** Things of which a document may name each but once. */
public final class NoRepeats<T> {
  private final Map<T, SourceLine> lines = new HashMap<>();

  /** Begins with none. */
  public NoRepeats() {}

  /**
   * Takes note of a thing.
   *
   * @throws YamlException if it was named before
   */
  public void add(T thing, Word word) throws YamlException {
    SourceLine first = lines.putIfAbsent(thing, word.at());
    if (first != null) {
      throw word.at().fault("twice, for the first time in line " + first.line(), word.text());
    }
  }
}
