package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.QuestionException.Kind;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.deployment.ListedPlace;
import io.kbaudit.deployment.Location;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is audited as one location of a deployment. Immutable.
 *
 * @param location of a profile
 * @param label what its owner calls the server, in reports; absent where nobody said
 * @param sourceZone the zone whose local times its files carry as though they were UTC; absent
 *     where that is left to the question
 * @param evidence what else is known of the server
 */
public record LocatedTarget(
    Location location,
    Target target,
    Optional<String> label,
    Optional<ZoneId> sourceZone,
    FurtherEvidence evidence) {
  /**
   * Checks that nothing is null.
   *
   * @throws IllegalArgumentException if the label says nothing
   */
  public LocatedTarget {
    requireNonNull(location, "location");
    requireNonNull(target, "target");
    if (requireNonNull(label, "label").filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a label that says nothing");
    }
    requireNonNull(sourceZone, "sourceZone");
    requireNonNull(evidence, "evidence");
  }

  /** Creates a place of a server of which nothing else is known. */
  public LocatedTarget(
      Location location, Target target, Optional<String> label, Optional<ZoneId> sourceZone) {
    this(location, target, label, sourceZone, FurtherEvidence.NONE);
  }

  /** Returns a folder at its location. */
  public static LocatedTarget of(Location location, Path folder) {
    return new LocatedTarget(
        location, new Target.Folder(folder), Optional.empty(), Optional.empty());
  }

  /**
   * Returns what somebody calls {@code text}: a folder, or a saved inventory, which is a file; or
   * each of both that it is a pattern of, in whose elements {@code *} stands for anything, {@code
   * ?} for one character, and {@code [0-9]} or {@code [!ab]} for one of some. A path that is there
   * is meant as it is written. A folder that a pattern matches is labelled by what its wildcards
   * stand for; of files those match that are called {@code .json} or {@code .csv}, or as the
   * pattern ends. A folder that it matches on the way, and that has no such place, is a place that
   * is not reached.
   *
   * @param base the folder to which a relative path is relative
   * @param culture in which another program wrote the dates of an inventory, where it does not tell
   * @return at least one; of a pattern that nothing matches, a place that is not reached
   * @throws InvalidPathException if it is neither a path nor a pattern
   */
  public static List<LocatedTarget> named(
      Location location, Path base, String text, Optional<Locale> culture) {
    if (PathPattern.isPattern(base, text)) {
      return PathPattern.matches(base, text).stream()
          .map(found -> of(location, found, culture))
          .toList();
    }
    Path path = base.resolve(text);
    Target target =
        Folders.isFile(path) ? new Target.Saved(path, culture) : new Target.Folder(path);
    return List.of(new LocatedTarget(location, target, Optional.empty(), Optional.empty()));
  }

  private static LocatedTarget of(
      Location location, PathPattern.Found found, Optional<Locale> culture) {
    if (found.none().isPresent() || found.file()) {
      Target target =
          found.file() ? new Target.Saved(found.path(), culture) : found.none().orElseThrow();
      return new LocatedTarget(location, target, Optional.empty(), Optional.empty());
    }
    String label = String.join("/", found.stoodFor());
    LocatedTarget place = of(location, found.path());
    return label.isBlank() ? place : place.withLabel(label);
  }

  /**
   * Returns what a list calls a place, as {@link #named(Location, Path, String, Optional)} does;
   * the label and the zone that it states are those of all.
   */
  public static List<LocatedTarget> named(ListedPlace place, Path base, Optional<Locale> culture) {
    boolean literal = place.inventory() && !PathPattern.isPattern(base, place.path());
    List<LocatedTarget> found =
        literal
            ? List.of(
                new LocatedTarget(
                    place.location(),
                    new Target.Saved(base.resolve(place.path()), culture),
                    Optional.empty(),
                    Optional.empty()))
            : named(place.location(), base, place.path(), culture);
    return found.stream()
        .map(each -> place.label().map(each::withLabel).orElse(each))
        .map(each -> place.zone().map(each::withSourceZone).orElse(each))
        .toList();
  }

  /** Returns this of a server that its owner calls so. */
  public LocatedTarget withLabel(String name) {
    return new LocatedTarget(location, target, Optional.of(name), sourceZone, evidence);
  }

  /** Returns this, whose files carry local times of {@code zone} as though they were UTC. */
  public LocatedTarget withSourceZone(ZoneId zone) {
    return new LocatedTarget(location, target, label, Optional.of(zone), evidence);
  }

  /** Returns this, with what else is known of the server. */
  public LocatedTarget knowing(FurtherEvidence other) {
    return new LocatedTarget(location, target, label, sourceZone, other);
  }

  /** Returns the path of what is audited. */
  public Path path() {
    return target.path();
  }

  /**
   * Returns {@code targets}, of which none is a location that is asked about twice, but for one
   * that is on each of several servers.
   *
   * @throws QuestionException if one is
   */
  public static List<LocatedTarget> requireDistinct(List<LocatedTarget> targets) {
    Map<Location, LocatedTarget> firsts = new HashMap<>();
    Set<List<Object>> seen = new HashSet<>();
    for (LocatedTarget each : targets) {
      LocatedTarget first = firsts.putIfAbsent(each.location, each);
      if (!seen.add(List.of(each.location, each.identity()))) {
        throw repeated(each.named() + "was given '" + each.target.name() + "' twice");
      }
      if (first != null && !each.location.several()) {
        throw repeated(
            each.named()
                + "was given two folders: '"
                + first.target.name()
                + "' and '"
                + each.target.name()
                + "'; a profile says 'several: true' of a location on each of several servers");
      }
    }
    return targets;
  }

  /** Returns what two names of what is audited have in common. */
  Object identity() {
    return target instanceof Target.Unmatched ? target.name() : Folders.identity(path());
  }

  private String named() {
    return "the location '" + location.name() + "' ";
  }

  private static QuestionException repeated(String sentence) {
    return new QuestionException(Kind.LOCATION_REPEATED, sentence, null);
  }
}
