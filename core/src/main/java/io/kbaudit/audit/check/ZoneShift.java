package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Matching;
import io.kbaudit.audit.match.TimeComparison;
import io.kbaudit.audit.match.Wording;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says that a whole folder is off by a time zone: no file agrees with its listed time, and more
 * than half are off by one and the same offset. It is said once, with the zone that corrects it.
 */
final class ZoneShift {
  private ZoneShift() {}

  static Optional<Remark> remarkOn(Matching matching, TimeComparison times) {
    return commonOffset(matching, times)
        .map(
            found ->
                times.sourceZone().isEmpty()
                    ? remark(found, "", found.offset())
                    : remark(
                        found,
                        ", read as local times of " + times.sourceZone().get() + ",",
                        commonOffset(matching, times.asStored())
                            .map(Shift::offset)
                            .orElse(Duration.ZERO)));
  }

  /** So many of all dated files are off by the same offset; zero is none. */
  private record Shift(Duration offset, int files, int dated) {}

  private static Optional<Shift> commonOffset(Matching matching, TimeComparison times) {
    Map<Duration, Integer> filesByOffset = new LinkedHashMap<>();
    int dated = 0;
    for (Map.Entry<ExpectedFile, Match> entry : matching.all().entrySet()) {
      ExpectedFile row = entry.getKey();
      if (row.modified().isPresent() && entry.getValue() instanceof Match.Found found) {
        if (times.agrees(row.modified().get(), found.file().modified())) {
          return Optional.empty();
        }
        dated++;
        times
            .wholeZoneOffset(row.modified().get(), found.file().modified())
            .ifPresent(offset -> filesByOffset.merge(offset, 1, Integer::sum));
      }
    }
    for (Map.Entry<Duration, Integer> entry : filesByOffset.entrySet()) {
      if (entry.getValue() > 1 && entry.getValue() * 2 > dated) {
        return Optional.of(new Shift(entry.getKey(), entry.getValue(), dated));
      }
    }
    return Optional.empty();
  }

  private static Remark remark(Shift shift, String howRead, Duration stored) {
    ZoneOffset zone = ZoneOffset.ofTotalSeconds((int) stored.toSeconds());
    return Remark.of(
        Remark.Kind.WHOLE_ZONE_OFFSET,
        (shift.files() == shift.dated() ? "All " : shift.files() + " of ")
            + shift.dated()
            + " dates"
            + howRead
            + " are "
            + Wording.duration(shift.offset())
            + (shift.offset().isNegative() ? " older" : " later")
            + " than listed. "
            + (stored.isZero()
                ? "Without the source zone they may agree."
                : "If the files carry local times of a zone at UTC"
                    + zone
                    + ", as files out of a ZIP or from FAT do, audit with the source zone "
                    + zone
                    + "."));
  }
}
