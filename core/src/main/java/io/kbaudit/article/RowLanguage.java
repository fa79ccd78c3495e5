package io.kbaudit.article;

import io.kbaudit.article.RowSelection.Fit;
import io.kbaudit.file.Language;

/** For which language a row is: by its own cell, else by the headings above it. */
final class RowLanguage {
  private RowLanguage() {}

  /** Returns what a row is to the language {@code wanted}. */
  static Fit fit(String wanted, ExpectedFile row) {
    String printed = row.variant().language().orElse("");
    if (Language.isAny(printed)) {
      boolean named = RowSelection.contains(printed, wanted) || !Language.namesIn(wanted).isEmpty();
      return named ? Fit.NAMED : Fit.UNSAID;
    }
    String headings = RowSelection.headings(row);
    if (printed.isEmpty() && Language.namesIn(headings).isEmpty()) {
      return Fit.UNSAID;
    }
    return Fit.of(RowSelection.contains(printed.isEmpty() ? headings : printed, wanted));
  }
}
