package io.kbaudit.report.html;

import io.kbaudit.article.ListedTime;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a file should have been modified, and when it was: seconds since 1970, UTC. */
record DatePair(long listed, long found) {
  /** Returns the dates of a file; nothing if it lacks one, or the article does. */
  static Optional<DatePair> of(FileRecord file, Optional<ZoneId> sourceZone) {
    if (file.listed().expected().modified().isPresent()
        && file.observed().orElse(null) instanceof ObservedFile.Readable readable) {
      return Optional.of(
          pair(file.listed().expected().modified().get(), readable.modified(), sourceZone));
    }
    return Optional.empty();
  }

  /** Of a local time that came twice, the one is meant that is nearest to the listed. */
  private static DatePair pair(ListedTime listed, Instant observed, Optional<ZoneId> sourceZone) {
    long second = onAxis(observed.getEpochSecond());
    if (sourceZone.isEmpty()) {
      return new DatePair(nearest(listed, second), second);
    }
    ZonedDateTime earlier =
        LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).atZone(sourceZone.get());
    DatePair one = at(listed, earlier);
    DatePair other = at(listed, earlier.withLaterOffsetAtOverlap());
    return one.seconds() <= other.seconds() ? one : other;
  }

  private static DatePair at(ListedTime listed, ZonedDateTime time) {
    long found = onAxis(time.toEpochSecond());
    return new DatePair(nearest(listed, found), found);
  }

  private long seconds() {
    return Math.abs(found - listed);
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

  private static long onAxis(long second) {
    return Math.max(Axis.FIRST_SECOND, Math.min(Axis.LAST_SECOND, second));
  }
}
