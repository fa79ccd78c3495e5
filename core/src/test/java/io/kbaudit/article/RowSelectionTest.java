package io.kbaudit.article;

import static io.kbaudit.audit.Given.row;
import static io.kbaudit.audit.Given.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kbaudit.Corpus;
import io.kbaudit.article.reader.ArticleReader;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Remark;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowSelectionTest {
  @ParameterizedTest(name = "{1} is on {0}: {2}")
  @CsvSource({
    "x86, Intel, true",
    "x86, (x86), true",
    "x86, I386, true",
    "x86, Alpha, false",
    "x86, x64, false",
    "alpha, Intel and alpha, true",
    "ALPHA, (Alpha), true",
    "ia-64, Itanium, true",
    "x64, IA-64, false",
    "x86, Windows 98, true",
    "Windows 98, Windows 98 Second Edition, true",
    "Windows 98, Windows 95, false",
    "x86, '', true",
    "x86, ARM720 (Debug), false",
    "x86, R4100 (Retail), false",
    "x86, SH3 (Debug), false",
    "x86, PPC821 (Debug), false",
    "x86, i486 (Retail), true",
    "ARM, ARM720 (Debug), true",
    "ARM, ARM64, false",
    "ARM720, SA1100 (Debug), false",
    "StrongARM, ARM, true",
    "MIPS, R4111 (Debug), true",
    "R3000, R4111 (Debug), false",
    "R4000, MIPS, true",
    "SuperH, SH-4, true",
    "Power PC, PPC403 (Retail), true",
    "ARM720 (Debug), ARM720 (Debug), true",
    "ARM720 (Debug), ARM720  (retail), false",
    "ARM720 (Debug), ARM720, true",
    "x64, x86-64, true",
    "x86, x86-64, false",
    "x86, Foo, false",
    "x86, All, true",
    "x86, Any CPU, true",
    "x64, MSIL, true",
    "MSIL, Any CPU, true",
    "MSIL, x64, false",
    "Alpha, MSIL, false",
    "x86, All supported platforms, true",
    "x86, Platform independent, true",
    "x86, N/A, true",
    "x86, Not applicable, true",
    "x86, None, true",
    "x86, -, true",
    "x86, Windows NT, true",
    "Alpha, Windows NT, true",
    "x86, Windows 95 (all versions), true",
    "Alpha, Windows 98 Second Edition, false",
    "R3000, Win95, false",
    "x86, Not available, false",
  })
  void aPlatformIsThatOfTheRowByAnyOfItsNames(String wanted, String printed, boolean selected) {
    Variant variant = printed.isEmpty() ? Variant.of("") : Variant.of("").onPlatform(printed);

    assertThat(selects(platform(wanted), variant)).isEqualTo(selected);
  }

  /** What is not understood in its own cell says nothing against the heading. */
  @ParameterizedTest(name = "{1} under {2} is on {0}: {3}")
  @CsvSource({
    "x86, SP2, For all supported x86-based versions of Windows 7, true",
    "x64, SP2, For all supported x86-based versions of Windows 7, false",
    "x64, SP2, For all supported x64-based versions of Windows 7, true",
    "x86, N/A, For all supported x86-based versions of Windows 7, true",
    "x64, N/A, For all supported x86-based versions of Windows 7, false"
  })
  void aPlatformThatIsNotUnderstoodIsThatOfTheHeading(
      String wanted, String printed, String heading, boolean selected) {
    Variant variant = Variant.of(heading).onPlatform(printed);

    assertThat(selects(platform(wanted), variant)).isEqualTo(selected);
  }

  @ParameterizedTest(name = "{1} is on {0}: {2}")
  @CsvSource({
    "x64, For all supported x64-based versions of Windows 7, true",
    "x86, For all supported x64-based versions of Windows 7, false",
    "x64, For all supported x86-based versions of Windows 7, false",
    "ia64, For all supported IA-64-based versions of Windows Server 2008 R2, true",
    "x64, For all supported IA-64-based versions of Windows Server 2008 R2, false",
    "x64, File information, true",
  })
  void aRowWithoutAPlatformIsOnThoseThatItsHeadingNames(
      String wanted, String heading, boolean selected) {
    assertThat(selects(platform(wanted), Variant.of(heading))).isEqualTo(selected);
  }

  @Test
  void aCellThatNamesNoProcessorLeavesItToTheHeading() {
    Variant itanium = Variant.of("For all IA-64-based versions").onPlatform("Not applicable");

    assertThat(selects(platform("ia64"), itanium)).isTrue();
    assertThat(selects(platform("x86"), itanium)).isFalse();
  }

  @ParameterizedTest(name = "{1} under ''{2}'' is in {0}: {3}")
  @CsvSource({
    "german, German, '', true",
    "german, English, '', false",
    "German, Language Neutral, '', true",
    "Chinese, Simplified Chinese, '', true",
    "Korean, '', Pan-Chinese, false",
    "Korean, '', Korean, true",
    "Korean, '', Resolution, true",
  })
  void aLanguageIsThatOfTheRowOrOfItsHeading(
      String wanted, String language, String heading, boolean selected) {
    Variant variant =
        new Variant(
            heading,
            Optional.empty(),
            Optional.empty(),
            Optional.of(language).filter(text -> !text.isEmpty()),
            Optional.empty(),
            Optional.empty());
    RowSelection selection =
        new RowSelection(Optional.empty(), Optional.empty(), Optional.of(wanted));

    assertThat(selects(selection, variant)).isEqualTo(selected);
  }

  @Test
  void aGroupIsAnyWordsOfAHeadingAboveTheTableOrInIt() {
    Variant variant =
        new Variant(
            "Windows NT 4.0",
            Optional.of("Terminal Server"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(selects(group("windows nt"), variant)).isTrue();
    assertThat(selects(group("TERMINAL"), variant)).isTrue();
    assertThat(selects(group("Windows 2000"), variant)).isFalse();
  }

  @ParameterizedTest(name = "{0} of a section for {1}: {2}")
  @CsvSource({
    "x64, x64-based, 1 2 3",
    "AMD64, x64-based, 1 2 3",
    "x86, x64-based, 4",
    "ia64, IA-64-based, 1 2 3",
    "x86, Itanium-based, 4",
    "arm64, ARM64-based, 1 2 3",
  })
  void aSectionForA64BitProcessorIsForItWith32BitFilesAndThoseOfNoPlatform(
      String wanted, String processor, String selected) {
    Variant section = Variant.of("For all supported " + processor + " versions of Windows 7");
    List<ExpectedFile> rows =
        numbered(
            section.onPlatform(processor.replace("-based", "")),
            section.onPlatform("x86"),
            section.onPlatform("Not applicable"),
            Variant.of("For all supported x86-based versions of Windows 7").onPlatform("x86"));

    assertThat(platform(wanted).of(rows))
        .extracting(row -> Integer.toString(row.row()))
        .containsExactly(selected.split(" ", -1));
  }

  @Test
  void whereAHeadingNamesSeveralProcessorsTheRowsOwnDecides() {
    Variant section = Variant.of("For x86-based and x64-based versions");
    List<ExpectedFile> rows = numbered(section.onPlatform("x64"), section.onPlatform("x86"));

    assertThat(platform("x86").of(rows)).extracting(ExpectedFile::row).containsExactly(2);
  }

  @Test
  void whereASectionHasWhatItsProcessorCannotRunTheRowsOwnDecides() {
    Variant section = Variant.of("Windows Server 2003 x64 and others");
    List<ExpectedFile> rows =
        numbered(section.onPlatform("x64"), section.onPlatform("x86"), section.onPlatform("IA-64"));

    assertThat(platform("x86").of(rows)).extracting(ExpectedFile::row).containsExactly(2);
    assertThat(platform("x64").of(rows)).extracting(ExpectedFile::row).containsExactly(1);
    assertThat(platform("ia64").of(rows)).extracting(ExpectedFile::row).containsExactly(3);
  }

  @Test
  void ofAlternativesForSeveralPlatformsEachIsForItsOwn() {
    Variant section = Variant.of("For x64-based versions");
    List<ExpectedFile> rows = numbered(section.onPlatform("x64"), section.onPlatform("x86"));
    List<ExpectedFile> alternatives = List.of(rows.get(0), rows.get(1).insteadOf(1));

    assertThat(platform("x64").of(alternatives)).extracting(ExpectedFile::row).containsExactly(1);
    assertThat(platform("x86").of(alternatives)).extracting(ExpectedFile::row).containsExactly(2);
  }

  @Test
  void aPlatformThatOnlyFilesOfAnotherSectionPrintIsNoneOfTheArticle() {
    Variant section = Variant.of("For all supported x64-based versions");
    Article article =
        Given.article(
            variant(row("a.dll", 1, "2011-03-10T10:04Z"), section.onPlatform("x64")),
            variant(row("b.dll", 2, "2011-03-10T10:04Z"), section.onPlatform("x86")));

    assertThat(RowChoices.of(article).platforms()).containsExactly("x64");
    assertThatThrownBy(() -> platform("x86").requireNamedBy(article))
        .hasMessage("'x86' is no platform of KB1234567, which names 'x64'");
  }

  @ParameterizedTest(name = "{0}, {1}: {2} rows")
  @CsvSource({
    "KB976398.md, x86, 3",
    "KB976398.md, x64, 5",
    "KB976398.md, ia64, 3",
    "KB981506.md, x86, 12",
    "KB981506.md, x64, 17",
    "KB981506.md, ia64, 16",
  })
  void everyRowOfAPublishedArticleIsForOnePlatform(String file, String wanted, int rows)
      throws Exception {
    Path text =
        Corpus.articles().stream().filter(each -> each.endsWith(file)).findFirst().orElseThrow();
    Article article = ArticleReader.read(text);

    assertThat(platform(wanted).of(article.rows())).hasSize(rows);
  }

  private static List<ExpectedFile> numbered(Variant... variants) {
    return Given.article(
            Stream.of(variants)
                .map(variant -> variant(row("a.dll", 1, "2011-03-10T10:04Z"), variant))
                .toArray(ExpectedFile[]::new))
        .rows();
  }

  @Test
  void aTurkishDefaultLocaleSelectsTheSame() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(selects(platform("INTEL"), Variant.of("").onPlatform("intel"))).isTrue();
      assertThat(selects(group("WINDOWS"), Variant.of("windows"))).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anArticleNamesWhatItsRowsTheirHeadingsOrItsProseDo() {
    Article article =
        Given.article(
            variant(
                row("a.dll", 1, "2011-03-10T10:04Z"), Variant.of("Windows 2000").onPlatform("SH3")),
            variant(row("b.dll", 2, "2011-03-10T10:04Z"), Variant.of("German, x64-based")));

    assertThat(RowChoices.of(article))
        .isEqualTo(
            new RowChoices(
                List.of("Windows 2000", "German, x64-based"),
                List.of("SH3", "x64"),
                List.of("German", "English")));
    assertThatCode(() -> platform("amd64").requireNamedBy(article)).doesNotThrowAnyException();
    assertThatCode(() -> platform("SuperH").requireNamedBy(article)).doesNotThrowAnyException();
    assertThatCode(() -> language("ENGLISH").requireNamedBy(article)).doesNotThrowAnyException();
    assertThatCode(() -> group("2000").requireNamedBy(article)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "PLATFORM; x86; 'x86' is no platform of KB1234567, which names 'SH3', 'x64'",
        "LANGUAGE; Thai; 'Thai' is no language of KB1234567, which names 'German', 'English'",
        "GROUP; Vista; 'Vista' is no heading of KB1234567, which names '2000', 'German, x64'",
      },
      delimiter = ';')
  void anAuditByWhatTheArticleDoesNotNameIsRefused(
      UnknownChoiceException.Kind kind, String asked, String message) {
    Article article =
        Given.article(
            variant(row("a.dll", 1, "2011-03-10T10:04Z"), Variant.of("2000").onPlatform("SH3")),
            variant(row("b.dll", 2, "2011-03-10T10:04Z"), Variant.of("German, x64")));
    RowSelection selection =
        switch (kind) {
          case GROUP -> group(asked);
          case PLATFORM -> platform(asked);
          case LANGUAGE -> language(asked);
        };
    AuditRequest request = AuditRequest.of(article, AuditPolicy.asPrinted());

    assertThatThrownBy(() -> request.withSelection(selection))
        .isInstanceOfSatisfying(
            UnknownChoiceException.class,
            refused -> {
              assertThat(refused).hasMessage(message);
              assertThat(refused.kind()).isEqualTo(kind);
              assertThat(refused.asked()).isEqualTo(asked);
              assertThat(refused.offered()).hasSize(2);
            });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"German, true", "Klingon, false", "Neutral, true"})
  void rowsOfAllLanguagesNameThoseThatThereAre(String wanted, boolean named) {
    Variant neutral =
        new Variant(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.of("Language Neutral"),
            Optional.empty(),
            Optional.empty());
    Article article = Given.article(variant(row("a.dll", 1, "2011-03-10T10:04Z"), neutral));

    assertThat(catchThrowable(() -> language(wanted).requireNamedBy(article)) == null)
        .isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"All", "all languages", "Any", "Neutral", "Language Neutral"})
  void rowsOfAllLanguagesAreSelectedByEach(String printed) {
    ExpectedFile row =
        variant(
            row("a.dll", 1, "2011-03-10T10:04Z"),
            new Variant(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(printed),
                Optional.empty(),
                Optional.empty()));

    assertThat(language("German").of(List.of(row))).containsExactly(row);
  }

  @Test
  void nothingIsNotWordsToSelectBy() {
    assertThatIllegalArgumentException().isThrownBy(() -> group(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> platform(""));
    assertThatIllegalArgumentException().isThrownBy(() -> language(" "));
  }

  @Test
  void rowsThatCompeteForOneFileAreNamedWithWhatTellsThemApart() {
    ExpectedFile intel =
        variant(row("a.dll", 1, "2011-03-10T10:04Z"), Variant.of("").onPlatform("Intel"));
    ExpectedFile alpha =
        variant(row("a.dll", 2, "2011-03-10T10:04Z"), Variant.of("").onPlatform("Alpha"));

    AuditResult result =
        Given.audit(
            Given.article(intel, alpha),
            Given.folder(Given.file("a.dll", 1, "2011-03-10T10:04:00Z")));

    assertThat(result.remarks())
        .filteredOn(remark -> remark.id().equals("COMPETING_ROWS"))
        .extracting(Remark::text)
        .containsExactly(
            "'a.dll' is listed in rows 1 and 2, and fewer files of this name are here. Choose the"
                + " rows that are meant: the platform 'Intel' or 'Alpha'.");
  }

  @Test
  void onlyWhatTellsRowsOfOneNameApartIsAdvised() {
    ExpectedFile intel =
        variant(row("a.dll", 1, "2011-03-10T10:04Z"), Variant.of("2000").onPlatform("Intel"));
    ExpectedFile x86 =
        variant(row("a.dll", 2, "2011-03-10T10:04Z"), Variant.of("XP").onPlatform("x86"));
    ExpectedFile x64 =
        variant(row("b.dll", 3, "2011-03-10T10:04Z"), Variant.of("Vista").onPlatform("x64"));

    AuditResult result =
        Given.audit(
            Given.article(intel, x86, x64),
            Given.folder(
                Given.file("a.dll", 1, "2011-03-10T10:04:00Z"),
                Given.file("b.dll", 3, "2011-03-10T10:04:00Z")));

    assertThat(result.remarks())
        .filteredOn(remark -> remark.id().equals("COMPETING_ROWS"))
        .extracting(Remark::text)
        .singleElement()
        .asString()
        .endsWith("Choose the rows that are meant: the group '2000' or 'XP'.");
  }

  @Test
  void namesWhoseRowsNothingTellsApartAreNamed() {
    ExpectedFile german =
        variant(row("a.dll", 1, "2011-03-10T10:04Z"), Variant.of("").onPlatform("x86"));
    ExpectedFile greek =
        variant(row("a.dll", 2, "2011-03-10T10:04Z"), Variant.of("").onPlatform("x86"));
    ExpectedFile x86 =
        variant(row("b.dll", 3, "2011-03-10T10:04Z"), Variant.of("").onPlatform("x86"));
    ExpectedFile x64 =
        variant(row("b.dll", 4, "2011-03-10T10:04Z"), Variant.of("").onPlatform("x64"));

    AuditResult result = Given.audit(Given.article(german, greek, x86, x64), Given.folder());

    assertThat(result.remarks())
        .filteredOn(remark -> remark.id().equals("COMPETING_ROWS"))
        .extracting(Remark::text)
        .singleElement()
        .asString()
        .endsWith(
            "Choose the rows that are meant: the platform 'x86' or 'x64'. Nothing that the article"
                + " prints tells the rows of 'a.dll' apart.");
  }

  private static RowSelection platform(String name) {
    return new RowSelection(Optional.empty(), Optional.of(name), Optional.empty());
  }

  private static RowSelection language(String name) {
    return new RowSelection(Optional.empty(), Optional.empty(), Optional.of(name));
  }

  private static RowSelection group(String words) {
    return new RowSelection(Optional.of(words), Optional.empty(), Optional.empty());
  }

  private static boolean selects(RowSelection selection, Variant variant) {
    ExpectedFile row = variant(row("a.dll", 1, "2011-03-10T10:04Z"), variant);
    return !selection.of(List.of(row)).isEmpty();
  }
}
