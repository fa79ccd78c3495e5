package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.English;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/** How outcomes speak of sizes, times and names: alike in every locale. */
public final class Wording {
  private Wording() {}

  public static String bytes(long bytes) {
    return ListedSize.ofBytes(bytes).toString();
  }

  /** Returns for example "2011-03-10 10:04 UTC", or the day alone. */
  public static String time(ListedTime listed) {
    return listed
        .minute()
        .map(minute -> listed.day() + " " + minute + " UTC")
        .orElseGet(() -> listed.day() + " (UTC day)");
  }

  /** Returns for example "2011-03-10 10:04:37 UTC", with milliseconds where there are any. */
  public static String time(Instant observed) {
    var utc = observed.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    String clock = utc.toLocalTime().toString();
    return utc.toLocalDate() + " " + (clock.length() == 5 ? clock + ":00" : clock) + " UTC";
  }

  /** Returns for example "1 h", "2 d 4 h" or "12 s": the two largest units. */
  public static String duration(Duration duration) {
    Duration length = duration.abs();
    String days = length.toDays() > 0 ? length.toDays() + " d " : "";
    String hours = length.toHoursPart() > 0 ? length.toHoursPart() + " h " : "";
    String minutes = length.toMinutesPart() > 0 ? length.toMinutesPart() + " min " : "";
    String seconds = length.toSecondsPart() > 0 ? length.toSecondsPart() + " s" : "";
    String largest =
        days.isEmpty() ? hours + (hours.isEmpty() ? minutes + seconds : minutes) : days + hours;
    return largest.isEmpty() ? "under 1 s" : largest.strip();
  }

  public static String rows(List<ExpectedFile> rows) {
    return (rows.size() == 1 ? "row " : "rows ")
        + English.enumerate(rows.stream().map(row -> Integer.toString(row.row())).toList());
  }

  /** Returns for example "row 4, 'DNSClient.msi'". */
  public static String named(ExpectedFile row) {
    return rows(List.of(row)) + ", " + English.quoted(row.name().best().spelling());
  }

  public static String paths(Collection<? extends ObservedFile> files) {
    return English.enumerate(files.stream().map(file -> English.quoted(file.path())).toList());
  }
}
