package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeKind;
import io.kbaudit.pe.PeProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that ask a package's template: its languages and its platform. */
class TemplateRulesTest {
  private static final ExpectedFile ROW = Given.row("a.msi", 100, "2011-03-10T10:04Z");

  private static Match.Found found(MsiInspection inspection) {
    return new Match.Found(
        (ObservedFile.Readable) Given.file("a.msi", 100, "2011-03-10T10:04:30Z", inspection),
        Match.Manner.BY_NAME);
  }

  private static Outcome language(String language, MsiInspection inspection) {
    return Given.worded(
        new LanguageRule(Optional.of(language).filter(word -> !word.isEmpty()))
            .apply(ROW, found(inspection), AuditPolicy.asPrinted()));
  }

  private static Outcome platform(String printed, MsiInspection inspection) {
    ExpectedFile row =
        ExpectedFile.of(1, 1, ROW.name(), new PrintedRow("a.msi", "", "", "", "", printed))
            .variant(
                PrintedRow.saysNothing(printed)
                    ? Variant.of("")
                    : Variant.of("").onPlatform(printed))
            .size(ROW.size())
            .modified(ROW.modified())
            .build();
    return Given.worded(new PlatformRule().apply(row, found(inspection), AuditPolicy.asPrinted()));
  }

  private static MsiInspection withoutSummary(MsiProblem... problems) {
    return new MsiInspection(
        Optional.of(MsiKind.PACKAGE), List.of(problems), Optional.empty(), List.of(), Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Intel;1033", "Intel;0", "x64;1031,1033", "x64;0,1041", "Intel;2057"})
  void anEnglishOrNeutralPackagePassesAnEnglishArticle(String template) {
    assertThat(language("English", Given.packageFor(template))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aPackageOfOtherLanguagesFails() {
    assertThat(language("English", Given.packageFor("Intel;1031,1036")))
        .isEqualTo(
            new Outcome.Failed(
                "English: 1033, or 0 for neutral", "1031, 1036", Cause.OTHER_LANGUAGE));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"German, 1031", "Thai, 1054", "Brazilian Portuguese, 1046"})
  void anArticleOfAnotherLanguageWantsThat(String language, int identifier) {
    assertThat(language(language, Given.packageFor("Intel;" + identifier)))
        .isEqualTo(new Outcome.Passed("language " + identifier));
    assertThat(language(language, Given.packageFor("Intel;1033")))
        .isEqualTo(
            new Outcome.Failed(
                language + ": " + identifier + ", or 0 for neutral", "1033", Cause.OTHER_LANGUAGE));
  }

  @Test
  void anArticleThatDoesNotSayItsLanguageAsksNothing() {
    assertThat(language("", Given.packageFor("Intel;1031")))
        .isEqualTo(
            new Outcome.NotApplicable("the article does not say which language it is about"));
  }

  @Test
  void aLanguageThatIsNotUnderstoodIsUndecidedWhateverThePackageStates() {
    Outcome undecided =
        new Outcome.Undecided(
            "the article prints 'Original', which cannot be read as a language",
            Cause.CELL_UNREADABLE);

    assertThat(language("Original", Given.packageFor("Intel;1031"))).isEqualTo(undecided);
    assertThat(language("Original", Given.packageFor("Intel;0"))).isEqualTo(undecided);
  }

  @ParameterizedTest(name = "a row in {0} and a package in {1}: {2}")
  @CsvSource({
    "German, 1031, true",
    "German, 1033, false",
    "Language Neutral, 1033, true",
    "Language Neutral, 1031, false",
  })
  void aRowThatNamesItsLanguageIsHeldToThat(String printed, int identifier, boolean passes) {
    ExpectedFile row = Given.variant(ROW, Variant.of("").inLanguage(printed));

    Outcome outcome =
        new LanguageRule(Optional.of("English"))
            .apply(row, found(Given.packageFor("Intel;" + identifier)), AuditPolicy.asPrinted());

    assertThat(outcome instanceof Outcome.Passed).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({
    "x86, Intel;1033",
    "x64, x64;1033",
    "AMD64, x64;1033",
    "IA-64, Intel64;1033",
    "Itanium, Intel64;0",
    "arm64, Arm64;1033",
    "x86 and x64, x64;1033",
    "'x86, x64', Intel;1033",
    "x86-based, Intel;1033",
  })
  void aPackageForThePrintedPlatformPasses(String printed, String template) {
    assertThat(platform(printed, Given.packageFor(template))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aPackageForAnotherPlatformFails() {
    assertThat(platform("x86", Given.packageFor("x64;1033")))
        .isEqualTo(new Outcome.Failed("x86", "x64", Cause.OTHER_PLATFORM));
    assertThat(platform("x64", Given.packageFor("Intel64;1033")))
        .isEqualTo(new Outcome.Failed("x64", "Intel64", Cause.OTHER_PLATFORM));
  }

  @Test
  void aRowThatPrintsNoneAsksNothingAndOneThatCannotBeReadIsUndecided() {
    assertThat(platform("Not applicable", Given.packageFor("x64;1033")))
        .isEqualTo(new Outcome.NotApplicable("the article prints no platform"));
    assertThat(platform("SP2", Given.packageFor("x64;1033")))
        .isEqualTo(
            new Outcome.Undecided(
                "the article prints 'SP2', which cannot be read as a platform",
                Cause.CELL_UNREADABLE));
  }

  @Test
  void whatIsPrintedAndNotStatedIsUndecidedOfADamagedPackageToo() {
    MsiInspection damaged =
        withoutSummary(new MsiProblem(MsiProblem.Kind.DAMAGED, "the summary is gone"));

    assertThat(language("English", withoutSummary()))
        .isEqualTo(
            new Outcome.Undecided("the package does not state its languages", Cause.NOT_STATED));
    assertThat(language("English", damaged)).isInstanceOf(Outcome.NotApplicable.class);
    assertThat(platform("x86", damaged))
        .isEqualTo(
            new Outcome.Undecided(
                "the file is not sound, and does not state its platform", Cause.NOT_STATED));
  }

  @Test
  void whatIsPrintedAndCannotBeReadIsUndecidedUnderAHeadingToo() {
    ExpectedFile row =
        ExpectedFile.of(1, 1, ROW.name(), new PrintedRow("a.msi", "", "", "", "", "SP2"))
            .variant(Variant.of("For all supported x64-based versions").onPlatform("SP2"))
            .build();

    assertThat(
            new PlatformRule()
                .apply(row, found(Given.packageFor("x64;1033")), AuditPolicy.asPrinted()))
        .isEqualTo(
            new Outcome.Undecided(
                "the article prints 'SP2', which cannot be read as a platform",
                Cause.CELL_UNREADABLE));
  }

  @Test
  void whatStatesNoLanguageSaysWhyWhereTheArticleAloneNamesOne() {
    PeProblem torn = new PeProblem(PeProblem.Kind.TRUNCATED, "it ends early");

    assertThat(language("English", Given.patch()))
        .isEqualTo(new Outcome.NotApplicable("a patch states no language"));
    assertThat(language(Executables.silent(PeKind.LIBRARY)))
        .isEqualTo(new Outcome.NotApplicable("the file states no language"));
    assertThat(language(Executables.broken(torn)))
        .isEqualTo(
            new Outcome.NotApplicable("the file is not sound, and does not state its languages"));
  }

  private static Outcome language(PeInspection executable) {
    ObservedFile.Readable file =
        ((ObservedFile.Readable) Given.unreadFile("a.dll", 100, "2011-03-10T10:04:30Z"))
            .withExecutable(executable);
    return new LanguageRule(Optional.of("English"))
        .apply(
            Given.row("a.dll", 100, ""),
            new Match.Found(file, Match.Manner.BY_NAME),
            AuditPolicy.asPrinted());
  }
}
