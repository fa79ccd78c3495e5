package io.kbaudit.registry;

import io.kbaudit.text.Letters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The values of one key, or of one row of a list, by their names, whose capitals do not count. */
final class StatedValues {
  private final int line;
  private final Map<String, RegistryValue> values = new HashMap<>();

  /**
   * @param line where the key or row begins
   */
  StatedValues(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  /** Adds a value; of two of one name the first stays, and false is returned. */
  boolean put(String name, RegistryValue value) {
    return values.putIfAbsent(Letters.small(name), value) == null;
  }

  /** Returns the text of that value, unless it is empty. */
  Optional<String> text(String name) {
    return value(name).flatMap(RegistryValue::text).filter(text -> !text.isBlank());
  }

  OptionalLong number(String name) {
    return value(name).map(RegistryValue::number).orElse(OptionalLong.empty());
  }

  private Optional<RegistryValue> value(String name) {
    return Optional.ofNullable(values.get(Letters.small(name)));
  }
}
