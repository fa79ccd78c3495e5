package io.kbaudit.report;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.report.TextStyle.Color;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The report for people: what failed and why, what to do, what passed, and a line that sums up. */
public final class TextAuditReport implements AuditReport {
  private static final int PASSED_AT_MOST = 200;
  private static final int UNLISTED_AT_MOST = 20;
  private static final int LABEL = 11;

  private final TextStyle style;

  /** Creates a report in this style. */
  public TextAuditReport(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /** Returns the one line that sums up, without its end. */
  public static String summary(AuditResult result) {
    int notListed = result.inventory().gaps().size();
    return String.format(
        Locale.ROOT,
        "%s: %d expected, %d passed, %d failed, %d undecided, %d unlisted%s",
        result.verdict().name().replace('_', '-'),
        result.files().size(),
        result.count(FileResult.PASS),
        result.count(FileResult.FAIL),
        result.count(FileResult.UNDECIDED),
        result.unlisted().size(),
        notListed == 0 ? "" : ", " + counted(notListed, "folder") + " not listed");
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    writeHead(page, result);
    writeFindings(page, result, FileResult.FAIL);
    writeFindings(page, result, FileResult.UNDECIDED);
    writeRemedies(page, result);
    writePassed(page, result);
    writeUnlisted(page, result);
    writeRemarks(page, result);
    Color color =
        switch (result.verdict()) {
          case COMPLIANT -> Color.GREEN;
          case NON_COMPLIANT -> Color.RED;
          case INDETERMINATE -> Color.YELLOW;
        };
    page.line(style.paint(color, summary(result)));
    page.flush();
  }

  private static void writeHead(TextPage page, AuditResult result) throws IOException {
    AuditRequest request = result.request();
    Article article = request.article();
    page.paragraph(
        0,
        LABEL,
        "Article",
        article.label()
            + article.title().map(title -> ", " + title).orElse("")
            + " ("
            + (article.source().equals("bundled") ? "bundled" : "read from " + article.source())
            + ")");
    page.paragraph(
        0,
        LABEL,
        "Folder",
        result.inventory().folder() + (result.inventory().recursive() ? " and all below" : ""));
    page.paragraph(
        0,
        LABEL,
        "Held to",
        counted(result.files().size(), "row")
            + (request.policy().acceptance() == Acceptance.EXACT
                ? ", exactly as listed"
                : ", as listed or later")
            + request
                .location()
                .map(location -> ", for " + location.name() + ": " + location.description())
                .orElse(""));
    if (request.policy().sourceZone().isPresent()) {
      page.paragraph(
          0,
          LABEL,
          "Times",
          "of files are read as local times of " + request.policy().sourceZone().get());
    }
    if (!request.policy().tolerance().equals(AuditPolicy.FAT_ROUNDING)) {
      page.paragraph(0, LABEL, "Tolerance", shortly(request.policy().tolerance()) + " in time");
    }
    if (request.baseline().isPresent()) {
      page.paragraph(0, LABEL, "Baseline", request.baseline().get().source());
    }
    if (request.policy().checks().size() < Check.values().length) {
      page.paragraph(
          0,
          LABEL,
          "Checked",
          request.checks().stream().map(Check::name).collect(joining(", ")) + " and nothing else");
    }
    page.blankLine();
  }

  private void writeFindings(TextPage page, AuditResult result, FileResult kind)
      throws IOException {
    for (FileAudit file : result.files()) {
      if (file.result() == kind) {
        writeFinding(page, file, result.request().policy());
      }
    }
  }

  private void writeFinding(TextPage page, FileAudit file, AuditPolicy policy) throws IOException {
    ExpectedFile expected = file.expected();
    String mark = style.symbol(file.result()) + " " + file.result();
    page.line(
        style.paint(TextStyle.colorOf(file.result()), mark)
            + "  "
            + style.paint(Color.BOLD, style.safe(expected.name().best().spelling()))
            + "  "
            + findings(file));
    page.paragraph(
        4,
        LABEL,
        "row",
        expected.row()
            + ", line "
            + expected.line()
            + " of the article"
            + (expected.name().cut() ? ", cut to '" + expected.printed().name() + "'" : "")
            + file.component().map(component -> "; component " + component).orElse(""));
    String path = pathIfUnlike(file);
    if (!path.isEmpty() && !(file.outcomes().get(Check.NAME) instanceof Outcome.Failed)) {
      page.paragraph(4, LABEL, "file", path);
    }
    boolean explained = false;
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      if (check.getValue() instanceof Outcome.Failed failed) {
        page.paragraph(
            4,
            LABEL,
            check.getKey().readsPackages() ? "expected" : "listed",
            listed(check.getKey(), failed, file));
        page.paragraph(4, LABEL, "found", found(check.getKey(), failed, file));
        explained = true;
      } else if (check.getValue() instanceof Outcome.Undecided undecided) {
        page.paragraph(4, LABEL, "undecided", undecided.reason());
        explained = true;
      }
    }
    if (!explained) {
      page.paragraph(
          4,
          LABEL,
          "undecided",
          "no check that was asked for could be done" + whyNot(file, policy));
    }
    page.blankLine();
  }

  private static String whyNot(FileAudit file, AuditPolicy policy) {
    return file.outcomes().entrySet().stream()
        .filter(check -> policy.checks().contains(check.getKey()))
        .map(Map.Entry::getValue)
        .filter(Outcome.NotApplicable.class::isInstance)
        .map(outcome -> ": " + ((Outcome.NotApplicable) outcome).reason())
        .findFirst()
        .orElse("");
  }

