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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemarksTest {
  private static final String TIME = "2011-03-10T10:04:00Z";

  @Test
  void versionsThatAreNotReadAreSaidOnce() {
    Article article =
        articleAsNumbered(
            row(1, "a.dll", "5.0.2195.1"), row(2, "b.txt", ""), row(3, "c.exe", "5.0.2195.2"));
    Inventory inventory =
        folder(file("a.dll", 1, TIME), file("b.txt", 1, TIME), file("c.exe", 1, TIME));

    AuditResult result = Given.audit(article, inventory);

    assertThat(result.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(texts(result, Remark.Kind.NOT_CHECKED))
        .containsExactly(
            "VERSION was not checked for rows 1 and 3: the article lists versions there, but only"
                + " that of an .msi package is read from the file, so that they were not"
                + " compared.");
  }

  @Test
  void versionsThatNobodyAskedForAreNotSaid() {
    Set<Check> others = EnumSet.complementOf(EnumSet.of(Check.VERSION));

    AuditResult result =
        Given.audit(
            articleAsNumbered(row(1, "a.dll", "5.0.2195.1")),
            folder(file("a.dll", 1, TIME)),
            AuditPolicy.asPrinted().withChecks(others));

    assertThat(texts(result, Remark.Kind.NOT_CHECKED)).isEmpty();
  }

  @Test
  void versionsOfFilesThatAreMissingAreNotSaid() {
    AuditResult result = Given.audit(articleAsNumbered(row(1, "a.dll", "5.0.2195.1")), folder());

    assertThat(texts(result, Remark.Kind.NOT_CHECKED)).isEmpty();
  }

  private static List<String> texts(AuditResult result, Remark.Kind kind) {
    return result.remarks().stream()
        .filter(remark -> remark.id().equals(kind.name()))
        .map(Remark::text)
        .toList();
  }

  /** A row of one byte; of no version, if that is empty. */
  private static ExpectedFile row(int number, String name, String version) {
    return ExpectedFile.of(
            number,
            number,
            ListedName.whole(FileName.of(name)),
            new PrintedRow(name, "", "", "1", version, ""))
        .size(Optional.of(ListedSize.ofBytes(1)))
        .modified(Given.time("2011-03-10T10:04Z"))
        .version(Optional.of(version).filter(text -> !text.isEmpty()))
        .build();
  }
}
