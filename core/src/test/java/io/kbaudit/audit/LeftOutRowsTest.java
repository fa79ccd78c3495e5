package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.RowSelection;
import io.kbaudit.article.Variant;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.file.FileName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many rows of an article no file was held to, and what left them out. */
class LeftOutRowsTest {
  private static final Variant WANTED =
      Variant.of("").inGroup("Server").onPlatform("x64").inLanguage("English");

  @Test
  void everyRowIsCountedOnceByTheFirstThatLeftItOut() {
    List<ExpectedFile> rows = new ArrayList<>();
    add(rows, 1, "Elsewhere.msi", WANTED.inGroup("Client").onPlatform("x86").inLanguage("German"));
    add(rows, 2, "Elsewhere.msi", WANTED.onPlatform("x86").inLanguage("German"));
    add(rows, 3, "Elsewhere.msi", WANTED.inLanguage("German"));
    add(rows, 4, "Elsewhere.msi", WANTED);
    add(rows, 6, "Here.msi", WANTED);
    Article article = Given.article(rows);
    AuditRequest request =
        AuditRequest.of(article, AuditPolicy.asPrinted())
            .withLocation(here())
            .withSelection(
                new RowSelection(
                    Optional.of("Server"), Optional.of("x64"), Optional.of("English")));

    assertThat(LeftOutRows.of(request, 1)).isEqualTo(new LeftOutRows(1, 2, 3, 4, 5));
  }

  @Test
  void alternativesWereAskedForAndTheOthersWereNot() {
    LeftOutRows rows = new LeftOutRows(1, 2, 4, 8, 16);

    assertThat(rows.onDemand()).isEqualTo(15);
    assertThat(rows.count()).isEqualTo(31);
    assertThat(rows.bySelection()).isEqualTo(new LeftOutRows(1, 2, 4, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0,0,0", "0,-1,0,0,0", "0,0,-1,0,0", "0,0,0,-1,0", "0,0,0,0,-1"})
  void noNumberOfRowsIsNegative(
      int group, int platform, int language, int location, int alternatives) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeftOutRows(group, platform, language, location, alternatives));
  }

  @Test
  void whereNoneIsLeftOutThereAreNone() {
    AuditRequest request =
        AuditRequest.of(Given.article(Given.row("a.msi", 1, "")), AuditPolicy.asPrinted());

    assertThat(LeftOutRows.of(request, 1)).isEqualTo(LeftOutRows.NONE);
    assertThat(LeftOutRows.NONE.count()).isZero();
  }

  private static void add(List<ExpectedFile> rows, int count, String name, Variant variant) {
    for (int i = 0; i < count; i++) {
      rows.add(Given.variant(Given.row(name, 100, ""), variant));
    }
  }

  private static Location here() {
    return Location.of(
            "here",
            "a server",
            Phase.POST_INSTALL,
            Acceptance.EXACT,
            Set.of(FileName.of("Here.msi")))
        .build();
  }
}
