package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import java.util.List;

/**
 * The answer for several places of one deployment: what was found at each, and which were left out.
 * Immutable.
 *
 * @param article to which all of them were held
 * @param places the audits, in the order asked for; at least one
 * @param unaudited places of the profile that no audit was of, in the profile's order; they change
 *     no verdict, and are said
 */
public record DeploymentResult(
    Article article, List<AuditResult> places, List<Location> unaudited) {

  /** Checks that a place was audited, and that all were held to one article. */
  public DeploymentResult {
    requireNonNull(article, "article");
    places = List.copyOf(places);
    unaudited = List.copyOf(unaudited);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("an audit of no place has no result");
    }
    for (AuditResult place : places) {
      if (!place.request().article().equals(article)) {
        throw new IllegalArgumentException(
            "an audit of " + place.request().article().label() + ", not of " + article.label());
      }
    }
  }

  /** Returns the result for these places of {@code profile}; its others are unaudited. */
  public static DeploymentResult of(Article article, Profile profile, List<AuditResult> places) {
    List<Location> audited =
        places.stream().flatMap(place -> place.request().location().stream()).toList();
    List<Location> unaudited =
        profile.locations().stream().filter(location -> !audited.contains(location)).toList();
    return new DeploymentResult(article, places, unaudited);
  }

  /** Returns what the places come to: as bad as the worst of them. */
  public Verdict verdict() {
    return Verdict.worstOf(places.stream().map(AuditResult::verdict).toList());
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
        + " places, "
        + unaudited.size()
        + " unaudited]";
  }
}
