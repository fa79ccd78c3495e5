package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges the language of a package by the one that the article is about. */
final class LanguageRule implements Rule {
  /** A package that is the same in every language ("Template Summary property"). */
  private static final int NEUTRAL = 0;

  /** Languages in which Microsoft localizes, and their identifiers ([MS-LCID] 2.2). */
  private static final Map<String, Integer> LCIDS =
      Map.ofEntries(
          Map.entry("Arabic", 1025),
          Map.entry("Brazilian", 1046),
          Map.entry("Chinese", 2052),
          Map.entry("Czech", 1029),
          Map.entry("Danish", 1030),
          Map.entry("Dutch", 1043),
          Map.entry("English", 1033),
          Map.entry("Finnish", 1035),
          Map.entry("French", 1036),
          Map.entry("German", 1031),
          Map.entry("Greek", 1032),
          Map.entry("Hebrew", 1037),
          Map.entry("Hungarian", 1038),
          Map.entry("Italian", 1040),
          Map.entry("Japanese", 1041),
          Map.entry("Korean", 1042),
          Map.entry("Norwegian", 1044),
          Map.entry("Polish", 1045),
          Map.entry("Portuguese", 2070),
          Map.entry("Russian", 1049),
          Map.entry("Spanish", 3082),
          Map.entry("Swedish", 1053),
          Map.entry("Turkish", 1055));

  private final Optional<String> language;

  /** Creates the rule for an article of this language. */
  LanguageRule(Optional<String> language) {
    this.language = language;
  }

  @Override
  public Check check() {
    return Check.LANGUAGE;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    if (language.isEmpty()) {
      return new Outcome.NotApplicable("the article does not say which language it is about");
    }
    Integer wanted = LCIDS.get(language.get());
    if (wanted == null) {
      return new Outcome.NotApplicable(
          "no identifier of the language " + language.get() + " is known");
    }
    Optional<Outcome> unread = PackageContents.unreadOutcome(found.file());
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<Template> template = found.file().inspection().flatMap(MsiInspection::template);
    if (template.isEmpty()) {
      return PackageContents.notStated(found.file(), "languages");
    }
    if (template.get().platform().isEmpty()) {
      return new Outcome.NotApplicable("a patch states no language");
    }
    List<Integer> stated = template.get().languages();
    String text = stated.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return stated.isEmpty() || stated.contains(wanted) || stated.contains(NEUTRAL)
        ? new Outcome.Passed(
            stated.isEmpty() ? "neutral: no language is named" : "language " + text)
        : new Outcome.Failed(
            language.get() + ": " + wanted + ", or 0 for neutral", text, Cause.OTHER_LANGUAGE);
  }
}
