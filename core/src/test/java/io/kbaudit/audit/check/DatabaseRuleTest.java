package io.kbaudit.audit.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Findings;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.database.DatabaseObjects;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileReader;
import io.kbaudit.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package adds to a database is there, of its type and on its table; or it is said. */
class DatabaseRuleTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("Database.msi", Packages.SIZE, "2011-03-10T10:04Z"),
          Given.row("Client.msi", Packages.SIZE, "2011-03-10T10:04Z"));
  private static final String HEADING = "database_name,schema_name,name,type,table_name\n";
  private static final String TABLE = "RM,dbo,Candidates,U,NULL\n";
  private static final String INDEX = "RM,dbo,ix_target,INDEX,Candidates\n";
  private static final String PROCEDURE = "RM,dbo,Allocate,P,NULL\n";
  private static final String SCALAR = "RM,dbo,fn_min,FN,NULL\n";
  private static final String ALL = HEADING + TABLE + INDEX + PROCEDURE + SCALAR;

  private final Path folder;

  DatabaseRuleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void allThatIsAddedIsThere() throws IOException {
    assertThat(judge(ALL))
        .isEqualTo(
            new Outcome.Passed(
                "objects.csv, of the database 'RM': index 'ix_target' on 'Candidates', stored"
                    + " procedure 'Allocate' and scalar function 'fn_min'"));
  }

  @Test
  void anObjectThatIsNotThereIsMissing() throws IOException {
    assertThat(Given.worded(judge(HEADING + TABLE + INDEX + PROCEDURE)))
        .isEqualTo(
            new Outcome.Failed(
                "index 'ix_target' on 'Candidates', stored procedure 'Allocate' and scalar function"
                    + " 'fn_min'",
                "objects.csv, of the database 'RM': no scalar function 'fn_min'; there: index"
                    + " 'ix_target' on 'Candidates' and stored procedure 'Allocate'",
                Cause.OBJECT_MISSING));
  }

  @Test
  void anObjectOfTheNameAndOfAnotherTypeIsSaid() throws IOException {
    Outcome.Failed failed =
        (Outcome.Failed) judge(HEADING + TABLE + INDEX + PROCEDURE + "RM,dbo,fn_min,IF,NULL\n");

    assertThat(failed.cause()).isEqualTo(Cause.OBJECT_OF_OTHER_TYPE);
    assertThat(failed.observed().text())
        .contains("'fn_min' is a table-valued function, not a scalar function (line 5)");
  }

  @Test
  void aTableOfTheNameOfAnIndexIsNone() throws IOException {
    Outcome.Failed failed =
        (Outcome.Failed)
            judge(
                HEADING
                    + "RM,dbo,ix_target,D,Candidates\nRM,dbo,ix_other,INDEX,Candidates\n"
                    + PROCEDURE
                    + SCALAR);

    assertThat(failed.cause()).isEqualTo(Cause.OBJECT_OF_OTHER_TYPE);
    assertThat(failed.observed().text())
        .contains("'ix_target' is an object of another kind (D), not an index (line 2)");
  }

  @Test
  void anIndexOnAnotherTableIsSaid() throws IOException {
    String elsewhere = "RM,dbo,ix_target,INDEX,Archive\n";
    Outcome.Failed failed =
        (Outcome.Failed) judge(HEADING + TABLE + elsewhere + PROCEDURE + SCALAR);

    assertThat(failed.cause()).isEqualTo(Cause.OBJECT_ON_OTHER_TABLE);
    assertThat(failed.observed().text())
        .contains("the index 'ix_target' is on 'Archive', not on 'Candidates' (line 3)");
    assertThat(judge(ALL + elsewhere)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void anIndexWithoutItsTableStaysOpen() throws IOException {
    assertThat(judge(HEADING + TABLE + "RM,dbo,ix_target,INDEX,NULL\n" + PROCEDURE + SCALAR))
        .isEqualTo(
            new Outcome.Undecided(
                "objects.csv, of the database 'RM': the result does not say on which table the"
                    + " index 'ix_target' is (line 3); there: stored procedure 'Allocate' and scalar"
                    + " function 'fn_min'",
                Cause.NOT_QUERIED));
  }

  @Test
  void whatWasNotAskedForStaysOpen() throws IOException {
    assertThat(judge(HEADING + TABLE + PROCEDURE + SCALAR))
        .isInstanceOfSatisfying(
            Outcome.Undecided.class, open -> assertThat(open.cause()).isEqualTo(Cause.NOT_QUERIED));
    assertThat(judge(HEADING + INDEX))
        .isInstanceOfSatisfying(
            Outcome.Undecided.class, open -> assertThat(open.cause()).isEqualTo(Cause.NOT_QUERIED));
    assertThat(judge(HEADING + PROCEDURE))
        .isInstanceOfSatisfying(
            Outcome.Undecided.class, open -> assertThat(open.cause()).isEqualTo(Cause.NOT_QUERIED));
  }

  @Test
  void whatIsMissingFailsThoughSomethingElseWasNotAskedFor() throws IOException {
    assertThat(judge(HEADING + TABLE + PROCEDURE))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.cause()).isEqualTo(Cause.OBJECT_MISSING));
  }

  @Test
  void aSchemaThatTheProfileNamesIsTheOneThatCounts() throws IOException {
    String ofDbo = PROFILE.replace(": Allocate", ": dbo.Allocate");

    assertThat(judge(ALL, ofDbo)).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(ALL.replace("dbo,Allocate", "old,Allocate"), ofDbo))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.cause()).isEqualTo(Cause.OBJECT_MISSING));
    assertThat(judge(ALL.replace("dbo,Allocate", "old,Allocate")))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void anIndexIsOnTheTableOfItsOwnSchema() throws IOException {
    String ofDbo = PROFILE.replace(": Candidates", ": dbo.Candidates");

    assertThat(judge(ALL, ofDbo)).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(ALL.replace("dbo,ix_target", "old,ix_target"), ofDbo))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.cause()).isEqualTo(Cause.OBJECT_ON_OTHER_TABLE));
  }

  @Test
  void theDatabaseIsAskedAboutThoughThePackageIsNotThere() throws IOException {
    AuditResult result = audit("server", PROFILE, HEADING + TABLE + INDEX + PROCEDURE, List.of());

    assertThat(Findings.of(result))
        .containsExactly(
            "Database.msi PRESENCE MISSING",
            "Database.msi DATABASE OBJECT_MISSING",
            "Client.msi PRESENCE MISSING");
  }

  @Test
  void nothingElseIsToldOfAPackageThatIsNotThere() throws IOException {
    Map<Check, Outcome> outcomes =
        audit("server", PROFILE, ALL, List.of()).files().get(0).outcomes();

    assertThat(Check.values())
        .filteredOn(check -> check != Check.PRESENCE)
        .filteredOn(check -> !(outcomes.get(check) instanceof Outcome.NotApplicable))
        .containsExactly(Check.DATABASE)
        .noneMatch(Check::isOfFile);
    assertThat(Check.values()).filteredOn(check -> !check.isOfFile()).hasSize(1);
  }

  @Test
  void whereNothingIsToBeSaidItDoesNotApply() throws IOException {
    assertThat(outcomes("server", ALL))
        .containsEntry(
            2, new Outcome.NotApplicable("no profile says that it adds anything to a database"));
    assertThat(outcomes("share", ALL))
        .containsEntry(1, new Outcome.NotApplicable("its database is asked about at server"));
    assertThat(outcomes("server", ""))
        .containsEntry(
            1, new Outcome.NotApplicable("no result of a query of the database was given"));
  }

  private static final String PROFILE =
      """
      article: KB1234567
      database:
        Database.msi:
          - index: ix_target
            table: Candidates
          - procedure: Allocate
          - scalar-function: fn_min
      locations:
        - name: server
          where: the server of the database
          phase: post-install
          accept: or-later
          database: true
          files: all
        - name: share
          where: the share
          phase: post-install
          accept: or-later
          files: all
      """;

  private Outcome judge(String result) throws IOException {
    return judge(result, PROFILE);
  }

  private Outcome judge(String result, String profile) throws IOException {
    AuditResult audit = audit("server", profile, result, both());
    assertThat(Findings.of(audit))
        .allMatch(finding -> finding.startsWith("Database.msi DATABASE "));
    return requireNonNull(audit.files().get(0).outcomes().get(Check.DATABASE));
  }

  private Map<Integer, Outcome> outcomes(String place, String result) throws IOException {
    AuditResult audit = audit(place, PROFILE, result, both());
    assertThat(Findings.of(audit)).isEmpty();
    return Map.of(
        1, requireNonNull(audit.files().get(0).outcomes().get(Check.DATABASE)),
        2, requireNonNull(audit.files().get(1).outcomes().get(Check.DATABASE)));
  }

  private static List<String> both() {
    return List.of("Database.msi", "Client.msi");
  }

  private AuditResult audit(String place, String text, String result, List<String> files)
      throws IOException {
    Profile profile =
        ProfileReader.read(Files.writeString(folder.resolve("p.yaml"), text, UTF_8), ARTICLE);
    FurtherEvidence evidence =
        result.isEmpty()
            ? FurtherEvidence.NONE
            : FurtherEvidence.NONE.with(
                DatabaseObjects.read(
                    Files.writeString(folder.resolve("objects.csv"), result, UTF_8)));
    AuditRequest request =
        AuditRequest.of(ARTICLE, AuditPolicy.asPrinted())
            .withProfile(profile)
            .withLocation(
                profile.locations().stream()
                    .filter(each -> each.name().equals(place))
                    .findFirst()
                    .orElseThrow())
            .withEvidence(evidence);
    Inventory inventory =
        Given.folder(
            files.stream()
                .map(
                    file ->
                        Packages.Stated.of(file, file.charAt(0), file.charAt(0), "1.0").at(file))
                .toList());
    return Auditor.audit(request, inventory);
  }
}
