package io.kbaudit.report.sarif;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.RowRecord;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.finding.Finding;
import io.kbaudit.report.finding.Fingerprint;
import io.kbaudit.report.finding.Fingerprint.Ordinals;
import io.kbaudit.report.finding.PlaceNames;
import io.kbaudit.report.finding.Unseen;
import io.kbaudit.report.sarif.SarifResult.Found;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one place comes to in a SARIF log: a result for each check that failed or stayed undecided,
 * and for whatever else keeps the place from being compliant.
 *
 * @param name that no other place of the audit has
 * @param folderId to which the paths of files are relative
 * @param ordinal which it is of the places of one location and path
 * @param judged whether the audit was given waivers
 */
record SarifPlace(
    ArticleRecord article,
    FolderRecord place,
    String name,
    String folderId,
    int ordinal,
    boolean judged) {
  private static final int REMARKS_AT_MOST = 20;

  /** Returns all places of {@code audit}. */
  static List<SarifPlace> of(AuditRecord audit) {
    List<String> names = PlaceNames.of(audit);
    Ordinals alike = new Ordinals();
    List<SarifPlace> places = new ArrayList<>();
    for (FolderRecord place : audit.places()) {
      int number = places.size() + 1;
      places.add(
          new SarifPlace(
              audit.article(),
              place,
              names.get(number - 1),
              "FOLDER_" + number,
              alike.next(identity(place)),
              audit.waivers().isPresent()));
    }
    return places;
  }

  /** Writes all results, each file's when that is read. */
  void writeResults(JsonGenerator json) throws IOException {
    Ordinals rows = new Ordinals();
    for (FileRecord file : place.isUnreachable() ? List.<FileRecord>of() : place.files()) {
      writeFile(json, file, rows.next(identity(file.listed())));
    }
    if (place.unlistedFail()) {
      Ordinals paths = new Ordinals();
      for (ObservedFile file : place.unlisted()) {
        unlisted(file, paths.next(file.path())).write(json);
      }
    }
    for (Unseen unseen : Unseen.at(place)) {
      unseen(unseen).write(json);
    }
  }

  private void writeFile(JsonGenerator json, FileRecord file, int ordinal) throws IOException {
    for (Map.Entry<Check, Outcome> entry : file.outcomes().entrySet()) {
      Check check = entry.getKey();
      String what = check + " of " + named(file.listed().name().spelling());
      if (entry.getValue() instanceof Outcome.Failed failed) {
        String sentence = what + ": " + Finding.difference(failed);
        Found found = Found.failed(Term.of(failed.cause()), sentence);
        ofRow(found, Optional.of(check), file, ordinal).write(json);
      } else if (entry.getValue() instanceof Outcome.Undecided undecided) {
        String sentence = what + " is undecided: " + undecided.reason();
        Found found = Found.undecided(Term.of(undecided.cause()), sentence);
        ofRow(found, Optional.of(check), file, ordinal).write(json);
      }
    }
    if (Obstacle.nothingWasChecked(file)) {
      String why = Finding.nothingChecked(file, place.policy());
      String sentence = named(file.listed().name().spelling()) + " is undecided: " + why;
      Found found = Found.undecided(Term.of(Obstacle.NOTHING_CHECKED), sentence);
      ofRow(found, Optional.empty(), file, ordinal).write(json);
    }
  }

  private SarifResult ofRow(Found found, Optional<Check> check, FileRecord file, int ordinal) {
    SarifLocation row = SarifLocation.of(article, file.listed().line());
    Optional<SarifLocation> observed =
        file.observed().map(there -> SarifLocation.of(there, folderId));
    return new SarifResult(
        found,
        Optional.of(name),
        check.map(Check::name),
        observed.orElse(row),
        observed.map(there -> row),
        fingerprint(
            check.map(Check::name).orElse(found.reason().id()), ordinal, identity(file.listed())),
        new SarifSuppression(
            judged, check.flatMap(each -> Optional.ofNullable(file.waived().get(each)))));
  }

  private SarifResult unlisted(ObservedFile file, int ordinal) {
    Term reason = Term.of(Obstacle.UNLISTED);
    String sentence =
        named(file.path()) + " is not listed by the article, and files that are not are forbidden";
    return new SarifResult(
        Found.failed(reason, sentence),
        Optional.of(name),
        Optional.empty(),
        SarifLocation.of(file, folderId),
        Optional.empty(),
        fingerprint(reason.id(), ordinal, file.path()),
        SarifSuppression.none(judged));
  }

  private SarifResult unseen(Unseen unseen) {
    List<String> remarks = unseen.remarks();
    int left = Math.max(0, remarks.size() - REMARKS_AT_MOST);
    String told =
        remarks.stream().limit(REMARKS_AT_MOST).map(remark -> " " + remark).collect(joining());
    String sentence =
        unseen.what() + " at " + name + "." + told + (left == 0 ? "" : " And " + left + " more.");
    return new SarifResult(
        Found.undecided(unseen.why(), sentence),
        Optional.of(name),
        Optional.empty(),
        SarifLocation.of(article, 1),
        Optional.empty(),
        fingerprint(unseen.why().id(), 1),
        SarifSuppression.none(judged));
  }

  /** Returns the result for a location that had to be audited, and was not. */
  static SarifResult notAudited(AuditRecord audit, LocationRecord location) {
    ArticleRecord article = audit.article();
    Term reason = Term.of(Obstacle.NOT_AUDITED);
    String sentence = Printable.line(location.name()) + " was " + AuditLines.unaudited(location);
    return new SarifResult(
        Found.undecided(reason, sentence),
        Optional.of(Printable.line(location.name())),
        Optional.empty(),
        SarifLocation.of(article, 1),
        Optional.empty(),
        Fingerprint.of(article.label(), "=" + location.name(), reason.id()),
        SarifSuppression.none(audit.waivers().isPresent()));
  }

  /** Returns what tells a row from others for good: neither its number nor its line. */
  private static String[] identity(RowRecord row) {
    return new String[] {
      row.name().canonical(),
      text(row.variant().heading()),
      text(row.variant().platform()),
      text(row.variant().language())
    };
  }

  private Fingerprint fingerprint(String what, int which, String... identity) {
    List<String> texts = new ArrayList<>();
    texts.add(article.label());
    texts.addAll(List.of(identity(place)));
    texts.add(Integer.toString(ordinal));
    texts.add(what);
    texts.add(Integer.toString(which));
    texts.addAll(List.of(identity));
    return Fingerprint.of(texts.toArray(String[]::new));
  }

  /** Returns what tells a place from others for good: not where it stands among them. */
  private static String[] identity(FolderRecord place) {
    String location = text(place.location().map(LocationRecord::name));
    return place.label().isPresent()
        ? new String[] {location, place.path(), place.label().get()}
        : new String[] {location, place.path()};
  }

  /** Tells what is absent from what is empty. */
  private static String text(Optional<String> text) {
    return text.map(there -> "=" + there).orElse("");
  }

  private String named(String file) {
    return Printable.quoted(file) + " at " + name;
  }
}
