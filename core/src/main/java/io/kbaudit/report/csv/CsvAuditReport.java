package io.kbaudit.report.csv;

import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Waiver;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.Narrowing;
import io.kbaudit.report.finding.ProvenanceLines;
import io.kbaudit.report.finding.Unseen;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.signature.Signature;
import io.kbaudit.signature.SignatureInspection;
import io.kbaudit.signature.Signer;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The audit as comma-separated values (RFC 4180), for spreadsheets and databases: a line of column
 * names, then a row for every check of every file, its lines ended by CR and LF. It is UTF-8
 * without a byte order mark, which other readers take for part of the first name. Columns may be
 * added at the end; none is renamed, moved or removed.
 *
 * <table>
 * <caption>The columns; what does not apply to a row is empty in it</caption>
 * <tr><td>{@code article}</td><td>its id, else where it was read</td></tr>
 * <tr><td>{@code location}, {@code folder}</td><td>the place; the folder as every report names
 * it</td></tr>
 * <tr><td>{@code row}, {@code line}</td><td>of the article, counted from 1</td></tr>
 * <tr><td>{@code listed_name}, {@code name}</td><td>as the article prints it; in full</td></tr>
 * <tr><td>{@code heading}, {@code platform}, {@code language}</td><td>of the row, as
 * printed</td></tr>
 * <tr><td>{@code component}</td><td>what the article calls what is in the file</td></tr>
 * <tr><td>{@code path}</td><td>of the file that was found, below the folder</td></tr>
 * <tr><td>{@code result}, {@code assurance}</td><td>of the file, in all of its rows: {@code PASS},
 * {@code FAIL}, {@code UNDECIDED}, {@code WAIVED}</td></tr>
 * <tr><td>{@code check}, {@code outcome}</td><td>{@code SIZE}, and {@code PASSED}, {@code FAILED},
 * {@code UNDECIDED}, {@code NOT_APPLICABLE}, or {@code WAIVED} of what failed or stayed undecided
 * and is accepted for a time</td></tr>
 * <tr><td>{@code cause}</td><td>why it failed or is in doubt, or the remark on a pass</td></tr>
 * <tr><td>{@code expected}, {@code observed}</td><td>of what failed, waived or not</td></tr>
 * <tr><td>{@code evidence}</td><td>of a pass; the reason why nothing was decided or
 * checked</td></tr>
 * <tr><td>{@code meaning}, {@code remedy}</td><td>of the cause, a sentence each</td></tr>
 * <tr><td>{@code signature}, {@code signer}</td><td>of the file, in all of its rows: the grade of
 * its signatures, {@code UNSIGNED} where it has none; who made the one that decides</td></tr>
 * <tr><td>{@code label}</td><td>what the owner of the server calls it</td></tr>
 * <tr><td>{@code waiver_reason}, {@code waiver_approver}, {@code waiver_ticket}, {@code
 * waiver_expiry}</td><td>of what is waived: why, by whom, where that is written down, and the last
 * day; of waivers that cover nothing too</td></tr>
 * </table>
 *
 * <p>The audit is {@code NON_COMPLIANT} where some {@code outcome} is {@code FAILED}, else {@code
 * INDETERMINATE} where one is {@code UNDECIDED}, else {@code COMPLIANT}. For this to hold there are
 * rows about more than checks of files, with these words for a check:
 *
 * <ul>
 *   <li>{@code UNLISTED}, one for each file that no row of the article accounts for: {@code FAILED}
 *       where such are forbidden, else {@code NOT_APPLICABLE}
 *   <li>{@code FOLDER_NOT_LISTED}, {@code UNREACHABLE}, {@code ROW_UNREAD} and {@code
 *       OTHER_THAN_BUNDLED}, {@code UNDECIDED}, for a place; {@code NOT_AUDITED}, {@code
 *       UNDECIDED}, for a location that had to be audited and was not; {@code NOTHING_CHECKED},
 *       {@code UNDECIDED}, for a file of which no check applied
 *   <li>{@code LEFT_OUT}, {@code NOT_APPLICABLE}, for a place: how many rows were left out, and
 *       which checks
 *   <li>{@code REMARK}, one for each remark on a place, its id for the cause, and {@code
 *       UNAUDITED}, one for each location that nobody looked at: {@code NOT_APPLICABLE}, since they
 *       change no verdict
 *   <li>{@code WAIVER}, one for each waiver that covers nothing, what became of it for the cause,
 *       and {@code PROVENANCE}, one for each thing that is told of how the audit was made: {@code
 *       NOT_APPLICABLE} too
 * </ul>
 *
 * <p>No cell is as hostile as what it tells of. Characters that would move a screen are shown as
 * {@code <U+001B>}, so that each row is one line, and tabs and line ends begin no cell. An
 * apostrophe stands before what a spreadsheet would take for a formula: where the first character
 * of a cell, or the first after a semicolon, is {@code =}, {@code +}, {@code -}, {@code @} or one
 * of their other forms, with blanks, quotation marks and apostrophes skipped. To have the text
 * back, drop the first apostrophe at each such place. A cell has at most 32,767 characters, as in
 * Excel; what is cut off is counted. The JSON report has every text as it is.
 *
 * <p>Safe for use by several threads.
 */
