package io.kbaudit.report.text;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Outcome;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.Term;
import io.kbaudit.report.text.TextStyle.Color;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** What the findings of audits mean and what to do about them: each once. */
final class Remedies {
  private Remedies() {}

  /** Returns the causes of what failed or stayed undecided anywhere. */
  static Set<Cause> causes(AuditRecord audit) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    for (FolderRecord place : audit.places()) {
      for (FileRecord file : place.files()) {
        file.outcomes().values().stream()
            .filter(outcome -> !(outcome instanceof Outcome.Passed))
            .forEach(outcome -> outcome.causeIfAny().ifPresent(causes::add));
      }
    }
    return causes;
  }

  static void write(TextPage page, AuditRecord audit) throws IOException {
    Set<Cause> causes = causes(audit);
    if (causes.isEmpty()) {
      return;
    }
    page.line(page.style().paint(Color.BOLD, "What it means, and what to do"));
    int width = causes.stream().mapToInt(cause -> cause.name().length()).max().orElse(0) + 2;
    for (Cause cause : causes) {
      page.explain(2, width, Term.of(cause));
    }
    page.blankLine();
  }
}
