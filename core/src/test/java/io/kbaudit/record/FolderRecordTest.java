package io.kbaudit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.article.ArticleGaps;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Verdict;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FolderRecordTest {
  private static final AuditPolicy POLICY = AuditPolicy.asPrinted();

  @Test
  void itIsNamedAsTheUserDidAndAsAnyMachineWould() {
    FolderRecord record = recordOf(POLICY, inventory(List.of()));

    assertThat(record.target())
        .isEqualTo(new FolderRecord.Target("/mnt/share", true, Optional.empty()));
    assertThat(record.path()).isEqualTo("share");
  }

  @Test
  void oneFileMakesOneFileRecordWithItsRow() {
    FolderRecord record = recordOf(POLICY, inventory(List.of()));

    assertThat(record.tally()).isEqualTo(new Tally(1, 0, 0));
    assertThat(record.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.listed().row()).isEqualTo(1);
              assertThat(file.listed().printedName()).isEqualTo("Alpha.msi");
              assertThat(file.listed().expected().modified()).isEqualTo(Given.time("2011-03-10"));
              assertThat(file.observed()).map(ObservedFile::path).hasValue("ALPHA.msi");
              assertThat(file.outcomes()).containsOnlyKeys(Check.values());
            });
  }

  @Test
  void whatWasNotListedLeavesItUndecided() {
    FolderRecord record =
        recordOf(POLICY, inventory(List.of(new Inventory.Gap("below", "access is denied"))));

    assertThat(record.gaps()).isEqualTo(new FolderRecord.Gaps(1, ArticleGaps.NONE));
    assertThat(record.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @Test
  void unlistedFilesFailItOnlyWhereTheyAreForbidden() {
    FolderRecord noted = recordOf(POLICY, inventory(List.of()));
    FolderRecord forbidden =
        recordOf(POLICY.withUnlistedFiles(UnlistedFiles.FAIL), inventory(List.of()));

    assertThat(noted.unlisted()).extracting(ObservedFile::path).containsExactly("readme.txt");
    assertThat(noted.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(forbidden.unlistedFail()).isTrue();
    assertThat(forbidden.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @Test
  void itSaysHowStrictTheQuestionWas() {
    AuditPolicy policy =
        POLICY
            .withSourceZone(ZoneId.of("Europe/Berlin"))
            .withChecks(EnumSet.of(Check.PRESENCE, Check.SIZE, Check.DATE));

    PolicyRecord record = recordOf(policy, inventory(List.of())).policy();

    assertThat(record.sourceZone()).hasValue("Europe/Berlin");
    assertThat(record.checks().made()).containsExactly(Check.PRESENCE, Check.SIZE, Check.DATE);
    assertThat(record.checks().skipped())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Check.PRESENCE, Check.SIZE, Check.DATE)));
  }

  @Test
  void ofNoFileThereIsNoRecord() {
    FolderRecord record = recordOf(POLICY, inventory(List.of()));

    assertThatThrownBy(
            () ->
                new FolderRecord(
                    record.target(),
                    record.policy(),
                    List.of(),
                    Tally.NONE,
                    record.unlisted(),
                    record.gaps(),
                    record.leftOut(),
                    record.remarks()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing was audited");
  }

  @Test
  void aFileRecordWithoutAnOutcomeForEveryCheckIsRefused() {
    FileRecord file = recordOf(POLICY, inventory(List.of())).files().iterator().next();
    var fewer = new EnumMap<>(file.outcomes());
    fewer.remove(Check.SIZE);

    assertThatThrownBy(
            () ->
                new FileRecord(
                    file.listed(), file.component(), file.observed(), fewer, file.assurance()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("every check has an outcome");
  }

  @Test
  void setsOfChecksAreInTheChecksOrderAndTheirOwn() {
    Set<Check> asked = new LinkedHashSet<>(List.of(Check.SIZE, Check.PRESENCE));

    PolicyRecord.Checks checks = new PolicyRecord.Checks(asked, Set.of());
    asked.add(Check.DATE);

    assertThat(checks.made()).containsExactly(Check.PRESENCE, Check.SIZE);
  }

  private static FolderRecord recordOf(AuditPolicy policy, Inventory folder) {
    return AuditRecord.of(
            Given.audit(Given.article(Given.row("Alpha.msi", 5, "2011-03-10")), folder, policy))
        .places()
        .get(0);
  }

  private static Inventory inventory(List<Inventory.Gap> gaps) {
    return new Inventory(
        "/mnt/share",
        true,
        List.of(
            Given.file("ALPHA.msi", 5, "2011-03-10T10:04:00Z"),
            Given.file("readme.txt", 12, "2011-03-10T10:04:00Z")),
        gaps,
        List.of(),
        List.of());
  }
}
