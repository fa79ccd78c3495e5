package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Given;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.FileName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By which words of a name the rows are found that it may name. */
class RowNamesTest {
  @Test
  void aRowIsFoundByAPluralOfItsName() {
    assertThat(candidates("DNS Clients", "Client.msi")).containsExactly(1);
  }

  @Test
  void aRowIsFoundByItsNameWithoutTheWordsAroundIt() {
    assertThat(candidates("Alpha", "MicrosoftAlpha.msi", "MicrosoftBeta.msi")).containsExactly(1);
    assertThat(candidates("Alpha Agent", "MicrosoftAlpha.msi")).containsExactly(1);
  }

  @Test
  void aRowIsFoundByTheBeginningOfItsName() {
    assertThat(candidates("New Alpha", "AlphaAgent.msi", "NewestBeta.msi", "Gamma.msi"))
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void aNameThatBeginsWithADotHasNoExtension() {
    assertThat(candidates("alpha", ".alpha")).containsExactly(1);
  }

  @Test
  void aRowWhoseNameTellsNothingIsNotFoundByIt() {
    assertThat(candidates("Setup", "Setup.msi")).isEmpty();
  }

  @Test
  void aTextThatIsLongerThanAnyNameIsNone() {
    String longest = "a".repeat(255);

    assertThat(candidates(longest, longest + ".msi")).containsExactly(1);
    assertThat(candidates(longest + "a", longest + "a.msi")).isEmpty();
  }

  @Test
  void aRowIsCalledWhatItsComponentIs() {
    Article article = Given.article(Given.row("a.msi", 1, ""), Given.row("b.msi", 2, ""));
    Profile profile =
        new Profile(
            article.id(),
            "ours.yaml",
            Map.of(),
            List.of(),
            Map.of(FileName.of("b.msi"), "Naming Agent"),
            Map.of());
    AuditRequest request = AuditRequest.of(article, AuditPolicy.asPrinted()).withProfile(profile);
    ExpectedFile row = article.rows().get(1);

    RowNames names = RowNames.of(request);

    assertThat(names.candidates(Words.of("Naming Agent"))).containsExactly(row);
    assertThat(names.fit(Words.of("Naming Agent"), row, Set.of()).likeness())
        .isEqualTo(NameLikeness.SAME);
  }

  /** Returns the numbers of the rows of these names that {@code stated} may name. */
  private static List<Integer> candidates(String stated, String... names) {
    ExpectedFile[] rows = new ExpectedFile[names.length];
    for (int i = 0; i < names.length; i++) {
      rows[i] = Given.row(names[i], 100, "");
    }
    AuditRequest request = AuditRequest.of(Given.article(rows), AuditPolicy.asPrinted());
    return RowNames.of(request).candidates(Words.of(stated)).stream()
        .map(ExpectedFile::row)
        .toList();
  }
}
