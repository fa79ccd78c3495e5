package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.pe.PeProblem;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was established about one row, and what stands behind it. */
class FileAuditTest {
  private static final Outcome PASSED = new Outcome.Passed("as it has to be");

  private static final Outcome FAILED =
      new Outcome.Failed("a sound package", "it ends early", Cause.TRUNCATED);

  private static final Outcome LEFT_OUT = new Outcome.NotApplicable("left out");

  private static final MsiInspection TORN =
      Given.packageWith(new MsiProblem(MsiProblem.Kind.TRUNCATED, "it ends early"));

  private static final ObservedFile DAMAGED =
      Given.file("a.msi", 100, "2011-03-10T10:04:00Z", TORN);

  private static final ObservedFile SOUND = Given.file("a.msi", 100, "2011-03-10T10:04:00Z");

  private static final ObservedFile PROGRAM = Given.file("a.dll", 100, "2011-03-10T10:04:00Z");

  private static final ObservedFile BROKEN_PROGRAM =
      ((ObservedFile.Readable) PROGRAM)
          .withExecutable(
              Executables.broken(new PeProblem(PeProblem.Kind.TRUNCATED, "it ends early")));

  @Test
  void aSoundProgramOrPackageThatSaysThatItIsTheRowsIsNamedThoughItsFormatWasLeftOut() {
    Map<Check, Outcome> outcomes = Map.of(Check.IDENTITY, PASSED);

    assertThat(audit(PROGRAM, outcomes).isNamed()).isTrue();
    assertThat(audit(SOUND, outcomes).isNamed()).isTrue();
    assertThat(audit(BROKEN_PROGRAM, outcomes).isNamed()).isFalse();
    assertThat(audit(DAMAGED, outcomes).isNamed()).isFalse();
  }

  @Test
  void damageIsToldWhetherOrNotThePolicyAsksForIt() {
    assertThat(audit(DAMAGED, Map.of(Check.FORMAT, FAILED)).damage()).contains("it ends early");
    assertThat(audit(DAMAGED, Map.of()).damage()).contains("it ends early");
    assertThat(audit(BROKEN_PROGRAM, Map.of()).damage()).contains("it ends early");
    assertThat(audit(SOUND, Map.of()).damage()).isEmpty();
  }

  @Test
  void whatPassesAsSoundIsNotDamaged() {
    assertThat(audit(DAMAGED, Map.of(Check.FORMAT, PASSED)).damage()).isEmpty();
  }

  @Test
  void damageIsAcceptedAndNothingElseIs() {
    FileAudit damaged =
        audit(DAMAGED, Map.of(Check.FORMAT, FAILED, Check.SIZE, FAILED, Check.NAME, PASSED));

    FileAudit accepted = damaged.acceptingUnsound();

    assertThat(accepted.outcomes().get(Check.FORMAT))
        .isEqualTo(new Outcome.NotApplicable("it is not sound, and accepted so: it ends early"));
    assertThat(accepted.outcomes().get(Check.SIZE)).isEqualTo(FAILED);
  }

  @Test
  void whereNoDamageFailsNothingIsAccepted() {
    FileAudit otherKind = audit(SOUND, Map.of(Check.FORMAT, FAILED));
    FileAudit unasked = audit(DAMAGED, Map.of(Check.NAME, PASSED));

    assertThat(otherKind.acceptingUnsound()).isEqualTo(otherKind);
    assertThat(unasked.acceptingUnsound()).isEqualTo(unasked);
  }

  private static FileAudit audit(ObservedFile file, Map<Check, Outcome> told) {
    Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      outcomes.put(check, told.getOrDefault(check, LEFT_OUT));
    }
    return new FileAudit(
        Given.row(file.name().spelling(), 100, ""), Optional.empty(), Optional.of(file), outcomes);
  }
}
