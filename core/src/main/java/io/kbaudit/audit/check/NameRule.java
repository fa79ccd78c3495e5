package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.audit.match.Pins;
import io.kbaudit.audit.match.Wording;

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
    String listed = Wording.quoted(row.name().best().spelling());
    String observed = Wording.quoted(found.file().path());
    return switch (found.manner()) {
      case BY_NAME -> new Outcome.Passed(observed + " is the listed name");
      case BY_BEGINNING -> new Outcome.Passed(observed + " begins as the cut name " + listed);
      case BY_CONTENT, BY_IDENTITY -> new Outcome.NotApplicable("files have random names here");
      case RENAMED ->
          new Outcome.Failed(
              listed,
              itself(row, found) + ", under the name " + observed + orOthers(found),
              Cause.RENAMED);
      case RECOGNIZED ->
          new Outcome.Failed(
              listed, "its package, by its own name, under the name " + observed, Cause.RENAMED);
      case SWAPPED ->
          new Outcome.Failed(
              listed, itself(row, found) + ", under the listed name " + observed, Cause.SWAPPED);
    };
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
