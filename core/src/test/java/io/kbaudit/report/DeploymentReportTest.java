package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.article.Article;
import io.kbaudit.article.BundledArticles;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Auditor;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Profile;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Audits of several places, held to golden files; {@link Golden} says how to write them anew. */
class DeploymentReportTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  private static final ObservedFile DNS_CLIENT =
      Given.file("DNSClient.msi", 679_936, "2011-03-10T10:04:30Z");

  @Test
  void severalPlacesAreAsTheirGoldenFiles() throws IOException {
    DeploymentResult result =
        DeploymentResult.of(
            ARTICLE,
            PROFILE,
            List.of(
                place("dns", "dns01", DNS_CLIENT),
                place("sharepoint", "collab01"),
                place(
                    "sharepoint",
                    "collab02",
                    Given.unreadable("WindowsSharePointServicesWebService.msi", "denied"))));

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    Golden.assertMatches("deployment.txt", text(result), StandardCharsets.UTF_8);
    Golden.assertMatches("deployment.json", json(result), StandardCharsets.UTF_8);
  }

  @Test
  void theVerdictIsThatOfTheWorstPlace() throws IOException {
    AuditResult sound = place("dns", "dns01", DNS_CLIENT);
    AuditResult failing = place("dns", "dns02");
    AuditResult doubtful = place("dns", "dns03", Given.unreadable("DNSClient.msi", "denied"));

    assertThat(verdict(sound)).isEqualTo(Verdict.COMPLIANT);
    assertThat(verdict(sound, doubtful)).isEqualTo(Verdict.INDETERMINATE);
    assertThat(verdict(doubtful, failing, sound)).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @Test
  void anAuditOfNoPlaceHasNoVerdict() {
    assertThatIllegalArgumentException().isThrownBy(() -> verdict());
  }

  private static Verdict verdict(AuditResult... places) {
    return DeploymentResult.of(ARTICLE, PROFILE, List.of(places)).verdict();
  }

  private static AuditResult place(String location, String folder, ObservedFile... files)
      throws IOException {
    return Auditor.audit(
        new AuditRequest(
            ARTICLE, Optional.of(PROFILE), PROFILE.location(location), AuditPolicy.orLater()),
        new Inventory(folder, false, List.of(files), List.of(), List.of(), List.of()));
  }

  private static String text(DeploymentResult result) throws IOException {
    StringWriter out = new StringWriter();
    new TextDeploymentReport(TextStyle.plain(StandardCharsets.UTF_8)).write(result, out);
    return out.toString();
  }

  private static String json(DeploymentResult result) throws IOException {
    StringWriter out = new StringWriter();
    new JsonDeploymentReport().write(result, out);
    return out.toString();
  }
}
