package io.kbaudit.report;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.UnlistedFiles;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Audits that are not compliant, though no check of a file failed or stayed undecided. */
public enum NotGreen {
  /** A file is there that no row accounts for. */
  UNLISTED {
    @Override
    public AuditRecord audit() {
      return AuditRecord.of(
          Given.audit(
              ARTICLE,
              Given.folder(FILE, Given.file("unlisted.tmp", 3, "2011-03-10T10:04:30Z")),
              AuditPolicy.asPrinted().withUnlistedFiles(UnlistedFiles.FAIL)));
    }
  },

  /** What is in a folder below is not known. */
  FOLDER_NOT_LISTED {
    @Override
    public AuditRecord audit() {
      Inventory.Gap gap = new Inventory.Gap("locked", "permission denied");
      return AuditRecord.of(
          Given.audit(
              ARTICLE,
              new Inventory("rollup", true, List.of(FILE), List.of(gap), List.of(), List.of())));
    }
  },

  /** A line of the article lists a file that nobody was held to. */
  ROW_UNREAD {
    @Override
    public AuditRecord audit() {
      Article unread =
          new Article(
              ARTICLE.id(),
              ARTICLE.title(),
              ARTICLE.source(),
              ARTICLE.statements(),
              ARTICLE.rows(),
              List.of(new ArticleRemark(ArticleRemark.Kind.ROW_UNREAD, 12, "It is cut off.")));
      return AuditRecord.of(Given.audit(unread, Given.folder(FILE)));
    }
  },

  /** The only check that was asked for does not apply. */
  NOTHING_CHECKED {
    @Override
    public AuditRecord audit() {
      return AuditRecord.of(
          Given.audit(
              ARTICLE,
              Given.folder(FILE),
              AuditPolicy.asPrinted().withChecks(Set.of(Check.VERSION))));
    }
  };

  private static final Article ARTICLE =
      Given.article(Given.row("Alpha.msi", 5, "2011-03-10T10:04Z"));
  private static final ObservedFile FILE = Given.file("Alpha.msi", 5, "2011-03-10T10:04:30Z");

  public abstract AuditRecord audit();

  /** Returns the audit of the same place beside one that is compliant. */
  public AuditRecord besideAGreenPlace() {
    AuditRecord green = AuditRecord.of(Given.audit(ARTICLE, Given.folder(FILE)));
    List<FolderRecord> places =
        Stream.concat(green.places().stream(), audit().places().stream()).toList();
    return new AuditRecord(green.toolVersion(), audit().article(), places, true, List.of());
  }

  /** Returns these, alone and beside a green place, and each {@link Case}. */
  public static List<AuditRecord> andEveryCase() throws IOException {
    List<AuditRecord> audits = new ArrayList<>();
    for (NotGreen each : values()) {
      audits.add(each.audit());
      audits.add(each.besideAGreenPlace());
    }
    for (Case each : Case.values()) {
      audits.add(each.audit());
    }
    return audits;
  }
}
