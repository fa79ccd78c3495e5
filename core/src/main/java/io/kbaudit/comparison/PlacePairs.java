package io.kbaudit.comparison;

import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which places of two audits are the same: by location, by what the server is called, and by the
 * folder. The order in which they were audited says nothing.
 */
final class PlacePairs {
  private final List<FolderRecord> befores;
  private final List<FolderRecord> afters;
  private final Set<FolderRecord> taken = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * A place that both audits have, or one alone.
   *
   * @param namesakes how many places of the two audits are called as it is, so that nobody can tell
   *     which is which; 0 where that can be told
   */
  record Pair(Optional<FolderRecord> before, Optional<FolderRecord> after, int namesakes) {}

  /** Places of both audits that something does not tell apart. */
  private record Alike(List<FolderRecord> befores, List<FolderRecord> afters) {
    Alike() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    boolean areOneOfEach() {
      return befores.size() == 1 && afters.size() == 1;
    }

    /** Goes through their files, if there are as many. */
    boolean areTheSame() {
      return befores.size() == afters.size() && befores.equals(afters);
    }
  }

  private PlacePairs(List<FolderRecord> befores, List<FolderRecord> afters) {
    this.befores = befores;
    this.afters = afters;
  }

  /** Returns the places: in the later audit's order, then those of the earlier one alone. */
  static List<Pair> of(List<FolderRecord> befores, List<FolderRecord> afters) {
    PlacePairs found = new PlacePairs(befores, afters);
    found.pairNamesakes();
    found.pairTheOnlyOnes(place -> List.of(location(place), place.label()));
    found.pairTheOnlyOnes(PlacePairs::location);
    if (befores.size() == 1 && afters.size() == 1) {
      found.pairTheOnlyOnes(place -> "");
    }
    found.addThoseAlone();
    return found.inOrder();
  }

  private static Optional<String> location(FolderRecord place) {
    return place.location().map(LocationRecord::name);
  }

  /**
   * Pairs those that agree in all by which they are known; of several nobody can tell which is
   * which.
   */
  private void pairNamesakes() {
    alike(place -> List.of(location(place), place.label(), place.path()))
        .values()
        .forEach(this::pairNamesakes);
  }

  private void pairNamesakes(Alike alike) {
    if (alike.befores().isEmpty() || alike.afters().isEmpty()) {
      return;
    }
    if (alike.areOneOfEach() || alike.areTheSame()) {
      for (int i = 0; i < alike.befores().size(); i++) {
        pair(alike.befores().get(i), alike.afters().get(i));
      }
      return;
    }
    int namesakes = alike.befores().size() + alike.afters().size();
    alike.befores().forEach(place -> add(Optional.of(place), Optional.empty(), namesakes));
    alike.afters().forEach(place -> add(Optional.empty(), Optional.of(place), namesakes));
  }

  /** Pairs those that are, in both audits, the only one of their kind. */
  private void pairTheOnlyOnes(Function<FolderRecord, Object> kind) {
    for (Alike alike : alike(kind).values()) {
      if (alike.areOneOfEach()) {
        FolderRecord before = alike.befores().get(0);
        FolderRecord after = alike.afters().get(0);
        if (!taken.contains(before) && !taken.contains(after)) {
          pair(before, after);
        }
      }
    }
  }

  private Map<Object, Alike> alike(Function<FolderRecord, Object> kind) {
    Map<Object, Alike> all = new LinkedHashMap<>();
    for (FolderRecord place : befores) {
      all.computeIfAbsent(kind.apply(place), key -> new Alike()).befores().add(place);
    }
    for (FolderRecord place : afters) {
      all.computeIfAbsent(kind.apply(place), key -> new Alike()).afters().add(place);
    }
    return all;
  }

  private void pair(FolderRecord before, FolderRecord after) {
    add(Optional.of(before), Optional.of(after), 0);
  }

  private void add(Optional<FolderRecord> before, Optional<FolderRecord> after, int namesakes) {
    before.ifPresent(taken::add);
    after.ifPresent(taken::add);
    pairs.add(new Pair(before, after, namesakes));
  }

  private void addThoseAlone() {
    for (FolderRecord place : befores) {
      if (!taken.contains(place)) {
        add(Optional.of(place), Optional.empty(), 0);
      }
    }
    for (FolderRecord place : afters) {
      if (!taken.contains(place)) {
        add(Optional.empty(), Optional.of(place), 0);
      }
    }
  }

  private List<Pair> inOrder() {
    IdentityHashMap<FolderRecord, Integer> order = new IdentityHashMap<>();
    afters.forEach(place -> order.put(place, order.size()));
    return pairs.stream()
        .sorted(
            Comparator.comparingInt(pair -> pair.after().map(order::get).orElse(Integer.MAX_VALUE)))
        .toList();
  }
}
