package io.kbaudit.waiver;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Waiver;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.deployment.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One application of waivers to the places of an audit, one after the other. */
final class Judging {
  private final String source;
  private final List<Waiver> waivers;
  private final LocalDate day;
  private final Set<String> locations;
  private final Map<Waiver, Integer> findings = new HashMap<>();
  private final Set<Waiver> unspecific = new HashSet<>();

  /**
   * Begins one.
   *
   * @param source what to call the file that lists them
   * @param day on which they are judged, in UTC
   * @param locations whose names mean them, also in a waiver, and no server that is called so
   */
  Judging(String source, List<Waiver> waivers, LocalDate day, Set<String> locations) {
    this.source = source;
    this.waivers = waivers;
    this.day = day;
    this.locations = locations;
  }

  /**
   * Returns {@code place}, with what those that are valid cover of it. Of what nobody could look at
   * nothing is accepted: what is there is not known.
   */
  AuditResult waive(AuditResult place) {
    if (place.inventory().unreachable().isPresent()) {
      return place;
    }
    NamedFiles named = new NamedFiles(place.files());
    List<Map<Check, Waiver>> waived = new ArrayList<>();
    place.files().forEach(file -> waived.add(new EnumMap<>(Check.class)));
    for (Waiver waiver : waivers) {
      if (waiver.objection(day).isEmpty() && isFor(waiver, place)) {
        apply(waiver, place.files(), named.namedBy(waiver), waived);
      }
    }
    List<FileAudit> files = new ArrayList<>();
    for (int i = 0; i < waived.size(); i++) {
      FileAudit file = place.files().get(i);
      files.add(waived.get(i).isEmpty() ? file : file.withWaived(waived.get(i)));
      waived.get(i).values().forEach(waiver -> findings.merge(waiver, 1, Integer::sum));
    }
    return place.withFiles(files);
  }

  private boolean isFor(Waiver waiver, AuditResult place) {
    return waiver.isFor(
        place.request().location().map(Location::name),
        place.inventory().label().filter(label -> !locations.contains(label)));
  }

  /** Of several rows that a name may mean, none is meant. */
  private void apply(
      Waiver waiver, List<FileAudit> files, List<Integer> named, List<Map<Check, Waiver>> waived) {
    if (named.size() > 1) {
      unspecific.add(waiver);
      return;
    }
    for (int i : named) {
      for (Map.Entry<Check, Outcome> check : files.get(i).outcomes().entrySet()) {
        if (waiver.covers(check.getKey(), check.getValue())) {
          waived.get(i).putIfAbsent(check.getKey(), waiver);
        }
      }
    }
  }

  /** Returns what became of each of them. */
  JudgedWaivers judged() {
    List<JudgedWaivers.Use> uses = new ArrayList<>();
    for (Waiver waiver : waivers) {
      int covered = findings.getOrDefault(waiver, 0);
      WaiverState state = waiver.objection(day).orElse(state(waiver, covered));
      uses.add(new JudgedWaivers.Use(waiver, state, covered));
    }
    return new JudgedWaivers(source, day, uses);
  }

  private WaiverState state(Waiver waiver, int covered) {
    if (covered > 0) {
      return WaiverState.APPLIED;
    }
    return unspecific.contains(waiver) ? WaiverState.UNSPECIFIC : WaiverState.UNMATCHED;
  }
}
