package io.kbaudit.report.markdown;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Remark;
import io.kbaudit.audit.Waiver;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.SharedFindings;
import io.kbaudit.report.finding.Unseen;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What failed, stayed undecided or is waived, as tables of Markdown, and what that means. */
final class MarkdownFindings {
  private static final int NAMED_AT_MOST = 8;

  private final AuditRecord audit;
  private final MarkdownPlaces places;
  private final Writer out;
  private final Set<Cause> causes = EnumSet.noneOf(Cause.class);
  private final Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);

  /** Prepares to write of {@code places}, which are those of {@code audit}. */
  MarkdownFindings(AuditRecord audit, MarkdownPlaces places, Writer out) {
    this.audit = audit;
    this.places = places;
    this.out = out;
    this.obstacles.addAll(Obstacle.of(audit));
  }

  void write() throws IOException {
    writeShared();
    writeFailed();
    writeUndecided();
    writeWaived();
    writeMeanings();
  }

  /** Says once what many files have in common, before each is told with its evidence. */
  private void writeShared() throws IOException {
    MarkdownTable table =
        places.table(
            "## What files have in common",
            List.of("Files", "Finding", "Which", "Why, and what to do"),
            out);
    for (MarkdownPlaces.Place place : places.all()) {
      for (FileResult result : List.of(FileResult.FAIL, FileResult.UNDECIDED)) {
        for (SharedFindings.Group group : SharedFindings.at(place.record(), result).groups()) {
          table.row(
              place.cells(
                  group.count() + " of " + place.record().tally().expected(),
                  CodeSpan.of(group.ids()),
                  CodeSpan.of(named(group)),
                  CodeSpan.of(advice(group, place.record()))));
        }
      }
    }
    table.end();
  }

  private static String named(SharedFindings.Group group) {
    String first =
        group.files().stream()
            .limit(NAMED_AT_MOST)
            .map(file -> file.listed().name().spelling())
            .collect(joining(", "));
    int more = group.count() - NAMED_AT_MOST;
    return more > 0 ? first + " and " + English.number(more) + " more" : first;
  }

  private static String advice(SharedFindings.Group group, FolderRecord place) {
    return group.causes().stream()
        .map(
            cause ->
                SharedFindings.remarkOn(cause, place)
                    .map(Remark::text)
                    .orElseGet(() -> cause.meaning() + " " + cause.remedy()))
        .collect(joining(" "));
  }

  private void writeFailed() throws IOException {
    MarkdownTable table =
        places.table(
            "## Failed", List.of("Row", "File", "Check", "Cause", "Expected", "Observed"), out);
    for (MarkdownPlaces.Place place : places.all()) {
      if (place.record().unlistedFail()) {
        obstacles.add(Obstacle.UNLISTED);
        String found = CodeSpan.of(Obstacle.UNLISTED.counted(place.record()));
        table.row(place.cells("", "", "", CodeSpan.of(Obstacle.UNLISTED.name()), "", found));
      }
      for (FileRecord file : Unseen.notPassedAt(place.record())) {
        for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
          if (check.getValue() instanceof Outcome.Failed failed
              && !file.waived().containsKey(check.getKey())) {
            table.row(
                place.cells(
                    Integer.toString(file.listed().row()),
                    name(file),
                    CodeSpan.of(check.getKey().name()),
                    because(failed.cause()),
                    CodeSpan.of(failed.expected().forPeople()),
                    CodeSpan.of(failed.observed().forPeople())));
          }
        }
      }
    }
    table.end();
  }

  private void writeUndecided() throws IOException {
    MarkdownTable table =
        places.table("## Undecided", List.of("Row", "File", "Check", "Cause", "Why"), out);
    for (MarkdownPlaces.Place place : places.all()) {
      for (Unseen unseen : Unseen.at(place.record())) {
        obstacles.add(unseen.obstacle());
        String why = CodeSpan.of(unseen.first());
        table.row(place.cells("", "", "", CodeSpan.of(unseen.obstacle().name()), why));
      }
      for (FileRecord file : Unseen.notPassedAt(place.record())) {
        writeUndecided(table, place, file);
      }
    }
    table.end();
  }

  private void writeUndecided(MarkdownTable table, MarkdownPlaces.Place place, FileRecord file)
      throws IOException {
    String row = Integer.toString(file.listed().row());
    String name = name(file);
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      if (check.getValue() instanceof Outcome.Undecided undecided
          && !file.waived().containsKey(check.getKey())) {
        table.row(
            place.cells(
                row,
                name,
                CodeSpan.of(check.getKey().name()),
                because(undecided.cause()),
                CodeSpan.of(undecided.reason())));
      }
    }
    if (Obstacle.nothingWasChecked(file)) {
      obstacles.add(Obstacle.NOTHING_CHECKED);
      String why = Finding.nothingChecked(file, place.record().policy());
      table.row(
          place.cells(
              row, name, "", CodeSpan.of(Obstacle.NOTHING_CHECKED.name()), CodeSpan.of(why)));
    }
  }

  private void writeWaived() throws IOException {
    if (audit.waivers().isEmpty()) {
      return;
    }
    MarkdownTable table =
        places.table(
            "## Waived", List.of("Row", "File", "Check", "Cause", "Found", "Accepted"), out);
    for (MarkdownPlaces.Place place : places.all()) {
      for (FileRecord file : place.record().notPassed()) {
        for (Map.Entry<Check, Waiver> waived : file.waived().entrySet()) {
          Outcome outcome = requireNonNull(file.outcomes().get(waived.getKey()));
          table.row(
              place.cells(
                  Integer.toString(file.listed().row()),
                  name(file),
                  CodeSpan.of(waived.getKey().name()),
                  CodeSpan.of(outcome.causeIfAny().map(Cause::name).orElse("")),
                  CodeSpan.of(
                      outcome instanceof Outcome.Failed failed
                          ? Finding.difference(failed)
                          : Finding.evidence(outcome)),
                  CodeSpan.of(WaiverLines.accepted(waived.getValue()))));
        }
      }
    }
    table.end();
  }

  private static String name(FileRecord file) {
    String path = Finding.pathIfUnlike(file);
    return CodeSpan.of(file.listed().name().spelling())
        + (path.isEmpty() ? "" : ", found at " + CodeSpan.of(path));
  }

  private String because(Cause cause) {
    causes.add(cause);
    return CodeSpan.of(cause.name());
  }

  private void writeMeanings() throws IOException {
    Set<WaiverState> idle = WaiverLines.idleStates(audit);
    if (causes.isEmpty() && obstacles.isEmpty() && idle.isEmpty()) {
      return;
    }
    out.write("## What it means, and what to do\n\n");
    for (WaiverState state : idle) {
      writeMeaning(Term.of(state));
    }
    for (Obstacle obstacle : obstacles) {
      writeMeaning(Term.of(obstacle));
    }
    for (Cause cause : causes) {
      writeMeaning(Term.of(cause));
    }
    out.write("\n");
  }

  private void writeMeaning(Term term) throws IOException {
    out.write("- " + CodeSpan.of(term.id()) + ": " + term.explanation() + "\n");
  }
}
