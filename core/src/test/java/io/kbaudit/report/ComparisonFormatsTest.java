package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.ComparisonReports;
import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.audit.Waiver;
import io.kbaudit.comparison.Change;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.Incomparability;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.json.ToolVersion;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.report.json.JsonAuditReport;
import io.kbaudit.report.json.SavedAudit;
import io.kbaudit.report.text.TextComparisonReport;
import io.kbaudit.report.text.TextStyle;
import io.kbaudit.text.Printable;
import io.kbaudit.waiver.Waivers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparisons in all formats, held to golden files; {@link Golden} says how to write them anew. */
class ComparisonFormatsTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String THEN = "2011-03-10T10:04:30Z";

  private static final Article ARTICLE =
      Given.article(
          Given.row("Broken.msi", 100, LISTED),
          Given.row("Gone.msi", 200, LISTED),
          Given.row("Unread.msi", 300, LISTED),
          Given.row("Mended.msi", 400, LISTED),
          Given.row("Still.msi", 500, LISTED),
          Given.row("Worse.msi", 600, LISTED),
          Given.row("Cleared.msi", 700, LISTED),
          Given.row("Sound.msi", 800, LISTED),
          Given.row("Language.msi", 900, LISTED));

  private enum Pair {
    /** Nothing differs. */
    SAME {
      @Override
      Comparison comparison() throws IOException {
        return Comparison.of(Case.FAIL.audit(), Case.FAIL.audit());
      }
    },

    /** The same question, to which the answers differ in every way in which they can. */
    DIFFERENT {
      @Override
      Comparison comparison() {
        return Comparison.of(
            before(UnlistedFiles.FAIL), after(UnlistedFiles.FAIL, ToolVersion.get()));
      }
    },

    /** Nothing is seen to fail anew, but something cannot be told. */
    DOUBTFUL {
      @Override
      Comparison comparison() {
        Article article = Given.article(Given.row("a.msi", 5, LISTED));
        ObservedFile file = Given.file("a.msi", 5, THEN);
        return Comparison.of(
            AuditRecord.of(Given.audit(article, folder(file, Given.file("notes.txt", 5, THEN)))),
            AuditRecord.of(
                Given.audit(article, folder(Given.unreadable("a.msi", "permission denied")))));
      }
    },

    /** Another policy, another kbaudit, and another set of places. */
    UNLIKE {
      @Override
      Comparison comparison() {
        AuditRecord before = before(UnlistedFiles.FAIL);
        AuditRecord after = after(UnlistedFiles.NOTE, "0.2");
        return Comparison.of(
            several(before, "0.1", place(before, "msi-share"), place(before, "dns")),
            several(after, "0.2", place(after, "sharepoint"), place(after, "msi-share")));
      }
    },

    /** Waivers cover what is found, before or now; and it is told how the later one was made. */
    WAIVED {
      @Override
      Comparison comparison() throws IOException {
        Article article =
            Given.article(
                Given.row("Newly.msi", 5, LISTED),
                Given.row("Still.msi", 5, LISTED),
                Given.row("NoLonger.msi", 5, LISTED));
        AuditResult audit =
            Given.audit(
                article,
                folder(
                    Given.file("Newly.msi", 4, THEN),
                    Given.file("Still.msi", 4, THEN),
                    Given.file("NoLonger.msi", 4, THEN)),
                AuditPolicy.asPrinted());
        return Comparison.of(
            waived(audit, "Still.msi", "NoLonger.msi"),
            waived(audit, "Still.msi", "Newly.msi")
                .madeAs(Case.PROVEN.audit().provenance().orElseThrow()));
      }
    },

    /** All texts are hostile. */
    HOSTILE {
      @Override
      Comparison comparison() {
        List<ObservedFile> before = new ArrayList<>();
        List<ObservedFile> after = new ArrayList<>();
        for (String name : Hostile.NAMES) {
          before.add(Given.file(name, 5, THEN));
          after.add(
              after.size() % 2 == 0
                  ? Given.unreadable(name, name)
                  : Given.file(name, 4, THEN, Given.packageNamed(name)));
        }
        Article article =
            Given.article(Hostile.NAMES.stream().map(name -> Given.row(name, 5, LISTED)).toList());
        return Comparison.of(
            AuditRecord.of(
                Given.audit(
                    article, Inventory.of(Hostile.NAMES.get(1), before), AuditPolicy.orLater())),
            AuditRecord.of(Given.audit(article, Inventory.of(Hostile.NAMES.get(2), after))));
      }
    };

    abstract Comparison comparison() throws IOException;
  }

  /** Returns an audit in which waivers cover the sizes of these files. */
  private static AuditRecord waived(AuditResult audit, String... files) {
    List<Waiver> waivers = new ArrayList<>();
    for (String file : files) {
      waivers.add(
          new Waiver(
              waivers.size() + 1,
              Optional.empty(),
              Optional.of(FileName.of(file)),
              Optional.empty(),
              Set.of(Check.SIZE),
              Set.of(),
              Optional.of("known"),
              Optional.of("J. Doe"),
              Optional.empty(),
              Optional.empty(),
              Optional.of(LocalDate.of(2027, 3, 31)),
              false));
    }
    return AuditRecord.of(
        new Waivers("waivers.yaml", waivers).applyTo(audit, LocalDate.of(2027, 1, 1)));
  }

  private static Inventory folder(ObservedFile... files) {
    return new Inventory("rollup", true, List.of(files), List.of(), List.of(), List.of());
  }

  private static AuditRecord before(UnlistedFiles unlisted) {
    return AuditRecord.of(
        Given.audit(
            ARTICLE,
            folder(
                Given.file("Broken.msi", 100, THEN),
                Given.file("Gone.msi", 199, THEN),
                Given.file("Unread.msi", 299, THEN),
                Given.file("Mended.msi", 399, THEN),
                Given.file("Still.msi", 499, THEN),
                Given.file("Worse.msi", 599, THEN),
                Given.unreadable("Cleared.msi", "permission denied"),
                Given.hashed(Given.file("Sound.msi", 800, THEN), '1'),
                Given.file("Language.msi", 900, THEN, Given.packageFor("Intel;1033")),
                Given.file("allowed no longer.tmp", 3, THEN),
                Given.file("deleted.tmp", 4, THEN)),
            AuditPolicy.asPrinted().withUnlistedFiles(unlisted)));
  }

  private static AuditRecord after(UnlistedFiles unlisted, String version) {
    AuditPolicy policy =
        unlisted == UnlistedFiles.FAIL
            ? AuditPolicy.asPrinted()
            : AuditPolicy.asPrinted()
                .withChecks(EnumSet.complementOf(EnumSet.of(Check.DATE, Check.NAME)));
    AuditRecord after =
        AuditRecord.of(
            Given.audit(
                ARTICLE,
                new Inventory(
                    "rollup",
                    true,
                    List.of(
                        Given.file("Broken.msi", 101, "2012-01-01T00:00:00Z"),
                        Given.unreadable("Unread.msi", "permission denied"),
                        Given.file("Mended.msi", 400, THEN),
                        Given.file("Still.msi", 499, THEN),
                        Given.file("Worse.msi", 60, THEN),
                        Given.file("Cleared.msi", 700, THEN),
                        Given.hashed(Given.file("Sound.msi", 800, THEN), '2'),
                        Given.unreadFile("Language.msi", 900, THEN),
                        Given.file("allowed no longer.tmp", 3, THEN),
                        Given.file("added.tmp", 5, THEN)),
                    List.of(new Inventory.Gap("locked", "permission denied")),
                    List.of(),
                    List.of()),
                policy.withUnlistedFiles(unlisted)));
    return new AuditRecord(version, after.article(), after.places(), false, List.of());
  }

  private static FolderRecord place(AuditRecord audit, String location) {
    FolderRecord place = audit.places().get(0);
    return new FolderRecord(
        new FolderRecord.Target(
            place.path(), true, Optional.of(new LocationRecord(location, "somewhere", false))),
        place.policy(),
        place.files(),
        place.tally(),
        place.unlisted(),
        place.gaps(),
        place.leftOut(),
        place.remarks());
  }

  private static AuditRecord several(AuditRecord audit, String version, FolderRecord... places) {
    return new AuditRecord(
        version,
        audit.article(),
        List.of(places),
        true,
        List.of(new LocationRecord("package", "the rollup", false)),
        true);
  }

  private static Stream<Arguments> everyFormatOfEveryPair() {
    return ComparisonReports.names().stream()
        .flatMap(format -> Stream.of(Pair.values()).map(pair -> Arguments.of(format, pair)));
  }

  private static String written(ComparisonReport report, Comparison comparison) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.write(comparison, out);
    return out.toString(report.charset());
  }

  @ParameterizedTest
  @MethodSource("everyFormatOfEveryPair")
  void itIsAsItsGoldenFile(String format, Pair pair) throws IOException {
    ComparisonReport report = ComparisonReports.named(format);
    String ending =
        switch (format) {
          case "text" -> ".txt";
          case "markdown" -> ".md";
          default -> "." + format;
        };

    Golden.assertMatches(
        report.getClass(),
        "comparison-" + pair.name().toLowerCase(Locale.ROOT) + ending,
        written(report, pair.comparison()));
    assertThat(report.name()).isEqualTo(format);
    assertThat(report.mediaType()).contains("/");
  }

  @ParameterizedTest
  @MethodSource("everyFormatOfEveryPair")
  void itIsTheSameElsewhereAndNothingInItMovesAScreen(String format, Pair pair) throws IOException {
    ComparisonReport report = ComparisonReports.named(format);
    String here = written(report, pair.comparison());

    assertThat(Written.elsewhere(() -> written(report, pair.comparison()))).isEqualTo(here);
    assertThat(here.codePoints().filter(c -> c != '\n')).allMatch(Printable::isPrintable);
  }

  @Test
  void theGoldenFilesShowEveryWordThereIs() throws IOException {
    List<Change> changes = new ArrayList<>();
    List<FileChange.Kind> kinds = new ArrayList<>();
    for (Pair pair : Pair.values()) {
      Comparison comparison = pair.comparison();
      Stream.of(Change.values()).filter(each -> comparison.count(each) > 0).forEach(changes::add);
      Stream.of(FileChange.Kind.values())
          .filter(each -> comparison.count(each) > 0)
          .forEach(kinds::add);
    }

    assertThat(changes).contains(Change.values());
    assertThat(kinds).contains(FileChange.Kind.values());
    assertThat(Stream.of(Pair.values()).map(ComparisonFormatsTest::result))
        .contains(Comparison.Result.NO_DIFFERENCE, Comparison.Result.NEW_FAILURES)
        .contains(Comparison.Result.UNDECIDED, Comparison.Result.NOT_COMPARABLE);
    assertThat(Pair.UNLIKE.comparison().incomparabilities())
        .contains(Incomparability.TOOL_DIFFERS, Incomparability.LOCATIONS_DIFFER);
  }

  private static Comparison.Result result(Pair pair) {
    try {
      return pair.comparison().result();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Only what an audit's JSON does not keep is not told of saved ones. */
  @ParameterizedTest
  @EnumSource
  void ofSavedAuditsItIsTheSame(Pair pair) throws IOException {
    Comparison comparison = pair.comparison();
    try (SavedAudit before = saved(comparison.before());
        SavedAudit after = saved(comparison.after())) {
      Comparison again = Comparison.of(before.audit(), after.audit());
      for (String format : ComparisonReports.names()) {
        ComparisonReport report = ComparisonReports.named(format);

        assertThat(written(report, again)).isEqualTo(written(report, comparison));
      }
    }
  }

  private static SavedAudit saved(AuditRecord audit) throws IOException {
    byte[] json = Audits.written(new JsonAuditReport(), audit).getBytes(StandardCharsets.UTF_8);
    return SavedAudit.copied(new ByteArrayInputStream(json), "audit.json");
  }

  @ParameterizedTest
  @EnumSource
  void thePageIsWellFormedAndNeedsNothing(Pair pair) throws IOException {
    String html = written(ComparisonReports.named("html"), pair.comparison());
    Parser parser = Parser.htmlParser().setTrackErrors(10);

    Document page = Jsoup.parse(html, "", parser);

    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("script, img, link, iframe, form")).isEmpty();
    assertThat(page.expectFirst(".verdict strong").text())
        .isEqualTo(pair.comparison().result().name().replace('_', ' '));
    assertThat(page.expectFirst(".summary").text())
        .isEqualTo(TextComparisonReport.summary(pair.comparison()));
  }

  @Test
  void textIsColoredOnDemand() throws IOException {
    TextComparisonReport report =
        new TextComparisonReport(new TextStyle(true, StandardCharsets.UTF_8));

    String text = written(report, Pair.DIFFERENT.comparison());

    assertThat(text).contains("\u001B[31mNEW_FAILURE\u001B[0m", "\u001B[32mFIXED\u001B[0m");
    assertThat(text).contains("\u001B[31mNEW FAILURES: ");
  }

  @Test
  void manyFilesAreCountedInTextAndListedInJson() throws IOException {
    List<ObservedFile> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(Given.file("f" + i + ".tmp", 1, THEN));
    }
    Article article = Given.article(Given.row("a.msi", 5, LISTED));
    AuditResult before = Given.audit(article, Given.folder());
    AuditResult after = Given.audit(article, Given.folder(many));
    Comparison comparison = Comparison.of(AuditRecord.of(before), AuditRecord.of(after));
    TextStyle named = TextStyle.plain(StandardCharsets.UTF_8).withChoices(CommandLine::find);

    String text = written(new TextComparisonReport(named), comparison);

    assertThat(text).contains("  and 900 more files; --report json lists all\n");
    assertThat(written(ComparisonReports.named("json"), comparison)).contains("f999.tmp");
  }
}
