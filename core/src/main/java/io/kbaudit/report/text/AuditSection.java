package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Waiver;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.Choice;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.QuestionLines;
import io.kbaudit.report.finding.RowHeadings;
import io.kbaudit.report.finding.SharedFindings;
import io.kbaudit.report.finding.Unseen;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.text.English;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of a report for people that is about one folder. */
final class AuditSection {
  private static final int PASSED_AT_MOST = 200;
  private static final int UNLISTED_AT_MOST = 20;
  private final TextPage page;
  private final TextStyle style;
  private final FolderRecord place;
  private final boolean everything;
  private final RowHeadings headings;
  private final Set<Remark> toldAbove = new HashSet<>();

  /**
   * Prepares to speak of {@code place}.
   *
   * @param everything whether every check of every file is told
   */
  AuditSection(TextPage page, FolderRecord place, boolean everything) {
    this.page = page;
    this.style = page.style();
    this.place = place;
    this.everything = everything;
    this.headings = new RowHeadings(place);
  }

  /** Says which folder was held to what. */
  void writeHead() throws IOException {
    head("Folder", QuestionLines.folder(place, place.target().folder()));
    for (Fact line : QuestionLines.lines(place)) {
      head(line.label(), line.text());
    }
    page.blankLine();
  }

  private void head(String label, String text) throws IOException {
    page.paragraph(0, label, text);
  }

  /**
   * Says what could not be seen, and of each file that failed, then of each that stayed undecided,
   * and then of each that is waived, what was found.
   */
  void writeFindings() throws IOException {
    writeUnseen();
    writeFiles(FileResult.FAIL);
    writeFiles(FileResult.UNDECIDED);
    writeFiles(FileResult.WAIVED);
  }

  /** Lists what passed and what is not listed, and says what is to be known of the whole. */
  void writeRest() throws IOException {
    if (everything) {
      writeFiles(FileResult.PASS);
    } else {
      writePassed();
    }
    writeUnlisted();
    writeRemarks();
  }

  private void writeUnseen() throws IOException {
    for (Unseen unseen : Unseen.at(place)) {
      page.line(
          style.paint(
                  TextStyle.colorOf(FileResult.UNDECIDED),
                  style.symbol(FileResult.UNDECIDED) + " " + FileResult.UNDECIDED)
              + "  "
              + style.paint(Color.BOLD, style.safe(unseen.what()))
              + "  "
              + unseen.obstacle());
      for (String remark : unseen.remarks().subList(0, Math.min(1, unseen.remarks().size()))) {
        detail("why", remark);
      }
      page.blankLine();
    }
  }

  private void writeFiles(FileResult kind) throws IOException {
    if (place.tally().count(kind) == 0) {
      return;
    }
    SharedFindings shared =
        everything || kind == FileResult.WAIVED
            ? SharedFindings.NONE
            : SharedFindings.at(place, kind);
    for (SharedFindings.Group group : shared.groups()) {
      writeGroup(kind, group);
    }
    Optional<String> above = Optional.empty();
    int left = place.tally().count(kind) - shared.told();
    Iterator<FileRecord> files = filesToTell(kind).iterator();
    while (left > 0 && files.hasNext()) {
      FileRecord file = files.next();
      if (file.result() == kind && !shared.isTold(file)) {
        Optional<String> heading = file.listed().variant().heading();
        if (heading.isPresent() && headings.areSeveral() && !heading.equals(above)) {
          page.line(style.paint(Color.BOLD, "-- " + style.safe(heading.get())));
          above = heading;
        }
        writeFile(file);
        left--;
      }
    }
  }

  private Iterable<FileRecord> filesToTell(FileResult kind) {
    if (kind == FileResult.PASS) {
      return place.files();
    }
    return everything ? place.notPassed() : Unseen.notPassedAt(place);
  }

