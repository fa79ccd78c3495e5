package io.kbaudit.report.html;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.Given;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.plan.Plan;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.Case;
import io.kbaudit.report.ChoiceNames;
import io.kbaudit.report.PlanCase;
import io.kbaudit.script.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a browser, and who reads in it, makes of the page. */
class HtmlPageInChromiumTest {
  private static final int NARROW = 320;
  private static final List<Integer> WIDTHS = List.of(390, 768, 1280);

  /** What the margins leave of A4, in CSS pixels. */
  private static final int PAPER_WIDTH = 688;

  private static final int PAPER_HEIGHT = 1001;
  private static final String NAMES = "table.all > tbody > tr:not([hidden]) > th";
  private static final String CARDS = ".card:not([hidden])";

  @TempDir static Path folder;

  private static Chromium browser;

  @BeforeAll
  static void startTheBrowser() throws IOException {
    browser = Chromium.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void stopTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asMostPeopleHaveIt() {
    browser.resize(1200, 900);
    browser.emulatePaper(false);
    browser.prefer("light");
    browser.allowScripts(true);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void itLoadsWithoutAWordAndAsksForNothing(Case given) throws IOException {
    Path page = open(given.audit());

    assertThat(browser.messages()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
  }

  @Test
  void itsStyleAndScriptRun() throws IOException {
    open(Case.FAIL.audit());

    assertThat(browser.element(".filter").isDisplayed()).isTrue();
    assertThat(browser.element("header.failed .seal").getCssValue("background-color"))
        .isEqualTo("rgba(161, 29, 22, 1)");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "oLder.m, '',       Older.msi",
    "sWaP,   '',        SwapOne.msi SwapTwo.msi",
    "'',     passed,    Sound.msi",
    "swap,   passed,    ''",
    "'',     undecided, ''",
  })
  void theFilterNarrowsRowsAndCardsAlike(String text, String result, String names)
      throws IOException {
    open(Case.FAIL.audit());

    browser.element("[data-text]").sendKeys(text);
    browser.element("[data-result] option[value='" + result + "']").click();

    List<String> expected = names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    browser.await("Showing " + expected.size() + " of 13 files", "[data-count]");
    assertThat(shownNames()).isEqualTo(expected);
    assertThat(browser.elements(CARDS)).hasSize(result.equals("passed") ? 0 : expected.size());
  }

  @Test
  void headersSortByKeyboardAndSayHow() throws IOException {
    open(Case.FAIL.audit());
    WebElement header = browser.element("th[data-sort='size']");
    List<String> inOrder = shownNames();

    header.findElement(By.tagName("button")).sendKeys(Keys.ENTER);

    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("ascending");
    assertThat(browser.elements("[aria-sort]")).hasSize(1);
    assertThat(shownNames()).isEqualTo(inOrder);

    header.findElement(By.tagName("button")).sendKeys(Keys.SPACE);

    List<String> reversed = new ArrayList<>(inOrder);
    Collections.reverse(reversed);
    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("descending");
    assertThat(shownNames()).isEqualTo(reversed);
  }

  @Test
  void byItsResultTheWorstComesFirst() throws IOException {
    open(Case.FAIL.audit());

    browser.element("th[data-sort='mark'] button").click();

    assertThat(shownNames()).endsWith("Sound.msi").startsWith("Missing.msi");
  }

  @Test
  void allEvidenceOpensAtOnce() throws IOException {
    open(Case.FAIL.audit());

    browser.element("[data-evidence]").sendKeys(Keys.SPACE);

    assertThat(browser.elements(".files details:not([open])")).isEmpty();
    assertThat(browser.element("table.all details p").getText())
        .contains("SIZE passed: 1,000 bytes");
  }

  @Test
  void withoutScriptsAllIsThereAndNothingPretendsToWork() throws IOException {
    browser.allowScripts(false);

    open(Case.FAIL.audit());

    assertThat(browser.element(".filter").isDisplayed()).isFalse();
    assertThat(browser.elements("th button")).isEmpty();
    assertThat(browser.elements("table.all > tbody > tr"))
        .hasSize(13)
        .allMatch(WebElement::isDisplayed);
    assertThat(browser.elements(".card")).hasSize(12).allMatch(WebElement::isDisplayed);
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void onANarrowScreenThePageDoesNotScrollSideways(Case given) throws IOException {
    browser.resize(NARROW, 800);

    open(given.audit());

    assertThat(browser.run("return document.documentElement.scrollWidth"))
        .asInstanceOf(LONG)
        .isLessThanOrEqualTo(NARROW);
  }

  @ParameterizedTest(name = "{0} at {1} px")
  @MethodSource("pagesAtWidths")
  void atNoWidthThePageScrollsSidewaysOrSplitsAWordInTheHeadOfATable(PageCase given, int width)
      throws IOException {
    browser.resize(width, 800);

    open(given.audit());

    assertThat(browser.run("return document.documentElement.scrollWidth"))
        .asInstanceOf(LONG)
        .isLessThanOrEqualTo(width);
    assertThat(splitWords()).isEqualTo(List.of());
  }

  @ParameterizedTest
  @EnumSource(PageCase.class)
  void onPaperNoWordIsSplitInTheHeadOfATable(PageCase given) throws IOException {
    browser.resize(PAPER_WIDTH, PAPER_HEIGHT);
    open(given.audit());

    browser.emulatePaper(true);

    assertThat(splitWords()).isEqualTo(List.of());
  }

  /** Returns the words in heads of tables whose letters do not all stand in one line. */
  private static @Nullable Object splitWords() {
    return browser.run(
        """
        const split = [];
        for (const head of document.querySelectorAll("thead th")) {
          const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            for (const word of text.data.matchAll(/[^\\s/\\\\-]+/g)) {
              const range = document.createRange();
              range.setStart(text, word.index);
              range.setEnd(text, word.index + word[0].length);
              if (range.getClientRects().length > 1) {
                split.push(word[0]);
              }
            }
          }
        }
        return split;
        """);
  }

  private static Stream<Arguments> pagesAtWidths() {
    return Stream.of(PageCase.values())
        .flatMap(given -> WIDTHS.stream().map(width -> Arguments.of(given, width)));
  }

  @ParameterizedTest(name = "{0} at {1} px")
  @MethodSource("pagesAtWidths")
  void axeFindsNothingThatKeepsAnybodyOutAtAnyWidth(PageCase given, int width) throws IOException {
    browser.resize(width, 800);
    open(given.audit());

    assertKeepsNobodyOut();
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({"FAIL, UNDECIDED", "SEVERAL, UNREACHED", "PASS, WAIVED"})
  void thePageOfTwoAuditsIsForEverybodyAtEveryWidth(Case before, Case after) throws IOException {
    Comparison comparison = Comparison.of(before.audit(), after.audit());
    for (int width : WIDTHS) {
      isForEverybody(width, () -> open(comparison));
    }
  }

  @ParameterizedTest(name = "{1} since {0}")
  @CsvSource({"FAIL, UNDECIDED", "SEVERAL, UNREACHED", "PASS, WAIVED"})
  void thePageOfAnAuditBesideAnEarlierOneIsForEverybodyAtEveryWidth(Case before, Case after)
      throws IOException {
    HtmlAuditReport report = new HtmlAuditReport(ChoiceNames.NONE, Optional.of(before.audit()));
    AuditRecord audit = after.audit();
    for (int width : WIDTHS) {
      isForEverybody(width, () -> open(report, audit));
    }
  }

  @ParameterizedTest(name = "{0} at {1} px")
  @MethodSource("plansAtWidths")
  void thePageOfAPlanIsForEverybodyAtEveryWidth(PlanCase given, int width) throws IOException {
    Plan plan = given.plan();

    isForEverybody(width, () -> open(plan));
  }

  /** What loads a page into the browser. */
  private interface Opened {
    Path open() throws IOException;
  }

  private static void isForEverybody(int width, Opened opened) throws IOException {
    browser.resize(width, 800);
    browser.prefer("light");
    Path page = opened.open();

    assertThat(browser.messages()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.run("return document.documentElement.scrollWidth"))
        .asInstanceOf(LONG)
        .isLessThanOrEqualTo(width);
    assertThat(splitWords()).isEqualTo(List.of());
    assertKeepsNobodyOut();
  }

  private static Stream<Arguments> plansAtWidths() {
    return Stream.of(PlanCase.values())
        .flatMap(
            given ->
                Stream.concat(Stream.of(NARROW), WIDTHS.stream())
                    .map(width -> Arguments.of(given, width)));
  }

  @Test
  void onANarrowScreenFilesOfAPlanAreCardsThatSayWhatTheirColumnsSay() throws IOException {
    browser.resize(WIDTHS.get(0), 800);

    open(PlanCase.EVERY_ACTION.plan());

    assertThat(browser.element("table.planned thead").isDisplayed()).isFalse();
    assertThat(
            browser.run(
                "return getComputedStyle(document.querySelector('td.date'), '::before').content"))
        .isEqualTo("\"Date, UTC \"");
  }

  @Test
  void whatIsInTheWayOfAPlanIsSeenAtFirstAndOnTheFirstPageOfPaper() throws IOException {
    browser.resize(1280, 800);
    open(PlanCase.EVERY_ACTION.plan());

    assertThat(top("header .parts li:last-child")).isLessThan(800);

    browser.resize(PAPER_WIDTH, PAPER_HEIGHT);
    browser.emulatePaper(true);
    assertThat(top("header .parts li:last-child")).isLessThan(PAPER_HEIGHT);
    assertThat(splitWords()).isEqualTo(List.of());
    assertThat(new String(browser.firstPageOfPdf(), StandardCharsets.ISO_8859_1))
        .contains("/Dest /f5", "/Dest /f6");
  }

  @Test
  void onANarrowScreenPlacesAreCardsAndTheirFilesAreLists() throws IOException {
    browser.resize(NARROW, 800);

    open(PageCase.FIVE_SERVERS.audit());

    assertThat(browser.element("table.places thead").isDisplayed()).isFalse();
    assertThat(browser.element("table.places tbody tr").getText().lines())
        .containsExactly("dns", "dns01 COMPLIANT 1 1 0 0 0");
    assertThat(browser.element("table.grid").isDisplayed()).isFalse();
    browser.element(".lists details:nth-of-type(5) summary").click();
    assertThat(browser.element(".lists details:nth-of-type(5) li").getText())
        .isEqualTo("WindowsSharePointServicesWebService.msi failed");
  }

  @Test
  void fiveServersAreReadWithoutScrolling() throws IOException {
    browser.resize(1280, 900);

    open(PageCase.FIVE_SERVERS.audit());

    assertThat(
            browser.run(
                "const grid = document.querySelector('.scroll.grid');"
                    + " return grid.scrollWidth - grid.clientWidth"))
        .isEqualTo(0L);
  }

  @Test
  void whatFailedIsOnTheFirstPageOfPaper() throws IOException {
    open(PageCase.FAILING.audit());

    String page = new String(browser.firstPageOfPdf(), StandardCharsets.ISO_8859_1);

    assertThat(page).contains("/Dest /p1-failed1", "/Dest /p1-undecided1", "/Dest /p1-f1");
    browser.resize(PAPER_WIDTH, PAPER_HEIGHT);
    browser.emulatePaper(true);
    assertThat(top(".named li:last-child")).isLessThan(PAPER_HEIGHT);
    assertThat(top(".card.undecided")).isLessThan(top("table.checks"));
  }

  @Test
  void waiversAndHowTheAuditWasMadeArePrinted() throws IOException {
    browser.resize(PAPER_WIDTH, PAPER_HEIGHT);
    browser.emulatePaper(true);

    open(PageCase.WAIVED.audit());

    assertThat(browser.elements("table.waivers :is(th, td)")).allMatch(WebElement::isDisplayed);

    open(PageCase.PROVEN.audit());

    assertThat(
            browser.run(
                """
                const cells = document.querySelectorAll(
                  "section[aria-labelledby='provenance'] :is(dd, th, td)");
                return [...cells].map((cell) => cell.checkVisibility());
                """))
        .asInstanceOf(LIST)
        .isNotEmpty()
        .containsOnly(true);
  }

  private static long top(String selector) {
    return (Long)
        requireNonNull(
            browser.run(
                "return Math.round("
                    + "document.querySelector(arguments[0]).getBoundingClientRect().top)",
                selector));
  }

  @Test
  void aCardOfSeveralFilesShowsThoseThatTheFilterLeaves() throws IOException {
    open(PageCase.ALIKE.audit());

    browser.element("[data-text]").sendKeys("package21");
    browser.await("Showing 1 of 22 files", "[data-count]");

    assertThat(browser.elements(".sharing li:not([hidden])")).hasSize(1);

    browser.element("[data-text]").sendKeys("0");
    browser.await("Showing 0 of 22 files", "[data-count]");

    assertThat(browser.element("[data-shared]").isDisplayed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void axeFindsNothingThatKeepsAnybodyOutOfTheEvidence(Case given) throws IOException {
    open(given.audit());
    browser.element("[data-evidence]").click();

    assertKeepsNobodyOut();
  }

  /** The same page in other colours is tried by their contrast alone. */
  private static void assertKeepsNobodyOut() throws IOException {
    browser.run(
        Files.readString(
            Programs.ofNpm("axe-core/axe.min.js", "no page is tried for accessibility"),
            StandardCharsets.UTF_8));
    browser.prefer("light");
    assertThat(violations("")).as("light").isEqualTo(List.of());
    browser.prefer("dark");
    assertThat(violations("runOnly: [\"color-contrast\"], ")).as("dark").isEqualTo(List.of());
  }

  private static @Nullable Object violations(String rules) {
    return browser.runAsync(
        """
        const done = arguments[arguments.length - 1];
        axe.run({ %sresultTypes: ["violations"] }).then((found) =>
          done(found.violations.flatMap((violation) =>
            violation.nodes.map((node) => `${violation.id}: ${node.html} ${node.failureSummary}`))));
        """
            .formatted(rules));
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void itPrints(Case given) throws IOException {
    open(given.audit());

    assertThat(browser.pdf())
        .asString(StandardCharsets.ISO_8859_1)
        .startsWith("%PDF-")
        .contains("595.9");
  }

  @Test
  void tenThousandFilesCanBeFilteredAndSorted() throws IOException {
    open(tenThousandFiles());

    browser.element("[data-text]").sendKeys("package42");
    browser.await("Showing 111 of 10,000 files", "[data-count]");
    browser.element("[data-text]").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    browser.await("Showing 10,000 of 10,000 files", "[data-count]");
    browser.element("th[data-sort='text'] button").click();
    browser.element("th[data-sort='text'] button").click();

    assertThat(browser.element(NAMES).getText()).isEqualTo("Package9999.msi");
  }

  private static AuditRecord tenThousandFiles() {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(Given.row("Package" + i + ".msi", i, "2011-03-10T10:04Z"));
      files.add(Given.file("Package" + i + ".msi", i, "2011-03-10T10:04:37Z"));
    }
    return AuditRecord.of(Given.audit(Given.article(rows), Given.folder(files)));
  }

  private static List<String> shownNames() {
    return browser.elements(NAMES).stream()
        .map(name -> name.getText().lines().findFirst().orElse(""))
        .toList();
  }

  private static Path open(AuditRecord audit) throws IOException {
    return open(new HtmlAuditReport(), audit);
  }

  private static Path open(HtmlAuditReport report, AuditRecord audit) throws IOException {
    Path page = folder.resolve("page.html");
    try (OutputStream out = Files.newOutputStream(page)) {
      report.write(audit, out);
    }
    browser.open(page);
    return page;
  }

  private static Path open(Plan plan) throws IOException {
    Path page = folder.resolve("plan.html");
    try (Writer out = Files.newBufferedWriter(page)) {
      new HtmlPlanReport().write(plan, out);
    }
    browser.open(page);
    return page;
  }

  private static Path open(Comparison comparison) throws IOException {
    Path page = folder.resolve("comparison.html");
    try (OutputStream out = Files.newOutputStream(page)) {
      new HtmlComparisonReport().write(comparison, out);
    }
    browser.open(page);
    return page;
  }
}
