package io.kbaudit.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.plan.Action;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlanRequest;
import io.kbaudit.plan.PlannedFile;
import io.kbaudit.plan.Planner;
import io.kbaudit.plan.Readiness;
import io.kbaudit.plan.UnplannedFile;
import io.kbaudit.report.CommandLine;
import io.kbaudit.report.Hostile;
import io.kbaudit.report.PlanCase;
import io.kbaudit.report.Written;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.PlanLines;
import io.kbaudit.report.finding.PlanSummary;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a plan as it is written; {@link HtmlPageInChromiumTest} tries it in a browser. */
class HtmlPlanReportTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String THEN = "2011-03-10T10:04:30Z";

  @ParameterizedTest
  @EnumSource
  void itIsWellFormedAndNeedsNothing(PlanCase given) throws IOException {
    Parser parser = Parser.htmlParser().setTrackErrors(10);

    Document page = Jsoup.parse(page(given.plan()), "", parser);

    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("script, img, link, iframe, form")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void itBeginsWithWhatThePlanComesTo(PlanCase given) throws IOException {
    Plan plan = given.plan();

    Document page = parsed(plan);

    assertThat(page.expectFirst("header .verdict strong").text())
        .isEqualTo(plan.readiness().name());
    assertThat(page.expectFirst("header").hasClass("passed"))
        .isEqualTo(plan.readiness() == Readiness.READY);
    assertThat(page.expectFirst("header .summary").text()).isEqualTo(PlanSummary.of(plan));
    assertThat(page.title()).isEqualTo(plan.readiness() + ": plan for " + plan.article().label());
  }

  @ParameterizedTest
  @EnumSource
  void everyFileIsThereOnceUnderItsAction(PlanCase given) throws IOException {
    Plan plan = given.plan();

    Document page = parsed(plan);

    for (Action action : Action.values()) {
      assertThat(
              page.select("section[aria-labelledby=" + action + "] :is(.card, tbody tr)")
                  .eachAttr("id"))
          .containsExactlyElementsOf(
              plan.files().stream()
                  .filter(file -> file.action() == action)
                  .map(file -> "f" + file.expected().row())
                  .toList());
    }
    assertThat(page.select("section[aria-labelledby=unplanned] tbody tr"))
        .hasSize(plan.unplanned().size());
  }

  /** Whoever reads the page alone knows all that the text says. */
  @ParameterizedTest
  @EnumSource
  void nothingThatTextSaysIsMissing(PlanCase given) throws IOException {
    Plan plan = given.plan();
    String page = parsed(plan).text();

    List<String> said = new ArrayList<>(PlanLines.about(plan).stream().map(Fact::text).toList());
    for (PlannedFile file : plan.files()) {
      said.addAll(List.of(PlanLines.name(file), file.reason(), file.action().meaning()));
      file.backUp().ifPresent(said::add);
      file.damage().ifPresent(said::add);
      Stream.concat(file.standing().stream(), file.source().stream())
          .map(AuditLines::size)
          .forEach(said::add);
    }
    for (UnplannedFile left : plan.unplanned()) {
      said.add(left.file().path());
      said.add(PlanLines.whyLeft(left));
      said.add(AuditLines.whyUnreadable(left.file()));
    }
    plan.remarks().forEach(remark -> said.addAll(List.of(remark.id(), remark.text())));
    assertThat(said).allSatisfy(text -> assertThat(page).contains(shown(text)));
  }

  /** Returns what of a text is sure to be in the text of a page, which joins blanks. */
  private static String shown(String text) {
    return PrintableText.of(text).replaceAll(" +", " ").strip();
  }

  @Test
  void whyItIsObstructedNamesTheFilesWithTheirReasonsAndLinksToTheirCards() throws IOException {
    Document page = parsed(PlanCase.EVERY_ACTION.plan());

    assertThat(page.expectFirst("header .reasons h2").text()).isEqualTo("Why it is OBSTRUCTED");
    assertThat(page.select("header .reasons .parts li").eachText())
        .containsExactly(
            "Blocked.msi the package's file does not verify: SIZE SMALLER: 499 bytes, not 500",
            "Unknown.msi PRESENCE UNREADABLE: 'Unknown.msi' cannot be read: permission denied");
    for (String link : page.select("header .reasons a").eachAttr("href")) {
      assertThat(page.select(".card" + link)).hasSize(1);
    }
  }

  @Test
  void ofVeryManyFilesThatAreInTheWayTheFirstTenAreNamedAtTheHead() throws IOException {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (int i = 0; i < 1_234; i++) {
      rows.add(Given.row("Package" + i + ".msi", 5, LISTED));
      files.add(Given.file("Package" + i + ".msi", 4, THEN));
    }

    Document page = parsed(plan(rows, files, List.of()));

    assertThat(page.select("header .reasons .parts li")).hasSize(10);
    assertThat(page.select("header .reasons > p").eachText()).containsExactly("and 1,224 more");
    assertThat(page.select(".card")).hasSize(1_234);
  }

  @Test
  void aCardSaysWhatStandsThereWhatIsCopiedAndUnderWhichNameTheOtherIsKept() throws IOException {
    Document page = parsed(PlanCase.EVERY_ACTION.plan());

    assertThat(page.select("#f2 .values > div").eachText())
        .containsExactly(
            "There now 180 bytes, 2010-01-01 00:00 UTC SHA-256 " + "a".repeat(64),
            "Copied 200 bytes, 2011-03-10 10:04 UTC SHA-256 " + "2".repeat(64));
    assertThat(page.select("#f2 .advice > div").eachText())
        .containsExactly(
            "Differs SIZE SMALLER: 180 bytes, not 200; DATE OLDER: 2010-01-01 00:00:00 UTC, 433 d"
                + " 10 h older",
            "Back-up Replaced.msi.before-KB1234567");
  }

  @Test
  void whatMakesAPlanDoubtfulIsSaidAtItsHead() throws IOException {
    Document page = parsed(PlanCase.DOUBTFUL.plan());

    assertThat(page.select("header .reasons li b").eachText())
        .containsExactly("ROW_UNREAD:", "CABINETS_LEFT:");
    assertThat(page.expectFirst("header .reasons").text())
        .contains("The article's line 12 and 10 more lines: Rows of no file.");
    assertThat(page.select("header .narrowing").eachText())
        .containsExactly(
            "Not audited: contents (METADATA_ONLY)", "Not sound, and yet copied or kept: Torn.msi");
  }

  @Test
  void aPlanThatIsReadySaysWhatIsLeftOutAndWhatToSeeTo() throws IOException {
    Document page = parsed(PlanCase.READY.plan());

    assertThat(page.select("header .narrowing").eachText())
        .containsExactly(
            "Not planned: 21 rows (location)", "Not audited: contents (METADATA_ONLY)");
    assertThat(page.select("header .reasons h2").eachText())
        .containsExactly("What to see to before copying");
    assertThat(page.select("header .reasons li b").eachText())
        .containsExactly("PACKAGE_NOT_VERIFIED:");
  }

  @Test
  void ofAPlanWithoutDoubtsNobodyAsksWhy() throws IOException {
    assertThat(parsed(PlanCase.HOSTILE.plan()).select(".reasons")).isEmpty();
  }

  @Test
  void aRemarkNamesTheChoiceAsItsReaderKnowsIt() throws IOException {
    String named =
        Written.by(
            out -> new HtmlPlanReport(CommandLine::find).write(PlanCase.DOUBTFUL.plan(), out));

    assertThat(Jsoup.parse(named).expectFirst(".remarks").text()).contains("(--source-zone)");
    assertThat(page(PlanCase.DOUBTFUL.plan())).doesNotContain("--source-zone");
  }

  @Test
  void whatItIsMadeOfCannotBecomePartOfThePage() throws IOException {
    List<ExpectedFile> rows = new ArrayList<>();
    List<ObservedFile> files = new ArrayList<>();
    for (String name : Hostile.NAMES) {
      rows.add(Given.row(name, 5, LISTED));
      files.add(Given.unreadable(name, name));
    }

    Document page = parsed(plan(rows, files, files));

    assertThat(page.select("script, img, h1 ~ h1, header a[href^=http]")).isEmpty();
    assertThat(page.select("h1").eachText()).containsExactly("KB1234567");
    assertThat(page.select("#f17 h3").text()).isEqualTo("<script>alert(1)</script>.msi");
    assertThat(page.getAllElements())
        .flatExtracting(element -> element.attributes().asList())
        .extracting(Attribute::getKey)
        .noneMatch(name -> name.startsWith("on") || name.equals("style") || name.equals("src"));
  }

  @Test
  void aBrowserTakesItsOwnStyleAndNothingElse() throws Exception {
    Document page = parsed(PlanCase.EVERY_ACTION.plan());
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(page.expectFirst("style").data().getBytes(UTF_8));

    assertThat(page.head().child(1).attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'",
            Base64.getEncoder().encodeToString(digest));
  }

  @Test
  void whatTheWriterCannotTakeIsToldAsTheWriterTellsIt() {
    IOException full = new IOException("disk full");
    Writer out =
        new FilterWriter(new StringWriter()) {
          @Override
          public void write(String text, int from, int length) throws IOException {
            throw full;
          }
        };

    assertThatThrownBy(() -> new HtmlPlanReport().write(PlanCase.READY.plan(), out)).isSameAs(full);
  }

  private static Plan plan(
      List<ExpectedFile> rows, List<ObservedFile> ofPackage, List<ObservedFile> ofShare)
      throws IOException {
    return Planner.plan(
        new PlanRequest(
            Given.article(rows), Optional.empty(), Optional.empty(), AuditPolicy.asPrinted()),
        Inventory.of("rollup", ofPackage),
        Inventory.of("share", ofShare));
  }

  private static Document parsed(Plan plan) throws IOException {
    return Jsoup.parse(page(plan));
  }

  private static String page(Plan plan) throws IOException {
    return Written.by(out -> new HtmlPlanReport().write(plan, out));
  }
}
