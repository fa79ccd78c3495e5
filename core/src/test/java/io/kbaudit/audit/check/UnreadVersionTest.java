package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.FileName;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.ObservedFile;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of what was only listed, the list's word for a version counts, and says whose it is. */
class UnreadVersionTest {
  private static final String LISTED = "6.1.7601.17514";
  private static final Instant TIME = Instant.parse("2011-03-10T10:04:00Z");

  @Test
  void theListedVersionIsComparedAsTheFixedOne() {
    assertThat(version("a.dll", "6.1.7601.17514", AuditPolicy.asPrinted()))
        .isEqualTo(
            new Outcome.Passed("FileVersion 6.1.7601.17514, as the list of files states it"));
    assertThat(version("a.exe", "6.1.7601.17513", AuditPolicy.orLater()))
        .isEqualTo(
            new Outcome.Failed(
                LISTED,
                "FileVersion 6.1.7601.17513, as the list of files states it",
                Cause.OLDER_VERSION));
    assertThat(version("a.sys", "6.1.7601.17515", AuditPolicy.asPrinted()))
        .isEqualTo(
            new Outcome.Failed(
                LISTED,
                "FileVersion 6.1.7601.17515, as the list of files states it",
                Cause.NEWER_VERSION));
    assertThat(version("a.dll", "6.1.7601.17515", AuditPolicy.orLater()))
        .isEqualTo(
            new Outcome.Passed(
                Evidence.of("FileVersion 6.1.7601.17515, as the list of files states it"),
                Optional.of(Cause.NEWER_VERSION)));
  }

  @Test
  void withoutOneNothingIsDecided() {
    assertThat(version("a.dll", "", AuditPolicy.asPrinted()))
        .isEqualTo(new Outcome.Undecided("'a.dll' was listed, and not read", Cause.NOT_READ));
  }

  /** A package has no such version, and whoever lists one means something else. */
  @Test
  void aPackageHasNone() {
    assertThat(version("a.msi", "6.1.7601.17514", AuditPolicy.asPrinted()))
        .isEqualTo(new Outcome.Undecided("'a.msi' was listed, and not read", Cause.NOT_READ));
  }

  @Test
  void whatNeedsTheFileItselfIsLeftUndecided() {
    FileAudit file = audit(row("a.dll", true), "a.dll", LISTED, 5, AuditPolicy.asPrinted());

    assertThat(Given.worded(file, Check.FORMAT))
        .isEqualTo(new Outcome.Undecided("'a.dll' was listed, and not read", Cause.NOT_READ));
  }

  @Test
  void aHigherVersionOfAnotherSizeIsNotBelievedWithoutTheFile() {
    FileAudit file =
        audit(row("a.dll", false), "a.dll", "6.1.7601.17515", 6, AuditPolicy.orLater());

    assertThat(Given.worded(file, Check.SIZE))
        .isInstanceOfSatisfying(
            Outcome.Undecided.class,
            undecided ->
                assertThat(undecided.reason()).endsWith("a later version, or a damaged copy"));
  }

  private static Outcome version(String name, String stated, AuditPolicy policy) {
    return Given.worded(audit(row(name, true), name, stated, 5, policy), Check.VERSION);
  }

  private static FileAudit audit(
      ExpectedFile row, String name, String stated, long size, AuditPolicy policy) {
    ObservedFile.Readable file = ObservedFile.Readable.of(name, size, TIME);
    ObservedFile.Readable listed =
        FileVersion.find(stated).map(file::withListedVersion).orElse(file);
    return Given.audit(Given.article(row), Given.folder(listed), policy).files().get(0);
  }

  private static ExpectedFile row(String name, boolean dated) {
    Optional<ListedTime> time = dated ? Given.time("2011-03-10T10:04Z") : Optional.empty();
    PrintedRow printed =
        new PrintedRow(name, dated ? "2011-03-10" : "", dated ? "10:04" : "", "5", LISTED, "");
    return ExpectedFile.of(1, 1, ListedName.whole(FileName.of(name)), printed)
        .size(Optional.of(ListedSize.ofBytes(5)))
        .modified(time)
        .version(Optional.of(LISTED))
        .build();
  }
}
