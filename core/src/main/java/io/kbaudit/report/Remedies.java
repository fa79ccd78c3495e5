package io.kbaudit.report;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Outcome;
import io.kbaudit.report.TextStyle.Color;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What the findings of audits mean and what to do about them: each once. */
final class Remedies {
  private Remedies() {}

  static void write(TextPage page, Collection<AuditResult> results) throws IOException {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    results.stream()
        .flatMap(result -> result.files().stream())
        .map(FileAudit::outcomes)
        .flatMap(outcomes -> outcomes.values().stream())
        .filter(outcome -> !(outcome instanceof Outcome.Passed))
        .forEach(outcome -> outcome.cause().ifPresent(causes::add));
    if (causes.isEmpty()) {
      return;
    }
    page.line(page.style().paint(Color.BOLD, "What it means, and what to do"));
    int width = causes.stream().mapToInt(cause -> cause.name().length()).max().orElse(0) + 2;
    for (Cause cause : causes) {
      page.paragraph(2, width, cause.name(), cause.meaning() + " " + cause.remedy());
    }
    page.blankLine();
  }
}
