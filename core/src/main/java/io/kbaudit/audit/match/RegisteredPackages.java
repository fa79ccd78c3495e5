package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Cause;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.RegisteredProduct;
import io.kbaudit.text.English;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where names are random, what became of rows whose packages were not told apart: the product of
 * such a row may be registered, with the file that is its package, or should be.
 */
public final class RegisteredPackages {
  private final Map<ObservedFile.Readable, RegisteredProduct> products = new LinkedHashMap<>();
  private final PackageCache cache;
  private final Identities identities;
  private final NamedPackages named;
  private final KnownProducts known;
  private final String source;

  /**
   * Learns what is registered.
   *
   * @param inventory of the package cache
   */
  public RegisteredPackages(
      AuditRequest request, Inventory inventory, KnownProducts known, InstalledProducts registry) {
    this.known = known;
    this.source = registry.source();
    this.cache = new PackageCache(inventory, registry);
    for (RegisteredProduct product : registry.products()) {
      if (product.isInstalled() && !product.localPackages().isEmpty()) {
        products.put(asPackage(product, products.size()), product);
      }
    }
    this.identities = Identities.of(request, Inventory.of(source, List.copyOf(products.keySet())));
    this.named = NamedPackages.among(FileList.of(products.keySet()), identities);
  }

  /** What is registered of a product is what its package states of it. */
  private static ObservedFile.Readable asPackage(RegisteredProduct product, int number) {
    Map<String, String> properties = new LinkedHashMap<>();
    product.name().ifPresent(name -> properties.put("ProductName", name));
    product.publisher().ifPresent(publisher -> properties.put("Manufacturer", publisher));
    product.productCode().ifPresent(code -> properties.put("ProductCode", code));
    product.upgradeCodes().stream()
        .findFirst()
        .ifPresent(code -> properties.put("UpgradeCode", code));
    return ObservedFile.Readable.of(number + ".msi", 0, Instant.EPOCH)
        .withInspection(
            new MsiInspection(
                Optional.of(MsiKind.PACKAGE), List.of(), Optional.empty(), List.of(), properties));
  }

  /**
   * Gives rows that no file was told apart for the one that is registered; or says that it is gone,
   * where that is known.
   */
  public void explain(Matching matching) {
    Map<ExpectedFile, RegisteredProduct> byRow = new LinkedHashMap<>();
    Map<RegisteredProduct, Integer> rows = new HashMap<>();
    for (ExpectedFile row : matching.all().keySet()) {
      if (isOpen(matching.of(row))) {
        only(row)
            .ifPresent(
                product -> {
                  byRow.put(row, product);
                  rows.merge(product, 1, Integer::sum);
                });
      }
    }
    Set<ObservedFile> taken = new HashSet<>();
    for (Match match : matching.all().values()) {
      if (match instanceof Match.Found found) {
        taken.add(found.file());
      }
    }
    byRow.forEach(
        (row, product) -> {
          if (rows.getOrDefault(product, 0) == 1) {
            explain(row, product, matching, taken);
          }
        });
  }

  private static boolean isOpen(Match match) {
    return match instanceof Match.Undecidable open
        && (open.cause() == Cause.UNIDENTIFIED || open.cause() == Cause.AMBIGUOUS);
  }

  /** Returns the only product that is registered of a row. */
  private Optional<RegisteredProduct> only(ExpectedFile row) {
    List<RegisteredProduct> ofRow = new ArrayList<>();
    products.forEach(
        (file, product) -> {
          if (known.vouchFor(row, file).isPresent()) {
            ofRow.add(product);
          }
        });
    if (ofRow.isEmpty()) {
      named.of(row).stream()
          .filter(file -> identities.of(row, file) instanceof Identity.Own)
          .map(products::get)
          .forEach(ofRow::add);
    }
    return ofRow.size() == 1 ? Optional.of(ofRow.get(0)) : Optional.empty();
  }

  private void explain(
      ExpectedFile row, RegisteredProduct product, Matching matching, Set<ObservedFile> taken) {
    Optional<PackageCache.Fault> fault = cache.faultOf(product);
    boolean isAmbiguous = ((Match.Undecidable) matching.of(row)).cause() == Cause.AMBIGUOUS;
    if (fault.isPresent()) {
      if (!fault.get().isUnknown() && !isAmbiguous) {
        matching.put(row, gone(product, fault.get()));
      }
      return;
    }
    cache
        .find(product.localPackages().get(0))
        .filter(ObservedFile.Readable.class::isInstance)
        .map(ObservedFile.Readable.class::cast)
        .filter(file -> isAmbiguous || matching.isUnclaimed(file))
        .filter(taken::add)
        .ifPresent(file -> matching.put(row, new Match.Found(file, Match.Manner.BY_IDENTITY)));
  }

  private Match gone(RegisteredProduct product, PackageCache.Fault fault) {
    return new Match.Missing(
        product.name().map(English::quoted).orElse("a product")
            + " is registered (line "
            + product.line()
            + " of "
            + source
            + "), and its package, "
            + fault.text(),
        fault.cause());
  }
}
