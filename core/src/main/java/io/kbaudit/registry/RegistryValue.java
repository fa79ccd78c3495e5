package io.kbaudit.registry;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The data of a value of the registry, as far as anything here asks for it.
 *
 * @param text of a string; the first of several
 * @param number of a number
 */
record RegistryValue(Optional<String> text, OptionalLong number) {
  static final RegistryValue OTHER = new RegistryValue(Optional.empty(), OptionalLong.empty());

  static RegistryValue of(String text) {
    return new RegistryValue(Optional.of(text), OptionalLong.empty());
  }

  static RegistryValue of(long number) {
    return new RegistryValue(Optional.empty(), OptionalLong.of(number));
  }
}
