package io.kbaudit.report.monitoring;

import static io.kbaudit.audit.Verdict.COMPLIANT;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.LeftOutRows;
import io.kbaudit.audit.Verdict;
import io.kbaudit.audit.WaiverState;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.Provenance;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.finding.Narrowing;
import io.kbaudit.report.monitoring.Exposition.Labels;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The audit as gauges in Prometheus's text-based exposition format, version 0.0.4, for the textfile
 * collector of its node exporter.
 *
 * <p>Every gauge has the labels {@code article}, {@code location} (empty where all rows were asked
 * for), {@code folder}, and {@code place}, which counts the places from 1, so that no two have the
 * same series; and {@code label} where its server is called something. There is a series for every
 * check, outcome, result, verdict and cause, whether it occurs or not: one whose value falls to 0
 * does not vanish, and a rule on it does not fall silent. There is none for a file: with hundreds
 * of files on each of hundreds of servers, and names that come and go with every article, that
 * would be more series than a server is meant to keep; any other report names the files. When the
 * audit was made is told where it is known; the collector tells the time of the file.
 *
 * <p>{@code kbaudit_compliant} is 1 where the verdict is {@code COMPLIANT}, and 0 where it is any
 * other. {@code kbaudit_unreachable} is 1 where the place could not be looked at. A place that
 * nobody looked at has no such series; {@code kbaudit_unaudited_places} counts those of a
 * deployment, once for each of the two values of {@code optional}. One that had to be audited, and
 * was not, has a verdict all the same, without a folder; {@code kbaudit_not_audited_places} counts
 * those.
 *
 * <p>What is waived counts as {@code WAIVED}, and is neither among the failures nor among the
 * findings; {@code kbaudit_waivers} counts the waivers of the whole audit, and {@code
 * kbaudit_waiver_next_expiry_timestamp_seconds} is there while some is applied. {@code
 * kbaudit_not_audited} is 1 for each thing that was left out of the question.
 *
 * <p>All is counted before the first character is written, and written at once, so that an audit
 * that cannot be read to its end leaves nothing. Files for one collector must differ in article,
 * location or folder; it refuses a series that it has twice.
 *
 * <p>Safe for use by several threads.
 */
public final class PrometheusAuditReport implements AuditReport {
  private static final List<String> OUTCOMES =
      List.of("PASSED", "FAILED", "UNDECIDED", "NOT_APPLICABLE", PlaceCounts.WAIVED);

  /** Creates the report; it has no options. */
  public PrometheusAuditReport() {}

  @Override
  public String name() {
    return "prometheus";
  }

  @Override
  public String mediaType() {
    return "text/plain; version=0.0.4";
  }

  @Override
  public void print(AuditRecord audit, Writer out) throws IOException {
    Exposition text = new Exposition();
    List<Place> places = places(audit);
    text.gauge("kbaudit_info", "The kbaudit that made the audit; always 1.");
    for (Place place : places) {
      text.series(place.labels.with("version", audit.toolVersion()), 1);
    }
    addVerdicts(text, audit, places);
    addFiles(text, places);
    addChecks(text, places);
    addNotAudited(text, places);
    Labels whole =
        audit.deployment()
            ? Labels.NONE.with("article", audit.article().label())
            : places.get(0).labels;
    addWaivers(text, audit, whole, places);
    if (audit.provenance().isPresent()) {
      addProvenance(text, audit.provenance().get(), whole);
    }
    if (audit.deployment()) {
      addUnaudited(text, audit);
    }
    out.write(text.toString());
    out.flush();
  }

  private static List<Place> places(AuditRecord audit) {
    Labels article = Labels.NONE.with("article", audit.article().label());
    List<Place> places = new ArrayList<>();
    for (FolderRecord place : audit.places()) {
      Labels labels =
          article
              .with("location", place.location().map(LocationRecord::name).orElse(""))
              .with("folder", place.path())
              .with("place", Integer.toString(places.size() + 1));
      places.add(new Place(labelled(labels, place), place, PlaceCounts.of(place)));
    }
    return places;
  }

  private static Labels labelled(Labels labels, FolderRecord place) {
    return place.label().map(label -> labels.with("label", label)).orElse(labels);
  }

  /** A place that had to be audited, and was not, is not one of which there is nothing to say. */
  private static void addVerdicts(Exposition text, AuditRecord audit, List<Place> places) {
    Map<Labels, Verdict> verdicts = new LinkedHashMap<>();
    places.forEach(place -> verdicts.put(place.labels, place.record.verdict()));
    for (LocationRecord location : audit.notAudited()) {
      verdicts.put(
          Labels.NONE
              .with("article", audit.article().label())
              .with("location", location.name())
              .with("folder", "")
              .with("place", Integer.toString(verdicts.size() + 1)),
          Verdict.INDETERMINATE);
    }
    text.gauge(
        "kbaudit_compliant",
        "Whether the location is compliant; 0 also where that could not be told.");
    verdicts.forEach((labels, verdict) -> text.series(labels, flag(verdict == COMPLIANT)));
    text.gauge("kbaudit_verdict", "1 for the verdict on the location, 0 for the others.");
    verdicts.forEach(
        (labels, verdict) -> {
          for (Verdict each : Verdict.values()) {
            text.series(labels.with("verdict", each.name()), flag(verdict == each));
          }
        });
  }

