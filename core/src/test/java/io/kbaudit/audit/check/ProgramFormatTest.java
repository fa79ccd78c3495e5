package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.Machine;
import io.kbaudit.pe.PeFormat;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a program, library or driver is sound, and what its extension says. */
class ProgramFormatTest {
  private static final PeInspection LIBRARY = Executables.silent(PeKind.LIBRARY);

  private static final PeProblem UNTOLD =
      new PeProblem(PeProblem.Kind.NOT_READ, "nothing tells where it ends");

  private static final PeProblem ODD =
      new PeProblem(PeProblem.Kind.BAD_VALUE, "a string is too long");

  @Test
  void whatItsExtensionSaysPasses() {
    assertThat(judge("a.dll", "a.dll", LIBRARY))
        .isEqualTo(new Outcome.Passed("a library (PE32) that its headers fit"));
  }

  @Test
  void whatIsOddIsSaidOfASoundOne() {
    assertThat(judge("a.dll", "a.dll", with(LIBRARY.header(), ODD, UNTOLD)))
        .isEqualTo(
            new Outcome.Passed(
                "a library (PE32) that its headers fit; a string is too long; nothing tells where"
                    + " it ends"));
  }

  @Test
  void whereTheListedNameIsCutItsOwnExtensionCounts() {
    assertThat(judge("a", "a.dll", LIBRARY)).isInstanceOf(Outcome.Passed.class);
    assertThat(judge("a", "a.sys", LIBRARY))
        .isEqualTo(new Outcome.Failed("a driver", "a library", Cause.OTHER_KIND));
    assertThat(judge("a.dll", "a.sys", LIBRARY)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aNameThatSaysNothingOfItAsksNothing() {
    assertThat(judge("a.tlb", "a.tlb", LIBRARY))
        .isEqualTo(
            new Outcome.NotApplicable(
                "it is a library (PE32) under a name that says nothing of it"));
  }

  @Test
  void damageFailsUnderAnyName() {
    PeInspection torn =
        with(
            LIBRARY.header(),
            new PeProblem(PeProblem.Kind.TRUNCATED, "it ends early"),
            ODD,
            new PeProblem(PeProblem.Kind.DAMAGED, "two sections overlap"));

    assertThat(judge("a.dll", "a.dll", torn))
        .isEqualTo(
            new Outcome.Failed(
                "a sound library", "it ends early; two sections overlap", Cause.TRUNCATED));
    assertThat(judge("a.tlb", "a.tlb", torn))
        .isEqualTo(
            new Outcome.Failed(
                "a sound program", "it ends early; two sections overlap", Cause.TRUNCATED));
  }

  @Test
  void aFormatThatDoesNotTellWhereItEndsIsNotJudged() {
    assertThat(judge("a.dll", "a.dll", with(header(PeFormat.LE, true), UNTOLD)))
        .isEqualTo(new Outcome.NotApplicable("nothing tells where it ends"));
    assertThat(judge("a.sys", "a.sys", with(header(PeFormat.DOS, true), UNTOLD)))
        .isEqualTo(new Outcome.NotApplicable("nothing tells where it ends"));
  }

  @Test
  void aProgramOfMsDosAndADriverOfWindowsAreJudged() {
    assertThat(judge("a.exe", "a.exe", with(header(PeFormat.DOS, false))))
        .isEqualTo(new Outcome.Passed("a program (MS-DOS) that its headers fit"));
    assertThat(judge("a.sys", "a.sys", Executables.silent(PeKind.DRIVER)))
        .isEqualTo(new Outcome.Passed("a driver (PE32) that its headers fit"));
  }

  private static Outcome judge(String listed, String found, PeInspection inspection) {
    ExpectedFile row = Given.row(listed, 100, "");
    ObservedFile file = Given.unreadFile(found, 100, "2011-03-10T10:04:30Z");
    return ProgramFormat.judge(row, (ObservedFile.Readable) file, inspection);
  }

  private static Optional<PeHeader> header(PeFormat format, boolean nativeCode) {
    return Optional.of(
        new PeHeader(
            format,
            new Machine(Optional.empty()),
            false,
            nativeCode,
            PeHeader.Code.MACHINE,
            Optional.empty(),
            Optional.empty()));
  }

  private static PeInspection with(Optional<PeHeader> header, PeProblem... problems) {
    return new PeInspection(header, List.of(), false, List.of(problems));
  }
}
