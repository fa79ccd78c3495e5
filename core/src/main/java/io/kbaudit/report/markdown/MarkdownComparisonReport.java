package io.kbaudit.report.markdown;

import io.kbaudit.comparison.Change;
import io.kbaudit.comparison.Comparison;
import io.kbaudit.comparison.FileChange;
import io.kbaudit.comparison.Incomparability;
import io.kbaudit.comparison.PlaceComparison;
import io.kbaudit.comparison.Reason;
import io.kbaudit.comparison.Transition;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.ComparisonReport;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.ComparisonLines;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two audits in GitHub Flavored Markdown, for a ticket, a merge request or the
 * summary of a job. Whatever the audits bring along stands in code spans, and tables have an end,
 * as in {@link MarkdownAuditReport}.
 */
public final class MarkdownComparisonReport implements ComparisonReport {
  /** Creates the report; it has no options. */
  public MarkdownComparisonReport() {}

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String mediaType() {
    return "text/markdown";
  }

  @Override
  public void print(Comparison comparison, Writer out) throws IOException {
    new Page(comparison, out).write();
  }

  /** One report as it is written. */
  private static final class Page {
    private final Comparison comparison;
    private final Writer out;
    private final List<String> places;

    Page(Comparison comparison, Writer out) {
      this.comparison = comparison;
      this.out = out;
      this.places = ComparisonLines.placeNames(comparison);
    }

    void write() throws IOException {
      out.write("# " + ComparisonLines.word(comparison.result()) + "\n\n");
      out.write(CodeSpan.of(ComparisonLines.summary(comparison)) + "\n\n");
      writeAudit("Before", ComparisonLines.audit(comparison.before()));
      writeAudit("After", ComparisonLines.audit(comparison.after()));
      for (int i = 0; i < places.size(); i++) {
        Optional<String> folders = ComparisonLines.folders(comparison.places().get(i));
        if (folders.isPresent()) {
          writeAudit("Folder", (places.size() > 1 ? places.get(i) + ": " : "") + folders.get());
        }
      }
      out.write("\n");
      writeReasons();
      writeFindings("## New failures", EnumSet.of(Change.NEW_FAILURE, Change.NO_LONGER_WAIVED));
      writeFindings(
          "## What can no longer be told",
          EnumSet.of(Change.NO_LONGER_TOLD, Change.NEW_DOUBT, Change.NO_LONGER_CHECKED));
      writeFindings(
          "## Still there",
          EnumSet.of(
              Change.NEWLY_WAIVED,
              Change.STILL_WAIVED,
              Change.STILL_FAILING,
              Change.STILL_IN_DOUBT));
      writeFindings(
          "## No longer found", EnumSet.of(Change.ASKED_OTHERWISE, Change.FIXED, Change.SETTLED));
      writeFiles();
      writeMeanings();
      out.flush();
    }

    private void writeAudit(String label, String audit) throws IOException {
      out.write("- " + label + ": " + CodeSpan.of(audit) + "\n");
    }

    private MarkdownTable table(String title, String... headings) {
      return new MarkdownTable(
          title,
          Stream.concat(
                  places.size() > 1 ? Stream.of("Location") : Stream.empty(), Stream.of(headings))
              .toList(),
          out);
    }

    private List<String> cells(String place, String... cells) {
      return Stream.concat(
              places.size() > 1 ? Stream.of(CodeSpan.of(place)) : Stream.empty(), Stream.of(cells))
          .toList();
    }

    private void writeReasons() throws IOException {
      MarkdownTable table =
          table("## Why they are not comparable", "Reason", "What", "Before", "After");
      for (Reason reason : comparison.reasons()) {
        table.row(reason("", reason));
      }
      for (int i = 0; i < places.size(); i++) {
        for (Reason reason : comparison.places().get(i).reasons()) {
          table.row(reason(places.get(i), reason));
        }
      }
      table.end();
    }

    private List<String> reason(String place, Reason reason) {
      return cells(
          place,
          CodeSpan.of(reason.kind().name()),
          reason.what(),
          CodeSpan.of(reason.before()),
          CodeSpan.of(reason.after()));
    }

    private void writeFindings(String title, Set<Change> changes) throws IOException {
      MarkdownTable table = table(title, "Change", "Row", "File", "Finding", "Before", "After");
      for (Change change : changes) {
        for (Transition each : comparison.transitions()) {
          if (each.change() == change) {
            table.row(finding("", each));
          }
        }
        for (int i = 0; i < places.size(); i++) {
          for (Transition each : comparison.places().get(i).transitions(change)) {
            table.row(finding(places.get(i), each));
          }
        }
      }
      table.end();
    }

    private List<String> finding(String place, Transition transition) {
      return cells(
          place,
          CodeSpan.of(transition.change().name()),
          row(transition.row()),
          CodeSpan.of(ComparisonLines.subject(transition)),
          CodeSpan.of(ComparisonLines.ids(transition)),
          CodeSpan.of(ComparisonLines.before(transition)),
          CodeSpan.of(ComparisonLines.after(transition)));
    }

    private static String row(Optional<RowRecord> row) {
      return row.map(RowRecord::row).map(String::valueOf).orElse("");
    }

    private void writeFiles() throws IOException {
      MarkdownTable table = table("## Files", "Change", "Row", "File", "What differs");
      for (int i = 0; i < places.size(); i++) {
        PlaceComparison place = comparison.places().get(i);
        for (FileChange change : place.fileChanges()) {
          table.row(
              cells(
                  places.get(i),
                  CodeSpan.of(change.kind().name()),
                  row(change.row()),
                  CodeSpan.of(change.path()),
                  differences(change)));
        }
      }
      table.end();
    }

    private static String differences(FileChange change) {
      return change.kind() == FileChange.Kind.CHANGED
          ? change.differences().stream()
              .map(
                  each ->
                      each.trait().words()
                          + ": "
                          + CodeSpan.of(each.before())
                          + " to "
                          + CodeSpan.of(each.after()))
              .collect(Collectors.joining("; "))
          : CodeSpan.of(ComparisonLines.found(change.after().or(change::before).orElseThrow()));
    }

    private void writeMeanings() throws IOException {
      List<Term> terms = new ArrayList<>();
      for (Incomparability kind : comparison.incomparabilities()) {
        terms.add(Term.of(kind));
      }
      for (Change change : Change.values()) {
        if (comparison.count(change) > 0) {
          terms.add(Term.of(change));
        }
      }
      if (terms.isEmpty()) {
        return;
      }
      out.write("## What it means, and what to do\n\n");
      for (Term term : terms) {
        out.write("- " + CodeSpan.of(term.id()) + ": " + term.explanation() + "\n");
      }
    }
  }
}
