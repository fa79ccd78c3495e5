package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Pins;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameRuleTest {
  @Test
  void theListedNamePassesInAnyCase() {
    Outcome outcome = judge("Dnsclient.msi", "below/DNSClient.msi", Match.Manner.BY_NAME);

    assertThat(outcome).isEqualTo(new Outcome.Passed("'below/DNSClient.msi' is the listed name"));
  }

  @Test
  void aNameThatBeginsAsTheCutOnePasses() {
    Outcome outcome = judge("Exchange2007", "Exchange2007NS.msi", Match.Manner.BY_BEGINNING);

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Passed("'Exchange2007NS.msi' begins as the cut name 'Exchange2007'"));
  }

  @Test
  void whereNamesAreRandomThereIsNothingToCheck() {
    Outcome outcome = judge("Dnsclient.msi", "c597.msi", Match.Manner.BY_CONTENT);

    assertThat(outcome).isEqualTo(new Outcome.NotApplicable("files have random names here"));
  }

  @Test
  void anUnlistedNameFailsAsRenamed() {
    Outcome outcome = judge("Dnsclient.msi", "Dnsclient (1).msi", Match.Manner.RENAMED);

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                "'Dnsclient.msi'",
                "its size and date, under the name 'Dnsclient (1).msi'",
                Cause.RENAMED));
  }

  @Test
  void theNameOfAnotherRowFailsAsSwapped() {
    Outcome outcome = judge("Dnsclient.msi", "Dnsprovider.msi", Match.Manner.SWAPPED);

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(
                "'Dnsclient.msi'",
                "its size and date, under the listed name 'Dnsprovider.msi'",
                Cause.SWAPPED));
  }

  @Test
  void ofACompletedNameTheFullOneIsNamed() {
    ExpectedFile row =
        Given.row(
            ListedName.cut(FileName.of("Exchange2007"))
                .completedBy(FileName.of("Exchange2007NS.msi")),
            Optional.of(ListedSize.ofBytes(1)),
            Optional.empty());

    Outcome outcome =
        new NameRule(Pins.NONE)
            .apply(row, found("x.msi", Match.Manner.RENAMED), AuditPolicy.asPrinted());

    assertThat(Given.worded(outcome))
        .isEqualTo(
            new Outcome.Failed(
                "'Exchange2007NS.msi'",
                "its size and date, under the name 'x.msi'",
                Cause.RENAMED));
  }

  private static Outcome judge(String listed, String path, Match.Manner manner) {
    return Given.worded(
        new NameRule(Pins.NONE)
            .apply(Given.row(listed, 1, ""), found(path, manner), AuditPolicy.asPrinted()));
  }

  private static Match.Found found(String path, Match.Manner manner) {
    return new Match.Found(ObservedFile.Readable.of(path, 1, Instant.EPOCH), manner);
  }
}
