package io.kbaudit.registry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A product that is registered, in one line; {@link #build} has the values that were given. */
public final class ProductOf {
  private static final Set<RegistryPart> INSTALLER =
      EnumSet.of(RegistryPart.USER_DATA, RegistryPart.UPGRADE_CODES);

  private final String name;
  private final String code;
  private final List<String> versions = new ArrayList<>();
  private final List<RegisteredPatch> patches = new ArrayList<>();
  private final List<KeyPath> keyPaths = new ArrayList<>();
  private Optional<String> upgradeCode = Optional.empty();
  private Optional<String> packageCode = Optional.empty();
  private Optional<String> localPackage = Optional.empty();
  private String user = "S-1-5-18";
  private List<RegistryPart> parts = List.of(RegistryPart.USER_DATA);

  private ProductOf(String name, String code) {
    this.name = name;
    this.code = code;
  }

  /** Returns a product of the machine that Windows Installer has as installed. */
  public static ProductOf named(String name, String code) {
    return new ProductOf(name, code);
  }

  /** Returns an export of all keys of Windows Installer, which have these products. */
  public static InstalledProducts export(ProductOf... products) {
    return export(INSTALLER, products);
  }

  /** Returns an export that has those parts whole. */
  public static InstalledProducts export(Set<RegistryPart> parts, ProductOf... products) {
    return new InstalledProducts(
        "s.reg", parts, List.of(products).stream().map(ProductOf::build).toList(), List.of());
  }

  /** Each is that of a key of its own. */
  public ProductOf versions(String... texts) {
    versions.addAll(List.of(texts));
    return this;
  }

  public ProductOf upgradeCode(String text) {
    this.upgradeCode = Optional.of(text);
    return this;
  }

  public ProductOf packageCode(String text) {
    this.packageCode = Optional.of(text);
    return this;
  }

  public ProductOf cachedAs(String path) {
    this.localPackage = Optional.of(path);
    return this;
  }

  public ProductOf user(String sid) {
    this.user = sid;
    return this;
  }

  public ProductOf in(RegistryPart... others) {
    this.parts = List.of(others);
    return this;
  }

  public ProductOf patch(String patchCode, String patchName, RegisteredPatch.State state) {
    patches.add(
        new RegisteredPatch(
            patchCode,
            Optional.of(patchName),
            Optional.of(state),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            9));
    return this;
  }

  public ProductOf keyPath(String component, String path) {
    keyPaths.add(new KeyPath(component, path));
    return this;
  }

  private RegisteredProduct build() {
    List<Registration> registrations = new ArrayList<>();
    for (RegistryPart part : parts) {
      for (String version : versions.isEmpty() ? List.of("") : versions) {
        registrations.add(
            new Registration(
                part,
                Optional.of(user),
                Optional.of(name),
                Optional.of(version).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                packageCode,
                localPackage,
                Optional.empty(),
                7));
      }
    }
    return new RegisteredProduct(
        Optional.of(code), upgradeCode.stream().toList(), registrations, patches, keyPaths);
  }
}
