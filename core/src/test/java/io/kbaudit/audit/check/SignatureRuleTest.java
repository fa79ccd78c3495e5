package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Signatures;
import io.kbaudit.audit.match.Match;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.signature.Doubt;
import io.kbaudit.signature.Grade;
import io.kbaudit.signature.HashAlgorithm;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureDemand;
import io.kbaudit.signature.SignatureInspection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the signatures of a file come to, by what is demanded of them. */
class SignatureRuleTest {
  private static final String AS_LISTED = "2011-03-10T10:04:30Z";
  private static final Article ARTICLE =
      Given.article(Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"));
  private static final ObservedFile ALPHA =
      Given.file("Alpha.msi", 100, AS_LISTED, Given.packageNamed("Alpha"));

  private static final SignatureDemand CONTOSO = publishers("Contoso Ltd");
  private static final SignatureDemand CERTIFICATE = publishers(Signatures.CERTIFICATE);

  @ParameterizedTest
  @CsvSource({"DIGEST_MISMATCH, ALTERED_SINCE_SIGNED", "MALFORMED, MALFORMED_SIGNATURE"})
  void aBrokenSignatureFailsWhateverIsDemanded(Grade grade, Cause cause) {
    for (SignatureDemand demand :
        List.of(SignatureDemand.NONE, SignatureDemand.REQUIRED, CONTOSO, CERTIFICATE)) {
      assertThatAudit(audit(demand, Signatures.of(grade)))
          .fails("Alpha.msi", Check.SIGNATURE, cause)
          .andNothingElse();
    }
  }

  @Test
  void anIntactSignatureMendsNoBrokenOne() {
    assertThatAudit(
            audit(
                SignatureDemand.NONE,
                Signatures.of(Grade.TRUSTED),
                Signatures.of(Grade.DIGEST_MISMATCH)))
        .fails("Alpha.msi", Check.SIGNATURE, Cause.ALTERED_SINCE_SIGNED)
        .andNothingElse();
  }

  @Test
  void aTrustedSignatureSaysWhoWhenAndHow() {
    AuditResult result = audit(SignatureDemand.NONE, Signatures.of(Grade.TRUSTED));

    assertThat(outcome(result))
        .isEqualTo(
            new Outcome.Passed(
                "TRUSTED: signed by 'Contoso Ltd', time stamp 2011-01-10 09:00 UTC, SHA-256"));
  }

  @Test
  void aWeakAlgorithmIsSaidAndEveryOtherSignatureNamed() {
    AuditResult result =
        audit(
            SignatureDemand.NONE,
            Signatures.of(Grade.TRUSTED, "Contoso Ltd", HashAlgorithm.SHA1),
            Signatures.of(Grade.TRUSTED, "Fabrikam", HashAlgorithm.SHA256));

    assertThat(outcome(result))
        .isEqualTo(
            new Outcome.Passed(
                "TRUSTED: signed by 'Contoso Ltd', time stamp 2011-01-10 09:00 UTC, SHA-1, which is"
                    + " weak; besides, TRUSTED: signed by 'Fabrikam', time stamp 2011-01-10 09:00"
                    + " UTC, SHA-256"));
  }

  @ParameterizedTest
  @CsvSource({"INTACT_UNTRUSTED, UNTRUSTED_SIGNER", "INTACT_EXPIRED, EXPIRED_SIGNER"})
  void whoeverSignedIsARemarkWhereNothingIsDemandedAndAFailureElse(Grade grade, Cause cause) {
    AuditResult undemanded = audit(SignatureDemand.NONE, Signatures.of(grade));

    assertThatAudit(undemanded).passes();
    assertThat(outcome(undemanded).causeIfAny()).contains(cause);
    for (SignatureDemand demand : List.of(SignatureDemand.REQUIRED, CONTOSO)) {
      assertThatAudit(audit(demand, Signatures.of(grade)))
          .fails("Alpha.msi", Check.SIGNATURE, cause)
          .andNothingElse();
    }
  }

  @Test
  void aPackageWithoutSignaturePassesUnlessOneIsDemanded() {
    assertThat(outcome(audit(SignatureDemand.NONE)))
        .isEqualTo(new Outcome.NotApplicable("it has no signature"));
    for (SignatureDemand demand : List.of(SignatureDemand.REQUIRED, CONTOSO)) {
      assertThatAudit(audit(demand))
          .fails("Alpha.msi", Check.SIGNATURE, Cause.UNSIGNED)
          .andNothingElse();
    }
  }

  @Test
  void thatNoCatalogListsItIsSaid() {
    ObservedFile file =
        ((ObservedFile.Readable) ALPHA)
            .withSignatures(
                new SignatureInspection(List.of(), List.of("none of the 2 catalogs lists it")));

    assertThat(outcome(audit(SignatureDemand.NONE, file)))
        .isEqualTo(
            new Outcome.NotApplicable("it has no signature; none of the 2 catalogs lists it"));
  }

  @Test
  void aTextIsNotApplicableUnlessASignatureIsDemanded() {
    Article article = Given.article(Given.row("info.inf", 100, "2011-03-10T10:04Z"));
    ObservedFile text = Given.file("info.inf", 100, AS_LISTED);

    assertThatAudit(Given.audit(article, Given.folder(text), AuditPolicy.asPrinted())).passes();
    assertThatAudit(
            Given.audit(
                article,
                Given.folder(text),
                AuditPolicy.asPrinted().withSignatures(SignatureDemand.REQUIRED)))
        .leavesUndecided("info.inf", Check.SIGNATURE, Cause.NOT_READ)
        .andNothingElse();
    assertThatAudit(
            Given.audit(
                article,
                Given.folder(Signatures.signed(text, Signatures.of(Grade.TRUSTED))),
                AuditPolicy.asPrinted().withSignatures(SignatureDemand.REQUIRED)))
        .passes();
  }

  @Test
  void aFileWhoseSignaturesWereNotLookedAtIsUndecided() {
    ObservedFile listed = Given.unreadFile("Alpha.msi", 100, AS_LISTED);
    ObservedFile read =
        ((ObservedFile.Readable) listed).withInspection(Given.packageNamed("Alpha"));
    Set<Check> only = EnumSet.of(Check.SIZE, Check.SIGNATURE);

    for (ObservedFile file : List.of(listed, read)) {
      assertThatAudit(
              Given.audit(ARTICLE, Given.folder(file), AuditPolicy.asPrinted().withChecks(only)))
          .leavesUndecided("Alpha.msi", Check.SIGNATURE, Cause.NOT_READ)
          .andNothingElse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Contoso Ltd, true",
    "Contoso, true",
    "contoso ltd, false",
    "Contoso L, false",
    "CN=Contoso Ltd, false"
  })
  void aPublisherIsSpeltExactlyAsInTheCertificate(String name, boolean isSigner) {
    AuditResult result = audit(publishers(name), Signatures.of(Grade.TRUSTED));

    if (isSigner) {
      assertThatAudit(result).passes();
    } else {
      assertThatAudit(result)
          .fails("Alpha.msi", Check.SIGNATURE, Cause.OTHER_PUBLISHER)
          .andNothingElse();
    }
  }

  @Test
  void anotherPublisherIsNamedBesideThoseThatWereWanted() {
    assertThat(outcome(audit(publishers("Fabrikam", "Tailspin"), Signatures.of(Grade.TRUSTED))))
        .isEqualTo(
            new Outcome.Failed(
                "a trusted signature of 'Fabrikam' or 'Tailspin'",
                "TRUSTED: signed by 'Contoso Ltd', time stamp 2011-01-10 09:00 UTC, SHA-256",
                Cause.OTHER_PUBLISHER));
  }

  @Test
  void anyOfTheSignaturesMayBeThePublishers() {
    Signature theirs = Signatures.of(Grade.TRUSTED, "Fabrikam", HashAlgorithm.SHA256);

    assertThatAudit(
            audit(
                publishers("Fabrikam"),
                Signatures.of(Grade.TRUSTED, "Contoso Ltd", HashAlgorithm.SHA1),
                theirs))
        .passes();
    assertThatAudit(
            audit(
                publishers("Fabrikam"),
                Signatures.of(Grade.TRUSTED),
                Signatures.of(Grade.INTACT_UNTRUSTED, "Fabrikam", HashAlgorithm.SHA256)))
        .fails("Alpha.msi", Check.SIGNATURE, Cause.UNTRUSTED_SIGNER)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Grade.class,
      names = {"INTACT_UNTRUSTED", "INTACT_EXPIRED"})
  void theVeryCertificateIsProofThoughNoRootVouchesForItYetNotTrusted(Grade grade) {
    AuditResult result = audit(CERTIFICATE, Signatures.of(grade));

    assertThatAudit(result).passes();
    assertThat(outcome(result).causeIfAny()).isPresent();
    assertThat(result.files().get(0).assurance()).contains(Assurance.IDENTITY);
  }

  /** Who revoked it does not stand by it, whatever it is known by. */
  @ParameterizedTest
  @CsvSource({"REVOKED, REVOKED_SIGNER", "WRONG_USAGE, UNFIT_SIGNER"})
  void theVeryCertificateIsNoProofWhereItIsRevokedOrForOtherThings(Doubt doubt, Cause cause) {
    assertThatAudit(audit(CERTIFICATE, Signatures.doubted(doubt)))
        .fails("Alpha.msi", Check.SIGNATURE, cause)
        .andNothingElse();
  }

  @Test
  void onlyATrustedSignatureRaisesTheAssurance() {
    assertThat(audit(SignatureDemand.NONE, Signatures.of(Grade.TRUSTED)).files().get(0).assurance())
        .contains(Assurance.SIGNED);
    for (Grade grade : List.of(Grade.INTACT_UNTRUSTED, Grade.INTACT_EXPIRED)) {
      assertThat(audit(SignatureDemand.NONE, Signatures.of(grade)).files().get(0).assurance())
          .contains(Assurance.IDENTITY);
    }
    assertThat(
            audit(SignatureDemand.NONE, Signatures.of(Grade.DIGEST_MISMATCH))
                .files()
                .get(0)
                .assurance())
        .contains(Assurance.METADATA);
  }

  @Test
  void aSignatureDoesNotSayWhichRowsFileItIs() {
    ObservedFile silent = Given.file("Alpha.msi", 100, AS_LISTED);

    AuditResult result =
        audit(SignatureDemand.NONE, Signatures.signed(silent, Signatures.of(Grade.TRUSTED)));

    assertThat(result.files().get(0).assurance()).contains(Assurance.SIGNED);
    assertThat(result.remarks())
        .filteredOn(remark -> remark.id().equals(Remark.Kind.METADATA_ONLY.name()))
        .singleElement()
        .extracting(Remark::text)
        .asString()
        .contains("The signature of row 1 says who made the file, and not which row's it is.");
  }

  @Test
  void thatRevocationWasNotCheckedIsSaidOnce() {
    Article two =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));
    ObservedFile beta =
        Given.file("Beta.msi", 200, "2011-03-10T10:05:30Z", Given.packageNamed("Beta"));

