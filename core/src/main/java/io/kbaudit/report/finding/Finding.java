package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.PolicyRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What checks found, in the words of reports for people; not yet safe to print. */
public final class Finding {
  private Finding() {}

  /** Returns how a check came out, for example {@code not applicable}. */
  public static String word(Outcome outcome) {
    return outcome.id().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns all that an outcome says, in one line. */
  public static String evidence(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return "expected " + failed.expected().text() + ", found " + failed.observed().text();
    }
    if (outcome instanceof Outcome.Undecided undecided) {
      return undecided.reason();
    }
    if (outcome instanceof Outcome.NotApplicable notApplicable) {
      return notApplicable.reason();
    }
    return ((Outcome.Passed) outcome).evidence().text();
  }

  /** Returns what was expected and what was found, with what people want to know of each. */
  public static String difference(Outcome.Failed failed) {
    return "expected " + failed.expected().forPeople() + ", found " + failed.observed().forPeople();
  }

  /**
   * Returns which checks of a file failed or stayed undecided, and why: "SIZE SMALLER"; of a waived
   * file, which of them are waived, of any other those that are not.
   */
  public static String ids(FileRecord file) {
    boolean waived = file.result() == FileResult.WAIVED;
    return file.outcomes().entrySet().stream()
        .filter(check -> !(check.getValue() instanceof Outcome.Passed))
        .filter(check -> file.waived().containsKey(check.getKey()) == waived)
        .filter(check -> check.getValue().causeIfAny().isPresent())
        .map(check -> id(check.getKey(), check.getValue()))
        .collect(joining(", "));
  }

  /** Returns which check it is that failed or stayed undecided, and why: "SIZE SMALLER". */
  public static String id(Check check, Outcome outcome) {
    return check + outcome.causeIfAny().map(cause -> " " + cause).orElse("");
  }

  /** Returns the same in one line: "listed 10:04, found 11:04". */
  public static String inShort(FileRecord file) {
    return facts(file).stream()
        .map(fact -> fact.label() + " " + fact.text())
        .collect(joining(", "));
  }

  /** Returns what is to be said of each check of a file that failed or stayed undecided. */
  public static List<Fact> facts(FileRecord file) {
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<Check, Outcome> check : file.outcomes().entrySet()) {
      if (!file.waived().containsKey(check.getKey())) {
        facts.addAll(facts(check.getKey(), check.getValue()));
      }
    }
    return facts.stream().distinct().toList();
  }

  /** Returns what is to be said of a check that failed or stayed undecided; nothing of others. */
  public static List<Fact> facts(Check check, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return List.of(
          new Fact(check.isOfTable() ? "listed" : "expected", failed.expected().forPeople()),
          new Fact("found", failed.observed().forPeople()));
    }
    return outcome instanceof Outcome.Undecided undecided
        ? List.of(new Fact("undecided", undecided.reason()))
        : List.of();
  }

  /** Returns what is to be known of a file that passes: "LATER". */
  public static String remarks(FileRecord file) {
    Set<String> remarks = new LinkedHashSet<>();
    for (Outcome outcome : file.outcomes().values()) {
      outcome.causeIfAny().ifPresent(cause -> remarks.add(cause.name()));
    }
    return String.join(" ", remarks);
  }

  /** Returns why a file is undecided of which not one check could be made. */
  public static String nothingChecked(FileRecord file, PolicyRecord policy) {
    return "no check that was asked for could be done"
        + file.outcomes().entrySet().stream()
            .filter(check -> !policy.checks().skipped().contains(check.getKey()))
            .map(Map.Entry::getValue)
            .filter(Outcome.NotApplicable.class::isInstance)
            .map(outcome -> ": " + ((Outcome.NotApplicable) outcome).reason())
            .findFirst()
            .orElse("");
  }

  /** Returns the path of the file, where that is more than the row's name; else nothing. */
  public static String pathIfUnlike(FileRecord file) {
    return file.observed()
        .filter(
            observed ->
                observed.path().indexOf('/') >= 0 || !observed.name().equals(file.listed().name()))
        .map(ObservedFile::path)
        .orElse("");
  }
}
