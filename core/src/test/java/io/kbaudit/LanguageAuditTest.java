package io.kbaudit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Verdict;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article says of the language of its files, held to real packages. */
class LanguageAuditTest {
  private static final int SIZE = 100_352;

  private static Article article(String sentence) throws IOException {
    String text =
        String.join(
            "\n",
            "# Files",
            "",
            sentence + " has the file attributes below. The times are UTC.",
            "",
            "## Table",
            "",
            "| File name | Date | Time | Size |",
            "|---|---|---|---|",
            "| a.msi | 10-Mar-2011 | 10:04 | 100,352 |",
            "",
            "The end.");
    return ArticleReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.md", Optional.empty());
  }

  private static AuditResult audit(String sentence, String template, Path folder)
      throws IOException {
    MsiFixture.sized(SIZE)
        .template(template)
        .modifiedAt("2011-03-10T10:04:30Z")
        .writeTo(folder.resolve("a.msi"));
    return KbAudit.of(article(sentence)).accepting(Acceptance.EXACT).audit(folder);
  }

  private static Outcome language(AuditResult result) {
    return requireNonNull(result.files().get(0).outcomes().get(Check.LANGUAGE));
  }

  @ParameterizedTest(name = "{0}: {1}, not {2}")
  @CsvSource({
    "The English version of this hotfix, 1033, 1031",
    "The English version of this hotfix, 2057, 1036",
    "The English version of this hotfix, 9, 7",
    "The English version of this hotfix, 0, 1041",
    "The English (United States) version of this hotfix, 1033, 2057",
    "The Simplified Chinese version of this hotfix, 2052, 1028",
    "The Brazilian Portuguese version of this hotfix, 1046, 2070",
    "The Kinyarwanda version of this hotfix, 1159, 1033",
    "The German version of SQL Server 2000, 1031, 1033",
    "The English and the German versions of this hotfix, 1031, 1036",
    "Die deutsche Version dieses Updates, 1031, 1033",
    "この更新プログラムの日本語版, 1041, 1033",
    "Английская версия данного исправления, 1033, 1049",
  })
  void aPackageIsHeldToTheLanguageOfTheArticle(
      String sentence, String identifier, String other, @TempDir Path folder) throws IOException {
    AuditResult right = audit(sentence, "Intel;" + identifier, folder);
    AuditResult wrong = audit(sentence, "Intel;" + other, folder);

    assertThat(language(right)).isInstanceOf(Outcome.Passed.class);
    assertThat(right.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(language(wrong)).isInstanceOf(Outcome.Failed.class);
    assertThat(wrong.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "The Klingon version of this hotfix, Klingon",
    "The English (Atlantis) version of this hotfix, English (Atlantis)",
    "Die klingonische Version dieses Updates, klingonische",
  })
  void aLanguageThatIsNotUnderstoodIsSaidAndNeverGreen(
      String sentence, String words, @TempDir Path folder) throws IOException {
    AuditResult result = audit(sentence, "Intel;1033", folder);

    assertThat(language(result)).isInstanceOf(Outcome.Undecided.class);
    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(article(sentence).statements().language()).contains(words);
    assertThat(article(sentence).remarks())
        .filteredOn(remark -> remark.kind() == Kind.LANGUAGE_NOT_UNDERSTOOD)
        .containsExactly(
            new ArticleRemark(
                Kind.LANGUAGE_NOT_UNDERSTOOD,
                3,
                "The files are said to be in a language that is not understood: '" + words + "'."));
  }

  @Test
  void aFileThatIsNoPackageIsUndecidedTooWhereTheLanguageIsNotUnderstood(@TempDir Path folder)
      throws IOException {
    Article article = article("The Klingon version of this hotfix");
    Files.writeString(folder.resolve("a.msi"), "no package");

    AuditResult result = KbAudit.of(article).audit(folder);

    assertThat(language(result)).isInstanceOf(Outcome.Undecided.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Intel;Germ", "Intel;0x07", "Intel,1031", "Intel;1033,Germ"})
  void aPackageWhoseLanguageCannotBeReadIsUndecided(String template, @TempDir Path folder)
      throws IOException {
    AuditResult result = audit("The English version of this hotfix", template, folder);

    assertThat(language(result)).isInstanceOf(Outcome.Undecided.class);
    assertThat(result.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Intel;0", "Intel;", "Intel"})
  void aPackageThatNamesNoLanguageIsNeutral(String template, @TempDir Path folder)
      throws IOException {
    AuditResult result = audit("The German version of this hotfix", template, folder);

    assertThat(language(result)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void eachLanguageThatIsNotUnderstoodIsRemarkedOnOnce() throws IOException {
    Article article = article("The Klingon version of this fix. The Klingon version of this fix");

    assertThat(article.remarks())
        .filteredOn(remark -> remark.kind() == Kind.LANGUAGE_NOT_UNDERSTOOD)
        .hasSize(1);
  }
}