  private static void addFiles(Exposition text, List<Place> places) {
    addGauge(
        text,
        "kbaudit_expected_files",
        "Rows of the article that files were held to.",
        places,
        place -> place.tally().expected());
    text.gauge("kbaudit_files", "Rows of the article by what their files came to.");
    for (Place place : places) {
      for (FileResult result : FileResult.values()) {
        text.series(place.labels.with("result", result.name()), place.record.tally().count(result));
      }
    }
    addGauge(
        text,
        "kbaudit_unlisted_files",
        "Files that the article does not list there.",
        places,
        place -> place.unlisted().size());
    addGauge(
        text,
        "kbaudit_forbidden_files",
        "Files that the article does not list there, where such are forbidden.",
        places,
        place -> place.unlistedFail() ? place.unlisted().size() : 0);
    addGauge(
        text,
        "kbaudit_folders_not_listed",
        "Folders below that could not be listed; while there are any, the location is not compliant.",
        places,
        place -> place.gaps().folders());
    addGauge(
        text,
        "kbaudit_unreachable",
        "Whether the location could not be looked at; while it cannot, it is not compliant.",
        places,
        place -> flag(place.isUnreachable()));
    addGauge(
        text,
        "kbaudit_unread_rows",
        "Lines of the article that list a file and could not be read; while there are any, the"
            + " location is not compliant.",
        places,
        place -> place.gaps().article().lines());
    addGauge(
        text,
        "kbaudit_unread_columns",
        "Columns of the article that list what no file was held to; while there are any, the location"
            + " is not compliant.",
        places,
        place -> place.gaps().article().columns());
    addGauge(
        text,
        "kbaudit_other_than_bundled",
        "Whether the text lists other or fewer rows than the bundled article; while it does, the"
            + " location is not compliant.",
        places,
        place -> flag(place.gaps().article().otherThanBundled()));
    addLeftOut(text, places);
  }

  private static void addLeftOut(Exposition text, List<Place> places) {
    text.gauge(
        "kbaudit_left_out_rows",
        "Rows of the article that no file was held to, by what left them out.");
    for (Place place : places) {
      LeftOutRows rows = place.record.leftOut();
      text.series(place.labels.with("by", "group"), rows.group());
      text.series(place.labels.with("by", "platform"), rows.platform());
      text.series(place.labels.with("by", "language"), rows.language());
      text.series(place.labels.with("by", "location"), rows.location());
      text.series(place.labels.with("by", "alternatives"), rows.alternatives());
    }
  }

  private static void addChecks(Exposition text, List<Place> places) {
    text.gauge("kbaudit_checks", "Checks of files by how they came out.");
    for (Place place : places) {
      for (Check check : Check.values()) {
        for (String outcome : OUTCOMES) {
          text.series(
              place.labels.with("check", check.name()).with("outcome", outcome),
              place.counts.outcomes(check, outcome));
        }
      }
    }
    text.gauge(
        "kbaudit_findings",
        "Checks of files that failed or stayed undecided and are not waived, by the cause.");
    for (Place place : places) {
      for (Cause cause : Cause.values()) {
        text.series(place.labels.with("cause", cause.name()), place.counts.findings(cause));
      }
    }
  }

  /** The rows that were left out have a gauge of their own, and so have places. */
  private static void addNotAudited(Exposition text, List<Place> places) {
    text.gauge(
        "kbaudit_not_audited",
        "Whether this was left out of what was asked of the location's files.");
    for (Place place : places) {
      Narrowing.flags(place.record)
          .forEach((what, leftOut) -> text.series(place.labels.with("what", what), flag(leftOut)));
    }
  }

  private static void addWaivers(
      Exposition text, AuditRecord audit, Labels whole, List<Place> places) {
    text.gauge("kbaudit_waived", "Checks of files that failed or stayed undecided and are waived.");
    for (Place place : places) {
      text.series(place.labels, place.counts.waived());
    }
    text.gauge("kbaudit_waivers", "Waivers that the audit was given, by what became of them.");
    for (WaiverState state : WaiverState.values()) {
      text.series(
          whole.with("state", state.name()),
          audit.waivers().map(waivers -> waivers.count(state)).orElse(0));
    }
    Optional<LocalDate> next = audit.waivers().flatMap(JudgedWaivers::nextExpiry);
    if (next.isPresent()) {
      text.gauge(
          "kbaudit_waiver_next_expiry_timestamp_seconds",
          "When the first of the waivers that are applied ends, with its last day in UTC.");
      text.series(whole, next.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    }
  }

  private static void addProvenance(Exposition text, Provenance how, Labels whole) {
    text.gauge("kbaudit_made_timestamp_seconds", "When the audit was made.");
    text.series(whole, how.time().getEpochSecond());
    text.gauge("kbaudit_provenance_info", "Where and by whom the audit was made; always 1.");
    text.series(
        whole
            .with("host", how.host().orElse(""))
            .with("account", how.account().orElse(""))
            .with("operator", how.operator().orElse("")),
        1);
  }

  private static void addUnaudited(Exposition text, AuditRecord audit) {
    text.gauge(
        "kbaudit_unaudited_places",
        "Locations of the deployment that no folder was given for, by whether it may do without"
            + " them.");
    for (boolean optional : new boolean[] {false, true}) {
      text.series(
          Labels.NONE
              .with("article", audit.article().label())
              .with("optional", Boolean.toString(optional)),
          audit.unaudited().stream().filter(each -> each.optional() == optional).count());
    }
    text.gauge(
        "kbaudit_not_audited_places",
        "Locations of the deployment that had to be audited, and that no folder was given for.");
    text.series(Labels.NONE.with("article", audit.article().label()), audit.notAudited().size());
  }

  private static void addGauge(
      Exposition text,
      String name,
      String help,
      List<Place> places,
      ToIntFunction<FolderRecord> value) {
    text.gauge(name, help);
    for (Place place : places) {
      text.series(place.labels, value.applyAsInt(place.record));
    }
  }

  private static int flag(boolean set) {
    return set ? 1 : 0;
  }

  private record Place(Labels labels, FolderRecord record, PlaceCounts counts) {}
}
