package io.kbaudit.audit.check;

import static io.kbaudit.audit.Given.articleAsNumbered;
import static io.kbaudit.audit.Given.file;
import static io.kbaudit.audit.Given.folder;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Verdict;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemarksTest {
  private static final String TIME = "2011-03-10T10:04:00Z";

  @Test
  void aSizeThatIsNotPrintedIsSaidOnce() {
    Article article = articleAsNumbered(row(1, "a.txt"), row(2, "b.txt"));
    Inventory inventory = folder(file("a.txt", 1, TIME), file("b.txt", 1, TIME));

    AuditResult result = Given.audit(article, inventory);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(texts(result, Remark.Kind.NOT_CHECKED))
        .containsExactly("SIZE was not checked for any file: the article prints none.");
  }

  @Test
  void aSizeThatNobodyAskedForIsNotSaid() {
    Set<Check> others = EnumSet.complementOf(EnumSet.of(Check.SIZE));

    AuditResult result =
        Given.audit(
            articleAsNumbered(row(1, "a.txt")),
            folder(file("a.txt", 1, TIME)),
            AuditPolicy.asPrinted().withChecks(others));

    assertThat(texts(result, Remark.Kind.NOT_CHECKED)).isEmpty();
  }

  @Test
  void aSizeOfAFileThatIsMissingIsNotSaid() {
    AuditResult result = Given.audit(articleAsNumbered(row(1, "a.txt")), folder());

    assertThat(texts(result, Remark.Kind.NOT_CHECKED)).isEmpty();
  }

  private static List<String> texts(AuditResult result, Remark.Kind kind) {
    return result.remarks().stream()
        .filter(remark -> remark.id().equals(kind.name()))
        .map(Remark::text)
        .toList();
  }

  /** A row without a size. */
  private static ExpectedFile row(int number, String name) {
    return ExpectedFile.of(
            number,
            number,
            ListedName.whole(FileName.of(name)),
            new PrintedRow(name, "", "", "", "", ""))
        .modified(Given.time("2011-03-10T10:04Z"))
        .build();
  }
}
