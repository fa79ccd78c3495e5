package io.kbaudit.comparison;

import static java.util.Objects.requireNonNull;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.RowRecord;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two audits, and what differs between them. It keeps both, and of what differs no more than how
 * much there is: findings and files are gone through anew each time they are asked for, so that
 * there can be more than fit into memory.
 *
 * <p>Immutable. Where an audit was read back, it is of use until that is closed.
 */
public final class Comparison {
  private final AuditRecord before;
  private final AuditRecord after;
  private final List<Reason> reasons;
  private final List<PlaceComparison> places;
  private final List<Transition> ofWhole;

  /** What two audits come to when they are compared. */
  public enum Result {
    /** Nothing differs, in the question or in the answer. */
    NO_DIFFERENCE,
    /** Nothing fails that did not before, as far as was told before. */
    NO_NEW_FAILURE,
    /** Something fails that did not before. */
    NEW_FAILURES,
    /** Nothing is seen to fail anew, but something that was told before can no longer be told. */
    UNDECIDED,
    /** The audits asked different things. */
    NOT_COMPARABLE
  }

  private Comparison(
      AuditRecord before,
      AuditRecord after,
      List<Reason> reasons,
      List<PlaceComparison> places,
      List<Transition> ofWhole) {
    this.before = before;
    this.after = after;
    this.reasons = reasons;
    this.places = places;
    this.ofWhole = ofWhole;
  }

  /**
   * Compares a later audit with an earlier one, both of whose files are gone through.
   *
   * @throws UncheckedIOException if one of them is a saved one, and cannot be read again
   */
  public static Comparison of(AuditRecord before, AuditRecord after) {
    List<Reason> reasons = QuestionReasons.ofWhole(before, after);
    boolean askedAlike =
        reasons.stream().allMatch(each -> each.kind() == Incomparability.LOCATIONS_DIFFER);
    List<PlaceComparison> places = new ArrayList<>();
    for (PlacePairs.Pair pair : PlacePairs.of(before.places(), after.places())) {
      places.add(
          new PlaceComparison(pair.before(), pair.after(), QuestionReasons.of(pair), askedAlike));
    }
    return new Comparison(before, after, reasons, List.copyOf(places), notAudited(before, after));
  }

  /** Returns what became of places that had to be audited, and were not. */
  private static List<Transition> notAudited(AuditRecord before, AuditRecord after) {
    Set<String> befores = names(before.notAudited());
    Set<String> afters = names(after.notAudited());
    Set<String> audited =
        after.places().stream()
            .map(FolderRecord::location)
            .flatMap(Optional::stream)
            .map(LocationRecord::name)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> all = new TreeSet<>(befores);
    all.addAll(afters);
    List<Transition> transitions = new ArrayList<>();
    for (String name : all) {
      Change change =
          !afters.contains(name)
              ? Change.mended(false, audited.contains(name))
              : befores.contains(name) ? Change.STILL_IN_DOUBT : Change.NEW_DOUBT;
      transitions.add(
          new Transition.OfObstacle(
              Obstacle.NOT_AUDITED,
              Optional.<RowRecord>empty(),
              Optional.of(name),
              change,
              befores.contains(name) ? "not audited" : "audited, or not demanded",
              afters.contains(name) ? "not audited" : "audited, or not demanded"));
    }
    return transitions;
  }

  private static Set<String> names(List<LocationRecord> locations) {
    return locations.stream().map(LocationRecord::name).collect(Collectors.toSet());
  }

  /** Returns the earlier audit. */
  public AuditRecord before() {
    return before;
  }

  /** Returns the later audit. */
  public AuditRecord after() {
    return after;
  }

  /**
   * Returns in what the questions differ as a whole; those that differ at a place are {@linkplain
   * PlaceComparison#reasons() its own}.
   */
  public List<Reason> reasons() {
    return reasons;
  }

  /** Returns the places: in the later audit's order, then those that the earlier one alone has. */
  public List<PlaceComparison> places() {
    return places;
  }

  /** Returns the findings that are of no place: that one was not audited. */
  public List<Transition> transitions() {
    return ofWhole;
  }

  /** Returns in what the questions differ, as a whole or at a place, each once. */
  public Set<Incomparability> incomparabilities() {
    Set<Incomparability> all = EnumSet.noneOf(Incomparability.class);
    Stream.concat(reasons.stream(), places.stream().flatMap(place -> place.reasons().stream()))
        .forEach(reason -> all.add(reason.kind()));
    return all;
  }

  /** Returns how many findings became so. */
  public int count(Change change) {
    requireNonNull(change, "change");
    return (int) ofWhole.stream().filter(each -> each.change() == change).count()
        + places.stream().mapToInt(place -> place.count(change)).sum();
  }

  /** Returns how many files became so. */
  public int count(FileChange.Kind kind) {
    return places.stream().mapToInt(place -> place.count(kind)).sum();
  }

  /** Returns what it comes to. */
  public Result result() {
    if (!incomparabilities().isEmpty()) {
      return Result.NOT_COMPARABLE;
    }
    if (Stream.of(Change.values()).anyMatch(each -> each.failsAnew() && count(each) > 0)) {
      return Result.NEW_FAILURES;
    }
    if (Stream.of(Change.values()).anyMatch(each -> each.leavesOpen() && count(each) > 0)) {
      return Result.UNDECIDED;
    }
    return differs() ? Result.NO_NEW_FAILURE : Result.NO_DIFFERENCE;
  }

  private boolean differs() {
    return Stream.of(Change.values()).anyMatch(each -> !each.isStill() && count(each) > 0)
        || Stream.of(FileChange.Kind.values()).anyMatch(kind -> count(kind) > 0)
        || places.stream().anyMatch(PlaceComparison::differsOtherwise);
  }
}
