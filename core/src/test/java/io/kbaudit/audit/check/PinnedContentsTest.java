package io.kbaudit.audit.check;

import static io.kbaudit.audit.AuditResultAssert.assertThatAudit;
import static io.kbaudit.audit.Given.file;
import static io.kbaudit.audit.Given.folder;
import static io.kbaudit.audit.Given.hashed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files held to the contents that a baseline pins to their rows, and to listed digests at once. */
class PinnedContentsTest {
  private static final String ON_TIME = "2011-03-10T10:04:30Z";

  private static final String LATER = "2012-01-02T00:00:00Z";

  private static final Article ARTICLE =
      Given.article(
          Given.row("Alpha.msi", 100, "2011-03-10T10:04Z"),
          Given.row("Beta.msi", 200, "2011-03-10T10:04Z"));

  private static final ObservedFile BETA = hashed(file("Beta.msi", 200, ON_TIME), 'b');

  private static final Baseline BASELINE = baseline(pinned(1, 'a'), pinned(2, 'b'));

  private static final Baseline BASELINE_WITHOUT_ALPHA = baseline(pinned(2, 'b'));

  @Test
  void thePinnedBytesPassAndAreShown() throws Exception {
    Outcome outcome = hash(alpha('a'), BASELINE);

    assertThat(Given.worded(outcome))
        .isEqualTo(new Outcome.Passed(digest('a') + ", as in ours.json"));
    assertThat(((Outcome.Passed) outcome).evidence().value())
        .hasValue(new Value.Contents(Digests.of(digest('a'))));
  }

  @Test
  void otherBytesOfThePinnedSizeAreAltered() throws Exception {
    assertThat(Given.worded(hash(alpha('c'), BASELINE)))
        .isEqualTo(
            new Outcome.Failed(
                digest('a') + ", as in ours.json", digest('c').toString(), Cause.ALTERED));
  }

  @Test
  void theBytesOfAnotherRowAreSaidToBeThatRows() throws Exception {
    Baseline twins = baseline(pinned(1, 'a'), pinned(2, 'b', 100));

    assertThat(Given.worded(hash(alpha('b'), twins)))
        .isEqualTo(
            new Outcome.Failed(
                digest('a') + ", as in ours.json",
                digest('b') + ", that of row 2, 'Beta.msi'",
                Cause.OTHER_CONTENTS));
  }

