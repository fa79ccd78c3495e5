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
import io.kbaudit.text.Processors;
import java.util.Optional;
import java.util.Set;

/** Judges the platform of a package by the one that its row prints. */
final class PlatformRule implements Rule {
  @Override
  public Check check() {
    return Check.PLATFORM;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    Set<String> wanted = Processors.namedBy(row.variant().platform().orElse(""));
    if (wanted.isEmpty()) {
      return Unchecked.notPrinted("platform", row.printed().platform());
    }
    Optional<Outcome> unread = Unchecked.notRead(found.file());
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<Template> template = found.file().inspection().flatMap(MsiInspection::template);
    if (template.isEmpty()) {
      return Unchecked.notStated(found.file(), "platform");
    }
    if (template.get().platform().isEmpty()) {
      return new Outcome.NotApplicable("a patch states no platform");
    }
    String stated = template.get().platform().get();
    Set<String> processors = Processors.in(stated);
    Value observed = new Value.Platform(processors);
    return Processors.haveCommon(processors, wanted)
        ? new Outcome.Passed(Evidence.of("platform " + stated, observed))
        : new Outcome.Failed(
            Evidence.of(row.variant().platform().orElseThrow(), new Value.Platform(wanted)),
            Evidence.of(stated, observed),
            Cause.OTHER_PLATFORM);
  }
}
