package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.Value;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Pins;
import io.kbaudit.audit.match.Wording;
import io.kbaudit.file.FileName;
import io.kbaudit.text.English;

/** Judges the name under which a file was found. */
final class NameRule implements Rule {
  private final Pins pins;

  NameRule(Pins pins) {
    this.pins = pins;
  }

  @Override
  public Check check() {
    return Check.NAME;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    FileName name = row.name().best();
    Evidence listed = Evidence.of(English.quoted(name.spelling()), new Value.Name(name));
    String observed = English.quoted(found.file().path());
    return switch (found.manner()) {
      case BY_NAME -> new Outcome.Passed(evidence(observed + " is the listed name", found));
      case BY_BEGINNING ->
          new Outcome.Passed(
              evidence(observed + " begins as the cut name " + listed.text(), found));
      case BY_CONTENT, BY_IDENTITY -> new Outcome.NotApplicable("files have random names here");
      case RENAMED ->
          new Outcome.Failed(
              listed,
              evidence(
                  itself(row, found) + ", under the name " + observed + orOthers(found), found),
              Cause.RENAMED);
      case RECOGNIZED ->
          new Outcome.Failed(
              listed,
              evidence("its package, by its own name, under the name " + observed, found),
              Cause.RENAMED);
      case SWAPPED ->
          new Outcome.Failed(
              listed,
              evidence(itself(row, found) + ", under the listed name " + observed, found),
              Cause.SWAPPED);
    };
  }

  private static Evidence evidence(String text, Match.Found found) {
    return Evidence.of(text, new Value.Name(found.file().name()));
  }

  private String itself(ExpectedFile row, Match.Found found) {
    return pins.compare(row, found.file()) == Pins.Contents.EQUAL
        ? "its contents, byte for byte"
        : "its size and date";
  }

  private static String orOthers(Match.Found found) {
    return found.alternatives().isEmpty()
        ? ""
        : ", or just as well " + Wording.paths(found.alternatives()) + ": which is not known";
  }
}
