package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.PrintedDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cells of a row as the article prints them, without surrounding blanks; empty where blank.
 * Immutable.
 */
public record PrintedRow(
    String name, String date, String time, String size, String version, String platform) {
  /** How articles say that a cell has no value: KB976398, KB981506, KB3018885. */
  private static final Set<String> NOTHING = Set.of("", "-", "none", "n/a", "not applicable");

  /** Checks that nothing is null. */
  public PrintedRow {
    requireNonNull(name, "name");
    requireNonNull(date, "date");
    requireNonNull(time, "time");
    requireNonNull(size, "size");
    requireNonNull(version, "version");
    requireNonNull(platform, "platform");
  }

  /**
   * Returns the days that the date may mean: two where it may have the month or the day first, in
   * this order, and none where it is no date.
   */
  public List<LocalDate> daysMeant() {
    return PrintedDate.find(date).stream()
        .flatMap(read -> Stream.of(read.monthFirst(), read.dayFirst()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Returns whether a cell is blank, or says in words that there is no value. */
  public static boolean saysNothing(String cell) {
    return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }
}
