package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.audit.match.VersionComparison;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.ProductVersion;
import java.util.Optional;

/**
 * Judges the version of a file by the one that its row prints: of a package its property
 * ProductVersion, see {@link ProductVersion}; of a program, library or driver see {@link
 * ProgramVersion}.
 */
final class VersionRule implements Rule {
  private final RowComparison comparison;
  private final ProgramVersion programVersion;

  VersionRule(RowComparison comparison, LaterVersion laterVersion) {
    this.comparison = comparison;
    this.programVersion = new ProgramVersion(laterVersion);
  }

  @Override
  public Check check() {
    return Check.VERSION;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    ObservedFile.Readable file = found.file();
    if (row.version().isEmpty()) {
      return Unchecked.notPrinted("version", row.printed().version());
    }
    String listed = row.version().get();
    if (PrintedRow.saysNothing(listed)) {
      return Unchecked.notPrinted("version", listed);
    }
    if (file.executable().isPresent() || VersionComparison.ofUnread(file).isPresent()) {
      return programVersion.judge(row, file, policy);
    }
    Optional<ProductVersion> wanted = ProductVersion.find(listed);
    if (wanted.isEmpty()) {
      return Unchecked.notPrinted("version", listed);
    }
    Optional<Outcome> unread = Unchecked.notRead(file, "version");
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<String> stated =
        file.inspection()
            .flatMap(inspection -> inspection.property("ProductVersion"))
            .filter(version -> ProductVersion.find(version).isPresent());
    return stated.isPresent()
        ? compare(row, file, wanted.get(), stated.get(), policy)
        : Unchecked.notStated(file, "version");
  }

  private Outcome compare(
      ExpectedFile row,
      ObservedFile.Readable file,
      ProductVersion wanted,
      String stated,
      AuditPolicy policy) {
    String listed = row.version().orElseThrow();
    int order = ProductVersion.find(stated).orElseThrow().compareWith(wanted);
    Evidence expected = Evidence.of(listed, new Value.Version(listed));
    Evidence observed = Evidence.of("ProductVersion " + stated, new Value.Version(stated));
    if (order == 0) {
      return new Outcome.Passed(observed);
    }
    if (!wanted.isAllowed()) {
      return new Outcome.Undecided(
          "the article prints "
              + listed
              + ", the version of a file: no package has one above 255.255.65535, and this states "
              + stated,
          Cause.CELL_UNREADABLE);
    }
    if (order > 0) {
      return policy.acceptance().laterWillDo()
          ? new Outcome.Passed(observed, Optional.of(Cause.NEWER_VERSION))
          : new Outcome.Failed(expected, observed, Cause.NEWER_VERSION);
    }
    boolean judgedByDate =
        policy.checks().contains(Check.DATE) && comparison.times().isEarlier(row, file);
    return judgedByDate
        ? new Outcome.NotApplicable("it is of an earlier date, and is judged as such")
        : new Outcome.Failed(expected, observed, Cause.OLDER_VERSION);
  }
}
