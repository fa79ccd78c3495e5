package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of which files that pass nothing is known but what a careless copy also has. */
class MetadataOnlyTest {
  private static final Outcome PASSED = new Outcome.Passed("as listed");

  private static final Outcome LATER =
      new Outcome.Passed(Evidence.of("later"), Optional.of(Cause.SUPERSEDED));

  private static final Outcome FAILED = new Outcome.Failed("this", "that", Cause.LARGER);

  private static final Set<Check> ALL = EnumSet.allOf(Check.class);

  @Test
  void filesThatFailAreNotSaidToHaveMetadataAlone() {
    assertThat(MetadataOnly.remarkOn(ALL, List.of(file(1, "a.msi", FAILED)))).isEmpty();
    assertThat(said(ALL, file(1, "a.msi", FAILED), file(2, "b.msi", PASSED)))
        .startsWith("Metadata alone speaks for row 2: ");
  }

  @Test
  void theChecksThatWereDoneAreNamedWhereIdentityWasNone() {
    assertThat(said(EnumSet.of(Check.SIZE), file(1, "a.msi", PASSED)))
        .isEqualTo("Only SIZE was checked, and not what the packages say that they are.");
    assertThat(said(EnumSet.of(Check.SIZE, Check.NAME), file(1, "a.msi", PASSED)))
        .isEqualTo("Only NAME and SIZE were checked, and not what the packages say that they are.");
  }

  @Test
  void laterVersionsThatTheirNamesAloneVouchForAreNamed() {
    assertThat(said(ALL, file(1, "a.msi", LATER), file(2, "b.msi", PASSED)))
        .endsWith(
            " That row 1 has a later version follows from nothing but the name of the file; an"
                + " inspection shows what it is.");
    assertThat(said(ALL, file(1, "a.msi", LATER), file(2, "b.msi", LATER)))
        .endsWith(
            " That rows 1 and 2 have later versions follows from nothing but the name of the file;"
                + " an inspection shows what it is.");
    assertThat(said(ALL, file(1, "a.msi", PASSED)))
        .isEqualTo(
            "Metadata alone speaks for these files: what the files say of themselves names no"
                + " row.");
  }

  @Test
  void filesOfOneSizeAndDateCouldBeSwapped() {
    assertThat(said(ALL, alike(1, "a.msi"), alike(2, "b.msi")))
        .endsWith(
            " 'a.msi' and 'b.msi' (rows 1 and 2) are listed with the same size and date, and could"
                + " be swapped unseen.");
  }

  @Test
  void filesWhoseCutNamesBeginAlikeCouldBeSwapped() {
    assertThat(said(ALL, cut(1, "alphaws.msi"), cut(2, "alphans.msi")))
        .endsWith(
            " 'alpha' (rows 1 and 2) have names that begin alike and are cut, and could be swapped"
                + " unseen.");
  }

  private static String said(Set<Check> checks, FileAudit... files) {
    Remark remark = MetadataOnly.remarkOn(checks, List.of(files)).orElseThrow();
    return remark.text();
  }

  private static FileAudit file(int row, String name, Outcome size) {
    return audit(row, Given.row(name, 100 + row, "2011-03-10T10:04Z"), name, size);
  }

  private static FileAudit alike(int row, String name) {
    return audit(row, Given.row(name, 100, "2011-03-10T10:04Z"), name, PASSED);
  }

  private static FileAudit cut(int row, String name) {
    return audit(row, Given.cutRow("alpha", 100 + row, "2011-03-10T10:04Z"), name, PASSED);
  }

  private static FileAudit audit(int number, ExpectedFile row, String name, Outcome size) {
    ObservedFile file = Given.unreadFile(name, 100, "2011-03-10T10:04:30Z");
    Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      outcomes.put(check, new Outcome.NotApplicable("left out"));
    }
    outcomes.put(Check.SIZE, size);
    ExpectedFile numbered =
        ExpectedFile.of(number, number, row.name(), row.printed())
            .size(row.size())
            .modified(row.modified())
            .build();
    return new FileAudit(numbered, Optional.empty(), Optional.of(file), outcomes);
  }
}
