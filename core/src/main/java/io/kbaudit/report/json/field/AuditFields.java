package io.kbaudit.report.json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Waiver;
import io.kbaudit.json.DocumentHead;
import io.kbaudit.json.JsonFormatException;
import io.kbaudit.json.JsonReader;
import io.kbaudit.json.JsonValue;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Obstacle;
import io.kbaudit.record.RecordedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * A whole audit. One of several places has what a single one has, once for each place.
 *
 * <p>It may be larger than memory: what is read keeps nothing of the files but their tally, and
 * goes through them anew each time they are asked for.
 */
public final class AuditFields {
  /** What the schema has in a document and in an audit; and what a signed one has. */
  static final Set<String> KNOWN =
      Set.of(
          "article",
          "complete",
          "obstacles",
          "payloadType",
          "policy",
          "provenance",
          "remarks",
          "schemaVersion",
          "summary",
          "target",
          "tool",
          "unaudited",
          "unlisted",
          "verdict",
          "waivers");

  private static final String AUDITS = "audits";
  private static final String UNAUDITED = "unaudited";
  private static final String COMPLETE = "complete";

  /** What is said of several places together. */
  private static final Set<String> OF_PLACES = new TreeSet<>(Set.of(COMPLETE, UNAUDITED));

  /** What is said of all places, and of none of them again. */
  private static final Set<String> OF_WHOLE =
      new TreeSet<>(Set.of("article", COMPLETE, "provenance", "tool", UNAUDITED, "waivers"));

  /** What the files of one place come to, and what they have to have been asked. */
  private record Counted(Tally tally, PolicyContradictions contradictions) {}

  private AuditFields() {}

  public static void write(JsonGenerator json, AuditRecord audit) throws IOException {
    ArticleRecord article = audit.article();
    DocumentHead.writeTool(json, audit.toolVersion());
    ProvenanceFields.write(json, audit.provenance());
    DocumentHead.writeArticle(json, article.id(), article.title(), article.source());
    WaiverFields.write(json, audit.waivers());
    if (audit.deployment()) {
      writePlaces(json, audit);
    } else {
      FolderFields.write(json, audit.places().get(0));
    }
  }

