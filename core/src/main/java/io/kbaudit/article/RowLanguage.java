package io.kbaudit.article;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** For which language a row is: by its own cell, else by the headings above it. */
final class RowLanguage {
  /** Languages in which Microsoft published updates, as headings name them. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "arabic",
          "bulgarian",
          "chinese",
          "croatian",
          "czech",
          "danish",
          "dutch",
          "english",
          "estonian",
          "finnish",
          "french",
          "german",
          "greek",
          "hebrew",
          "hungarian",
          "italian",
          "japanese",
          "korean",
          "latvian",
          "lithuanian",
          "norwegian",
          "polish",
          "portuguese",
          "romanian",
          "russian",
          "serbian",
          "slovak",
          "slovenian",
          "spanish",
          "swedish",
          "thai",
          "turkish",
          "ukrainian");

  private static final Pattern ANY_LANGUAGE = Pattern.compile("(?i)neutral|^(all|any|every)\\b");

  private RowLanguage() {}

  /** Returns what a row is to the language {@code wanted}. */
  static RowFit fit(String wanted, ExpectedFile row) {
    String printed = row.variant().language().orElse("");
    if (ANY_LANGUAGE.matcher(printed).find()) {
      boolean named = RowSelection.contains(printed, wanted) || !languagesIn(wanted).isEmpty();
      return named ? RowFit.NAMED : RowFit.UNSAID;
    }
    String headings = RowSelection.headings(row);
    if (printed.isEmpty() && languagesIn(headings).isEmpty()) {
      return RowFit.UNSAID;
    }
    return RowFit.of(RowSelection.contains(printed.isEmpty() ? headings : printed, wanted));
  }

  /** Returns the languages that a heading names, in its order. */
  static List<String> languagesIn(String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    return LANGUAGES.stream()
        .filter(lower::contains)
        .sorted(Comparator.comparing(lower::indexOf))
        .toList();
  }
}
