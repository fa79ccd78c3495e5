package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;

/** The cells of a row as the article prints them, without surrounding blanks; empty where blank. */
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

  /** Returns whether a cell is blank, or says in words that there is no value. */
  public static boolean saysNothing(String cell) {
    return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }
}
