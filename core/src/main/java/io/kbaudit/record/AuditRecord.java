package io.kbaudit.record;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.DeploymentResult;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Tally;
import io.kbaudit.audit.Verdict;
import io.kbaudit.json.ToolVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that reports say of an audit, of one folder or of several places.
 *
 * @param toolVersion of the kbaudit that made the audit; it may not be this one
 * @param places what was audited, in the order asked for; at least one
 * @param deployment whether the question was about several places, of which one may do
 * @param unaudited places of the deployment that nobody looked at; they change no verdict unless
 *     all are demanded
 * @param complete whether an audit was demanded of every place of the deployment
 * @param waivers that the audit was given; absent where it was given none
 * @param provenance when, where and by whom it was made; absent unless that was asked for
 */
public record AuditRecord(
    String toolVersion,
    ArticleRecord article,
    List<FolderRecord> places,
    boolean deployment,
    List<LocationRecord> unaudited,
    boolean complete,
    Optional<JudgedWaivers> waivers,
    Optional<Provenance> provenance) {

  /**
   * Checks that a place was audited, only one if they are not several, and each against this
   * article.
   */
  public AuditRecord {
    requireNonNull(toolVersion, "toolVersion");
    requireNonNull(article, "article");
    requireNonNull(waivers, "waivers");
    requireNonNull(provenance, "provenance");
    places = List.copyOf(places);
    unaudited = List.copyOf(unaudited);
    if (places.isEmpty()
        || (!deployment && (places.size() > 1 || !unaudited.isEmpty() || complete))) {
      throw new IllegalArgumentException(
          places.size() + " locations, " + unaudited.size() + " unaudited; several: " + deployment);
    }
    for (FolderRecord place : places) {
      if (!place.gaps().article().equals(article.gaps())) {
        throw new IllegalArgumentException(
            "of one article " + place.gaps().article() + " and " + article.gaps());
      }
    }
  }

  /** Creates the record of an audit without waivers, of which nobody says where it was made. */
  public AuditRecord(
      String toolVersion,
      ArticleRecord article,
      List<FolderRecord> places,
      boolean deployment,
      List<LocationRecord> unaudited,
      boolean complete) {
    this(
        toolVersion,
        article,
        places,
        deployment,
        unaudited,
        complete,
        Optional.empty(),
        Optional.empty());
  }

  /** Creates the same, where it was left open which places are asked about. */
  public AuditRecord(
      String toolVersion,
      ArticleRecord article,
      List<FolderRecord> places,
      boolean deployment,
      List<LocationRecord> unaudited) {
    this(toolVersion, article, places, deployment, unaudited, false);
  }

  /** Returns the record of an audit that this version made. */
  public static AuditRecord of(AuditResult result) {
    return new AuditRecord(
        ToolVersion.get(),
        ArticleRecord.of(result.request().article()),
        List.of(FolderRecord.of(result)),
        false,
        List.of(),
        false,
        result.waivers(),
        Optional.empty());
  }

  /** Returns the record of audits of several places that this version made. */
  public static AuditRecord of(DeploymentResult result) {
    return new AuditRecord(
        ToolVersion.get(),
        ArticleRecord.of(result.article()),
        result.places().stream().map(FolderRecord::of).toList(),
        true,
        result.unaudited().stream().map(LocationRecord::of).toList(),
        result.complete(),
        result.waivers(),
        Optional.empty());
  }

  /** Returns this audit, with what is to be said of how it was made. */
  public AuditRecord madeAs(Provenance how) {
    return new AuditRecord(
        toolVersion, article, places, deployment, unaudited, complete, waivers, Optional.of(how));
  }

  /**
   * Returns the places that had to be audited, and were not; a profile's optional ones need not.
   */
  public List<LocationRecord> notAudited() {
    return unaudited.stream().filter(this::hadToBeAudited).toList();
  }

  /** Returns whether the audit is not whole without one of the places that nobody looked at. */
  public boolean hadToBeAudited(LocationRecord place) {
    return complete && !place.optional();
  }

  /**
   * Returns the names that mean locations of the deployment, audited or not, and no server that is
   * called so; none where it is about one folder.
   */
  public Set<String> locationNames() {
    return deployment
        ? Stream.concat(
                places.stream().flatMap(place -> place.location().stream()), unaudited.stream())
            .map(LocationRecord::name)
            .collect(toSet())
        : Set.of();
  }

  /** Returns what the places come to. */
  public Verdict verdict() {
    return Verdict.ofPlaces(
        places.stream().map(FolderRecord::verdict).toList(), notAudited().size());
  }

  /** Returns how the files of all places came out. */
  public Tally tally() {
    return places.stream().map(FolderRecord::tally).reduce(Tally.NONE, Tally::plus);
  }

  /** Returns how many files of all places are not listed. */
  public int unlisted() {
    return places.stream().mapToInt(place -> place.unlisted().size()).sum();
  }

  /**
   * Returns this audit, before each of whose files, each time they are gone through, {@code action}
   * is run: it can tell how far that is, or end it with an exception.
   */
  public AuditRecord beforeEachFile(Runnable action) {
    return new AuditRecord(
        toolVersion,
        article,
        places.stream().map(place -> place.beforeEachFile(action)).toList(),
        deployment,
        unaudited,
        complete,
        waivers,
        provenance);
  }
}
