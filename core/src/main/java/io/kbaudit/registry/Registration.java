package io.kbaudit.registry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one key of the registry, or one row of a list of programs, says of a product. Empty values
 * are absent here.
 *
 * @param user the security identifier of whom it is installed for: {@code S-1-5-18} is the machine,
 *     and so everybody; empty where the key does not say
 * @param version as the key shows it ({@code DisplayVersion})
 * @param numericVersion the three parts of the number {@code Version}: {@code 4.0.1220}
 * @param packageCode of the package that it was installed or last updated from, in braces and
 *     capitals
 * @param localPackage the path of the copy of that package in the package cache
 * @param installSource the folder it was installed from
 * @param line where the key or row begins, counted from 1
 */
public record Registration(
    RegistryPart part,
    Optional<String> user,
    Optional<String> name,
    Optional<String> version,
    Optional<String> numericVersion,
    Optional<String> publisher,
    Optional<String> packageCode,
    Optional<String> localPackage,
    Optional<String> installSource,
    int line) {
  /** The user that is the machine, and so everybody ("Well-known SIDs": Local System). */
  public static final String MACHINE = "S-1-5-18";

  /** Checks that nothing is null. */
  public Registration {
    requireNonNull(part, "part");
    requireNonNull(user, "user");
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    requireNonNull(numericVersion, "numericVersion");
    requireNonNull(publisher, "publisher");
    requireNonNull(packageCode, "packageCode");
    requireNonNull(localPackage, "localPackage");
    requireNonNull(installSource, "installSource");
  }
}
