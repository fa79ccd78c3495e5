package io.kbaudit.report.html;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.record.FileRecord;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How all files of a place came out in one check. */
final class CheckOverview {
  /** Of how many reasons for not applying each is counted; there are about a dozen. */
  private static final int MOST_REASONS = 32;

  private final Check check;
  private final Strip strip;
  private final Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
  private final Map<String, Integer> reasons = new HashMap<>();

  CheckOverview(Check check, int files) {
    this.check = check;
    this.strip = new Strip(files);
  }

  void add(FileRecord file) {
    Mark mark = Mark.of(file, check);
    Outcome outcome = requireNonNull(file.outcomes().get(check));
    counts.merge(mark, 1, Integer::sum);
    strip.add(file.listed().name().spelling(), mark);
    if (outcome instanceof Outcome.NotApplicable notApplicable
        && (reasons.size() < MOST_REASONS || reasons.containsKey(notApplicable.reason()))) {
      reasons.merge(notApplicable.reason(), 1, Integer::sum);
    }
  }

  Check check() {
    return check;
  }

  /** Returns whether there was something to check in some file. */
  boolean applies() {
    return counts.keySet().stream().anyMatch(Mark::applies);
  }

  /** Returns how many files passed, with or without a remark. */
  int passed() {
    return count(Mark.PASSED) + count(Mark.REMARKED);
  }

  int count(Mark mark) {
    return counts.getOrDefault(mark, 0);
  }

  /** Returns the outcomes that occur. */
  Set<Mark> marks() {
    return counts.keySet();
  }

  /** Returns why the check does not apply to most of the files to which it does not. */
  Optional<String> usualReason() {
    return reasons.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
        .map(Map.Entry::getKey);
  }

  List<Strip.Cell> cells() {
    return strip.cells();
  }
}
