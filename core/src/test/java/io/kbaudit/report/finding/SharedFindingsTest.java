package io.kbaudit.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.report.finding.SharedFindings.Group;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFindingsTest {
  private static final String TEN = "2011-03-10T10:04Z";
  private static final String AT_TEN = "2011-03-10T10:04:12Z";
  private static final String AT_ELEVEN = "2011-03-10T11:04:12Z";

  private static FolderRecord fourRows(ObservedFile... files) throws IOException {
    return AuditRecord.of(
            Given.audit(
                Given.article(
                    Given.row("a.txt", 1, TEN),
                    Given.row("b.txt", 2, TEN),
                    Given.row("c.txt", 3, TEN),
                    Given.row("d.txt", 4, TEN)),
                Given.folder(files)))
        .places()
        .get(0);
  }

  @Test
  void filesThatAreMissingAreToldOnceWithoutTheirNames() throws Exception {
    FolderRecord place = fourRows(Given.file("a.txt", 1, AT_TEN));

    List<Group> groups = SharedFindings.at(place, FileResult.FAIL).groups();

    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).ids()).isEqualTo("PRESENCE MISSING");
    assertThat(groups.get(0).causes()).containsExactly(Cause.MISSING);
    assertThat(groups.get(0).count()).isEqualTo(3);
    assertThat(groups.get(0).alike()).contains(new Fact("listed", "a file named '...'"));
    assertThat(groups.get(0).files())
        .extracting(file -> file.listed().printedName())
        .containsExactly("b.txt", "c.txt", "d.txt");
  }

  @Test
  void whatMostFilesShareIsToldOnceThoughTheirValuesDiffer() throws Exception {
    FolderRecord place =
        fourRows(
            Given.file("a.txt", 1, AT_ELEVEN),
            Given.file("b.txt", 2, "2011-03-10T11:04:59Z"),
            Given.file("c.txt", 3, AT_ELEVEN),
            Given.file("d.txt", 4, AT_TEN));

    SharedFindings shared = SharedFindings.at(place, FileResult.FAIL);

    assertThat(shared.groups()).hasSize(1);
    assertThat(shared.groups().get(0).ids()).isEqualTo("DATE WHOLE_ZONE_OFFSET");
    assertThat(shared.groups().get(0).alike()).isEmpty();
    place
        .files()
        .forEach(
            file -> assertThat(shared.isTold(file)).isEqualTo(file.result() == FileResult.FAIL));
  }

  @Test
  void twoFilesAreToldOneAfterTheOther() throws Exception {
    FolderRecord place = fourRows(Given.file("a.txt", 1, AT_TEN), Given.file("b.txt", 2, AT_TEN));

    SharedFindings shared = SharedFindings.at(place, FileResult.FAIL);

    assertThat(shared.groups()).isEmpty();
    place.files().forEach(file -> assertThat(shared.isTold(file)).isFalse());
  }

  @Test
  void anEmptyFolderIsWhyAllIsMissing() throws Exception {
    FolderRecord place = fourRows();

    assertThat(SharedFindings.remarkOn(Cause.MISSING, place))
        .hasValueSatisfying(remark -> assertThat(remark.id()).isEqualTo("EMPTY_FOLDER"));
    assertThat(SharedFindings.remarkOn(Cause.OLDER, place)).isEmpty();
  }
}
