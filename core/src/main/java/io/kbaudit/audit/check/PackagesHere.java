package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.text.Letters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the packages of an inventory share an upgrade code though they are of different
 * products: of those it tells none from another.
 */
final class PackagesHere {
  private final Map<String, Set<ExpectedFile>> rowsByProductCode = new HashMap<>();
  private final Map<String, Set<ExpectedFile>> rowsByUpgradeCode = new HashMap<>();
  private final Map<String, Set<String>> namesByUpgradeCode = new HashMap<>();

  PackagesHere(Inventory inventory, Matching matching) {
    ObservedFile.Readable.streamOf(FileList.of(inventory.files()).beyondMetadata())
        .flatMap(file -> file.inspection().stream())
        .forEach(
            read ->
                read.property("ProductName")
                    .ifPresent(
                        name -> add(namesByUpgradeCode, read, "UpgradeCode", capitals(name))));
    matching
        .all()
        .forEach(
            (row, match) -> {
              if (match instanceof Match.Found found && found.file().inspection().isPresent()) {
                MsiInspection read = found.file().inspection().get();
                add(rowsByProductCode, read, "ProductCode", row);
                add(rowsByUpgradeCode, read, "UpgradeCode", row);
              }
            });
  }

  private static <T> void add(
      Map<String, Set<T>> map, MsiInspection read, String property, T value) {
    read.property(property)
        .ifPresent(code -> map.computeIfAbsent(capitals(code), key -> new HashSet<>()).add(value));
  }

  /** Returns whether the package of another row than {@code row} is of that product. */
  boolean isOfOtherRow(ExpectedFile row, Optional<String> productCode) {
    Set<ExpectedFile> rows =
        productCode.map(code -> rowsByProductCode.get(capitals(code))).orElse(Set.of());
    return !rows.isEmpty() && !rows.contains(row);
  }

  /** Returns whether packages of different rows, or names, have that upgrade code. */
  boolean isShared(String upgradeCode) {
    String code = capitals(upgradeCode);
    return rowsByUpgradeCode.getOrDefault(code, Set.of()).size() > 1
        || namesByUpgradeCode.getOrDefault(code, Set.of()).size() > 1;
  }

  /** Returns a code, or a name, as it is compared. */
  static String capitals(String text) {
    return Letters.capital(text.strip());
  }
}