public final class CsvAuditReport implements AuditReport {
  private enum Column {
    ARTICLE,
    LOCATION,
    FOLDER,
    ROW,
    LINE,
    LISTED_NAME,
    NAME,
    HEADING,
    PLATFORM,
    LANGUAGE,
    COMPONENT,
    PATH,
    RESULT,
    ASSURANCE,
    CHECK,
    OUTCOME,
    CAUSE,
    EXPECTED,
    OBSERVED,
    EVIDENCE,
    MEANING,
    REMEDY,
    SIGNATURE,
    SIGNER,
    LABEL,
    WAIVER_REASON,
    WAIVER_APPROVER,
    WAIVER_TICKET,
    WAIVER_EXPIRY;

    private static final List<Column> ALL = List.of(values());
  }

  private static final String FAILED = "FAILED";
  private static final String UNDECIDED = "UNDECIDED";
  private static final String NOT_APPLICABLE = "NOT_APPLICABLE";

  /** Creates the report; it has no options. */
  public CsvAuditReport() {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    CsvTable.writeLine(
        Column.ALL.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList(), out);
    Cells article = Cells.NONE.with(Column.ARTICLE, audit.article().label());
    for (FolderRecord place : audit.places()) {
      writePlace(article, place, out);
    }
    for (LocationRecord location : audit.unaudited()) {
      Cells here = article.with(Column.LOCATION, location.name());
      String evidence = AuditLines.unaudited(location);
      if (audit.hadToBeAudited(location)) {
        undecided(here, Obstacle.NOT_AUDITED, evidence).writeTo(out);
      } else {
        here.with(Column.CHECK, "UNAUDITED")
            .with(Column.OUTCOME, NOT_APPLICABLE)
            .with(Column.EVIDENCE, evidence)
            .writeTo(out);
      }
    }
    if (audit.waivers().isPresent()) {
      for (JudgedWaivers.Use idle : audit.waivers().get().idle()) {
        idle(article, audit.waivers().get(), idle).writeTo(out);
      }
    }
    if (audit.provenance().isPresent()) {
      for (Fact told : ProvenanceLines.of(audit.provenance().get())) {
        article
            .with(Column.CHECK, "PROVENANCE")
            .with(Column.OUTCOME, NOT_APPLICABLE)
            .with(Column.EVIDENCE, told.label() + ": " + told.text())
            .writeTo(out);
      }
    }
    out.flush();
  }

  private static Cells idle(Cells article, JudgedWaivers waivers, JudgedWaivers.Use idle) {
    Waiver waiver = idle.waiver();
    return article
        .with(Column.LOCATION, waiver.location())
        .with(Column.NAME, waiver.file().map(FileName::spelling))
        .with(Column.CHECK, "WAIVER")
        .with(Column.OUTCOME, NOT_APPLICABLE)
        .with(Column.CAUSE, idle.state().name())
        .with(
            Column.EVIDENCE,
            WaiverLines.findings(waiver)
                + ", "
                + WaiverLines.where(waivers, waiver)
                + ": "
                + WaiverLines.why(waivers, idle))
        .with(Column.MEANING, idle.state().meaning())
        .with(Column.REMEDY, idle.state().remedy())
        .accepted(waiver);
  }

  private static void writePlace(Cells article, FolderRecord place, Writer out) throws IOException {
    Cells here =
        article
            .with(Column.LOCATION, place.location().map(LocationRecord::name))
            .with(Column.LABEL, place.label())
            .with(Column.FOLDER, place.path());
    for (FileRecord file : place.files()) {
      writeFile(here, place, file, out);
    }
    for (ObservedFile file : place.unlisted()) {
      unlisted(here, place, file).writeTo(out);
    }
    for (Unseen unseen : Unseen.at(place)) {
      undecided(here, unseen.obstacle(), unseen.first()).writeTo(out);
    }
    for (String leftOut : leftOut(place)) {
      here.with(Column.CHECK, "LEFT_OUT")
          .with(Column.OUTCOME, NOT_APPLICABLE)
          .with(Column.EVIDENCE, leftOut)
          .writeTo(out);
    }
    for (Remark remark : place.remarks()) {
      here.with(Column.CHECK, "REMARK")
          .with(Column.OUTCOME, NOT_APPLICABLE)
          .with(Column.CAUSE, remark.id())
          .with(Column.EVIDENCE, remark.text())
          .writeTo(out);
    }
  }

