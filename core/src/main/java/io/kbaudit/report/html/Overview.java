package io.kbaudit.report.html;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one pass through the files of a place finds about the whole of them; it takes as much memory
 * for few as for very many.
 */
final class Overview {
  private static final int SEVERAL = 2;

  private final int files;
  private final List<CheckOverview> checks;
  private final Set<Cause> remarks = EnumSet.noneOf(Cause.class);
  private final Set<Optional<String>> headings = new HashSet<>();

  private final LongSummaryStatistics seconds = new LongSummaryStatistics();
  private final Optional<ZoneId> zone;

  private Overview(int files, Optional<ZoneId> zone) {
    this.files = files;
    this.zone = zone;
    this.checks = Stream.of(Check.values()).map(check -> new CheckOverview(check, files)).toList();
  }

  /** Goes through all files of {@code place}. */
  static Overview of(FolderRecord place) {
    Overview overview =
        new Overview(place.tally().expected(), DatePair.zone(place.policy().sourceZone()));
    for (FileRecord file : place.files()) {
      overview.add(file);
    }
    return overview;
  }

  private void add(FileRecord file) {
    for (CheckOverview check : checks) {
      Outcome outcome = requireNonNull(file.outcomes().get(check.check()));
      check.add(file);
      if (outcome instanceof Outcome.Passed) {
        outcome.causeIfAny().ifPresent(remarks::add);
      }
    }
    if (headings.size() < SEVERAL) {
      headings.add(file.listed().variant().heading());
    }
    DatePair.of(file, zone)
        .ifPresent(
            dates -> {
              seconds.accept(dates.listed());
              seconds.accept(dates.found());
            });
  }

  /** Returns the checks that applied to some file. */
  List<Check> checks() {
    return applied().stream().map(CheckOverview::check).toList();
  }

  /** Returns, of checks that do not apply to some file, the reason that most such files have. */
  Map<Check, String> usualReasons() {
    Map<Check, String> usual = new EnumMap<>(Check.class);
    for (CheckOverview check : checks) {
      check.usualReason().ifPresent(reason -> usual.put(check.check(), reason));
    }
    return usual;
  }

  /** Returns what there is to know of checks that passed all the same. */
  Set<Cause> remarks() {
    return Collections.unmodifiableSet(remarks);
  }

  /** Returns whether the files stand under more than one heading of the article. */
  boolean hasSeveralHeadings() {
    return headings.size() == SEVERAL;
  }

  /** Returns how the files came out in each check that applied to some. */
  List<CheckOverview> applied() {
    return checks.stream().filter(CheckOverview::applies).toList();
  }

  /** Returns the outcomes that occur in those checks, worst first. */
  Set<Mark> marks() {
    return applied().stream()
        .flatMap(check -> check.marks().stream())
        .collect(Collectors.toCollection(() -> new TreeSet<>(Collections.reverseOrder())));
  }

  /** Returns an axis for all dates of files that have one, and should; nothing if none has. */
  Optional<Axis> axis() {
    return seconds.getCount() == 0
        ? Optional.empty()
        : Optional.of(Axis.over(seconds.getMin(), seconds.getMax()));
  }

  /** Returns whether some check of some file is waived. */
  boolean hasWaived() {
    return marks().contains(Mark.WAIVED);
  }

  boolean isApart() {
    return Strip.isApart(files);
  }

  String width() {
    return Strip.width(files);
  }

  String caption() {
    return Strip.caption(files);
  }
}
