package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.StatedPlatform;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.text.Processors;
import java.util.Optional;
import java.util.Set;

/** Judges the platform of a file by the one that its row prints. */
final class PlatformRule implements Rule {
  @Override
  public Check check() {
    return Check.PLATFORM;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    Set<String> wanted = Processors.namedBy(row.variant().platform().orElse(""));
    if (wanted.isEmpty()) {
      return StatedPlatform.ofHeading(row)
          .filter(processor -> PrintedRow.saysNothing(row.printed().platform()))
          .map(processor -> underHeading(row, processor, found.file()))
          .orElseGet(() -> Unchecked.notPrinted("platform", row.printed().platform()));
    }
    Optional<Outcome> unread = Unchecked.notRead(found.file(), "platform");
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<StatedPlatform> stated = StatedPlatform.of(found.file());
    if (stated.isEmpty()) {
      return Unchecked.notStated(found.file(), "platform");
    }
    return compare(row.variant().platform().orElseThrow(), wanted, stated.get());
  }

  /** Under a heading for 64-bit Windows there are files for 32 bits, too. */
  private static Outcome underHeading(
      ExpectedFile row, String processor, ObservedFile.Readable file) {
    String heading = row.variant().heading().orElseThrow();
    Optional<StatedPlatform> stated = StatedPlatform.of(file);
    if (stated.isEmpty()) {
      return new Outcome.NotApplicable(
          "the article prints a platform in the heading alone, and the file states none");
    }
    boolean isHosted =
        !stated.get().processors().contains(processor)
            && Processors.haveCommon(
                stated.get().processors(), Processors.runsOnWindowsFor(processor));
    return isHosted
        ? new Outcome.NotApplicable(
            "it is for "
                + stated.get().text()
                + ", as some files are that stand under a heading for "
                + processor)
        : compare(heading, Set.of(processor), stated.get());
  }

  private static Outcome compare(String printed, Set<String> wanted, StatedPlatform stated) {
    Value observed = new Value.Platform(stated.processors());
    return Processors.haveCommon(stated.processors(), wanted)
        ? new Outcome.Passed(Evidence.of("platform " + stated.text(), observed))
        : new Outcome.Failed(
            Evidence.of(printed, new Value.Platform(wanted)),
            Evidence.of(stated.text(), observed),
            Cause.OTHER_PLATFORM);
  }
}
