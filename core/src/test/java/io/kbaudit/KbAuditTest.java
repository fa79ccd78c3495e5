package io.kbaudit;

import static io.kbaudit.deployment.Acceptance.EXACT;
import static io.kbaudit.deployment.Acceptance.OR_LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.folder.RollupFolder;
import io.kbaudit.inventory.ScanListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, on real files of the listed sizes and dates. */
class KbAuditTest {
  private static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();

  private static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();

  @Test
  void theExtractedRollupIsCompliant(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);

    AuditResult result = KbAudit.of(ARTICLE).accepting(EXACT).audit(folder);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.tally().count(FileResult.PASS)).isEqualTo(22);
  }

  @Test
  void laterFilesFailAsPrintedAndPassOrLater(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().with(Defect.everythingShifted(Duration.ofDays(365))).writeTo(folder);

    assertThat(KbAudit.of(ARTICLE).accepting(EXACT).audit(folder).verdict())
        .isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(KbAudit.of(ARTICLE).accepting(OR_LATER).audit(folder).verdict())
        .isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void aPlaceIsHeldToTheRowsThatBelongThere(@TempDir Path folder) throws IOException {
    Kb2492954.file("DNSClient.msi").toFixture().writeTo(folder.resolve("DNSClient.msi"));

    AuditResult result = KbAudit.of(ARTICLE).at(PROFILE, location("dns")).audit(folder);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(result.files()).hasSize(1);
  }

  @Test
  void aPolicyOfOnesOwnHolds(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    Files.writeString(folder.resolve("readme.txt"), "unlisted");
    AuditPolicy policy = AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL);

    AuditResult result = KbAudit.of(ARTICLE).under(policy).audit(folder);

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.tally().count(FileResult.FAIL)).isZero();
    assertThat(result.unlisted()).hasSize(1);
  }

  /** The package is wanted exactly as listed, whatever the article promises of later files. */
  @Test
  void aLocationIsAsStrictAsItsProfileSays(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().with(Defect.everythingShifted(Duration.ofDays(365))).writeTo(folder);
    KbAudit ofPackage = KbAudit.of(ARTICLE).at(PROFILE, location("package"));

    assertThat(ofPackage.audit(folder).verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(ofPackage.accepting(OR_LATER).audit(folder).verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(KbAudit.of(ARTICLE).at(PROFILE, location("msi-share")).audit(folder).verdict())
        .isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void anInventoryIsAuditedAsItsFolderIs(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().without("DNSClient.msi").writeTo(folder);
    KbAudit question = KbAudit.of(ARTICLE);
    AuditResult live = question.audit(folder);

    AuditResult fromInventory = question.audit(live.inventory());

    assertThat(fromInventory).isEqualTo(live);
    assertThat(fromInventory.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @Test
  void foldersBelowAreAuditedIfAsked(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().writeTo(Files.createDirectory(folder.resolve("sub")));

    assertThat(KbAudit.of(ARTICLE).audit(folder).tally().count(FileResult.FAIL)).isEqualTo(22);
    assertThat(KbAudit.of(ARTICLE).recursively().audit(folder).verdict())
        .isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void severalLocationsGiveOneAnswerThatNamesTheOthers(@TempDir Path share, @TempDir Path dns)
      throws IOException {
    RollupFolder.kb2492954().writeTo(share);

    DeploymentResult result =
        KbAudit.of(ARTICLE)
            .audit(
                PROFILE,
                List.of(
                    LocatedTarget.of(location("msi-share"), share),
                    LocatedTarget.of(location("dns"), dns)));

    assertThat(result.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
    assertThat(result.places())
        .extracting(AuditResult::verdict)
        .containsExactly(Verdict.COMPLIANT, Verdict.NON_COMPLIANT);
    assertThat(result.unaudited())
        .extracting(Location::name)
        .containsExactly("package", "sharepoint", "resource-manager", "oab-utility", "installed");
  }

  @Test
  void aLocationThatIsOnePlaceHasOneFolder(@TempDir Path one, @TempDir Path other) {
    List<LocatedTarget> twice =
        List.of(LocatedTarget.of(location("dns"), one), LocatedTarget.of(location("dns"), other));

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> KbAudit.of(ARTICLE).audit(PROFILE, twice))
        .withMessageStartingWith("the location 'dns' was given two folders: ")
        .extracting(QuestionException::kind)
        .isEqualTo(QuestionException.Kind.LOCATION_REPEATED);
  }

  @Test
  void aLocationOnSeveralServersHasSeveralFoldersAndNoneTwice(
      @TempDir Path one, @TempDir Path other) throws IOException {
    Location sharepoint = location("sharepoint");
    RollupFolder.kb2492954().writeTo(one);
    RollupFolder.kb2492954().writeTo(other);
    KbAudit question = KbAudit.of(ARTICLE);

    DeploymentResult result =
        question.audit(
            PROFILE,
            List.of(LocatedTarget.of(sharepoint, one), LocatedTarget.of(sharepoint, other)));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    List<LocatedTarget> same =
        List.of(
            LocatedTarget.of(sharepoint, one),
            LocatedTarget.of(sharepoint, one.resolve("../" + one.getFileName())));
    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> question.audit(PROFILE, same))
        .withMessageContaining("twice");
  }

  @Test
  void whatNothingIsLeftOfIsNoQuestion(@TempDir Path folder) {
    KbAudit hashAlone = KbAudit.of(ARTICLE).checking(Set.of(Check.HASH));

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> hashAlone.audit(folder))
        .extracting(QuestionException::kind)
        .isEqualTo(QuestionException.Kind.NOTHING_TO_COMPARE);
  }

  @Test
  void anArticleWithoutRowsIsNoQuestion(@TempDir Path folder) throws IOException {
    Article empty =
        ArticleReader.read(new ByteArrayInputStream(new byte[0]), "empty.txt", Optional.empty());

    assertThatExceptionOfType(ArticleFormatException.class)
        .isThrownBy(() -> KbAudit.of(empty).audit(folder));
  }

  /** A whole scan's progress is heard, to the last byte. */
  @Test
  void aListenerHearsHowFarItHasCome(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    List<Long> listed = new ArrayList<>();
    AtomicBoolean whole = new AtomicBoolean();

    KbAudit.of(ARTICLE)
        .reportingTo(
            new ScanListener() {
              @Override
              public void listed(long files) {
                listed.add(files);
              }

              @Override
              public void read(long bytes, long total) {
                whole.set(bytes == total);
              }
            })
        .audit(folder);

    assertThat(listed).hasSize(22).endsWith(22L);
    assertThat(whole).isTrue();
  }

  @Test
  void whoNoLongerWantsToKnowIsObeyedAtOnce(@TempDir Path folder) throws IOException {
    RollupFolder.kb2492954().writeTo(folder);
    AtomicLong read = new AtomicLong();
    AtomicLong all = new AtomicLong();
    KbAudit question =
        KbAudit.of(ARTICLE)
            .reportingTo(
                new ScanListener() {
                  @Override
                  public void listed(long files) {}

                  @Override
                  public void read(long bytes, long total) {
                    read.set(bytes);
                    all.set(total);
                  }
                })
            .stoppedBy(() -> read.get() > 0);

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> question.audit(folder));
    assertThat(read.get()).isPositive().isLessThan(all.get() / 2);
  }

  private static Location location(String name) {
    return PROFILE.location(name).orElseThrow();
  }

  @Test
  void aProfileOfAnotherArticleIsRefused() {
    KbAudit question = KbAudit.of(Given.article(Given.row("DNSClient.msi", 1, "2011-03-10")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> question.with(PROFILE))
        .withMessage("a profile of KB2492954, and the article is KB1234567");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> question.at(PROFILE, location("dns")))
        .withMessage("a profile of KB2492954, and the article is KB1234567");
  }

  @Test
  void aMissingFolderHasNoVerdict(@TempDir Path folder) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> KbAudit.of(ARTICLE).accepting(EXACT).audit(folder.resolve("missing")));
  }
}
