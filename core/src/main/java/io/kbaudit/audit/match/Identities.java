package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.match.RowNames.Fit;
import io.kbaudit.audit.match.StatedNames.StatedName;
import io.kbaudit.inventory.FileList;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which row a file says that it is: a package by the name of its product, a program by its {@link
 * OriginalNames}. A package is told from a row's only by the whole name of another row: one that
 * words its own name differently, or shares it with others, says nothing.
 */
public final class Identities {
  /** A word in most names of at least so many packages may belong to the family, not to one. */
  private static final int SMALLEST_FAMILY = 3;

  /** A shorter name, among other words, is there by chance: client, setup. */
  private static final int SHORTEST_TELLING_NAME = 8;

  private final Map<String, List<StatedName>> namesByPath;
  private final RowNames rowNames;
  private final OriginalNames originalNames;
  private final Map<Words, Set<String>> productsByName = new HashMap<>();
  private final Set<String> idle = new HashSet<>();

  /** Of names that were asked about: versions and copies of one product state the same. */
  private final Map<Words, BestRows> bestByName = new HashMap<>();

  private Identities(
      Map<String, List<StatedName>> namesByPath, RowNames rowNames, OriginalNames originalNames) {
    this.namesByPath = namesByPath;
    this.rowNames = rowNames;
    this.originalNames = originalNames;
  }

  /**
   * Learns the names that packages state, what those have in common, and the names of the rows;
   * nothing of rows where no package states a name.
   */
  public static Identities of(AuditRequest request, Inventory inventory) {
    List<ObservedFile.Readable> named = new ArrayList<>();
    Map<String, List<StatedName>> namesByPath = new HashMap<>();
    FileList read = FileList.of(inventory.files()).beyondMetadata();
    for (ObservedFile each : read) {
      if (each instanceof ObservedFile.Readable file) {
        List<StatedName> names = StatedNames.of(file);
        if (!names.isEmpty()) {
          named.add(file);
          namesByPath.put(file.path(), names);
        }
      }
    }
    OriginalNames originalNames = OriginalNames.of(request.article().rows(), read);
    if (namesByPath.isEmpty()) {
      return new Identities(namesByPath, RowNames.NONE, originalNames);
    }
    Identities identities = new Identities(namesByPath, RowNames.of(request), originalNames);
    for (ObservedFile.Readable file : named) {
      identities.addProduct(file);
    }
    identities.findIdleWords();
    return identities;
  }

  /** Returns what {@code file} says, asked whether it is the one of {@code row}. */
  public Identity of(ExpectedFile row, ObservedFile.Readable file) {
    if (file.executable().isPresent()) {
      return originalNames.of(row, file);
    }
    List<StatedName> names = namesOf(file);
    List<Identity> identities = new ArrayList<>();
    for (StatedName name : names) {
      if (!isShared(name)) {
        identities.add(judged(name, row));
      }
    }
    if (identities.isEmpty()) {
      return new Identity.Silent(
          names.isEmpty()
              ? "the package states no name"
              : "other packages here state the same name as this one, " + names.get(0));
    }
    Optional<Identity> own = first(identities, Identity.Own.class);
    Optional<Identity> other = first(identities, Identity.Other.class);
    if (own.isPresent() && other.isPresent()) {
      Identity.Other named = (Identity.Other) other.get();
      return new Identity.Silent(
          "the package states both "
              + ((Identity.Own) own.get()).name()
              + " and "
              + named.name()
              + ", which names "
              + Wording.rows(List.of(named.row())));
    }
    if (own.isPresent() && isOfNoProduct(file)) {
      return new Identity.Silent(
          "the package's properties name no product, its "
              + ((Identity.Own) own.get()).name()
              + " alone does");
    }
    return own.or(() -> other).orElse(identities.get(0));
  }

  /**
   * Returns whether a file is an installation package of no product: none of the properties that
   * every package has ("Property Table", Windows Installer: "Required Properties") names one. Its
   * summary alone, which is no part of the database, does not say what it installs.
   */
  public static boolean isOfNoProduct(ObservedFile.Readable file) {
    if (file.inspection().isEmpty()) {
      return false;
    }
    MsiInspection inspection = file.inspection().get();
    return inspection.kind().orElse(MsiKind.PACKAGE) == MsiKind.PACKAGE
        && inspection.property("ProductName").isEmpty()
        && inspection.property("ProductCode").isEmpty();
  }

  /** Returns the only row whose whole name {@code file} states. */
  Optional<ExpectedFile> rowNamedBy(ObservedFile.Readable file) {
    if (file.executable().isPresent()) {
      return originalNames.rowNamedBy(file);
    }
    BestRows best = BestRows.NONE;
    for (StatedName name : namesOf(file)) {
      if (!isShared(name)) {
        best = best.or(bestByName.computeIfAbsent(name.words(), this::bestRows));
      }
    }
    return best.rows().size() == 1 ? Optional.of(best.rows().iterator().next()) : Optional.empty();
  }

