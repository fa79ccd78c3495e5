package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.Template;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.text.Language;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the language of a file by the one that its row names, else by the one that the article is
 * about.
 */
final class LanguageRule implements Rule {
  /** A file that is the same in every language ("Template Summary property"). */
  private static final int NEUTRAL = 0;

  /** Of no language either ("Language Identifier Constants and Strings", LANG_INVARIANT). */
  private static final int INVARIANT = 0x7F;

  /** What of an identifier is the language without its region, as in PRIMARYLANGID. */
  private static final int PRIMARY = 0x3FF;

  private final Optional<String> language;

  /** By what they are called, so that each is looked up once. */
  private final Map<String, List<Language>> named = new HashMap<>();

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
    List<Language> wanted = named.computeIfAbsent(words.get(), Language::namedBy);
    if (wanted.isEmpty()) {
      return Unchecked.notPrinted("language", words.get());
    }
    boolean isPrinted = row.variant().language().equals(words);
    Optional<Outcome> unread =
        isPrinted ? Unchecked.notRead(found.file(), "language") : Unchecked.notRead(found.file());
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<Template> template = found.file().inspection().flatMap(MsiInspection::template);
    if (template.flatMap(Template::unreadLanguages).isPresent()) {
      return new Outcome.Undecided(
          "the package states its languages as "
              + Printable.quoted(template.get().unreadLanguages().get())
              + ", which cannot be read",
          Cause.NOT_STATED);
    }
    Optional<StatedLanguages> stated = StatedLanguages.of(found.file());
    return stated.isPresent()
        ? compare(words.get(), wanted, stated.get())
        : notStated(found.file(), isPrinted);
  }

  /** Most programs state none, and every package should. */
  private static Outcome notStated(ObservedFile.Readable file, boolean isPrinted) {
    boolean isSoundPackage = file.inspection().filter(MsiInspection::sound).isPresent();
    boolean isPatch = file.inspection().flatMap(MsiInspection::template).isPresent();
    if (isPrinted || (isSoundPackage && !isPatch)) {
      return Unchecked.notStated(file, "languages");
    }
    return new Outcome.NotApplicable(
        isPatch
            ? "a patch states no language"
            : file.executable().filter(PeInspection::sound).isPresent()
                ? "the file states no language"
                : "the file is not sound, and does not state its languages");
  }

  private static Outcome compare(String words, List<Language> wanted, StatedLanguages languages) {
    List<Integer> identifiers = new ArrayList<>();
    for (Language each : wanted) {
      identifiers.addAll(each.identifiers());
    }
    List<Integer> stated = languages.identifiers();
    String text = listed(stated);
    Value observed = new Value.Languages(stated);
    return stated.isEmpty() || isAnyNeutral(stated) || isAnyCovered(stated, wanted)
        ? new Outcome.Passed(
            Evidence.of(
                stated.isEmpty() ? "neutral: " + languages.whyNone() : "language " + text,
                observed))
        : new Outcome.Failed(
            Evidence.of(
                words + ": " + listed(identifiers) + ", or 0 for neutral",
                new Value.Languages(identifiers)),
            Evidence.of(text, observed),
            Cause.OTHER_LANGUAGE);
  }

  private static boolean isAnyNeutral(List<Integer> identifiers) {
    for (int each : identifiers) {
      int primary = each & PRIMARY;
      if (primary == NEUTRAL || primary == INVARIANT) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnyCovered(List<Integer> identifiers, List<Language> languages) {
    for (Language language : languages) {
      for (int each : identifiers) {
        if (language.covers(each)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String listed(List<Integer> identifiers) {
    return String.join(", ", identifiers.stream().map(String::valueOf).toList());
  }
}
