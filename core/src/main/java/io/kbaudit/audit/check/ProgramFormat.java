package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeFormat;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether a program, library or driver is sound, and is what its extension says. */
final class ProgramFormat {
  private ProgramFormat() {}

  static Outcome judge(ExpectedFile row, ObservedFile.Readable file, PeInspection inspection) {
    Optional<PeKind> wanted =
        PeKind.ofExtension(row.name().best().extension())
            .or(() -> PeKind.ofExtension(file.name().extension()));
    String expected = wanted.map(PeKind::id).orElse("program");
    List<PeProblem> damage = inspection.problems().stream().filter(PeProblem::isDamage).toList();
    if (!damage.isEmpty()) {
      return new Outcome.Failed("a sound " + expected, texts(damage), cause(damage.get(0)));
    }
    PeHeader header = inspection.header().orElseThrow();
    String kind = inspection.kind().map(PeKind::id).orElse(expected);
    if (wanted.isPresent() && !inspection.fits(wanted.get())) {
      return new Outcome.Failed("a " + expected, "a " + kind, Cause.OTHER_KIND);
    }
    if (wanted.isEmpty()) {
      return new Outcome.NotApplicable(
          "it is a "
              + kind
              + " ("
              + header.format().id()
              + ") under a name that says nothing of it");
    }
    if (header.format() == PeFormat.LE || isUntold(header)) {
      return new Outcome.NotApplicable(texts(inspection.problems()));
    }
    String sound = "a " + kind + " (" + header.format().id() + ") that its headers fit";
    return new Outcome.Passed(
        inspection.problems().isEmpty() ? sound : sound + "; " + texts(inspection.problems()));
  }

  /** A device driver of MS-DOS has no header that tells where it ends. */
  private static boolean isUntold(PeHeader header) {
    return header.format() == PeFormat.DOS && header.nativeCode();
  }

  private static String texts(List<PeProblem> problems) {
    return problems.stream().map(PeProblem::text).collect(Collectors.joining("; "));
  }

  private static Cause cause(PeProblem problem) {
    return switch (problem.kind()) {
      case EMPTY, NOT_A_PROGRAM -> Cause.NOT_A_PROGRAM;
      case TRUNCATED -> Cause.TRUNCATED;
      case DAMAGED, APPENDED_BYTES, BAD_VALUE, NOT_READ -> Cause.DAMAGED;
    };
  }
}
