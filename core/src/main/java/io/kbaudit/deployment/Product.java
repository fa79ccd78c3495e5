package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product that a package installs, as a profile states it: at least one of its marks.
 *
 * @param name its property ProductName
 * @param upgradeCode its property UpgradeCode, which all versions of one product share, in braces
 *     and capitals
 */
public record Product(Optional<String> name, Optional<String> upgradeCode) {
  private static final Pattern GUID =
      Pattern.compile("\\{?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\\}?");

  /** Checks that it is told by something; the code may be without braces, and in small letters. */
  public Product {
    requireNonNull(name, "name");
    requireNonNull(upgradeCode, "upgradeCode");
    if (name.isEmpty() && upgradeCode.isEmpty()) {
      throw new IllegalArgumentException("a product that nothing tells from another");
    }
    if (name.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a product whose name is blank");
    }
    upgradeCode =
        upgradeCode.map(
            code ->
                code(code)
                    .orElseThrow(
                        () -> new IllegalArgumentException("not an upgrade code: " + code)));
  }

  /** Returns an upgrade code as installers write it; absent if {@code text} is none, or all 0. */
  public static Optional<String> code(String text) {
    Matcher guid = GUID.matcher(text.strip());
    return guid.matches() && guid.group(1).chars().anyMatch(c -> c != '0' && c != '-')
        ? Optional.of("{" + guid.group(1).toUpperCase(Locale.ROOT) + "}")
        : Optional.empty();
  }
}