  /** Tells once what several files share, and what to do about it, and then which they are. */
  private void writeGroup(FileResult kind, SharedFindings.Group group) throws IOException {
    String mark = style.symbol(kind) + " " + kind;
    page.line(
        style.paint(TextStyle.colorOf(kind), mark)
            + "  "
            + style.paint(Color.BOLD, English.counted(group.count(), "file"))
            + (group.count() == place.tally().expected() ? ", all of them" : "")
            + "  "
            + group.ids());
    for (Fact fact : group.alike()) {
      detail(fact.label(), fact.text());
    }
    for (Cause cause : group.causes()) {
      Optional<Remark> remark = SharedFindings.remarkOn(cause, place);
      if (remark.isPresent()) {
        detail("why", style.choices().in(remark.get().text(), Term.of(cause).choices()));
        toldAbove.add(remark.get());
      } else {
        detail("to do", style.choices().in(cause.remedy(), Term.of(cause).choices()));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (FileRecord file : group.files()) {
      List<String> cells = new ArrayList<>();
      cells.add(style.safe(file.listed().name().spelling()));
      cells.add("row " + file.listed().row() + ", line " + file.listed().line());
      cells.add(style.safe(Finding.pathIfUnlike(file)));
      if (group.alike().isEmpty()) {
        cells.add(style.safe(Finding.inShort(file)));
      }
      rows.add(cells);
    }
    page.table("    ", rows);
    int left = group.count() - group.files().size();
    if (left > 0) {
      page.line(
          "    and "
              + English.counted(left, "more file")
              + style.choices().which(Choice.DETAIL, "lists all"));
    }
    page.blankLine();
  }

  private void writeFile(FileRecord file) throws IOException {
    RowRecord listed = file.listed();
    String mark = style.symbol(file.result()) + " " + file.result();
    page.line(
        style.paint(TextStyle.colorOf(file.result()), mark)
            + "  "
            + style.paint(Color.BOLD, style.safe(listed.name().spelling()))
            + "  "
            + (file.result() == FileResult.PASS ? passedBy(file) : Finding.ids(file)));
    detail("row", QuestionLines.row(file));
    String path = Finding.pathIfUnlike(file);
    if (!path.isEmpty() && !(file.outcomes().get(Check.NAME) instanceof Outcome.Failed)) {
      detail("file", path);
    }
    if (everything) {
      for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
        writeCheck(check.getKey(), check.getValue());
      }
      for (Map.Entry<Check, Waiver> waived : file.waived().entrySet()) {
        detail("waived", waived.getKey() + " " + WaiverLines.accepted(waived.getValue()));
      }
    } else {
      writeFindingsOf(file);
      writeWaivedOf(file);
    }
    if (Obstacle.nothingWasChecked(file)) {
      detail("undecided", Finding.nothingChecked(file, place.policy()));
    }
    page.blankLine();
  }

  private void writeFindingsOf(FileRecord file) throws IOException {
    for (Fact fact : Finding.facts(file)) {
      detail(fact.label(), fact.text());
    }
  }

  /** Of a file that is waived as a whole, its heading has named the checks. */
  private void writeWaivedOf(FileRecord file) throws IOException {
    for (Map.Entry<Check, Waiver> waived : file.waived().entrySet()) {
      Check check = waived.getKey();
      Outcome outcome = requireNonNull(file.outcomes().get(check));
      writeFinding(check, outcome);
      boolean named = file.result() == FileResult.WAIVED && file.waived().size() == 1;
      detail(
          "waived",
          (named ? "" : Finding.id(check, outcome) + ", ")
              + WaiverLines.accepted(waived.getValue()));
    }
  }

  private void writeFinding(Check check, Outcome outcome) throws IOException {
    for (Fact fact : Finding.facts(check, outcome)) {
      detail(fact.label(), fact.text());
    }
  }

  private void detail(String label, String text) throws IOException {
    page.paragraph(4, label, text);
  }

  private void writeCheck(Check check, Outcome outcome) throws IOException {
    String cause = outcome.causeIfAny().map(each -> " " + each).orElse("");
    detail(check.name(), Finding.word(outcome) + cause + ": " + Finding.evidence(outcome));
  }

  private void writePassed() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String mark = style.paint(Color.GREEN, style.symbol(FileResult.PASS) + " " + FileResult.PASS);
    int shown = Math.min(PASSED_AT_MOST, place.tally().passed());
    Iterator<FileRecord> files = place.files().iterator();
    while (rows.size() < shown && files.hasNext()) {
      FileRecord file = files.next();
      if (file.result() == FileResult.PASS) {
        rows.add(
            List.of(
                mark,
                style.safe(file.listed().name().spelling()),
                file.observed().map(AuditLines::size).orElse(""),
                file.observed()
                    .map(observed -> AuditLines.time(observed, place.policy()))
                    .orElse(""),
                passedBy(file),
                style.safe(Finding.pathIfUnlike(file) + " " + Finding.remarks(file))));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    page.table("", rows);
    int left = place.tally().passed() - rows.size();
    if (left > 0) {
      page.line(
          "and "
              + English.counted(left, "more file")
              + " that passed"
              + style.choices().which(Choice.DETAIL, "lists all"));
    }
    page.blankLine();
  }

  private static String passedBy(FileRecord file) {
    return file.assurance().map(Assurance::name).orElse("");
  }

  private void writeUnlisted() throws IOException {
    List<ObservedFile> unlisted = place.unlisted();
    if (unlisted.isEmpty()) {
      return;
    }
    String head = QuestionLines.unlisted(place);
    if (place.unlistedFail()) {
      head = style.choices().in(head, Term.of(Obstacle.UNLISTED).choices());
    }
    page.line(style.paint(place.unlistedFail() ? Color.RED : Color.BOLD, head));
    int most = everything ? unlisted.size() : Math.min(UNLISTED_AT_MOST, unlisted.size());
    List<List<String>> rows = new ArrayList<>();
    for (ObservedFile file : unlisted.subList(0, most)) {
      rows.add(
          List.of(
              style.safe(file.path()),
              AuditLines.size(file),
              AuditLines.time(file, place.policy()),
              style.safe(AuditLines.whyUnreadable(file))));
    }
    page.table("  ", rows);
    if (most < unlisted.size()) {
      page.line(
          "  and "
              + English.counted(unlisted.size() - most, "more file")
              + style.choices().which(Choice.DETAIL, "lists all"));
    }
    page.blankLine();
  }

  private void writeRemarks() throws IOException {
    List<Remark> remarks =
        place.remarks().stream().filter(remark -> !toldAbove.contains(remark)).toList();
    if (remarks.isEmpty()) {
      return;
    }
    page.line(style.paint(Color.BOLD, "Remarks"));
    for (Remark remark : remarks) {
      page.remark(remark);
    }
    page.blankLine();
  }
}
