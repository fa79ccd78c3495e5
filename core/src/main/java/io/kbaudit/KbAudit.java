package io.kbaudit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.check.Auditor;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Profile;
import io.kbaudit.inventory.FolderScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The whole way in one call: scans a folder, and holds it to an article. */
public final class KbAudit {
  private final AuditPolicy policy;
  private final Optional<Baseline> baseline;
  private final boolean hashesAll;

  private KbAudit(AuditPolicy policy, Optional<Baseline> baseline, boolean hashesAll) {
    this.policy = requireNonNull(policy, "policy");
    this.baseline = requireNonNull(baseline, "baseline");
    this.hashesAll = hashesAll;
  }

  /** Returns an audit that wants size and date as printed. */
  public static KbAudit asPrinted() {
    return new KbAudit(AuditPolicy.asPrinted(), Optional.empty(), false);
  }

  /** Returns an audit that is content with later files. */
  public static KbAudit orLater() {
    return new KbAudit(AuditPolicy.orLater(), Optional.empty(), false);
  }

  /** Returns an audit under a policy of your own. */
  public static KbAudit with(AuditPolicy policy) {
    return new KbAudit(policy, Optional.empty(), false);
  }

  /** Returns this audit, holding files to {@code standard}, of the same article, too. */
  public KbAudit against(Baseline standard) {
    return new KbAudit(policy, Optional.of(standard), hashesAll);
  }

  /** Returns this audit, whose result can {@linkplain AuditResult#baseline set a standard}. */
  public KbAudit hashing() {
    return new KbAudit(policy, baseline, true);
  }

  /**
   * Audits the files in {@code folder}, not those in folders below, against every row.
   *
   * @throws IOException if the folder is missing, is a file, or cannot be listed, or if the article
   *     lists no files
   */
  public AuditResult audit(Article article, Path folder) throws IOException {
    return audit(AuditRequest.of(article.requireRows(), policy), folder);
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
    return audit(request, folder);
  }

  private AuditResult audit(AuditRequest asked, Path folder) throws IOException {
    AuditRequest request = baseline.map(asked::withBaseline).orElse(asked);
    FolderScanner scanner = request.preparing(FolderScanner.flat());
    return Auditor.audit(
        request, (hashesAll ? scanner.hashing(size -> true) : scanner).scan(folder));
  }
}
