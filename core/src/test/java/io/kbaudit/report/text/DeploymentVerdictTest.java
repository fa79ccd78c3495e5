package io.kbaudit.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Verdict;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Places;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What audits of several places come to, and what is written down of it. */
class DeploymentVerdictTest {
  @Test
  void theVerdictIsThatOfTheWorstPlace() throws IOException {
    AuditResult sound = Places.place("dns", "dns01", Places.DNS_CLIENT);
    AuditResult failing = Places.place("dns", "dns02");
    AuditResult doubtful =
        Places.place("dns", "dns03", Given.unreadable("DNSClient.msi", "denied"));

    assertThat(verdict(sound)).isEqualTo(Verdict.COMPLIANT);
    assertThat(verdict(sound, doubtful)).isEqualTo(Verdict.INDETERMINATE);
    assertThat(verdict(doubtful, failing, sound)).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @Test
  void anAuditOfNoPlaceHasNoVerdict() {
    assertThatIllegalArgumentException().isThrownBy(() -> verdict());
  }

  private static Verdict verdict(AuditResult... places) {
    DeploymentResult result = DeploymentResult.of(Places.ARTICLE, Places.PROFILE, List.of(places));
    assertThat(AuditRecord.of(result).verdict()).isEqualTo(result.verdict());
    return result.verdict();
  }
}
