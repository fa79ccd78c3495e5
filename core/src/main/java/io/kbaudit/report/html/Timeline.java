package io.kbaudit.report.html;

import io.kbaudit.audit.Check;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.text.English;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A picture of when files should have been modified, above, and when they were, below: a line from
 * the one to the other for each file, or for all of which the lines look the same.
 */
final class Timeline {
  /** Into so many steps the axis is divided at first. */
  private static final int FINEST = 1_024;

  /** If more lines than this come of it, the steps are made twice as long. */
  private static final int MOST_LINES = 1_024;

  private final Axis axis;
  private final LongSummaryStatistics listed = new LongSummaryStatistics();
  private final LongSummaryStatistics found = new LongSummaryStatistics();
  private final Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
  private Map<Ends, Mark> lines = new TreeMap<>(Ends.ORDER);
  private int steps = FINEST;

  private Timeline(Axis axis) {
    this.axis = axis;
  }

  /** Goes through all files of {@code place}; returns nothing if none has both dates. */
  static Optional<Timeline> of(FolderRecord place, Overview overview) {
    Optional<ZoneId> zone = DatePair.zone(place.policy().sourceZone());
    Optional<Timeline> timeline = overview.axis().map(Timeline::new);
    if (timeline.isPresent()) {
      for (FileRecord file : place.files()) {
        Mark mark = Mark.of(file, Check.DATE);
        DatePair.of(file, zone).ifPresent(dates -> timeline.get().add(dates, mark));
      }
    }
    return timeline;
  }

  private void add(DatePair dates, Mark mark) {
    listed.accept(dates.listed());
    found.accept(dates.found());
    counts.merge(mark, 1, Integer::sum);
    lines.merge(new Ends(step(dates.listed()), step(dates.found())), mark, Mark::orWorse);
    while (lines.size() > MOST_LINES) {
      Map<Ends, Mark> coarser = new TreeMap<>(Ends.ORDER);
      lines.forEach((ends, worst) -> coarser.merge(ends.coarser(), worst, Mark::orWorse));
      lines = coarser;
      steps /= 2;
    }
  }

  private int step(long second) {
    return (int) (axis.position(second) * steps);
  }

  Axis axis() {
    return axis;
  }

  /** Returns what there is to see: those that fail last, so that nothing is drawn over them. */
  List<Line> lines() {
    return lines.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(line -> new Line(line.getValue(), x(line.getKey().listed()), x(line.getKey().found())))
        .toList();
  }

  private String x(int step) {
    return Percent.of(step + 0.5, steps);
  }

  /** Returns what there is to see, in words. */
  String caption() {
    return English.counted(listed.getCount(), "file")
        + " with both dates: listed "
        + span(listed)
        + ", found "
        + span(found)
        + " (UTC). Lines that look the same are drawn once.";
  }

  private static String span(LongSummaryStatistics dates) {
    String first = Axis.minute(dates.getMin());
    String last = Axis.minute(dates.getMax());
    return first.equals(last) ? first : first + " to " + last;
  }

  /** Returns how the dates came out, worst first, and how many did so. */
  Map<Mark, Integer> counts() {
    Map<Mark, Integer> worstFirst = new TreeMap<>(Comparator.reverseOrder());
    worstFirst.putAll(counts);
    return worstFirst;
  }

  /** A line from its upper to its lower end, in steps of the axis. */
  private record Ends(int listed, int found) {
    static final Comparator<Ends> ORDER =
        Comparator.comparingInt(Ends::listed).thenComparingInt(Ends::found);

    Ends coarser() {
      return new Ends(listed / 2, found / 2);
    }
  }

  /** A line from its upper to its lower end, in percent of the width. */
  record Line(Mark mark, String listed, String found) {}
}
