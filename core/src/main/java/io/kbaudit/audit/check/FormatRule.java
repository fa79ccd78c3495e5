package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges whether a file is a sound Windows Installer file, or a sound program, library or driver,
 * of the kind that the listed extension says; of the file's own, where the listed name is cut
 * within it.
 */
final class FormatRule implements Rule {
  @Override
  public Check check() {
    return Check.FORMAT;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    ObservedFile.Readable file = found.file();
    Optional<Outcome> unread = Unchecked.notRead(file);
    if (unread.isPresent()) {
      return unread.get();
    }
    if (file.executable().isPresent()) {
      return ProgramFormat.judge(row, file, file.executable().get());
    }
    MsiInspection inspection = file.inspection().orElseThrow();
    MsiKind wanted =
        MsiKind.ofExtension(row.name().best().extension())
            .or(() -> MsiKind.ofExtension(file.name().extension()))
            .orElse(MsiKind.PACKAGE);
    List<MsiProblem> problems = new ArrayList<>();
    List<MsiProblem> asCached = new ArrayList<>();
    for (MsiProblem each : inspection.problems()) {
      if (each.isDamage()) {
        (isAsCached(each, found) ? asCached : problems).add(each);
      }
    }
    if (!problems.isEmpty()) {
      String texts = problems.stream().map(MsiProblem::text).collect(Collectors.joining("; "));
      return new Outcome.Failed("a sound " + wanted.id(), texts, cause(problems.get(0)));
    }
    MsiKind kind = inspection.kind().orElse(wanted);
    if (kind != wanted) {
      return new Outcome.Failed("a " + wanted.id(), "a " + kind.id(), Cause.OTHER_KIND);
    }
    return asCached.isEmpty() ? whole(kind, inspection) : cached(kind, asCached.get(0));
  }

  private static Outcome cached(MsiKind kind, MsiProblem problem) {
    return new Outcome.Passed(
        Evidence.of("a " + kind.id() + ", as Windows Installer caches it: " + problem.text()),
        Optional.of(cause(problem)));
  }

  private static Outcome whole(MsiKind kind, MsiInspection inspection) {
    List<MsiProblem> said = new ArrayList<>(inspection.problems());
    said.removeIf(each -> each.kind() == MsiProblem.Kind.BAD_VALUE);
    int unpacked = 0;
    for (CabinetState each : inspection.cabinets().orElse(List.of())) {
      unpacked += each.unpackedFiles();
    }
    String sound =
        "a "
            + kind.id()
            + " whose tables, streams and cabinets fit together"
            + (unpacked > 0 ? "; " + English.counted(unpacked, "file") + " unpacked" : "");
    if (said.isEmpty()) {
      return new Outcome.Passed(sound);
    }
    String texts = said.stream().map(MsiProblem::text).collect(Collectors.joining("; "));
    return new Outcome.Passed(Evidence.of(sound + "; " + texts), Optional.of(cause(said.get(0))));
  }

  /** Windows Installer before 5.0 takes the cabinets out of what it caches under a random name. */
  private static boolean isAsCached(MsiProblem problem, Match.Found found) {
    return problem.kind() == MsiProblem.Kind.CABINET_MISSING && found.manner().isUnderRandomName();
  }

  private static Cause cause(MsiProblem problem) {
    return switch (problem.kind()) {
      case EMPTY, NOT_OLE, OTHER_DOCUMENT -> Cause.NOT_A_PACKAGE;
      case TRUNCATED -> Cause.TRUNCATED;
      case TRAILING_BYTES -> Cause.TRAILING_BYTES;
      case CABINET_MISSING -> Cause.CABINET_MISSING;
      case DAMAGED, BAD_VALUE -> Cause.DAMAGED;
      case CABINET_ELSEWHERE -> Cause.CABINET_ELSEWHERE;
      case CONTENT_UNCHECKED -> Cause.CONTENT_UNCHECKED;
      case UNUSED_SECTORS -> Cause.UNUSED_SECTORS;
    };
  }
}
