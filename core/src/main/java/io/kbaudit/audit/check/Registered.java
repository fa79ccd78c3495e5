package io.kbaudit.audit.check;

import static io.kbaudit.audit.check.PackagesHere.capitals;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.ProductVersion;
import io.kbaudit.msi.Template;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.RegisteredProduct;
import io.kbaudit.registry.RegistryPart;
import io.kbaudit.text.English;
import io.kbaudit.text.Processors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is registered, by the codes and names by which packages are looked for. */
final class Registered {
  private final InstalledProducts registry;
  private final PackagesHere packages;
  private final Map<String, List<RegisteredProduct>> byProductCode = new HashMap<>();
  private final Map<String, List<RegisteredProduct>> byUpgradeCode = new HashMap<>();
  private final Map<String, List<RegisteredProduct>> byName = new HashMap<>();

  Registered(InstalledProducts registry, PackagesHere packages) {
    this.registry = registry;
    this.packages = packages;
    for (RegisteredProduct product : registry.products()) {
      product.productCode().ifPresent(code -> add(byProductCode, code, product));
      product.upgradeCodes().forEach(code -> add(byUpgradeCode, code, product));
      product.name().ifPresent(name -> add(byName, name, product));
    }
  }

  private static void add(
      Map<String, List<RegisteredProduct>> map, String text, RegisteredProduct product) {
    map.computeIfAbsent(capitals(text), key -> new ArrayList<>(1)).add(product);
  }

  /** How the version of a product that is registered relates to that of a package. */
  enum Relation {
    LOWER,
    SAME,
    HIGHER,
    /** None is registered that can be read, or lower ones are, and others. */
    UNCLEAR;

    static Relation of(RegisteredProduct product, ProductVersion wanted) {
      List<Integer> orders =
          product.versions().stream()
              .flatMap(text -> ProductVersion.find(text).stream())
              .map(version -> Integer.signum(version.compareWith(wanted)))
              .toList();
      if (orders.isEmpty() || (orders.contains(-1) && (orders.contains(0) || orders.contains(1)))) {
        return UNCLEAR;
      }
      return orders.contains(-1) ? LOWER : orders.contains(1) ? HIGHER : SAME;
    }
  }

  /** Returns the product of that very code, be it installed or offered alone. */
  Optional<RegisteredProduct> ofCode(String productCode) {
    return byProductCode.getOrDefault(capitals(productCode), List.of()).stream().findFirst();
  }

  /**
   * Returns the products of other codes that share the upgrade code of a row's package, but for
   * those that are known to be of other rows.
   */
  List<RegisteredProduct> relatedTo(ExpectedFile row, MsiInspection inspection) {
    Optional<String> own = inspection.property("ProductCode");
    return inspection
        .property("UpgradeCode")
        .map(code -> byUpgradeCode.getOrDefault(capitals(code), List.of()))
        .orElse(List.of())
        .stream()
        .filter(product -> !isOf(product, own))
        .filter(product -> !packages.isOfOtherRow(row, product.productCode()))
        .toList();
  }

  private static boolean isOf(RegisteredProduct product, Optional<String> code) {
    return code.isPresent()
        && product.productCode().filter(code.get()::equalsIgnoreCase).isPresent();
  }

  /**
   * Returns why a product of the package's upgrade code may be no version of the package's own;
   * absent where nothing says so.
   */
  Optional<String> whyUnrelated(RegisteredProduct product, MsiInspection inspection) {
    boolean hasItsName =
        product.name().isPresent()
            && inspection
                .property("ProductName")
                .filter(name -> capitals(name).equals(capitals(product.name().get())))
                .isPresent();
    if (!hasItsName && inspection.property("UpgradeCode").filter(packages::isShared).isPresent()) {
      return Optional.of("packages of other products here have the same upgrade code");
    }
    Optional<Boolean> is32Bit = is32Bit(inspection);
    boolean isListedAs32Bit = product.isIn(RegistryPart.UNINSTALL_32);
    return is32Bit.filter(bits -> !bits).isPresent()
            && isListedAs32Bit
            && !product.isIn(RegistryPart.UNINSTALL)
        ? Optional.of("it is of 32 bits, and the package is not")
        : Optional.empty();
  }

  /**
   * Returns why the product of a package may be registered though it was not found; absent where it
   * is not.
   */
  Optional<String> whyUnseen(MsiInspection inspection) {
    Optional<RegisteredProduct> namesake = namesake(inspection);
    if (namesake.isPresent() && !registry.has(RegistryPart.UPGRADE_CODES)) {
      return Optional.of(
          "no product of this code is registered, but one of its name, "
              + namesake.get().name().map(English::quoted).orElse("")
              + " (line "
              + namesake.get().line()
              + " of "
              + registry.source()
              + "), and no upgrade codes tell whether that is a later version of it");
    }
    return hasEveryPlace(inspection)
        ? Optional.empty()
        : Optional.of(
            "no product of this code or this upgrade code is registered as installed in "
                + registry.source()
                + ", which does not have all keys where it may be");
  }

  /** One of a lower version is no later version. */
  private Optional<RegisteredProduct> namesake(MsiInspection inspection) {
    Optional<ProductVersion> own =
        inspection.property("ProductVersion").flatMap(ProductVersion::find);
    return inspection
        .property("ProductName")
        .map(name -> byName.getOrDefault(capitals(name), List.of()))
        .orElse(List.of())
        .stream()
        .filter(RegisteredProduct::isInstalled)
        .filter(product -> !isOf(product, inspection.property("ProductCode")))
        .filter(product -> own.isEmpty() || Relation.of(product, own.get()) != Relation.LOWER)
        .findFirst();
  }

  /**
   * Windows Installer keeps all products in one place; the list of programs has two, by their
   * processor, where Windows has 64 bits, and where it has 32 there is no second one to be
   * exported.
   */
  private boolean hasEveryPlace(MsiInspection inspection) {
    if (registry.has(RegistryPart.USER_DATA) || registry.has(RegistryPart.PROGRAM_LIST)) {
      return true;
    }
    boolean first = registry.has(RegistryPart.UNINSTALL);
    boolean second = registry.has(RegistryPart.UNINSTALL_32);
    return is32Bit(inspection).map(is -> is ? second : first).orElse(first && second);
  }

  private static Optional<Boolean> is32Bit(MsiInspection inspection) {
    return inspection
        .template()
        .flatMap(Template::platform)
        .map(platform -> Processors.namedBy(platform).equals(Processors.namedBy("x86")));
  }
}
