package io.kbaudit.report.monitoring;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How often each check of the files at one place came out how, and for which cause. */
final class PlaceCounts {
  /** What a check comes to of which a waiver covers the outcome. */
  static final String WAIVED = FileResult.WAIVED.name();

  private final Map<Check, Map<String, Integer>> outcomes = new EnumMap<>(Check.class);
  private final Map<Cause, Integer> findings = new EnumMap<>(Cause.class);

  private int waived;

  private PlaceCounts() {}

  /** Goes through the files once. */
  static PlaceCounts of(FolderRecord place) {
    PlaceCounts counts = new PlaceCounts();
    for (FileRecord file : place.files()) {
      file.outcomes()
          .forEach(
              (check, outcome) -> counts.add(check, outcome, file.waived().containsKey(check)));
    }
    return counts;
  }

  private void add(Check check, Outcome outcome, boolean isWaived) {
    outcomes
        .computeIfAbsent(check, none -> new HashMap<>())
        .merge(isWaived ? WAIVED : outcome.id(), 1, Integer::sum);
    if (isWaived) {
      waived++;
    } else if (!(outcome instanceof Outcome.Passed)) {
      outcome.causeIfAny().ifPresent(cause -> findings.merge(cause, 1, Integer::sum));
    }
  }

  /** Returns how many files came out so by {@code check}. */
  int outcomes(Check check, String outcomeId) {
    return outcomes.getOrDefault(check, Map.of()).getOrDefault(outcomeId, 0);
  }

  /** Returns how many checks are waived. */
  int waived() {
    return waived;
  }

  /** Returns how many checks failed or stayed undecided for {@code cause}, and are not waived. */
  int findings(Cause cause) {
    return findings.getOrDefault(cause, 0);
  }
}
