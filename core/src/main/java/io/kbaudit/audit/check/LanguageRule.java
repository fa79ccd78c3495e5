package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
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
  private static final Map<String, List<Integer>> LCIDS =
      Map.ofEntries(
          Map.entry("Arabic", List.of(1025)),
          Map.entry("Brazilian", List.of(1046)),
          Map.entry("Chinese", List.of(2052, 1028)),
          Map.entry("Czech", List.of(1029)),
          Map.entry("Danish", List.of(1030)),
          Map.entry("Dutch", List.of(1043)),
          Map.entry("English", List.of(1033)),
          Map.entry("Finnish", List.of(1035)),
          Map.entry("French", List.of(1036)),
          Map.entry("German", List.of(1031)),
          Map.entry("Greek", List.of(1032)),
          Map.entry("Hebrew", List.of(1037)),
          Map.entry("Hungarian", List.of(1038)),
          Map.entry("Italian", List.of(1040)),
          Map.entry("Japanese", List.of(1041)),
          Map.entry("Korean", List.of(1042)),
          Map.entry("Norwegian", List.of(1044, 2068)),
          Map.entry("Polish", List.of(1045)),
          Map.entry("Portuguese", List.of(2070, 1046)),
          Map.entry("Russian", List.of(1049)),
          Map.entry("Spanish", List.of(3082, 1034)),
          Map.entry("Swedish", List.of(1053)),
          Map.entry("Turkish", List.of(1055)));

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
    List<Integer> wanted = LCIDS.getOrDefault(language.get(), List.of());
    if (wanted.isEmpty()) {
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
    String text = listed(stated);
    Value observed = new Value.Languages(stated);
    return stated.isEmpty()
            || stated.contains(NEUTRAL)
            || stated.stream().anyMatch(wanted::contains)
        ? new Outcome.Passed(
            Evidence.of(
                stated.isEmpty() ? "neutral: no language is named" : "language " + text, observed))
        : new Outcome.Failed(
            Evidence.of(
                language.get() + ": " + listed(wanted) + ", or 0 for neutral",
                new Value.Languages(wanted)),
            Evidence.of(text, observed),
            Cause.OTHER_LANGUAGE);
  }

  private static String listed(List<Integer> identifiers) {
    return identifiers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
