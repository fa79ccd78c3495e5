package io.kbaudit.report.html;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Verdict;
import io.kbaudit.record.FileRecord;
import java.util.Locale;

/** How something came out, as the page shows it: in a word, a symbol and a colour. Worst last. */
enum Mark {
  /** There was nothing to check. */
  NOT_APPLICABLE("none", "\u2013"),
  /** As it should be. */
  PASSED("passed", "\u2713"),
  /** As it should be, and yet there is something to know. */
  REMARKED("remarked", "\u2713*"),
  /** Not as it should be, or not to be told, and accepted for a time. */
  WAIVED("waived", "~"),
  /** It could not be told. */
  UNDECIDED("undecided", "?"),
  /** Not as it should be. */
  FAILED("failed", "\u2717");

  private final String style;
  private final String symbol;

  Mark(String style, String symbol) {
    this.style = style;
    this.symbol = symbol;
  }

  /** Returns the mark of one check of one file. */
  static Mark of(FileRecord file, Check check) {
    return file.waived().containsKey(check)
        ? WAIVED
        : of(requireNonNull(file.outcomes().get(check)));
  }

  private static Mark of(Outcome outcome) {
    if (outcome instanceof Outcome.Failed) {
      return FAILED;
    }
    if (outcome instanceof Outcome.Undecided) {
      return UNDECIDED;
    }
    if (outcome instanceof Outcome.NotApplicable) {
      return NOT_APPLICABLE;
    }
    return outcome.causeIfAny().isPresent() ? REMARKED : PASSED;
  }

  /** Returns the mark of a file. */
  static Mark of(FileResult result) {
    return switch (result) {
      case PASS -> PASSED;
      case FAIL -> FAILED;
      case UNDECIDED -> UNDECIDED;
      case WAIVED -> WAIVED;
    };
  }

  /** Returns the mark of a place, or of the whole. */
  static Mark of(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT -> PASSED;
      case NON_COMPLIANT -> FAILED;
      case INDETERMINATE -> UNDECIDED;
    };
  }

  /** Returns the class by which the style sheet and the script know it. */
  String style() {
    return style;
  }

  /** Returns the symbol, which a word stands beside or behind. */
  String symbol() {
    return symbol;
  }

  /** Returns for example {@code not applicable}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the word, and what there is to add to it. */
  String meaning() {
    return this == REMARKED ? "passed, with a remark" : word();
  }

  /** Returns whether there was something to check. */
  boolean applies() {
    return this != NOT_APPLICABLE;
  }

  Mark orWorse(Mark other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