  /** Two rows may well ship the same bytes; each then has its own. */
  @Test
  void theBytesOfTwoRowsAreEachRowsOwn() throws Exception {
    Baseline twins = baseline(pinned(1, 'a'), pinned(2, 'a', 100));

    assertThat(hash(alpha('a'), twins)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aFileThatWasNotHashedIsUndecided() throws Exception {
    assertThat(hash(file("Alpha.msi", 100, ON_TIME), BASELINE))
        .isEqualTo(new Outcome.Undecided("the file was listed, and not hashed", Cause.NOT_READ));
  }

  @Test
  void aRowThatTheBaselineLacksIsUndecided() throws Exception {
    assertThat(hash(alpha('a'), BASELINE_WITHOUT_ALPHA))
        .isEqualTo(new Outcome.Undecided("ours.json has no file for this row", Cause.UNPINNED));
  }

  @Test
  void aRowThatAPartialBaselineLacksIsHeldToTheArticleAlone() throws Exception {
    Baseline partial = new Baseline("ours.json", List.of(pinned(2, 'b')), true);

    assertThat(hash(alpha('a'), partial))
        .isEqualTo(new Outcome.NotApplicable("no hash of this row is known to compare with"));
  }

  @Test
  void aFileOfAnotherSizeIsOneFinding() throws Exception {
    AuditResult result =
        audit(
            asPrinted().withBaseline(BASELINE), hashed(file("Alpha.msi", 101, ON_TIME), 'c'), BETA);

    assertThatAudit(result).fails("Alpha.msi", Check.SIZE, Cause.LARGER).andNothingElse();
    assertThat(outcome(result, Check.HASH))
        .isEqualTo(
            new Outcome.NotApplicable("its size is not the listed one, and is judged as such"));
  }

  @Test
  void aFileOfAnotherSizeFailsByItsContentsWhereSizesAreLeftOut() throws Exception {
    AuditRequest request =
        asPrinted()
            .withBaseline(BASELINE)
            .withPolicy(AuditPolicy.asPrinted().withChecks(EnumSet.of(Check.HASH)));

    Outcome outcome = outcome(audit(request, file("Alpha.msi", 101, ON_TIME), BETA), Check.HASH);

    assertThat(Given.worded(outcome))
        .isEqualTo(
            new Outcome.Failed(
                digest('a') + ", as in ours.json",
                "101 bytes, and so other contents",
                Cause.ALTERED));
    assertThat(((Outcome.Failed) outcome).observed().value()).hasValue(Value.Size.ofBytes(101));
  }

  /** A later date does not make other bytes the verified ones. */
  @Test
  void aLaterFileOfOtherBytesFailsWhereLaterThanListedWillDo() throws Exception {
    AuditRequest request = asPrinted().withBaseline(BASELINE).withPolicy(AuditPolicy.orLater());

    AuditResult result = audit(request, later("Alpha.msi", 101, 'c', "Alpha"), BETA);

    assertThatAudit(result).fails("Alpha.msi", Check.HASH, Cause.ALTERED).andNothingElse();
  }

  @Test
  void aLaterVersionSupersedesWhereLaterThanTheBaselineWillDo() throws Exception {
    AuditResult result =
        audit(laterThanBaseline(BASELINE), later("Alpha.msi", 100, 'c', "Alpha"), BETA);

    assertThatAudit(result).passes();
    assertThat(outcome(result, Check.HASH))
        .isInstanceOfSatisfying(
            Outcome.Passed.class,
            passed -> {
              assertThat(passed.cause()).contains(Cause.SUPERSEDED);
              assertThat(passed.evidence().text())
                  .startsWith(
                      "contents other than in ours.json, and a later date; a sound package");
            });
  }

  /** Later than the article lists, and no later than what was verified. */
  @Test
  void aFileOfTheTimeOfTheVerifiedOneIsNoLaterVersion() throws Exception {
    Baseline atThatTime = baseline(pinned(1, 'a', 100, LATER, ""), pinned(2, 'b'));

    AuditResult result =
        audit(laterThanBaseline(atThatTime), later("Alpha.msi", 100, 'c', "Alpha"), BETA);

    assertThatAudit(result).fails("Alpha.msi", Check.HASH, Cause.ALTERED).andNothingElse();
  }

  @Test
  void aLaterCopyOfAnotherRowsBytesIsNoLaterVersion() throws Exception {
    AuditResult result =
        audit(laterThanBaseline(BASELINE), later("Alpha.msi", 100, 'b', "Alpha"), BETA);

    assertThatAudit(result).fails("Alpha.msi", Check.HASH, Cause.OTHER_CONTENTS).andNothingElse();
  }

  /** Each build has a package code of its own; what has the verified one's was altered. */
  @Test
  void aLaterFileOfTheVerifiedPackageCodeWasAltered() throws Exception {
    MsiInspection sameBuild =
        Given.withCode(Given.inspection(MsiKind.PACKAGE, "Alpha", "2012-01-01T00:00:00Z"));
    Baseline coded =
        baseline(
            pinned(1, 'a', 100, ON_TIME, "{6F9B5694-F0F1-437C-919B-0D2DAF2D9DEA}"), pinned(2, 'b'));

    for (long size : new long[] {100, 101}) {
      AuditResult result =
          audit(
              laterThanBaseline(coded),
              hashed(file("Alpha.msi", size, LATER, sameBuild), 'c'),
              BETA);

      assertThat(outcome(result, Check.HASH)).hasFieldOrPropertyWithValue("cause", Cause.ALTERED);
    }
  }

  /** The article vouches for what nobody verified; the baseline, for what the article omits. */
  @Test
  void listedAndPinnedContentsMustBothAgree() throws Exception {
    assertThat(Given.worded(bothAsked('a', 'a', BASELINE)))
        .isEqualTo(new Outcome.Passed(digest('a') + ", as in ours.json"));
    assertThat(Given.worded(bothAsked('c', 'a', BASELINE)))
        .isEqualTo(
            new Outcome.Failed(
                digest('c') + ", as the article lists", digest('a').toString(), Cause.ALTERED));
    assertThat(Given.worded(bothAsked('a', 'a', baseline(pinned(1, 'c'), pinned(2, 'b')))))
        .isEqualTo(
            new Outcome.Failed(
                digest('c') + ", as in ours.json", digest('a').toString(), Cause.ALTERED));
  }

  @Test
  void anAlteredFileFailsThoughNothingIsPinnedToItsRow() throws Exception {
    assertThat(bothAsked('c', 'a', BASELINE_WITHOUT_ALPHA))
        .hasFieldOrPropertyWithValue("cause", Cause.ALTERED);
    assertThat(bothAsked('a', 'a', BASELINE_WITHOUT_ALPHA))
        .hasFieldOrPropertyWithValue("cause", Cause.UNPINNED);
  }

  @Test
  void whatAPartialBaselineLacksIsHeldToTheDigestThatTheArticleLists() throws Exception {
    Baseline partial = new Baseline("ours.json", List.of(pinned(2, 'b')), true);

    assertThat(bothAsked('a', 'a', partial)).isInstanceOf(Outcome.Passed.class);
    assertThat(bothAsked('a', 'c', partial)).hasFieldOrPropertyWithValue("cause", Cause.ALTERED);
  }

  @Test
  void whatTheArticlePrintsAndNobodyCanReadLeavesEqualContentsUndecided() throws Exception {
    assertThat(bothAsked(ListedHashes.unread("ba78"), 'a', BASELINE))
        .hasFieldOrPropertyWithValue("cause", Cause.CELL_UNREADABLE);
    assertThat(bothAsked(ListedHashes.unread("ba78"), 'c', BASELINE))
        .hasFieldOrPropertyWithValue("cause", Cause.ALTERED);
  }

  private static Outcome bothAsked(char listed, char seen, Baseline baseline) throws Exception {
    return bothAsked(ListedHashes.of(digest(listed)), seen, baseline);
  }

  private static Outcome bothAsked(ListedHashes listed, char seen, Baseline baseline)
      throws Exception {
    Article article =
        Given.article(ARTICLE.rows().get(0).withHashes(listed), ARTICLE.rows().get(1));
    AuditRequest request = AuditRequest.of(article, AuditPolicy.asPrinted()).withBaseline(baseline);
    return outcome(audit(request, alpha(seen), BETA), Check.HASH);
  }

  private static Outcome hash(ObservedFile alpha, Baseline baseline) throws Exception {
    return outcome(audit(asPrinted().withBaseline(baseline), alpha, BETA), Check.HASH);
  }

  private static AuditRequest asPrinted() {
    return AuditRequest.of(ARTICLE, AuditPolicy.asPrinted());
  }

  private static AuditRequest laterThanBaseline(Baseline baseline) {
    return asPrinted()
        .withBaseline(baseline)
        .withPolicy(AuditPolicy.orLater().withAcceptance(Acceptance.LATER_THAN_BASELINE));
  }

  private static AuditResult audit(AuditRequest request, ObservedFile... files)
      throws ProfileException {
    return Auditor.audit(request, folder(files));
  }

  private static Outcome outcome(AuditResult result, Check check) {
    return requireNonNull(result.files().get(0).outcomes().get(check));
  }

  private static ObservedFile alpha(char digit) {
    return hashed(file("Alpha.msi", 100, ON_TIME), digit);
  }

  private static ObservedFile later(String name, long size, char digit, String product) {
    return hashed(
        file(name, size, LATER, Given.inspection(MsiKind.PACKAGE, product, "2012-01-01T00:00:00Z")),
        digit);
  }

  private static Baseline baseline(BaselineFile... files) {
    return new Baseline("ours.json", List.of(files));
  }

  private static BaselineFile pinned(int row, char digit) {
    return pinned(row, digit, 100L * row);
  }

  private static BaselineFile pinned(int row, char digit, long size) {
    return pinned(row, digit, size, ON_TIME, "");
  }

  private static BaselineFile pinned(
      int row, char digit, long size, String modified, String packageCode) {
    FileName name = ARTICLE.rows().get(row - 1).name().best();
    return new BaselineFile(
        row,
        name,
        name,
        size,
        Instant.parse(modified),
        digest(digit),
        new BaselineFile.Codes(
            Optional.of(packageCode).filter(code -> !code.isEmpty()), Optional.empty()));
  }

  private static Digest digest(char digit) {
    return Digest.sha256(Character.toString(digit).repeat(64));
  }
}
