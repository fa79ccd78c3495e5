package io.kbaudit.report.junit;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Waiver;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.Narrowing;
import io.kbaudit.report.finding.QuestionLines;
import io.kbaudit.report.finding.RowHeadings;
import io.kbaudit.report.finding.UniqueNames;
import io.kbaudit.report.finding.Unseen;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The test cases that one place comes to: every check of every file, and whatever else keeps the
 * place from being compliant. They are the same ones, in the same order, each time that they are
 * gone through.
 */
final class JunitCases {
  /** What takes one case after the other. */
  interface Sink {
    void take(JunitCase each) throws IOException;
  }

  private final FolderRecord place;
  private final String suite;
  private final RowHeadings headings;

  /** Prepares the cases of {@code place}, for a suite of this name. */
  JunitCases(FolderRecord place, String suite) {
    this.place = place;
    this.suite = suite;
    this.headings = new RowHeadings(place);
  }

  FolderRecord place() {
    return place;
  }

  /** Returns the name of the suite. */
  String suite() {
    return suite;
  }

  /** Hands all cases to {@code sink}, one after the other. */
  void giveTo(Sink sink) throws IOException {
    UniqueNames names = new UniqueNames();
    for (FileRecord file : place.files()) {
      giveFile(file, names, sink);
    }
    if (place.unlistedFail()) {
      giveUnlisted(sink);
    }
    for (Unseen unseen : Unseen.at(place)) {
      sink.take(
          JunitCase.undecided(
              suite, unseen.why().id(), unseen.why(), unseen.what(), unseen.remarks()));
    }
    UniqueNames leftOut = new UniqueNames();
    for (String what : Narrowing.of(place)) {
      String name = leftOut.unique("not audited: " + what);
      sink.take(JunitCase.skipped(suite, name, "left out of the question"));
    }
  }

  private void giveFile(FileRecord file, UniqueNames names, Sink sink) throws IOException {
    String className = suite + variant(file.listed());
    String name = names.unique(className, file.listed().name().spelling());
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      Waiver waiver = file.waived().get(check.getKey());
      if (waiver != null) {
        sink.take(waived(className, name, file, check.getKey(), check.getValue(), waiver));
        continue;
      }
      sink.take(
          place.isUnreachable()
              ? skipped(className, name, check.getKey(), check.getValue())
              : ofCheck(className, name, file, check.getKey(), check.getValue()));
    }
    if (!place.isUnreachable() && Obstacle.nothingWasChecked(file)) {
      Term why = Term.of(Obstacle.NOTHING_CHECKED);
      String message = Finding.nothingChecked(file, place.policy());
      sink.take(JunitCase.undecided(className, name + " " + why.id(), why, message, details(file)));
    }
  }

  /** That a place was not reached is one case, and not one for each file. */
  private static JunitCase skipped(String className, String file, Check check, Outcome outcome) {
    return JunitCase.skipped(className, file + " " + check, Finding.evidence(outcome));
  }

  /** Rows of one name are told apart by what the article tells them apart by, where it does. */
  private String variant(RowRecord row) {
    String variant =
        Stream.of(
                row.variant().heading().filter(heading -> headings.areSeveral()),
                row.variant().platform(),
                row.variant().language())
            .flatMap(Optional::stream)
            .map(Printable::line)
            .collect(Collectors.joining(", "));
    return variant.isEmpty() ? "" : " (" + variant + ")";
  }

  private static JunitCase ofCheck(
      String className, String file, FileRecord row, Check check, Outcome outcome) {
    String name = file + " " + check;
    if (outcome instanceof Outcome.Failed failed) {
      return JunitCase.failed(
          className,
          name,
          Term.of(failed.cause()),
          Finding.difference(failed),
          details(failed, row));
    }
    if (outcome instanceof Outcome.Undecided undecided) {
      return JunitCase.undecided(
          className, name, Term.of(undecided.cause()), undecided.reason(), details(row));
    }
    return outcome instanceof Outcome.NotApplicable notApplicable
        ? JunitCase.skipped(className, name, notApplicable.reason())
        : JunitCase.passed(className, name);
  }

  private static JunitCase waived(
      String className, String file, FileRecord row, Check check, Outcome outcome, Waiver waiver) {
    List<String> details = new ArrayList<>();
    if (outcome instanceof Outcome.Failed failed) {
      details.addAll(details(failed, row));
    } else {
      details.add("Undecided: " + Finding.evidence(outcome));
      details.addAll(details(row));
    }
    outcome.causeIfAny().ifPresent(cause -> details.add("Cause: " + cause));
    return JunitCase.waived(
        className, file + " " + check, "waived " + WaiverLines.accepted(waiver), details);
  }

  private static List<String> details(Outcome.Failed failed, FileRecord row) {
    List<String> details = new ArrayList<>();
    details.add("Expected: " + failed.expected().forPeople());
    details.add("Found: " + failed.observed().forPeople());
    details.addAll(details(row));
    return details;
  }

  private static List<String> details(FileRecord row) {
    List<String> details = new ArrayList<>();
    row.observed().map(ObservedFile::path).ifPresent(path -> details.add("File: " + path));
    details.add("Row: " + QuestionLines.row(row));
    return details;
  }

  private void giveUnlisted(Sink sink) throws IOException {
    Term why = Term.of(Obstacle.UNLISTED);
    UniqueNames unlisted = new UniqueNames();
    for (ObservedFile file : place.unlisted()) {
      String name = unlisted.unique(file.path()) + " " + why.id();
      String unread = AuditLines.whyUnreadable(file);
      List<String> details =
          List.of(
              "File: " + file.path(),
              "Size: " + AuditLines.size(file) + (unread.isEmpty() ? "" : ": " + unread));
      sink.take(JunitCase.failed(suite, name, why, "the article lists no such file here", details));
    }
  }
}
