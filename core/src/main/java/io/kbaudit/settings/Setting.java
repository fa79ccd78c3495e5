package io.kbaudit.settings;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a file of settings says of one thing.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param section the names of the sections that it is in, the outermost first; empty outside of all
 * @param name of what is set
 * @param values at least one
 * @param source the file, as it is called in messages
 * @param line in which its name is, counted from 1
 */
public record Setting(
    List<String> section, String name, List<String> values, String source, int line) {
  /** Copies the lists. */
  public Setting {
    section = List.copyOf(section);
    requireNonNull(name, "name");
    values = List.copyOf(values);
    requireNonNull(source, "source");
    if (values.isEmpty() || line < 1) {
      throw new IllegalArgumentException("no value, or no line: " + values + ", " + line);
    }
  }
}
