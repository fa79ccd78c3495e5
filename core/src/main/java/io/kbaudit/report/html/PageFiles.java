package io.kbaudit.report.html;

import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Waiver;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.QuestionLines;
import io.kbaudit.report.finding.WaiverLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the page says of the files of one place: of each, when it is come upon. */
final class PageFiles {
  private final PagePlace shown;
  private final FolderRecord place;
  private final Overview overview;
  private final Optional<Timeline> timeline;
  private final List<Check> checks;
  private final Map<Check, String> usualReasons;

  /** Goes through all files of {@code shown}, for the pictures of the whole of them. */
  PageFiles(PagePlace shown) {
    this.shown = shown;
    this.place = shown.record();
    this.overview = Overview.of(place);
    this.timeline = Timeline.of(place, overview);
    this.checks = overview.checks();
    this.usualReasons = overview.usualReasons();
  }

  Overview overview() {
    return overview;
  }

  Optional<Timeline> timeline() {
    return timeline;
  }

  /** Returns the files that failed, and share what was found with few others or none. */
  Iterable<Shown> failed() {
    return each(FileResult.FAIL);
  }

  /** Returns the same of those that stayed undecided. */
  Iterable<Shown> undecided() {
    return each(FileResult.UNDECIDED);
  }

  /** Returns the files of which all that failed or stayed undecided is waived. */
  Iterable<Shown> waived() {
    return each(FileResult.WAIVED);
  }

  Iterable<Shown> all() {
    return () -> {
      AtomicInteger position = new AtomicInteger();
      return each(place.files()).map(file -> shown(position.incrementAndGet(), file)).iterator();
    };
  }

  private Iterable<Shown> each(FileResult result) {
    return notPassed(
        shown.unshared(result), file -> file.result() == result && !shown.isShared(file));
  }

  /** Returns the files of which {@code card} tells. */
  Iterable<Shown> sharing(SharedCard card) {
    return notPassed(card.count(), card::tells);
  }

  /** Goes no further than to the last of those wanted, of which there are so many. */
  private Iterable<Shown> notPassed(int count, Predicate<FileRecord> wanted) {
    return () ->
        each(place.positionsNotPassed())
            .filter(each -> wanted.test(each.file()))
            .limit(count)
            .map(each -> shown(each.position(), each.file()))
            .iterator();
  }

  private static <T> Stream<T> each(Iterable<T> all) {
    return StreamSupport.stream(all.spliterator(), false);
  }

  private Shown shown(int position, FileRecord file) {
    return new Shown(PagePlace.fileId(shown.id(), position), file);
  }

  /** Returns the checks that have a column: those that applied to some file. */
  List<Check> checks() {
    return checks;
  }

  /** Returns the zone of the times that files carry. */
  String zone() {
    return AuditLines.zone(place.policy());
  }

  /** Returns what there is to know of checks that passed all the same. */
  Set<Cause> remarks() {
    return overview.remarks();
  }

  /** Says once of each check what evidence does not repeat for every file. */
  List<Fact> notApplicable() {
    return usualReasons.entrySet().stream()
        .map(
            usual ->
                new Fact(
                    usual.getKey().name(),
                    (checks.contains(usual.getKey()) ? "" : "for no file: ") + usual.getValue()))
        .toList();
  }

  /**
   * What one check has against a file, or why it could not be done.
   *
   * @param check its name; of a file that no check could be done on, a few words instead
   * @param values what was expected and what was found, or why it could not be told
   * @param cause of which the page says what it means, and what to do
   * @param waived until when it is accepted, by whom and why; absent where it is not
   */
  record CheckFinding(
      String check, List<Fact> values, Optional<Cause> cause, Optional<String> waived) {
    static CheckFinding undecided(String check, String why, Optional<Cause> cause) {
      return new CheckFinding(
          check, List.of(new Fact("Undecided, because", why)), cause, Optional.empty());
    }

    private CheckFinding waivedBy(Optional<Waiver> waiver) {
      return new CheckFinding(check, values, cause, waiver.map(WaiverLines::accepted));
    }
  }

  /** A size and a date as the table prints them; empty where there are none. */
  record Metadata(String size, String date) {}

  /** One file: a row of the table of all, and a card where it did not pass. */
  final class Shown {
    private final String id;
    private final FileRecord file;

    private Shown(String id, FileRecord file) {
      this.id = id;
      this.file = file;
    }

    /** Returns the id on the page that it shares with no other. */
    String id() {
      return id;
    }

    boolean hasCard() {
      return file.result() != FileResult.PASS && !place.isUnreachable();
    }

    Mark mark() {
      return Mark.of(file.result());
    }

    String result() {
      return file.result().name();
    }

    /** Returns the number of its row in the article. */
    int row() {
      return file.listed().row();
    }

