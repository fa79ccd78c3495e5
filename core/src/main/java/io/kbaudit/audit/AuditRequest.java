package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.deployment.ProfileException;
import java.util.List;
import java.util.Optional;

/**
 * What an audit is to answer.
 *
 * @param profile of the article, if it has one
 * @param location the place to be audited; absent to hold the folder to every row
 */
public record AuditRequest(
    Article article, Optional<Profile> profile, Optional<Location> location, AuditPolicy policy) {
  /** Checks that nothing is null. */
  public AuditRequest {
    requireNonNull(article, "article");
    requireNonNull(profile, "profile");
    requireNonNull(location, "location");
    requireNonNull(policy, "policy");
  }

  /** Returns a request that holds a folder to every row of {@code article}. */
  public static AuditRequest of(Article article, AuditPolicy policy) {
    return new AuditRequest(article, Optional.empty(), Optional.empty(), policy);
  }

  /** Returns the rows to be audited, in the article's order. */
  List<ExpectedFile> rows() throws ProfileException {
    return location.isPresent() ? location.get().rowsOf(article) : article.rows();
  }

  FileNaming naming() {
    return location.map(Location::naming).orElse(FileNaming.AS_LISTED);
  }

  Optional<String> componentOf(ExpectedFile row) {
    return profile.map(Profile::components).map(all -> all.get(row.name().best()));
  }
}
