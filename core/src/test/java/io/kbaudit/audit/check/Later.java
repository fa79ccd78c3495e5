package io.kbaudit.audit.check;

import static io.kbaudit.audit.Given.article;
import static io.kbaudit.audit.Given.folder;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.match.Identities;
import io.kbaudit.audit.match.KnownProducts;
import io.kbaudit.audit.match.RowComparison;
import io.kbaudit.inventory.Inventory;

/** What judges later versions, of an article of these rows. */
final class Later {
  private Later() {}

  static LaterVersion than(ExpectedFile... rows) {
    return in(folder(), rows);
  }

  /** Returns what judges those in a folder. */
  static LaterVersion in(Inventory folder, ExpectedFile... rows) {
    AuditRequest request = AuditRequest.of(article(rows), AuditPolicy.orLater());
    return new LaterVersion(
        Identities.of(request, folder), RowComparison.of(request), KnownProducts.of(request));
  }
}
