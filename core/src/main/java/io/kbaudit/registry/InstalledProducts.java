package io.kbaudit.registry;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.Letters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is registered as installed, by one export of the registry or list of programs.
 *
 * @param source what the file is called
 * @param parts those that the export has whole, because it begins with their key or above it: what
 *     is not there is not registered there. Of a part of which the export has some keys alone the
 *     products are told, and the part is not here
 * @param products in order, those that are advertised alone among them
 * @param remarks on what was passed over
 */
public record InstalledProducts(
    String source,
    Set<RegistryPart> parts,
    List<RegisteredProduct> products,
    List<RegistryRemark> remarks) {

  /** Copies what can be changed. */
  public InstalledProducts {
    requireNonNull(source, "source");
    Set<RegistryPart> copy = EnumSet.noneOf(RegistryPart.class);
    copy.addAll(parts);
    parts = Collections.unmodifiableSet(copy);
    products = List.copyOf(products);
    remarks = List.copyOf(remarks);
  }

  /** Returns whether the export has that part whole. */
  public boolean has(RegistryPart part) {
    return parts.contains(part);
  }

  /** Returns the product of that code, if it is registered: a list of one, or an empty one. */
  public List<RegisteredProduct> byProductCode(String code) {
    return those(product -> product.productCode().filter(code::equalsIgnoreCase).isPresent());
  }

  /** Returns the products of that upgrade code. */
  public List<RegisteredProduct> byUpgradeCode(String code) {
    String capitals = Letters.capital(code);
    return those(product -> product.upgradeCodes().contains(capitals));
  }

  private List<RegisteredProduct> those(Predicate<RegisteredProduct> wanted) {
    return products.stream().filter(wanted).toList();
  }
}
