package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.check.Auditor;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.FileName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What several places come to, and which of a profile's were left out. */
class DeploymentResultTest {
  private static final Article ARTICLE =
      Given.article(Given.row("a.msi", 100, "2011-03-10T10:04Z"));

  private static final Location HERE = place("here", false);

  private static final Location THERE = place("there", false);

  private static final Location PERHAPS = place("perhaps", true);

  private static final Profile PROFILE =
      new Profile(
          ARTICLE.id(), "ours.yaml", Map.of(), List.of(HERE, THERE, PERHAPS), Map.of(), Map.of());

  @Test
  void placesOfTheProfileThatNoAuditWasOfAreUnaudited() throws Exception {
    assertThat(DeploymentResult.of(ARTICLE, PROFILE, List.of(compliant(HERE))).unaudited())
        .containsExactly(THERE, PERHAPS);
    assertThat(
            DeploymentResult.of(ARTICLE, PROFILE, List.of(compliant(PERHAPS), compliant(HERE)))
                .unaudited())
        .containsExactly(THERE);
  }

  @Test
  void whereAllAreDemandedThoseThatADeploymentMayDoWithoutNeedNotBeAudited() throws Exception {
    DeploymentResult some = DeploymentResult.of(ARTICLE, PROFILE, List.of(compliant(HERE)));

    assertThat(some.notAudited()).isEmpty();
    assertThat(some.demandingAll().notAudited()).containsExactly(THERE);
  }

  @Test
  void aPlaceThatHadToBeAuditedAndWasNotLeavesTheVerdictOpen() throws Exception {
    DeploymentResult some = DeploymentResult.of(ARTICLE, PROFILE, List.of(compliant(HERE)));
    DeploymentResult all =
        DeploymentResult.of(ARTICLE, PROFILE, List.of(compliant(HERE), compliant(THERE)));

    assertThat(some.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(some.demandingAll().verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(all.demandingAll().verdict()).isEqualTo(Verdict.COMPLIANT);
  }

  private static AuditResult compliant(Location location) throws Exception {
    return Auditor.audit(
        AuditRequest.of(ARTICLE, AuditPolicy.asPrinted()).withLocation(location),
        Given.folder(Given.file("a.msi", 100, "2011-03-10T10:04:00Z")));
  }

  private static Location place(String name, boolean optional) {
    return Location.of(
            name, "a server", Phase.POST_INSTALL, Acceptance.EXACT, Set.of(FileName.of("a.msi")))
        .optional(optional)
        .build();
  }
}