  /** Returns the path of the file, where that is more than the row's name. */
  private static String pathIfUnlike(FileAudit file) {
    return file.observed()
        .filter(
            observed ->
                observed.path().indexOf('/') >= 0
                    || !observed.name().equals(file.expected().name().best()))
        .map(ObservedFile::path)
        .orElse("");
  }

  private static String findings(FileAudit file) {
    return file.outcomes().entrySet().stream()
        .filter(check -> !(check.getValue() instanceof Outcome.Passed))
        .filter(check -> check.getValue().cause().isPresent())
        .map(check -> check.getKey() + " " + check.getValue().cause().orElseThrow())
        .collect(joining(", "));
  }

  private static String listed(Check check, Outcome.Failed failed, FileAudit file) {
    return check == Check.SIZE
        ? file.expected().size().map(ListedSize::toString).orElse(failed.expected())
        : failed.expected();
  }

  private static String found(Check check, Outcome.Failed failed, FileAudit file) {
    return check == Check.SIZE
            && file.observed().orElse(null) instanceof ObservedFile.Readable readable
            && failed.observed().equals(Long.toString(readable.sizeBytes()))
        ? bytes(readable.sizeBytes())
        : failed.observed();
  }

  private static void writeRemedies(TextPage page, AuditResult result) throws IOException {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    for (FileAudit file : result.files()) {
      file.outcomes().values().stream()
          .filter(outcome -> !(outcome instanceof Outcome.Passed))
          .forEach(outcome -> outcome.cause().ifPresent(causes::add));
    }
    if (causes.isEmpty()) {
      return;
    }
    page.line(page.style().paint(Color.BOLD, "What it means, and what to do"));
    int width = causes.stream().mapToInt(cause -> cause.name().length()).max().orElse(0) + 2;
    for (Cause cause : causes) {
      page.paragraph(2, width, cause.name(), cause.meaning() + " " + cause.remedy());
    }
    page.blankLine();
  }

  private void writePassed(TextPage page, AuditResult result) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String mark = style.paint(Color.GREEN, style.symbol(FileResult.PASS) + " " + FileResult.PASS);
    String zone = zone(result);
    for (FileAudit file : result.files()) {
      if (file.result() == FileResult.PASS && rows.size() < PASSED_AT_MOST) {
        rows.add(
            List.of(
                mark,
                style.safe(file.expected().name().best().spelling()),
                file.observed().map(TextAuditReport::size).orElse(""),
                file.observed().map(observed -> time(observed, zone)).orElse(""),
                file.assurance().map(Assurance::name).orElse(""),
                style.safe(Stream.of(pathIfUnlike(file), remarks(file)).collect(joining(" ")))));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    page.table("", rows);
    int left = result.count(FileResult.PASS) - rows.size();
    if (left > 0) {
      page.line("and " + counted(left, "more file") + " that passed; --report json lists all");
    }
    page.blankLine();
  }

  private static String remarks(FileAudit file) {
    return file.outcomes().values().stream()
        .flatMap(outcome -> outcome.cause().stream())
        .map(Cause::name)
        .distinct()
        .collect(joining(" "));
  }

  private void writeUnlisted(TextPage page, AuditResult result) throws IOException {
    if (result.unlisted().isEmpty()) {
      return;
    }
    boolean fail = result.request().policy().unlistedFiles() == UnlistedFiles.FAIL;
    String head =
        counted(result.unlisted().size(), "file")
            + " that the article does not list here"
            + (fail ? ": forbidden by --unlisted fail" : "");
    page.line(style.paint(fail ? Color.RED : Color.BOLD, head));
    List<List<String>> rows = new ArrayList<>();
    for (ObservedFile file :
        result.unlisted().subList(0, Math.min(UNLISTED_AT_MOST, result.unlisted().size()))) {
      rows.add(List.of(style.safe(file.path()), size(file), time(file, zone(result))));
    }
    page.table("  ", rows);
    int left = result.unlisted().size() - rows.size();
    if (left > 0) {
      page.line("  and " + counted(left, "more file") + "; --report json lists all");
    }
    page.blankLine();
  }

  private static void writeRemarks(TextPage page, AuditResult result) throws IOException {
    if (result.remarks().isEmpty()) {
      return;
    }
    page.line(page.style().paint(Color.BOLD, "Remarks"));
    for (Remark remark : result.remarks()) {
      page.paragraph(2, 0, "", remark.id() + ": " + remark.text());
    }
    page.blankLine();
  }

  private static String size(ObservedFile file) {
    return file instanceof ObservedFile.Readable readable
        ? bytes(readable.sizeBytes())
        : "unreadable";
  }

  private static String bytes(long bytes) {
    return ListedSize.ofBytes(bytes).toString();
  }

  /** Returns the time that a file carries, and the zone of which that is the local time. */
  private static String time(ObservedFile file, String zone) {
    if (file instanceof ObservedFile.Readable readable) {
      var time = readable.modified().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
      return time.toLocalDate() + " " + time.toLocalTime() + " " + zone;
    }
    return "";
  }

  /** Returns for example "5m" or "1h30m": ISO 8601 without its marks. */
  private static String shortly(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  private static String zone(AuditResult result) {
    return result.request().policy().sourceZone().map(ZoneId::getId).orElse("UTC");
  }

  private static String counted(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
