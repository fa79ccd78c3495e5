package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.inventory.Inventory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name that ends in a dot or a blank is the listed one to Windows, which does not open it. */
class EndsDroppedTest {
  private static final Article ARTICLE =
      Given.article(
          Given.row("a.msi", 100, "2011-03-10T10:04Z"),
          Given.row("b.msi", 200, "2011-03-10T10:05Z"));

  @Test
  void filesThatWereTakenForTheListedNameAreNamed() {
    assertThat(said("a.msi ", "b.msi"))
        .containsExactly(
            "'a.msi ' was taken for the listed name, as Windows drops the dots and blanks at the"
                + " end of one; it opens no file that is stored with them.");
    assertThat(said("a.msi ", "b.msi."))
        .containsExactly(
            "'a.msi ' and 'b.msi.' were taken for the listed name, as Windows drops the dots and"
                + " blanks at the end of one; it opens no file that is stored with them.");
  }

  @Test
  void ofOtherNamesNothingIsSaid() {
    assertThat(said("a.msi", "b.msi")).isEmpty();
  }

  private static List<String> said(String first, String second) {
    Inventory folder =
        Given.folder(
            Given.file(first, 100, "2011-03-10T10:04:30Z"),
            Given.file(second, 200, "2011-03-10T10:05:30Z"));
    AuditResult result = Given.audit(ARTICLE, folder);
    return result.remarks().stream()
        .filter(remark -> remark.id().equals("ENDS_DROPPED"))
        .map(Remark::text)
        .toList();
  }
}
