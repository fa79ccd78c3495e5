package io.kbaudit.report.html;

import io.kbaudit.article.ListedTime;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a file should have been modified, and when it was: seconds since 1970, UTC. */
record DatePair(long listed, long found) {
  /** Returns the dates of a file; nothing if it lacks one, or the article does. */
  static Optional<DatePair> of(FileRecord file, Optional<ZoneId> sourceZone) {
    if (file.listed().expected().modified().isPresent()
        && file.observed().orElse(null) instanceof ObservedFile.Readable readable) {
      long found = trueSecond(readable.modified(), sourceZone);
      return Optional.of(
          new DatePair(nearest(file.listed().expected().modified().get(), found), found));
    }
    return Optional.empty();
  }

  /** Returns the second of the listed minute, or day, that is nearest to {@code found}. */
  private static long nearest(ListedTime listed, long found) {
    return Math.max(
        listed.start().getEpochSecond(), Math.min(listed.end().getEpochSecond() - 1, found));
  }

  /** Returns the zone of which files carry the local time; nothing if there is none, or no such. */
  static Optional<ZoneId> zone(Optional<String> id) {
    try {
      return id.map(ZoneId::of);
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static long trueSecond(Instant observed, Optional<ZoneId> sourceZone) {
    long second = onAxis(observed.getEpochSecond());
    LocalDateTime printed = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    return sourceZone.map(zone -> onAxis(printed.atZone(zone).toEpochSecond())).orElse(second);
  }

  private static long onAxis(long second) {
    return Math.max(Axis.FIRST_SECOND, Math.min(Axis.LAST_SECOND, second));
  }
}