    String name() {
      return file.listed().name().spelling();
    }

    /** Returns what tells it from others of its name, and where it was found. */
    List<String> notes() {
      Stream<String> variant =
          overview.hasSeveralHeadings()
              ? Stream.of(
                      file.listed().variant().heading(),
                      file.listed().variant().platform(),
                      file.listed().variant().language())
                  .flatMap(Optional::stream)
              : Stream.empty();
      return Stream.concat(variant, path().map(found -> "found as " + found).stream()).toList();
    }

    /** Returns what was found of it, in a line. */
    String inShort() {
      return Finding.inShort(file);
    }

    /** Returns which row it is of, and where it was found. */
    List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact("Row", QuestionLines.row(file)));
      file.listed().variant().heading().ifPresent(heading -> facts.add(new Fact("Under", heading)));
      file.listed()
          .variant()
          .platform()
          .ifPresent(platform -> facts.add(new Fact("Platform", platform)));
      file.listed()
          .variant()
          .language()
          .ifPresent(language -> facts.add(new Fact("Language", language)));
      path().ifPresent(path -> facts.add(new Fact("Found as", path)));
      return facts;
    }

    private Optional<String> path() {
      return Optional.of(Finding.pathIfUnlike(file)).filter(path -> !path.isEmpty());
    }

    /** Returns what the article prints. */
    Metadata listed() {
      return new Metadata(
          file.listed().expected().size().map(ListedSize::withoutBytes).orElse(""),
          file.listed().expected().modified().map(PageFiles::date).orElse(""));
    }

    /** Returns what is there. */
    Metadata found() {
      return file.observed().map(PageFiles::found).orElse(new Metadata("", ""));
    }

    /** Returns the assurance in a word; empty where there is none. */
    String assurance() {
      return file.assurance().map(Assurance::name).orElse("");
    }

    /** Returns how the checks came out that have a column, in the columns' order. */
    List<Mark> outcomes() {
      return file.outcomes().entrySet().stream()
          .filter(check -> checks.contains(check.getKey()))
          .map(check -> Mark.of(file, check.getKey()))
          .toList();
    }

    /** Returns what keeps it from passing. */
    List<CheckFinding> findings() {
      List<CheckFinding> findings = new ArrayList<>();
      for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
        Optional<Waiver> waiver = Optional.ofNullable(file.waived().get(check.getKey()));
        if (check.getValue() instanceof Outcome.Failed failed) {
          findings.add(finding(check.getKey(), failed).waivedBy(waiver));
        } else if (check.getValue() instanceof Outcome.Undecided undecided) {
          findings.add(
              CheckFinding.undecided(
                      check.getKey().name(), undecided.reason(), Optional.of(undecided.cause()))
                  .waivedBy(waiver));
        }
      }
      if (Obstacle.nothingWasChecked(file)) {
        findings.add(
            CheckFinding.undecided(
                Obstacle.NOTHING_CHECKED.name(),
                Finding.nothingChecked(file, place.policy()),
                Optional.empty()));
      }
      return findings;
    }

    /** Returns which row it is of, and after that what each check found. */
    List<String> evidenceOfRow() {
      return Stream.concat(
              facts().stream().map(fact -> fact.label() + " " + fact.text()), evidence().stream())
          .toList();
    }

    /** Returns what each check found; of those that do not apply, where the reason is unusual. */
    List<String> evidence() {
      return file.outcomes().entrySet().stream()
          .filter(check -> !isUsual(check.getKey(), check.getValue()))
          .map(check -> PageFiles.evidence(check.getKey(), check.getValue()))
          .toList();
    }
  }

  private static String date(ListedTime time) {
    return time.day() + time.minute().map(minute -> " " + minute).orElse("");
  }

  private static Metadata found(ObservedFile observed) {
    return new Metadata(
        observed instanceof ObservedFile.Readable readable
            ? ListedSize.ofBytes(readable.sizeBytes()).withoutBytes()
            : AuditLines.size(observed),
        AuditLines.time(observed, "").stripTrailing());
  }

  private static CheckFinding finding(Check check, Outcome.Failed failed) {
    return new CheckFinding(
        check.name(),
        List.of(
            new Fact(check.isOfTable() ? "Listed" : "Expected", failed.expected().forPeople()),
            new Fact("Found", failed.observed().forPeople())),
        Optional.of(failed.cause()),
        Optional.empty());
  }

  private boolean isUsual(Check check, Outcome outcome) {
    return outcome instanceof Outcome.NotApplicable notApplicable
        && notApplicable.reason().equals(usualReasons.get(check));
  }

  private static String evidence(Check check, Outcome outcome) {
    return check
        + " "
        + Finding.word(outcome)
        + outcome.causeIfAny().map(cause -> ", " + cause).orElse("")
        + ": "
        + Finding.evidence(outcome);
  }
}