    AuditResult signed =
        Given.audit(
            two,
            Given.folder(
                Signatures.signed(ALPHA, Signatures.of(Grade.TRUSTED)),
                Signatures.signed(beta, Signatures.of(Grade.INTACT_EXPIRED))),
            AuditPolicy.asPrinted());
    AuditResult unsigned = Given.audit(two, Given.folder(ALPHA, beta), AuditPolicy.asPrinted());

    String id = Remark.Kind.REVOCATION_UNCHECKED.name();
    assertThat(signed.remarks()).filteredOn(remark -> remark.id().equals(id)).hasSize(1);
    assertThat(unsigned.remarks()).filteredOn(remark -> remark.id().equals(id)).isEmpty();
  }

  @Test
  void aSignatureCutOffWithTheFileIsOneDefectWithThatUnlessItIsDemanded() {
    MsiInspection torn =
        Given.packageWith(new MsiProblem(MsiProblem.Kind.TRUNCATED, "it ends in sector 3"));
    ObservedFile file =
        Signatures.signed(Given.file("Alpha.msi", 100, AS_LISTED, torn), Signatures.malformed());

    assertThatAudit(
            Given.audit(
                ARTICLE,
                Given.folder(file),
                AuditPolicy.asPrinted().withChecks(Set.of(Check.FORMAT, Check.SIGNATURE))))
        .fails("Alpha.msi", Check.FORMAT, Cause.TRUNCATED)
        .andNothingElse();
    assertThatAudit(
            Given.audit(
                ARTICLE,
                Given.folder(file),
                AuditPolicy.asPrinted().withChecks(Set.of(Check.SIGNATURE))))
        .fails("Alpha.msi", Check.SIGNATURE, Cause.MALFORMED_SIGNATURE)
        .andNothingElse();
  }

  @Test
  void whatWasAlteredSinceItWasSignedIsNoLaterVersion() {
    MsiInspection later = Given.inspection(MsiKind.PACKAGE, "Alpha", "2012-01-01T00:00:00Z");
    ObservedFile file = Given.file("Alpha.msi", 200, "2012-01-02T00:00:00Z", later);

    assertThatAudit(
            Given.audit(ARTICLE, Given.folder(Signatures.signed(file)), AuditPolicy.orLater()))
        .passes();
    assertThatAudit(
            Given.audit(
                ARTICLE,
                Given.folder(Signatures.signed(file, Signatures.of(Grade.DIGEST_MISMATCH))),
                AuditPolicy.orLater()))
        .fails("Alpha.msi", Check.SIZE, Cause.LARGER)
        .fails("Alpha.msi", Check.SIGNATURE, Cause.ALTERED_SINCE_SIGNED)
        .andNothingElse();
  }

  /** The cabinets that Windows Installer took out were signed, too. */
  @Test
  void aSignatureCannotFitWhatIsCachedWithoutItsCabinets() {
    MsiInspection stripped =
        Given.packageWith(new MsiProblem(MsiProblem.Kind.CABINET_MISSING, "no cabinet"));
    ObservedFile file =
        Signatures.signed(
            Given.file("c597.msi", 40, AS_LISTED, stripped), Signatures.of(Grade.DIGEST_MISMATCH));
    Match.Found cached = new Match.Found((ObservedFile.Readable) file, Match.Manner.BY_IDENTITY);
    String reason = "it is cached without its cabinets, which its signature covers";

    assertThat(judge(SignatureDemand.NONE, cached)).isEqualTo(new Outcome.NotApplicable(reason));
    assertThat(judge(SignatureDemand.REQUIRED, cached))
        .isEqualTo(new Outcome.Undecided(reason, Cause.NOT_STATED));
  }

  private static Outcome judge(SignatureDemand demand, Match.Found found) {
    return new SignatureRule(demand).apply(ARTICLE.rows().get(0), found, AuditPolicy.asPrinted());
  }

  private static SignatureDemand publishers(String... names) {
    return SignatureDemand.signedBy(List.of(names).stream().map(Publisher::of).toList());
  }

  private static AuditResult audit(SignatureDemand demand, Signature... signatures) {
    return audit(demand, Signatures.signed(ALPHA, signatures));
  }

  private static AuditResult audit(SignatureDemand demand, ObservedFile file) {
    return Given.audit(ARTICLE, Given.folder(file), AuditPolicy.asPrinted().withSignatures(demand));
  }

  private static Outcome outcome(AuditResult result) {
    return requireNonNull(result.files().get(0).outcomes().get(Check.SIGNATURE));
  }

  @Test
  void theFilesWhoseCertificatesWereNotCheckedAreNamedUnlessAllAre() {
    Article two =
        Given.article(
            Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
            Given.row("Beta.msi", 200, "2011-03-10T10:05Z"));
    ObservedFile alpha = Signatures.signed(ALPHA, Signatures.of(Grade.TRUSTED));
    ObservedFile beta =
        Given.file("Beta.msi", 200, "2011-03-10T10:05:30Z", Given.packageNamed("Beta"));

    assertThat(revocation(Given.audit(two, Given.folder(alpha, beta))))
        .startsWith("Whether a certificate by which the files of row 1 are signed was revoked");
    assertThat(
            revocation(
                Given.audit(
                    two,
                    Given.folder(alpha, Signatures.signed(beta, Signatures.of(Grade.TRUSTED))))))
        .startsWith("Whether a certificate by which these files are signed was revoked");
  }

  private static String revocation(AuditResult result) {
    return result.remarks().stream()
        .filter(remark -> remark.id().equals(Remark.Kind.REVOCATION_UNCHECKED.name()))
        .map(Remark::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatABrokenSignatureIsHeldToIsWhatIsDemanded() {
    Signature broken = Signatures.of(Grade.DIGEST_MISMATCH);

    assertThat(expected(audit(SignatureDemand.NONE, broken)))
        .isEqualTo("the file as it was signed");
    assertThat(expected(audit(CONTOSO, broken))).isEqualTo(CONTOSO.toString());
  }

  private static String expected(AuditResult result) {
    return ((Outcome.Failed) requireNonNull(result.files().get(0).outcomes().get(Check.SIGNATURE)))
        .expected()
        .text();
  }
}
