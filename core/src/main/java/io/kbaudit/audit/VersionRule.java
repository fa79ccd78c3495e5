package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiKind;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Judges the version of a package by the one that its row prints: its property ProductVersion,
 * field by field ("ProductVersion property", Windows Installer). The version of a program or
 * library is in its resources, which are not read.
 */
final class VersionRule implements Rule {
  private static final Pattern FIELDS = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,10}){0,7}");

  private final TimeComparison times;

  VersionRule(TimeComparison times) {
    this.times = times;
  }

  @Override
  public Check check() {
    return Check.VERSION;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    ObservedFile.Readable file = found.file();
    if (row.version().isEmpty()) {
      return NoValue.outcome("version", row.printed().version());
    }
    Optional<MsiKind> kind = MsiKind.ofExtension(file.name().extension());
    if (kind.isEmpty()) {
      return new Outcome.NotApplicable(
          "the version in a file of this kind is not read ("
              + Wording.quoted(file.name().spelling())
              + ")");
    }
    if (kind.get() != MsiKind.PACKAGE) {
      return new Outcome.NotApplicable("only a package states a version of its own");
    }
    String listed = row.version().get();
    if (!FIELDS.matcher(listed).matches()) {
      return NoValue.outcome("version", listed);
    }
    Optional<Outcome> unread = PackageContents.unreadOutcome(file);
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<String> stated =
        file.inspection()
            .flatMap(inspection -> inspection.property("ProductVersion"))
            .filter(version -> FIELDS.matcher(version).matches());
    return stated.isPresent()
        ? compare(row, file, stated.get(), policy)
        : PackageContents.notStated(file, "version");
  }

  private Outcome compare(
      ExpectedFile row, ObservedFile.Readable file, String stated, AuditPolicy policy) {
    String listed = row.version().orElseThrow();
    int order = compare(stated, listed);
    String observed = "ProductVersion " + stated;
    if (order == 0) {
      return new Outcome.Passed(observed);
    }
    if (order > 0) {
      return policy.acceptance() == Acceptance.OR_LATER
          ? new Outcome.Passed(observed, Optional.of(Cause.NEWER_VERSION))
          : new Outcome.Failed(listed, observed, Cause.NEWER_VERSION);
    }
    boolean judgedByDate =
        policy.checks().contains(Check.DATE)
            && row.modified()
                .filter(time -> !times.agrees(time, file.modified()))
                .filter(time -> !times.isLater(time, file.modified()))
                .isPresent();
    return judgedByDate
        ? new Outcome.NotApplicable("it is of an earlier date, and is judged as such")
        : new Outcome.Failed(listed, observed, Cause.OLDER_VERSION);
  }

  /** Compares number by number; what one does not print is 0 there. */
  private static int compare(String stated, String listed) {
    String[] fields = stated.split("\\.", -1);
    String[] others = listed.split("\\.", -1);
    for (int i = 0; i < Math.max(fields.length, others.length); i++) {
      int order = field(fields, i).compareTo(field(others, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger field(String[] fields, int index) {
    return index < fields.length ? new BigInteger(fields[index]) : BigInteger.ZERO;
  }
}
