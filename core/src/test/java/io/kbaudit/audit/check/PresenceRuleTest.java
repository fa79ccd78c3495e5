package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.inventory.ObservedFile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresenceRuleTest {
  @ParameterizedTest
  @EnumSource(Match.Manner.class)
  void aFileThatWasFoundIsThereHoweverItWasFound(Match.Manner manner) {
    Match.Found found =
        new Match.Found(ObservedFile.Readable.of("x/a.msi", 1, Instant.EPOCH), manner);

    Outcome outcome =
        new PresenceRule().apply(Given.row("a.msi", 1, ""), found, AuditPolicy.asPrinted());

    assertThat(Given.worded(outcome)).isEqualTo(new Outcome.Passed("found as 'x/a.msi'"));
  }

  @Test
  void itDecidesPresence() {
    assertThat(new PresenceRule().check()).isEqualTo(Check.PRESENCE);
  }
}
