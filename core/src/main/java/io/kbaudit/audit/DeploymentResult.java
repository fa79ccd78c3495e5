package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import java.util.List;
import java.util.Optional;

/**
 * The answer for several places of one deployment: what was found at each, and which were left out.
 * Immutable.
 *
 * @param article to which all of them were held
 * @param places the audits, in the order asked for; at least one
 * @param unaudited places of the profile that no audit was of, in the profile's order; they are
 *     said, and change no verdict unless all are demanded
 * @param complete whether an audit was demanded of every place of the profile
 * @param waivers that the audit was given; absent where it was given none
 */
public record DeploymentResult(
    Article article,
    List<AuditResult> places,
    List<Location> unaudited,
    boolean complete,
    Optional<JudgedWaivers> waivers) {

  /** Checks that a place was audited, and that all were held to one article. */
  public DeploymentResult {
    requireNonNull(article, "article");
    requireNonNull(waivers, "waivers");
    places = List.copyOf(places);
    unaudited = List.copyOf(unaudited);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("an audit of no location has no result");
    }
    for (AuditResult place : places) {
      if (!place.request().article().equals(article)) {
        throw new IllegalArgumentException(
            "an audit of " + place.request().article().label() + ", not of " + article.label());
      }
    }
  }

  /** Creates the answer to a question that leaves it open which places are asked about. */
  public DeploymentResult(Article article, List<AuditResult> places, List<Location> unaudited) {
    this(article, places, unaudited, false, Optional.empty());
  }

  /** Returns the result for these places of {@code profile}; its others are unaudited. */
  public static DeploymentResult of(Article article, Profile profile, List<AuditResult> places) {
    List<Location> audited =
        places.stream().flatMap(place -> place.request().location().stream()).toList();
    List<Location> unaudited =
        profile.locations().stream().filter(location -> !audited.contains(location)).toList();
    return new DeploymentResult(article, places, unaudited);
  }

  /** Returns this answer, of which an audit of every place of the profile was demanded. */
  public DeploymentResult demandingAll() {
    return new DeploymentResult(article, places, unaudited, true, waivers);
  }

  /** Returns this answer with its places, in their order, judged anew. */
  public DeploymentResult withPlaces(List<AuditResult> judged) {
    return new DeploymentResult(article, judged, unaudited, complete, waivers);
  }

  /** Returns this answer, with what became of the waivers that the audit was given. */
  public DeploymentResult judgedBy(JudgedWaivers judged) {
    return new DeploymentResult(article, places, unaudited, complete, Optional.of(judged));
  }

  /**
   * Returns the places that had to be audited, and were not; a profile's optional ones need not.
   */
  public List<Location> notAudited() {
    return complete ? unaudited.stream().filter(place -> !place.optional()).toList() : List.of();
  }

  /** Returns what the places come to: as bad as the worst of them. */
  public Verdict verdict() {
    return Verdict.ofPlaces(
        places.stream().map(AuditResult::verdict).toList(), notAudited().size());
  }

  /** Returns how the files of all places came out. */
  public Tally tally() {
    return places.stream().map(AuditResult::tally).reduce(Tally.NONE, Tally::plus);
  }

  /** Returns what the places come to, in one line however many they are. */
  @Override
  public String toString() {
    return "DeploymentResult["
        + article.label()
        + ": "
        + verdict()
        + ", "
        + tally()
        + ", "
        + places.size()
        + " locations, "
        + unaudited.size()
        + " unaudited]";
  }
}
