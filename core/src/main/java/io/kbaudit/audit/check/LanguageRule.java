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
import io.kbaudit.text.Language;
import io.kbaudit.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges the language of a package by the one that its row names, else by the one that the article
 * is about.
 */
final class LanguageRule implements Rule {
  /** A package that is the same in every language ("Template Summary property"). */
  private static final int NEUTRAL = 0;

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
    Optional<String> words =
        row.variant().language().filter(own -> !Language.isAny(own)).or(() -> language);
    if (words.isEmpty()) {
      return new Outcome.NotApplicable("the article does not say which language it is about");
    }
    List<Language> wanted = Language.namedBy(words.get());
    if (wanted.isEmpty()) {
      return Unchecked.notPrinted("language", words.get());
    }
    Optional<Outcome> unread = Unchecked.notRead(found.file());
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<Template> template = found.file().inspection().flatMap(MsiInspection::template);
    if (template.isEmpty()) {
      return Unchecked.notStated(found.file(), "languages");
    }
    if (template.get().platform().isEmpty()) {
      return new Outcome.NotApplicable("a patch states no language");
    }
    if (template.get().unreadLanguages().isPresent()) {
      return new Outcome.Undecided(
          "the package states its languages as "
              + Printable.quoted(template.get().unreadLanguages().get())
              + ", which cannot be read",
          Cause.NOT_STATED);
    }
    List<Integer> identifiers =
        wanted.stream().flatMap(each -> each.identifiers().stream()).toList();
    List<Integer> stated = template.get().languages();
    String text = listed(stated);
    Value observed = new Value.Languages(stated);
    return stated.isEmpty()
            || stated.contains(NEUTRAL)
            || stated.stream().anyMatch(id -> wanted.stream().anyMatch(each -> each.covers(id)))
        ? new Outcome.Passed(
            Evidence.of(
                stated.isEmpty() ? "neutral: no language is named" : "language " + text, observed))
        : new Outcome.Failed(
            Evidence.of(
                words.get() + ": " + listed(identifiers) + ", or 0 for neutral",
                new Value.Languages(identifiers)),
            Evidence.of(text, observed),
            Cause.OTHER_LANGUAGE);
  }

  private static String listed(List<Integer> identifiers) {
    return identifiers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
