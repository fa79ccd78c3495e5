package io.kbaudit.registry;

import static java.util.Objects.requireNonNull;

/**
 * Something of an export that was passed over, and why.
 *
 * @param line counted from 1
 * @param text a sentence without its full stop, safe to print
 */
public record RegistryRemark(int line, String text) {

  /** Checks that nothing is null. */
  public RegistryRemark {
    requireNonNull(text, "text");
  }
}
