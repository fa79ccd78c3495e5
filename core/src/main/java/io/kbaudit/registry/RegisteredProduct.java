package io.kbaudit.registry;

import static java.util.Objects.requireNonNull;

import io.kbaudit.file.FileVersion;
import io.kbaudit.text.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A product that is registered, with all that the keys of an export say of it. Where they
 * contradict each other, all of what they say is here.
 *
 * @param productCode in braces and capitals; empty of a program that has none
 * @param upgradeCodes likewise; empty where the export does not have them
 * @param registrations one a key, in order; at least one
 * @param patches in order; those that are no longer in use too
 * @param keyPaths of its components, in order
 */
public record RegisteredProduct(
    Optional<String> productCode,
    List<String> upgradeCodes,
    List<Registration> registrations,
    List<RegisteredPatch> patches,
    List<KeyPath> keyPaths) {

  /** Copies the lists, and checks that the product is registered somewhere. */
  public RegisteredProduct {
    requireNonNull(productCode, "productCode");
    upgradeCodes = List.copyOf(upgradeCodes);
    registrations = List.copyOf(registrations);
    patches = List.copyOf(patches);
    keyPaths = List.copyOf(keyPaths);
    if (registrations.isEmpty()) {
      throw new IllegalArgumentException("a product that is registered nowhere");
    }
  }

  /** Returns whether a key says that it is installed; else it is advertised alone. */
  public boolean isInstalled() {
    return registrations.stream().anyMatch(each -> each.part().provesInstallation());
  }

  /** Returns whether a key of that part has this product. */
  public boolean isIn(RegistryPart part) {
    return registrations.stream().anyMatch(each -> each.part() == part);
  }

  /** Returns its name, by the first key that states one. */
  public Optional<String> name() {
    return stated(Registration::name).stream().findFirst();
  }

  /** Returns its publisher, by the first key that states one. */
  public Optional<String> publisher() {
    return stated(Registration::publisher).stream().findFirst();
  }

  /**
   * Returns the versions that the keys state, in order, each once: several where they contradict
   * each other. As of packages three parts count, so that {@code 4.0.1220.0} and {@code 4.0.1220}
   * are one, and the first spelling stands.
   */
  public List<String> versions() {
    List<String> versions = new ArrayList<>();
    List<Object> seen = new ArrayList<>();
    for (Registration each : registrations) {
      for (Optional<String> version : List.of(each.version(), each.numericVersion())) {
        version.filter(text -> addOnce(threeParts(text), seen)).ifPresent(versions::add);
      }
    }
    return List.copyOf(versions);
  }

  /** Returns the codes of the packages it was installed or last updated from, each once. */
  public List<String> packageCodes() {
    return stated(Registration::packageCode);
  }

  /** Returns the paths of its packages in the package cache, each once: one for each user. */
  public List<String> localPackages() {
    return stated(Registration::localPackage);
  }

  /** Returns the folders it was installed from, each once. */
  public List<String> installSources() {
    return stated(Registration::installSource);
  }

  /** Returns the security identifiers of those whom it is installed for, as far as keys say. */
  public List<String> users() {
    return stated(Registration::user);
  }

  /** Returns the first line that is about it, counted from 1. */
  public int line() {
    return registrations.get(0).line();
  }

  private List<String> stated(Function<Registration, Optional<String>> value) {
    List<String> once = new ArrayList<>();
    List<Object> seen = new ArrayList<>();
    for (Registration each : registrations) {
      value.apply(each).filter(text -> addOnce(Letters.capital(text), seen)).ifPresent(once::add);
    }
    return List.copyOf(once);
  }

  private static Object threeParts(String version) {
    return FileVersion.find(version)
        .<Object>map(found -> new FileVersion(found.major(), found.minor(), found.build(), 0))
        .orElse(version);
  }

  private static boolean addOnce(Object value, List<Object> seen) {
    return !seen.contains(value) && seen.add(value);
  }
}