  private BestRows bestRows(Words name) {
    BestRows best = BestRows.NONE;
    for (ExpectedFile row : rowNames.candidates(name)) {
      best = best.or(new BestRows(rowNames.fit(name, row, idle), Set.of(row)));
    }
    return best;
  }

  /**
   * The rows that a name fits best, and how well.
   *
   * @param rows none, where it fits none better than by abbreviations of no letters
   */
  private record BestRows(Fit fit, Set<ExpectedFile> rows) {
    static final BestRows NONE = new BestRows(new Fit(NameLikeness.ABBREVIATED, 0), Set.of());

    BestRows or(BestRows other) {
      int order = fit.compareTo(other.fit);
      if (order != 0) {
        return order > 0 ? this : other;
      }
      Set<ExpectedFile> both = new HashSet<>(rows);
      both.addAll(other.rows);
      return new BestRows(fit, both);
    }
  }

  private Identity judged(StatedName name, ExpectedFile row) {
    Fit own = rowNames.fit(name.words(), row, idle);
    if (own.likeness() == NameLikeness.SAME) {
      return new Identity.Own(name);
    }
    Fit best = Fit.NONE;
    ExpectedFile other = row;
    for (ExpectedFile candidate : rowNames.candidates(name.words())) {
      Fit fit = rowNames.fit(name.words(), candidate, idle);
      if (fit.compareTo(best) > 0 && !rowNames.alike(candidate, row)) {
        best = fit;
        other = candidate;
      }
    }
    if (best.likeness() == NameLikeness.NONE) {
      boolean names =
          own.likeness().isComplete()
              || (own.likeness() == NameLikeness.CONTAINED
                  && own.letters() >= SHORTEST_TELLING_NAME);
      return names
          ? new Identity.Own(name)
          : new Identity.Silent("the package states " + name + ", which names no row");
    }
    if (own.likeness().isComplete() && own.compareTo(best) > 0) {
      return new Identity.Own(name);
    }
    boolean clear =
        best.likeness().isComplete()
            && !own.likeness().isComplete()
            && !rowNames.extend(row, other);
    return clear
        ? new Identity.Other(name, other)
        : new Identity.Silent(
            "the package states "
                + name
                + ", which fits "
                + Wording.rows(List.of(other))
                + (own.likeness() == NameLikeness.NONE ? " in part" : " too"));
  }

  private static Optional<Identity> first(
      List<Identity> identities, Class<? extends Identity> kind) {
    return identities.stream().filter(kind::isInstance).findFirst();
  }

  private List<StatedName> namesOf(ObservedFile.Readable file) {
    return namesByPath.getOrDefault(file.path(), List.of());
  }

  private void addProduct(ObservedFile.Readable file) {
    Optional<String> product = product(file);
    if (product.isPresent()) {
      for (StatedName name : namesOf(file)) {
        productsByName.computeIfAbsent(name.words(), key -> new HashSet<>()).add(product.get());
      }
    }
  }

  /** A word of nearly all names tells nothing; nor does one of half of them that no row has. */
  private void findIdleWords() {
    Map<String, Integer> packagesByWord = new HashMap<>();
    for (List<StatedName> names : namesByPath.values()) {
      for (String word : wordsOf(names)) {
        packagesByWord.merge(word, 1, Integer::sum);
      }
    }
    int packages = namesByPath.size();
    int half = Math.max(SMALLEST_FAMILY, (packages + 1) / 2);
    int nearlyAll = Math.max(SMALLEST_FAMILY, packages - packages / 10);
    for (Map.Entry<String, Integer> each : packagesByWord.entrySet()) {
      String word = each.getKey();
      int count = each.getValue();
      if (count >= nearlyAll || (count >= half && !rowNames.contain(word))) {
        idle.add(word);
      }
    }
  }

  private static Set<String> wordsOf(List<StatedName> names) {
    Set<String> words = new HashSet<>();
    for (StatedName name : names) {
      words.addAll(name.words().list());
    }
    return words;
  }

  /** A name that packages of different products state is their family's, or a default. */
  private boolean isShared(StatedName name) {
    return productsByName.getOrDefault(name.words(), Set.of()).size() > 1;
  }

  /** Versions of one product share its upgrade code; one without codes is told from no other. */
  private static Optional<String> product(ObservedFile.Readable file) {
    if (file.inspection().isEmpty()) {
      return Optional.empty();
    }
    MsiInspection inspection = file.inspection().get();
    Optional<String> upgradeCode = inspection.property("UpgradeCode");
    return upgradeCode.isPresent() ? upgradeCode : inspection.property("ProductCode");
  }
}
