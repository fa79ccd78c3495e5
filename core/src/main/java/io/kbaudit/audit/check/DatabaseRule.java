package io.kbaudit.audit.check;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.audit.match.Match;
import io.kbaudit.database.DatabaseObject;
import io.kbaudit.database.DatabaseObjects;
import io.kbaudit.database.ObjectType;
import io.kbaudit.deployment.DatabaseAddition;
import io.kbaudit.deployment.DatabaseAddition.RequiredObject;
import io.kbaudit.deployment.Location;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks in a database for what the profile says that a package adds to it. Whether the package is
 * here makes no difference to that.
 */
final class DatabaseRule implements Rule {
  private final AuditRequest request;

  DatabaseRule(AuditRequest request) {
    this.request = request;
  }

  @Override
  public Check check() {
    return Check.DATABASE;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    return of(row);
  }

  @Override
  public Optional<Outcome> withoutFile(ExpectedFile row) {
    return Optional.of(of(row));
  }

  private Outcome of(ExpectedFile row) {
    Optional<DatabaseAddition> addition =
        request.profile().map(profile -> profile.database().get(row.name().best()));
    if (addition.isEmpty()) {
      return new Outcome.NotApplicable("no profile says that it adds anything to a database");
    }
    Optional<Location> elsewhere =
        request.location().filter(place -> !addition.get().isAskedAt(place.name()));
    if (elsewhere.isPresent()) {
      return new Outcome.NotApplicable(
          "its database is asked about at " + English.enumerate(addition.get().locations()));
    }
    if (request.isBeforeInstallation()) {
      return new Outcome.NotApplicable("nothing of this location is installed yet");
    }
    return request
        .evidence()
        .database()
        .map(database -> judge(addition.get().objects(), database))
        .orElseGet(
            () -> new Outcome.NotApplicable("no result of a query of the database was given"));
  }

  private static Outcome judge(List<RequiredObject> required, DatabaseObjects database) {
    List<String> there = new ArrayList<>();
    List<Finding> failed = new ArrayList<>();
    List<Finding> open = new ArrayList<>();
    for (RequiredObject object : required) {
      Optional<Finding> finding = find(object, database);
      if (finding.isEmpty()) {
        there.add(object.toString());
      } else if (finding.get().cause() == Cause.NOT_QUERIED) {
        open.add(finding.get());
      } else {
        failed.add(finding.get());
      }
    }
    String present = there.isEmpty() ? "" : "; there: " + English.enumerate(there);
    String source =
        database.source()
            + database
                .database()
                .map(name -> ", of the database " + English.quoted(name))
                .orElse("")
            + ": ";
    if (!failed.isEmpty()) {
      return new Outcome.Failed(
          English.enumerate(required.stream().map(RequiredObject::toString).toList()),
          source + texts(failed) + (open.isEmpty() ? "" : "; " + texts(open)) + present,
          failed.get(0).cause());
    }
    return open.isEmpty()
        ? new Outcome.Passed(source + English.enumerate(there))
        : new Outcome.Undecided(source + texts(open) + present, Cause.NOT_QUERIED);
  }

  /** What is wrong with one object. */
  private record Finding(String text, Cause cause) {}

  private static String texts(List<Finding> findings) {
    return String.join("; ", findings.stream().map(Finding::text).toList());
  }

  /** Returns what is wrong with {@code object}; absent where it is there as it should be. */
  private static Optional<Finding> find(RequiredObject object, DatabaseObjects database) {
    List<DatabaseObject> named = database.named(object.name());
    if (named.isEmpty()) {
      return Optional.of(
          mayBeUnasked(object.type(), database)
              ? new Finding(
                  object + " was not asked for, since the result has no " + object.type().words(),
                  Cause.NOT_QUERIED)
              : new Finding("no " + object, Cause.OBJECT_MISSING));
    }
    List<DatabaseObject> ofType =
        named.stream().filter(each -> each.type() == object.type()).toList();
    if (ofType.isEmpty()) {
      DatabaseObject other = named.get(0);
      return Optional.of(
          new Finding(
              "'"
                  + object.name()
                  + "' is "
                  + withArticle(described(other))
                  + ", not "
                  + withArticle(object.type().words())
                  + at(other),
              Cause.OBJECT_OF_OTHER_TYPE));
    }
    if (object.table().isEmpty()
        || ofType.stream().anyMatch(each -> each.isOn(object.table().get()))) {
      return Optional.empty();
    }
    DatabaseObject other = ofType.get(0);
    return Optional.of(
        other.table().isEmpty()
            ? new Finding(
                "the result does not say on which table the index '"
                    + object.name()
                    + "' is"
                    + at(other),
                Cause.NOT_QUERIED)
            : new Finding(
                "the index '"
                    + object.name()
                    + "' is on '"
                    + other.table().get()
                    + "', not on '"
                    + object.table().get()
                    + "'"
                    + at(other),
                Cause.OBJECT_ON_OTHER_TABLE));
  }

  /**
   * A query of objects has no indexes, and one of indexes, of procedures, of tables nothing else.
   */
  private static boolean mayBeUnasked(ObjectType type, DatabaseObjects database) {
    return type == ObjectType.INDEX
        ? !database.hasAny(ObjectType.INDEX)
        : !database.hasAny(type)
            && database.objects().stream().map(DatabaseObject::type).distinct().count() == 1;
  }

  private static String withArticle(String words) {
    return ("aeio".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
  }

  private static String described(DatabaseObject other) {
    return other.type() == ObjectType.OTHER
        ? other.type().words() + " (" + other.typeCode() + ")"
        : other.type().words();
  }

  private static String at(DatabaseObject object) {
    return " (line " + object.line() + ")";
  }
}
