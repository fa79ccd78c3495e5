package io.kbaudit.waiver;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Waiver;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.deployment.Location;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    AuditResult waived = waive(result, day);
    return waived.judgedBy(judge(day, List.of(waived)));
  }

  /**
   * Returns {@code result}, in each place of which those that are valid are applied.
   *
   * @param day on which they are judged, in UTC
   */
  public DeploymentResult applyTo(DeploymentResult result, LocalDate day) {
    List<AuditResult> places = result.places().stream().map(place -> waive(place, day)).toList();
    return result.withPlaces(places).judgedBy(judge(day, places));
  }

  /** Of what nobody could look at nothing is accepted: what is there is not known. */
  private AuditResult waive(AuditResult place, LocalDate day) {
    if (place.inventory().unreachable().isPresent()) {
      return place;
    }
    List<Waiver> valid =
        waivers.stream()
            .filter(waiver -> waiver.objection(day).isEmpty())
            .filter(waiver -> isMeant(waiver.location(), place))
            .toList();
    return valid.isEmpty()
        ? place
        : place.withFiles(place.files().stream().map(file -> waive(file, valid)).toList());
  }

  private static boolean isMeant(Optional<String> named, AuditResult place) {
    Optional<String> location = place.request().location().map(Location::name);
    return named.equals(location) || (named.isPresent() && named.equals(place.inventory().label()));
  }

  private static FileAudit waive(FileAudit file, List<Waiver> valid) {
    List<Waiver> meant =
        valid.stream().filter(waiver -> isMeant(waiver.file().orElseThrow(), file)).toList();
    if (meant.isEmpty()) {
      return file;
    }
    Map<Check, Waiver> waived = new EnumMap<>(Check.class);
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      meant.stream()
          .filter(waiver -> waiver.covers(check.getKey(), check.getValue()))
          .findFirst()
          .ifPresent(waiver -> waived.put(check.getKey(), waiver));
    }
    return file.withWaived(waived);
  }

  private static boolean isMeant(FileName named, FileAudit file) {
    return named.equals(file.expected().name().best())
        || file.observed().map(ObservedFile::name).filter(named::equals).isPresent();
  }

  private JudgedWaivers judge(LocalDate day, List<AuditResult> places) {
    Map<Waiver, Integer> findings = new HashMap<>();
    for (AuditResult place : places) {
      for (FileAudit file : place.files()) {
        file.waived().values().forEach(waiver -> findings.merge(waiver, 1, Integer::sum));
      }
    }
    List<JudgedWaivers.Use> uses = new ArrayList<>();
    for (Waiver waiver : waivers) {
      int covered = findings.getOrDefault(waiver, 0);
      WaiverState state =
          waiver.objection(day).orElse(covered > 0 ? WaiverState.APPLIED : WaiverState.UNMATCHED);
      uses.add(new JudgedWaivers.Use(waiver, state, covered));
    }
    return new JudgedWaivers(source, day, uses);
  }
}