  private static void writePlaces(JsonGenerator json, AuditRecord audit) throws IOException {
    json.writeStringField("verdict", audit.verdict().name());
    json.writeObjectFieldStart("summary");
    SummaryFields.writePlaces(json, audit.places().size());
    SummaryFields.writeCounts(json, audit);
    json.writeEndObject();
    if (audit.complete()) {
      json.writeBooleanField(COMPLETE, true);
    }
    SummaryFields.writeObstacles(json, Obstacle.of(audit));
    json.writeArrayFieldStart(AUDITS);
    for (FolderRecord place : audit.places()) {
      json.writeStartObject();
      FolderFields.write(json, place);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart(UNAUDITED);
    for (LocationRecord location : audit.unaudited()) {
      json.writeStartObject();
      FolderFields.writeLocation(json, location);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Reads an audit, which must come to the numbers and verdicts that are stated.
   *
   * @param json at the document's beginning
   * @param files of one of the audits, by its place in the list, or of the only one; they are those
   *     that {@link #goToFiles} finds
   */
  public static AuditRecord read(
      JsonReader json, BiFunction<OptionalInt, NotPassedIndex, RecordedFiles> files)
      throws IOException {
    JsonValue whole = json.begin();
    List<FolderRecord> places = new ArrayList<>();
    Optional<Counted> counted = Optional.empty();
    NotPassedIndex notPassed = new NotPassedIndex();
    List<WaivedChecks> waived = new ArrayList<>();
    while (json.nextField()) {
      switch (json.field()) {
        case FolderFields.FILES -> counted = Optional.of(count(json, notPassed, waived));
        case AUDITS -> {
          whole.put(AUDITS, json.here());
          readPlaces(json, files, places, waived);
        }
        default -> json.readField(whole, KNOWN);
      }
    }
    json.end();
    if (whole.find("payloadType").isPresent()) {
      throw whole.wrong("this is signed, and to be verified before it is read as an audit");
    }
    if (whole.find("schemaVersion").isEmpty() || whole.find("verdict").isEmpty()) {
      throw whole.wrong("this is no saved audit");
    }
    JsonReader.requireVersion(whole);
    if (whole.find(AUDITS).isPresent() && counted.isPresent()) {
      throw whole.wrong("an audit of several locations has no 'files' of its own");
    }
    Map<Waiver, Integer> findings = new HashMap<>();
    waived.forEach(checks -> checks.addTo(findings));
    Optional<JudgedWaivers> waivers = WaiverFields.read(whole, findings);
    AuditRecord audit =
        whole.find(AUDITS).isPresent()
            ? severalPlaces(whole, places, waivers)
            : onePlace(
                whole,
                folder(whole, counted, files.apply(OptionalInt.empty(), notPassed)),
                waivers);
    Set<String> locations = audit.locationNames();
    for (int i = 0; i < waived.size(); i++) {
      waived.get(i).requireFor(audit.places().get(i), locations, whole);
    }
    return audit;
  }

  private static AuditRecord onePlace(
      JsonValue whole, FolderRecord folder, Optional<JudgedWaivers> waivers)
      throws JsonFormatException {
    refuse(OF_PLACES, whole, "an audit of one folder");
    return new AuditRecord(
        DocumentHead.toolVersion(whole),
        article(whole),
        List.of(folder),
        false,
        List.of(),
        false,
        waivers,
        ProvenanceFields.read(whole));
  }

  private static void refuse(Set<String> fields, JsonValue value, String audit)
      throws JsonFormatException {
    for (String field : fields) {
      if (value.find(field).isPresent()) {
        throw value.field(field).wrong(audit + " has no '" + field + "'");
      }
    }
  }

  private static AuditRecord severalPlaces(
      JsonValue whole, List<FolderRecord> places, Optional<JudgedWaivers> waivers)
      throws JsonFormatException {
    if (places.isEmpty()) {
      throw whole.field(AUDITS).wrong("an audit of no location");
    }
    List<LocationRecord> unaudited = new ArrayList<>();
    for (JsonValue location : whole.field(UNAUDITED).items()) {
      unaudited.add(FolderFields.readLocation(location));
    }
    refuseRepeated(places, unaudited, whole);
    Optional<JsonValue> complete = whole.find(COMPLETE);
    ArticleRecord article = article(whole);
    for (FolderRecord place : places) {
      SummaryFields.requireGaps(whole, place.gaps().article());
    }
    AuditRecord audit =
        new AuditRecord(
            DocumentHead.toolVersion(whole),
            article,
            places,
            true,
            unaudited,
            complete.isPresent() && complete.get().flag(),
            waivers,
            ProvenanceFields.read(whole));
    SummaryFields.requirePlaces(whole, places.size());
    SummaryFields.require(whole, audit.verdict(), audit.tally(), audit.unlisted());
    SummaryFields.requireObstacles(whole, Obstacle.of(audit));
    return audit;
  }

  /** A location that is one place is audited once, and none is both audited and not. */
  private static void refuseRepeated(
      List<FolderRecord> places, List<LocationRecord> unaudited, JsonValue whole)
      throws JsonFormatException {
    Map<String, LocationRecord> audited = new HashMap<>();
    for (FolderRecord place : places) {
      LocationRecord location = place.location().orElse(null);
      if (location != null) {
        LocationRecord first = audited.putIfAbsent(location.name(), location);
        if (first != null && !(first.several() && location.several())) {
          throw repeated(location, whole.field(AUDITS));
        }
      }
    }
    for (LocationRecord location : unaudited) {
      if (audited.putIfAbsent(location.name(), location) != null) {
        throw repeated(location, whole.field(UNAUDITED));
      }
    }
  }

  private static JsonFormatException repeated(LocationRecord location, JsonValue at) {
    return at.wrong("the location " + "'" + location.name() + "'" + " is here twice");
  }

  private static ArticleRecord article(JsonValue whole) throws JsonFormatException {
    Optional<JsonValue> id = DocumentHead.articleId(whole);
    return new ArticleRecord(
        id.isEmpty() ? Optional.empty() : Optional.of(id.get().text()),
        DocumentHead.articleTitle(whole),
        DocumentHead.articleSource(whole),
        SummaryFields.articleGaps(whole));
  }

  private static void readPlaces(
      JsonReader json,
      BiFunction<OptionalInt, NotPassedIndex, RecordedFiles> files,
      List<FolderRecord> places,
      List<WaivedChecks> waived)
      throws IOException {
    json.here().requireList();
    while (json.nextItem()) {
      JsonValue place = json.here();
      place.requireObject();
      Optional<Counted> counted = Optional.empty();
      NotPassedIndex notPassed = new NotPassedIndex();
      while (json.nextField()) {
        if (json.field().equals(FolderFields.FILES)) {
          counted = Optional.of(count(json, notPassed, waived));
        } else {
          json.readField(place, KNOWN);
        }
      }
      refuse(OF_WHOLE, place, "an audit of one of several locations");
      places.add(folder(place, counted, files.apply(OptionalInt.of(places.size()), notPassed)));
    }
  }

  /**
   * Counts how the files came out, and adds to {@code waived} which checks waivers cover, and to
   * {@code notPassed} where those stand that did not pass.
   */
  private static Counted count(JsonReader json, NotPassedIndex notPassed, List<WaivedChecks> waived)
      throws IOException {
    json.here().requireList();
    WaivedChecks checks = new WaivedChecks();
    waived.add(checks);
    Tally tally = Tally.NONE;
    PolicyContradictions contradictions = new PolicyContradictions();
    int lastRow = 0;
    while (json.nextItem()) {
      OptionalLong bytesBefore = json.bytesBeforeValue();
      FileRecord file = readFile(json);
      int row = file.listed().row();
      if (row <= lastRow) {
        throw json.here().wrong("row " + row + " is here behind row " + lastRow);
      }
      lastRow = row;
      FileResult result = file.result();
      tally = tally.plus(result);
      if (result != FileResult.PASS) {
        notPassed.add(tally.expected(), bytesBefore);
      }
      checks.add(file, json.here());
      contradictions.add(file);
    }
    return new Counted(tally, contradictions);
  }

  private static FolderRecord folder(
      JsonValue value, Optional<Counted> counted, RecordedFiles files) throws JsonFormatException {
    if (counted.isEmpty()) {
      value.field(FolderFields.FILES);
    }
    return FolderFields.read(
        value, files, counted.orElseThrow().tally(), counted.orElseThrow().contradictions());
  }

  /**
   * Goes from the beginning of a document that was found to be sound to the files of one folder,
   * each of which {@link #readFile} reads.
   *
   * @param place which of the audits; absent where there is but one, not in a list
   */
  public static void goToFiles(JsonReader json, OptionalInt place) throws IOException {
    json.begin();
    if (place.isPresent()) {
      goTo(AUDITS, json);
      json.nextItem();
      for (int i = 0; i < place.getAsInt(); i++) {
        json.skip();
        json.nextItem();
      }
    }
    goTo(FolderFields.FILES, json);
  }

  /** Goes from the beginning of an object to the value of one of its fields. */
  private static void goTo(String field, JsonReader json) throws IOException {
    while (json.nextField()) {
      if (json.field().equals(field)) {
        return;
      }
      json.skip();
    }
    throw json.here().wrong("the file was changed while it was read");
  }

  /** Reads the file at whose beginning {@code json} is. */
  public static FileRecord readFile(JsonReader json) throws IOException {
    return FileFields.read(json.read());
  }
}
