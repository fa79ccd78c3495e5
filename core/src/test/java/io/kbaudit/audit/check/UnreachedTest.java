package io.kbaudit.audit.check;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.inventory.Extent;
import io.kbaudit.inventory.Inventory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Of a place that nobody could look at, every row is undecided, and nothing else is said. */
class UnreachedTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("a.msi", 1, "2011-03-10T10:04Z"), Given.row("b.msi", 2, "2011-03-10T10:04Z"));

  private static final Inventory UNREACHED =
      Inventory.unreachable("share", true, "permission denied");

  @Test
  void presenceIsUndecidedAndThereIsNoFileToCheck() {
    AuditResult result = Given.audit(ARTICLE, UNREACHED);

    assertThat(result.files())
        .hasSize(2)
        .allSatisfy(
            file -> {
              assertThat(file.result()).isEqualTo(FileResult.UNDECIDED);
              assertThat(file.observed()).isEmpty();
              assertThat(file.outcomes())
                  .allSatisfy((check, outcome) -> assertThat(outcome).isEqualTo(expected(check)));
            });
    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(result.unlisted()).isEmpty();
    assertThat(result.remarks()).isEmpty();
  }

  private static Outcome expected(Check check) {
    return check == Check.PRESENCE
        ? new Outcome.Undecided(
            "the location was not reached: permission denied", Cause.UNREACHABLE)
        : new Outcome.NotApplicable("there is no file to check");
  }

  @Test
  void aCheckThatIsLeftOutStaysSo() {
    AuditPolicy sizeAlone = AuditPolicy.asPrinted().withChecks(List.of(Check.SIZE));

    AuditResult result = Given.audit(ARTICLE, UNREACHED, sizeAlone);

    FileAudit file = result.files().get(0);
    assertThat(file.outcomes())
        .containsAllEntriesOf(
            Map.of(
                Check.PRESENCE, new Outcome.NotApplicable("the policy leaves this check out"),
                Check.SIZE, new Outcome.NotApplicable("there is no file to check")));
    assertThat(file.result()).isEqualTo(FileResult.UNDECIDED);
    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @Test
  void filesAreNotForbiddenThatNobodySaw() {
    AuditPolicy strict = AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL);

    assertThat(Given.audit(ARTICLE, UNREACHED, strict).verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @Test
  void underRandomNamesItIsTheSame() {
    AuditResult result = Given.auditOfRandomNames(ARTICLE, UNREACHED);

    assertThat(result.files())
        .extracting(file -> requireNonNull(file.outcomes().get(Check.PRESENCE)).causeIfAny())
        .containsOnly(Optional.of(Cause.UNREACHABLE));
  }

  @Test
  void asManyRowsAreExpectedAsOfAPlaceThatIsEmpty() {
    ExpectedFile other = Given.row("b.msi", 3, "2011-03-10T10:04Z");
    Article alternatives =
        Given.article(
            Given.row("a.msi", 1, "2011-03-10T10:04Z"),
            Given.row("b.msi", 2, "2011-03-10T10:04Z"),
            ExpectedFile.of(3, 13, other.name(), other.printed())
                .size(other.size())
                .modified(other.modified())
                .alternativeTo(OptionalInt.of(2))
                .build());

    assertThat(Given.audit(alternatives, UNREACHED).tally().expected())
        .isEqualTo(Given.audit(alternatives, Given.folder()).tally().expected())
        .isEqualTo(2);
  }

  @Test
  void whatIsRemarkedOnTheArticleIsSaidAllTheSame() {
    ArticleRemark cut = new ArticleRemark(ArticleRemark.Kind.ROW_UNREAD, 12, "Cut off.");

    AuditResult result = Given.audit(ARTICLE.withRemarks(List.of(cut)), UNREACHED);

    assertThat(result.remarks()).containsExactly(Remark.of(cut));
  }

  @Test
  void itSetsNoStandard() {
    AuditResult result = Given.audit(ARTICLE, UNREACHED);

    assertThatIllegalStateException().isThrownBy(() -> result.baseline("it"));
    assertThat(result.baselineOfPassing("it")).isEmpty();
  }

  @Test
  void nothingIsFoundInWhatCouldNotBeLookedAt() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Inventory(
                    "share",
                    false,
                    List.of(Given.file("a.msi", 1, "2011-03-10T10:04:00Z")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Extent.METADATA,
                    Optional.of("permission denied")))
        .withMessage("something was found in what could not be looked at");
  }

  @Test
  void oneThatCouldNotBeTakenIsNotEqualToAnEmptyOne() throws IOException {
    assertThat(UNREACHED)
        .isNotEqualTo(new Inventory("share", true, List.of(), List.of(), List.of(), List.of()));
    assertThat(Inventory.unreachable("share", true, new IOException("permission denied")))
        .isEqualTo(UNREACHED);
    assertThat(UNREACHED.withLabel("MPS01").unreachable()).hasValue("permission denied");
  }
}
