package io.kbaudit.audit.check;

import static io.kbaudit.audit.Given.article;
import static io.kbaudit.audit.Given.folder;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.match.Identities;
import io.kbaudit.audit.match.ServiceBranches;
import java.util.List;

/** What judges later versions, of an article of these rows. */
final class Later {
  private Later() {}

  static LaterVersion than(ExpectedFile... rows) {
    return new LaterVersion(
        Identities.of(AuditRequest.of(article(rows), AuditPolicy.orLater()), folder()),
        ServiceBranches.of(List.of(rows)));
  }
}
