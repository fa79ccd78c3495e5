package io.kbaudit.audit.check;

import static io.kbaudit.audit.Given.articleAsNumbered;
import static io.kbaudit.audit.Given.file;
import static io.kbaudit.audit.Given.folder;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three files, each listed for GDR and for QFE; the third is the same for both. */
class MixedBranchesTest {
  private static final String TIME = "2011-03-11T14:10:00Z";
  private static final Article ARTICLE =
      articleAsNumbered(
          row(1, "a.dll", 10, "SP3GDR"),
          row(2, "b.dll", 20, "SP3GDR"),
          row(3, "c.dll", 30, "SP3GDR"),
          row(4, "a.dll", 11, "SP3QFE").insteadOf(1),
          row(5, "b.dll", 21, "SP3QFE").insteadOf(2),
          row(6, "c.dll", 30, "SP3QFE").insteadOf(3));

  @Test
  void filesOfTwoBranchesAreSaidAndFailNothing() {
    AuditResult result = audit(folderOf(10, 21, 30));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(texts(result))
        .containsExactly(
            "Service branches are mixed here: one file is as listed for GDR alone (row 1) and one"
                + " file is as listed for QFE alone (row 5). An update that is installed whole has"
                + " the files of one branch.");
  }

  @Test
  void filesOfOneBranchAreNotMixedWithThoseOfBoth() {
    assertThat(texts(audit(folderOf(10, 20, 30)))).isEmpty();
    assertThat(texts(audit(folderOf(11, 21, 30)))).isEmpty();
  }

  @Test
  void aFileOfNeitherBranchTellsOfNone() {
    assertThat(texts(audit(folderOf(10, 22, 30)))).isEmpty();
  }

  @Test
  void productsMayBeOfABranchEach() {
    Article article =
        articleAsNumbered(
            row(1, "a.dll", 10, "SP3GDR"),
            of("Windows Server 2003", row(2, "b.dll", 20, "SP2GDR")),
            row(3, "a.dll", 11, "SP3QFE").insteadOf(1),
            of("Windows Server 2003", row(4, "b.dll", 21, "SP2QFE")).insteadOf(2));

    AuditResult result =
        Given.audit(article, folder(file("a.dll", 10, TIME), file("b.dll", 21, TIME)));

    assertThat(texts(result)).isEmpty();
  }

  private static ExpectedFile of(String product, ExpectedFile row) {
    Variant variant = row.variant();
    return Given.variant(
        row,
        new Variant(
            product,
            variant.group(),
            variant.platform(),
            variant.language(),
            variant.servicePack(),
            variant.branch()));
  }

  private static AuditResult audit(Inventory inventory) {
    return Given.audit(ARTICLE, inventory);
  }

  private static Inventory folderOf(long a, long b, long c) {
    return folder(file("a.dll", a, TIME), file("b.dll", b, TIME), file("c.dll", c, TIME));
  }

  private static List<String> texts(AuditResult result) {
    return result.remarks().stream()
        .filter(remark -> remark.id().equals("MIXED_BRANCHES"))
        .map(Remark::text)
        .toList();
  }

  private static ExpectedFile row(int number, String name, long size, String branch) {
    return ExpectedFile.of(
            number,
            number,
            ListedName.whole(FileName.of(name)),
            new PrintedRow(name, "", "", "", "", ""))
        .variant(
            new Variant(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(branch)))
        .size(Optional.of(ListedSize.ofBytes(size)))
        .modified(Given.time("2011-03-11T14:10Z"))
        .build();
  }
}
