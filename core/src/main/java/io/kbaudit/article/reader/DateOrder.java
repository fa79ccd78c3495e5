package io.kbaudit.article.reader;

import io.kbaudit.text.PrintedDate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** Whether the dates of one table have the month or the day first, as far as they tell. */
enum DateOrder {
  MONTH_FIRST,
  DAY_FIRST,
  /** Some have the month first, and others the day. */
  CONTRADICTORY,
  /** No date tells. */
  UNKNOWN;

  /** Returns the order in which all of {@code dates} can be read, if only one can be. */
  static DateOrder of(Collection<PrintedDate> dates) {
    boolean someMonthFirst = dates.stream().anyMatch(date -> date.dayFirst().isEmpty());
    boolean someDayFirst = dates.stream().anyMatch(date -> date.monthFirst().isEmpty());
    if (someMonthFirst) {
      return someDayFirst ? CONTRADICTORY : MONTH_FIRST;
    }
    return someDayFirst ? DAY_FIRST : UNKNOWN;
  }

  /** Returns the day that {@code date} means in this order; absent where that is not sure. */
  Optional<LocalDate> day(PrintedDate date) {
    return switch (this) {
      case MONTH_FIRST -> date.monthFirst();
      case DAY_FIRST -> date.dayFirst();
      case CONTRADICTORY, UNKNOWN -> date.sureDay();
    };
  }
}
