package io.kbaudit.report;

import static java.util.stream.Collectors.joining;

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
import io.kbaudit.audit.RowSelection;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.report.TextStyle.Color;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The part of a report for people that is about one folder. */
final class AuditSection {
  private static final int PASSED_AT_MOST = 200;
  private static final int UNLISTED_AT_MOST = 20;
  static final int LABEL = 11;

  private final TextPage page;
  private final TextStyle style;
  private final AuditResult result;

  AuditSection(TextPage page, AuditResult result) {
    this.page = page;
    this.style = page.style();
    this.result = result;
  }

  /** Says which folder was held to what. */
  void writeHead() throws IOException {
    AuditRequest request = result.request();
    page.paragraph(
        0,
        LABEL,
        "Folder",
        result.inventory().folder() + (result.inventory().recursive() ? " and all below" : ""));
    page.paragraph(
        0,
        LABEL,
        "Held to",
        AuditLines.counted(result.files().size(), "row")
            + (request.policy().acceptance() == Acceptance.EXACT
                ? ", exactly as listed"
                : ", as listed or later")
            + request
                .location()
                .map(location -> ", for " + location.name() + ": " + location.description())
                .orElse(""));
    if (!request.selection().equals(RowSelection.ALL)) {
      page.paragraph(0, LABEL, "Rows", "only " + AuditLines.chosenBy(request.selection()));
    }
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

  /** Says of each file that came to {@code kind} what was found. */
  void writeFindings(FileResult kind) throws IOException {
    for (FileAudit file : result.files()) {
      if (file.result() == kind) {
        writeFinding(file, result.request().policy());
      }
    }
  }

  private void writeFinding(FileAudit file, AuditPolicy policy) throws IOException {
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
            check.getKey().isOfTable() ? "listed" : "expected",
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
        ? AuditLines.bytes(readable.sizeBytes())
        : failed.observed();
  }

  /** Lists the files that passed. */
  void writePassed() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String mark = style.paint(Color.GREEN, style.symbol(FileResult.PASS) + " " + FileResult.PASS);
    String zone = zone();
    for (FileAudit file : result.files()) {
      if (file.result() == FileResult.PASS && rows.size() < PASSED_AT_MOST) {
        rows.add(
            List.of(
                mark,
                style.safe(file.expected().name().best().spelling()),
                file.observed().map(AuditLines::size).orElse(""),
                file.observed().map(observed -> AuditLines.time(observed, zone)).orElse(""),
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
      page.line(
          "and " + AuditLines.counted(left, "more file") + " that passed; --report json lists all");
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

  /** Lists the files that the article does not. */
  void writeUnlisted() throws IOException {
    if (result.unlisted().isEmpty()) {
      return;
    }
    boolean fail = result.request().policy().unlistedFiles() == UnlistedFiles.FAIL;
    String head =
        AuditLines.counted(result.unlisted().size(), "file")
            + " that the article does not list here"
            + (fail ? ": forbidden by --unlisted fail" : "");
    page.line(style.paint(fail ? Color.RED : Color.BOLD, head));
    List<List<String>> rows = new ArrayList<>();
    for (ObservedFile file :
        result.unlisted().subList(0, Math.min(UNLISTED_AT_MOST, result.unlisted().size()))) {
      rows.add(
          List.of(
              style.safe(file.path()),
              AuditLines.size(file),
              AuditLines.time(file, zone()),
              style.safe(AuditLines.whyUnreadable(file))));
    }
    page.table("  ", rows);
    int left = result.unlisted().size() - rows.size();
    if (left > 0) {
      page.line("  and " + AuditLines.counted(left, "more file") + "; --report json lists all");
    }
    page.blankLine();
  }

  /** Says what is to be known of the folder as a whole. */
  void writeRemarks() throws IOException {
    if (result.remarks().isEmpty()) {
      return;
    }
    page.line(style.paint(Color.BOLD, "Remarks"));
    for (Remark remark : result.remarks()) {
      page.paragraph(2, 0, "", remark.id() + ": " + remark.text());
    }
    page.blankLine();
  }

  /** Returns for example "5m" or "1h30m": ISO 8601 without its marks. */
  private static String shortly(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  private String zone() {
    return result.request().policy().sourceZone().map(ZoneId::getId).orElse("UTC");
  }
}
