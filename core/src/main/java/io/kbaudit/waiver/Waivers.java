package io.kbaudit.waiver;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Waiver;
import io.kbaudit.deployment.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The waivers that a file lists. Immutable.
 *
 * @param source what to call the file
 */
public record Waivers(String source, List<Waiver> waivers) {
  /** Copies the list. */
  public Waivers {
    requireNonNull(source, "source");
    waivers = List.copyOf(waivers);
  }

  /**
   * Returns {@code result}, in which those of them that are valid are applied.
   *
   * @param day on which they are judged, in UTC
   */
  public AuditResult applyTo(AuditResult result, LocalDate day) {
    Judging judging = new Judging(source, waivers, day, Set.of());
    AuditResult waived = judging.waive(result);
    return waived.judgedBy(judging.judged());
  }

  /**
   * Returns {@code result}, in each place of which those that are valid are applied.
   *
   * @param day on which they are judged, in UTC
   */
  public DeploymentResult applyTo(DeploymentResult result, LocalDate day) {
    Set<String> locations =
        Stream.concat(
                result.places().stream().flatMap(place -> place.request().location().stream()),
                result.unaudited().stream())
            .map(Location::name)
            .collect(toSet());
    Judging judging = new Judging(source, waivers, day, locations);
    List<AuditResult> places = result.places().stream().map(judging::waive).toList();
    return result.withPlaces(places).judgedBy(judging.judged());
  }
}