  private static List<String> leftOut(FolderRecord place) {
    return Stream.concat(Narrowing.of(place).stream(), Narrowing.loosened(place).stream()).toList();
  }

  private static void writeFile(Cells here, FolderRecord place, FileRecord file, Writer out)
      throws IOException {
    RowRecord listed = file.listed();
    Cells about =
        here.with(Column.ROW, Integer.toString(listed.row()))
            .with(Column.LINE, Integer.toString(listed.line()))
            .with(Column.LISTED_NAME, listed.printedName())
            .with(Column.NAME, listed.name().spelling())
            .with(Column.HEADING, listed.variant().heading())
            .with(Column.PLATFORM, listed.variant().platform())
            .with(Column.LANGUAGE, listed.variant().language())
            .with(Column.COMPONENT, file.component())
            .with(Column.PATH, file.observed().map(ObservedFile::path))
            .with(Column.RESULT, file.result().name())
            .with(Column.ASSURANCE, file.assurance().map(Assurance::name))
            .with(Column.SIGNATURE, file.signatures().map(read -> read.grade().name()))
            .with(Column.SIGNER, file.signatures().flatMap(CsvAuditReport::signer));
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      Cells row = checked(about, check.getKey(), check.getValue());
      Optional<Waiver> waiver = Optional.ofNullable(file.waived().get(check.getKey()));
      waiver
          .map(accepting -> row.with(Column.OUTCOME, FileResult.WAIVED.name()).accepted(accepting))
          .orElse(row)
          .writeTo(out);
    }
    if (Obstacle.nothingWasChecked(file)) {
      undecided(about, Obstacle.NOTHING_CHECKED, Finding.nothingChecked(file, place.policy()))
          .writeTo(out);
    }
  }

  private static Optional<String> signer(SignatureInspection read) {
    return read.decisive().flatMap(Signature::signer).map(Signer::name);
  }

  private static Cells checked(Cells file, Check check, Outcome outcome) {
    Cells row =
        file.with(Column.CHECK, check.name())
            .with(Column.OUTCOME, outcome.id())
            .with(Column.CAUSE, outcome.causeIfAny().map(Cause::name))
            .with(Column.MEANING, outcome.causeIfAny().map(Cause::meaning))
            .with(Column.REMEDY, outcome.causeIfAny().map(Cause::remedy));
    return outcome instanceof Outcome.Failed failed
        ? row.with(Column.EXPECTED, failed.expected().text())
            .with(Column.OBSERVED, failed.observed().text())
        : row.with(Column.EVIDENCE, Finding.evidence(outcome));
  }

  private static Cells unlisted(Cells here, FolderRecord place, ObservedFile file) {
    Cells row = here.with(Column.PATH, file.path()).with(Column.CHECK, "UNLISTED");
    String found = AuditLines.found(file, place.policy());
    return place.unlistedFail()
        ? row.with(Column.OUTCOME, FAILED)
            .with(Column.EXPECTED, "no file that the article does not list")
            .with(Column.OBSERVED, found)
            .because(Obstacle.UNLISTED)
        : row.with(Column.OUTCOME, NOT_APPLICABLE).with(Column.EVIDENCE, found);
  }

  private static Cells undecided(Cells about, Obstacle obstacle, String evidence) {
    return about
        .with(Column.CHECK, obstacle.name())
        .with(Column.OUTCOME, UNDECIDED)
        .with(Column.EVIDENCE, evidence)
        .because(obstacle);
  }

  /** Some of a row's cells, safe to print; the others are empty. */
  private record Cells(Map<Column, String> filled) {
    static final Cells NONE = new Cells(new EnumMap<>(Column.class));

    Cells with(Column column, String text) {
      Map<Column, String> more = new EnumMap<>(filled);
      more.put(column, SpreadsheetCell.of(text));
      return new Cells(more);
    }

    Cells with(Column column, Optional<String> text) {
      return text.isPresent() ? with(column, text.get()) : this;
    }

    Cells because(Obstacle obstacle) {
      return with(Column.CAUSE, obstacle.name())
          .with(Column.MEANING, obstacle.meaning())
          .with(Column.REMEDY, obstacle.remedy());
    }

    Cells accepted(Waiver waiver) {
      return with(Column.WAIVER_REASON, waiver.reason())
          .with(Column.WAIVER_APPROVER, waiver.approver())
          .with(Column.WAIVER_TICKET, waiver.ticket())
          .with(Column.WAIVER_EXPIRY, waiver.expiry().map(LocalDate::toString));
    }

    void writeTo(Writer out) throws IOException {
      List<String> cells = new ArrayList<>(Column.ALL.size());
      for (Column column : Column.ALL) {
        cells.add(filled.getOrDefault(column, ""));
      }
      CsvTable.writeLine(cells, out);
    }
  }
}
