package io.kbaudit.report;

import io.kbaudit.article.Article;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.check.Auditor;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.Profile;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Places of the reference deployment. */
public final class Places {
  public static final Article ARTICLE =
      BundledArticles.find(BundledArticles.KB2492954).orElseThrow();
  public static final Profile PROFILE =
      BundledProfiles.find(BundledArticles.KB2492954).orElseThrow();
  public static final ObservedFile DNS_CLIENT =
      Given.file("DNSClient.msi", 679_936, "2011-03-10T10:04:30Z");

  private Places() {}

  public static AuditResult place(String location, String folder, ObservedFile... files)
      throws IOException {
    return place(location, Inventory.of(folder, List.of(files)));
  }

  public static AuditResult place(String location, Inventory inventory) throws IOException {
    return Auditor.audit(
        new AuditRequest(
            ARTICLE, Optional.of(PROFILE), PROFILE.location(location), AuditPolicy.orLater()),
        inventory);
  }
}
