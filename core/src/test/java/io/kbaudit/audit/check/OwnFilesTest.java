package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.ObservedFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the scripts of a plan left is named, and not counted as unlisted. */
class OwnFilesTest {
  private static final String TIME = "2011-03-10T10:04:30Z";

  private static final Article ARTICLE =
      Given.article(Given.row("a.msi", 100, "2011-03-10T10:04Z"));

  @Test
  void oneIsNamedAndTheOthersAreUnlisted() {
    ObservedFile other = Given.file("readme.txt", 1, TIME);
    AuditResult result =
        Given.audit(
            ARTICLE,
            Given.folder(Given.file("a.msi", 100, TIME), backUp("a.msi.before-KB1234567"), other));

    assertThat(result.unlisted()).containsExactly(other);
    assertThat(result.remarks())
        .contains(
            new Remark(
                "OWN_FILES",
                "This back-up, or unfinished copy of kbaudit's is not counted as unlisted:"
                    + " 'a.msi.before-KB1234567'."));
  }

  @Test
  void whereThereIsNoneNothingIsSaid() {
    ObservedFile other = Given.file("a.msi.before", 1, TIME);
    AuditResult result = Given.audit(ARTICLE, Given.folder(Given.file("a.msi", 100, TIME), other));

    assertThat(result.unlisted()).containsExactly(other);
    assertThat(result.remarks()).extracting(Remark::id).doesNotContain("OWN_FILES");
  }

  @Test
  void fiveAreNamedAndMoreAreCounted() {
    assertThat(said(5))
        .isEqualTo(
            "These back-ups, or unfinished copies of kbaudit's are not counted as unlisted:"
                + " '0.kbaudit-part', '1.kbaudit-part', '2.kbaudit-part', '3.kbaudit-part' and"
                + " '4.kbaudit-part'.");
    assertThat(said(7))
        .endsWith(
            ": '0.kbaudit-part', '1.kbaudit-part', '2.kbaudit-part', '3.kbaudit-part',"
                + " '4.kbaudit-part' and 2 more.");
  }

  private static String said(int files) {
    List<ObservedFile> own =
        IntStream.range(0, files).mapToObj(i -> backUp(i + ".kbaudit-part")).toList();
    return OwnFiles.remarkOn(own).orElseThrow().text();
  }

  private static ObservedFile backUp(String name) {
    return Given.unreadFile(name, 1, TIME);
  }
}
