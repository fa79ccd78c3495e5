package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import io.kbaudit.text.Folded;
import io.kbaudit.text.PrintedDate;
import io.kbaudit.text.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cells of a row as the article prints them, without surrounding blanks; empty where blank.
 * Immutable.
 */
public record PrintedRow(
    String name, String date, String time, String size, String version, String platform) {
  /** More than any language needs to say so. */
  private static final int LONGEST_NOTHING = 40;

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
    return PrintedDate.inColumn(date).stream()
        .flatMap(read -> Stream.of(read.monthFirst(), read.dayFirst()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Returns whether a cell is blank, or says in words that there is no value. */
  public static boolean saysNothing(String cell) {
    return cell.isEmpty()
        || (cell.length() <= LONGEST_NOTHING
            && Vocabulary.ofAllLanguages().isNothing(Folded.of(cell)));
  }
}
