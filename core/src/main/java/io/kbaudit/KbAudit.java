package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Auditor;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The whole way in one call: scans a folder, and holds it to an article. */
public final class KbAudit {
  private final AuditPolicy policy;

  private KbAudit(AuditPolicy policy) {
    this.policy = requireNonNull(policy, "policy");
  }

  /** Returns an audit that wants size and date as printed. */
  public static KbAudit asPrinted() {
    return new KbAudit(AuditPolicy.asPrinted());
  }

  /** Returns an audit that is content with later files. */
  public static KbAudit orLater() {
    return new KbAudit(AuditPolicy.orLater());
  }

  /** Returns an audit under a policy of your own. */
  public static KbAudit with(AuditPolicy policy) {
    return new KbAudit(policy);
  }

  /**
   * Audits the files in {@code folder}, not those in folders below, against every row.
   *
   * @throws IOException if the folder is missing, is a file, or cannot be listed
   */
  public AuditResult audit(Article article, Path folder) throws IOException {
    return Auditor.audit(AuditRequest.of(article, policy), scan(folder));
  }

  /**
   * Audits the files in {@code folder}, not those in folders below, against the rows that belong at
   * {@code location}. The audit's policy holds, not the location's acceptance.
   *
   * @throws IOException if the folder is missing, is a file, or cannot be listed, or if the
   *     location holds a file that the article does not list
   */
  public AuditResult audit(Article article, Profile profile, Location location, Path folder)
      throws IOException {
    AuditRequest request =
        new AuditRequest(article, Optional.of(profile), Optional.of(location), policy);
    return Auditor.audit(request, scan(folder));
  }

  private Inventory scan(Path folder) throws IOException {
    FolderScanner scanner = FolderScanner.flat();
    return (policy.readsPackages() ? scanner.readingPackages() : scanner).scan(folder);
  }
}
