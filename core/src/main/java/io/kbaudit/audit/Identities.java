package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.StatedNames.StatedName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which row a package says that it is. A package is told from a row's only by the whole name of
 * another row: one that words its own name differently, or shares it with others, says nothing.
 */
final class Identities {
  /** A word in most names of at least so many packages belongs to the family, not to one. */
  private static final int SMALLEST_FAMILY = 3;

  /** What a package's names come to for one row. */
  sealed interface Identity {
    /** It says that it is this row's. */
    record Own(StatedName name) implements Identity {}

    /** It says that it is another row's. */
    record Other(StatedName name, ExpectedFile row) implements Identity {}

    /**
     * It does not say.
     *
     * @param reason half a sentence
     */
    record Silent(String reason) implements Identity {}
  }

  private final RowNames rowNames;
  private final Map<Words, Set<String>> productsByName = new HashMap<>();
  private final Set<String> idle = new HashSet<>();

  private Identities(RowNames rowNames) {
    this.rowNames = rowNames;
  }

  /** Learns the names of the rows, and what the packages' names have in common. */
  static Identities of(AuditRequest request, Inventory inventory) {
    Identities identities = new Identities(RowNames.of(request));
    Map<String, Integer> packagesByWord = new HashMap<>();
    int packages = 0;
    for (ObservedFile.Readable file : ObservedFile.Readable.among(inventory.files())) {
      List<StatedName> names = StatedNames.of(file);
      Set<String> words = new HashSet<>();
      for (StatedName name : names) {
        words.addAll(name.words().list());
        product(file)
            .ifPresent(
                product ->
                    identities
                        .productsByName
                        .computeIfAbsent(name.words(), key -> new HashSet<>())
                        .add(product));
      }
      words.forEach(word -> packagesByWord.merge(word, 1, Integer::sum));
      packages += names.isEmpty() ? 0 : 1;
    }
    int half = Math.max(SMALLEST_FAMILY, (packages + 1) / 2);
    packagesByWord.forEach(
        (word, count) -> {
          if (count >= half && !identities.rowNames.contain(word)) {
            identities.idle.add(word);
          }
        });
    return identities;
  }

  /** Returns what {@code file} says, asked whether it is the package of {@code row}. */
  Identity of(ExpectedFile row, ObservedFile.Readable file) {
    List<StatedName> names = StatedNames.of(file);
    List<StatedName> telling = names.stream().filter(name -> !isShared(name)).toList();
    if (telling.isEmpty()) {
      return new Identity.Silent(
          names.isEmpty()
              ? "the package states no name"
              : "other packages here state the same name as this one, " + names.get(0));
    }
    Best own = Best.NOTHING;
    Best other = Best.NOTHING;
    for (StatedName name : telling) {
      own = own.or(name, row, rowNames.likeness(name.words(), row, idle));
    }
    if (own.likeness() == NameLikeness.SAME) {
      return new Identity.Own(own.name().orElseThrow());
    }
    for (StatedName name : telling) {
      for (ExpectedFile candidate : rowNames.candidates(name.words())) {
        if (!rowNames.alike(candidate, row)) {
          other = other.or(name, candidate, rowNames.likeness(name.words(), candidate, idle));
        }
      }
    }
    return judged(own, other, telling);
  }

  /** Returns the only row whose whole name {@code file} states. */
  Optional<ExpectedFile> rowNamedBy(ObservedFile.Readable file) {
    NameLikeness best = NameLikeness.ABBREVIATED;
    Set<ExpectedFile> rows = new HashSet<>();
    for (StatedName name : StatedNames.of(file)) {
      if (isShared(name)) {
        continue;
      }
      for (ExpectedFile row : rowNames.candidates(name.words())) {
        NameLikeness likeness = rowNames.likeness(name.words(), row, idle);
        if (likeness.compareTo(best) > 0) {
          best = likeness;
          rows.clear();
        }
        if (likeness == best) {
          rows.add(row);
        }
      }
    }
    return rows.size() == 1 ? Optional.of(rows.iterator().next()) : Optional.empty();
  }

  private static Identity judged(Best own, Best other, List<StatedName> telling) {
    boolean otherIsClear =
        other.likeness().isComplete()
            && (!own.likeness().isComplete()
                || (own.likeness() == NameLikeness.WHOLE && other.likeness() == NameLikeness.SAME));
    if (otherIsClear) {
      return new Identity.Other(other.name().orElseThrow(), other.row().orElseThrow());
    }
    boolean ownIsBest =
        own.likeness() != NameLikeness.NONE && own.likeness().compareTo(other.likeness()) >= 0;
    if (ownIsBest && (own.likeness().isComplete() || other.likeness() == NameLikeness.NONE)) {
      return new Identity.Own(own.name().orElseThrow());
    }
    return new Identity.Silent(
        other.likeness() == NameLikeness.NONE
            ? "the package states " + telling.get(0) + ", which names no row"
            : "the package states "
                + other.name().orElseThrow()
                + ", which fits "
                + Wording.rows(List.of(other.row().orElseThrow()))
                + (own.likeness() == NameLikeness.NONE ? " in part" : " too"));
  }

  /** A name that packages of different products state is their family's, or a default. */
  private boolean isShared(StatedName name) {
    return productsByName.getOrDefault(name.words(), Set.of()).size() > 1;
  }

  /** Versions of one product share its upgrade code; one without codes is told from no other. */
  private static Optional<String> product(ObservedFile.Readable file) {
    return file.inspection()
        .flatMap(
            inspection ->
                inspection.property("UpgradeCode").or(() -> inspection.property("ProductCode")));
  }

  /** The row that fits best so far, and the name that fits it. */
  private record Best(
      NameLikeness likeness, Optional<StatedName> name, Optional<ExpectedFile> row) {
    static final Best NOTHING = new Best(NameLikeness.NONE, Optional.empty(), Optional.empty());

    Best or(StatedName name, ExpectedFile row, NameLikeness likeness) {
      return likeness.compareTo(this.likeness) > 0
          ? new Best(likeness, Optional.of(name), Optional.of(row))
          : this;
    }
  }
}
