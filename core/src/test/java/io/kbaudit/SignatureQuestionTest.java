package io.kbaudit;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.QuestionException.Kind;
import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Signatures;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.deployment.Profile;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.SignatureDemand;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who has a say in what is demanded of signatures. */
class SignatureQuestionTest {
  private static final Article ARTICLE =
      Given.article(Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"));

  private static final Inventory SIGNED =
      Given.folder(
          Signatures.signed(
              Given.hashed(
                  Given.file("Alpha.msi", 100, "2011-03-10T10:04:30Z", Given.packageNamed("Alpha")),
                  'a'),
              Signatures.of(Grade.TRUSTED)));

  private static final SignatureDemand CONTOSO = demand("Contoso Ltd");
  private static final SignatureDemand FABRIKAM = demand("Fabrikam");

  @Test
  void theProfileOrTheBaselineDemandsWhateverTheQuestionDoes() throws IOException {
    KbAudit byProfile = KbAudit.of(ARTICLE).with(profile(FABRIKAM));
    KbAudit byBaseline = KbAudit.of(ARTICLE).against(baseline(FABRIKAM));

    for (KbAudit question : List.of(byProfile, byBaseline)) {
      assertThatAudit(question.audit(SIGNED))
          .fails("Alpha.msi", Check.SIGNATURE, Cause.OTHER_PUBLISHER)
          .andNothingElse();
      for (SignatureDemand demand : List.of(SignatureDemand.NONE, SignatureDemand.REQUIRED)) {
        assertThatAudit(question.demanding(demand).audit(SIGNED))
            .fails("Alpha.msi", Check.SIGNATURE, Cause.OTHER_PUBLISHER)
            .andNothingElse();
      }
      assertThatExceptionOfType(QuestionException.class)
          .isThrownBy(() -> question.demanding(CONTOSO).audit(SIGNED))
          .withMessageStartingWith("the question demands a trusted signature of 'Contoso Ltd'")
          .extracting(QuestionException::kind)
          .isEqualTo(Kind.PUBLISHERS_CONTRADICT);
    }
  }

  @Test
  void whomNobodyCouldMeetDoesNotMatterWhereSignaturesAreLeftOut() throws IOException {
    KbAudit both = KbAudit.of(ARTICLE).with(profile(CONTOSO)).against(baseline(FABRIKAM));

    assertThatAudit(both.checking(Set.of(Check.SIZE, Check.HASH)).audit(SIGNED)).passes();
  }

  @Test
  void bothMustBeMet() throws IOException {
    KbAudit both =
        KbAudit.of(ARTICLE)
            .with(profile(demand("Contoso Ltd", "Fabrikam")))
            .against(baseline(FABRIKAM));

    assertThatAudit(both.audit(SIGNED))
        .fails("Alpha.msi", Check.SIGNATURE, Cause.OTHER_PUBLISHER)
        .andNothingElse();
  }

  @Test
  void whomNobodyCouldMeetIsNotAsked() {
    KbAudit both = KbAudit.of(ARTICLE).with(profile(CONTOSO)).against(baseline(FABRIKAM));

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> both.audit(SIGNED))
        .withMessage(
            "the profile demands a trusted signature of 'Contoso Ltd', and the baseline a trusted"
                + " signature of 'Fabrikam', and nobody is both")
        .extracting(QuestionException::kind)
        .isEqualTo(Kind.PUBLISHERS_CONTRADICT);
  }

  @Test
  void aDemandIsNotPassedOverWhereTheCheckIsLeftOut() {
    KbAudit question =
        KbAudit.of(ARTICLE).checking(Set.of(Check.SIZE)).demanding(SignatureDemand.REQUIRED);

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> question.audit(SIGNED))
        .extracting(QuestionException::kind)
        .isEqualTo(Kind.SIGNATURE_LEFT_OUT);
  }

  @Test
  void theStandardThatAFolderSetsCarriesWhatWasDemanded() throws IOException {
    AuditResult demanded = KbAudit.of(ARTICLE).demanding(CONTOSO).audit(SIGNED);
    AuditResult leftOut =
        Given.audit(
            ARTICLE, SIGNED, AuditPolicy.asPrinted().withChecks(Set.of(Check.SIZE, Check.FORMAT)));

    assertThat(demanded.baseline("it").signatures()).isEqualTo(CONTOSO);
    assertThat(leftOut.baseline("it").signatures()).isEqualTo(SignatureDemand.NONE);
  }

  private static SignatureDemand demand(String... names) {
    return SignatureDemand.signedBy(List.of(names).stream().map(Publisher::of).toList());
  }

  private static Profile profile(SignatureDemand demand) {
    return new Profile(
        ARTICLE.id(), "ours.yaml", Map.of(), List.of(), Map.of(), Map.of(), demand, Map.of());
  }

  private static Baseline baseline(SignatureDemand demand) {
    return Given.audit(ARTICLE, SIGNED, AuditPolicy.asPrinted())
        .baseline("before.json")
        .demanding(demand);
  }
}
