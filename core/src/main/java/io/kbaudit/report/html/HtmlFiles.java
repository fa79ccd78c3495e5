package io.kbaudit.report.html;

import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.Obstacle;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.QuestionLines;
import io.kbaudit.report.html.Row.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the HTML report says of the files of one place: each is worded as it is come upon. */
final class HtmlFiles {
  private final String placeId;
  private final FolderRecord place;
  private final Overview overview;
  private final List<Check> columns;
  private final Map<Check, String> usualReasons;

  HtmlFiles(String placeId, FolderRecord place, Overview overview) {
    this.placeId = placeId;
    this.place = place;
    this.overview = overview;
    this.columns = overview.checks();
    this.usualReasons = overview.usualReasons();
  }

  /** A file, and an id on the page that it shares with no other. */
  private record Named(String id, FileRecord file) {}

  /** Returns a card for each file that came out so. */
  Iterable<Card> cards(FileResult result) {
    return place.tally().count(result) == 0
        ? List.of()
        : each(named -> named.file().result() == result, this::card);
  }

  /** Returns the table of all files. */
  FileTable table() {
    return new FileTable(
        columns,
        place.policy().sourceZone().orElse("UTC"),
        each(named -> true, this::row),
        overview.remarks(),
        notApplicable());
  }

  private <R> Iterable<R> each(Predicate<Named> wanted, Function<Named, R> worded) {
    return () -> {
      AtomicInteger count = new AtomicInteger();
      return StreamSupport.stream(place.files().spliterator(), false)
          .map(file -> new Named(placeId + "-f" + count.incrementAndGet(), file))
          .filter(wanted)
          .map(worded)
          .iterator();
    };
  }

  private Card card(Named named) {
    FileRecord file = named.file();
    return new Card(
        named.id(),
        file.result(),
        file.listed().name().spelling(),
        facts(file),
        findings(file),
        evidence(file));
  }

  private static List<Fact> facts(FileRecord file) {
    RowRecord listed = file.listed();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Row", QuestionLines.row(file)));
    listed.variant().heading().ifPresent(heading -> facts.add(new Fact("Under", heading)));
    listed.variant().platform().ifPresent(platform -> facts.add(new Fact("Platform", platform)));
    listed.variant().language().ifPresent(language -> facts.add(new Fact("Language", language)));
    String path = Finding.pathIfUnlike(file);
    if (!path.isEmpty()) {
      facts.add(new Fact("Found as", path));
    }
    return facts;
  }

  private List<CheckFinding> findings(FileRecord file) {
    List<CheckFinding> findings = new ArrayList<>();
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      if (check.getValue() instanceof Outcome.Failed failed) {
        findings.add(finding(check.getKey(), failed));
      } else if (check.getValue() instanceof Outcome.Undecided undecided) {
        findings.add(
            new CheckFinding(
                check.getKey().name(),
                List.of(new Fact("Undecided, because", undecided.reason())),
                Optional.of(undecided.cause())));
      }
    }
    if (Obstacle.nothingWasChecked(file)) {
      findings.add(
          new CheckFinding(
              Obstacle.NOTHING_CHECKED.name(),
              List.of(new Fact("Undecided, because", Finding.nothingChecked(file, place.policy()))),
              Optional.empty()));
    }
    return findings;
  }

  private static CheckFinding finding(Check check, Outcome.Failed failed) {
    return new CheckFinding(
        check.name(),
        List.of(
            new Fact(check.isOfTable() ? "Listed" : "Expected", failed.expected().forPeople()),
            new Fact("Found", failed.observed().forPeople())),
        Optional.of(failed.cause()));
  }

  private Row row(Named named) {
    FileRecord file = named.file();
    boolean hasCard = file.result() != FileResult.PASS;
    return new Row(
        file.listed().row(),
        file.listed().name().spelling(),
        notes(file),
        file.result(),
        listed(file.listed()),
        found(file),
        outcomes(file),
        file.assurance().map(Assurance::name).orElse(""),
        hasCard ? Optional.of(named.id()) : Optional.empty(),
        hasCard ? List.of() : evidence(file));
  }

  /** Returns what tells a file from others of its name, and where it was found. */
  private List<String> notes(FileRecord file) {
    Stream<String> variant =
        overview.hasSeveralHeadings()
            ? Stream.of(
                    file.listed().variant().heading(),
                    file.listed().variant().platform(),
                    file.listed().variant().language())
                .flatMap(Optional::stream)
            : Stream.empty();
    Stream<String> path =
        Stream.of(Finding.pathIfUnlike(file))
            .filter(found -> !found.isEmpty())
            .map(found -> "found as " + found);
    return Stream.concat(variant, path).toList();
  }

  private static Metadata listed(RowRecord listed) {
    return new Metadata(
        listed.expected().size().map(ListedSize::withoutBytes).orElse(""),
        listed.expected().modified().map(HtmlFiles::date).orElse(""));
  }

  private static String date(ListedTime time) {
    return time.day() + time.minute().map(minute -> " " + minute).orElse("");
  }

  private static Metadata found(FileRecord file) {
    return file.observed()
        .map(
            observed ->
                new Metadata(
                    observed instanceof ObservedFile.Readable readable
                        ? ListedSize.ofBytes(readable.sizeBytes()).withoutBytes()
                        : AuditLines.size(observed),
                    AuditLines.time(observed, "").stripTrailing()))
        .orElse(new Metadata("", ""));
  }

  private List<Mark> outcomes(FileRecord file) {
    return file.outcomes().entrySet().stream()
        .filter(check -> columns.contains(check.getKey()))
        .map(check -> Mark.of(check.getValue()))
        .toList();
  }

  /** Returns what each check found; of those that do not apply, where the reason is unusual. */
  private List<String> evidence(FileRecord file) {
    return file.outcomes().entrySet().stream()
        .filter(check -> !isUsual(check.getKey(), check.getValue()))
        .map(check -> evidence(check.getKey(), check.getValue()))
        .toList();
  }

  private boolean isUsual(Check check, Outcome outcome) {
    return outcome instanceof Outcome.NotApplicable notApplicable
        && notApplicable.reason().equals(usualReasons.get(check));
  }

  private static String evidence(Check check, Outcome outcome) {
    String said = outcome.id().toLowerCase(Locale.ROOT).replace('_', ' ');
    return check
        + " "
        + said
        + outcome.causeIfAny().map(cause -> ", " + cause).orElse("")
        + ": "
        + Finding.evidence(outcome);
  }

  /** Says once of each check what evidence does not repeat for every file. */
  private List<Fact> notApplicable() {
    return usualReasons.entrySet().stream()
        .map(
            usual ->
                new Fact(
                    usual.getKey().name(),
                    (columns.contains(usual.getKey()) ? "" : "for no file: ") + usual.getValue()))
        .toList();
  }
}
