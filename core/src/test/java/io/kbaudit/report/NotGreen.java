package io.kbaudit.report;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.Given;
import io.kbaudit.record.AuditRecord;
import io.kbaudit.record.FolderRecord;
import io.kbaudit.record.Obstacle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Audits that are not compliant, for no failed check of a file. */
public enum NotGreen {
  /** A file is there that no row accounts for. */
  UNLISTED,
  /** What is in a folder below is not known. */
  FOLDER_NOT_LISTED,
  /** Nobody could look at the place. */
  UNREACHABLE,
  /** A place that had to be audited was not named. */
  NOT_AUDITED,
  /** A line of the article lists a file that nobody was held to. */
  ROW_UNREAD,
  /** A column of the article has a heading that nobody understands. */
  COLUMN_UNREAD,
  /** The text lists fewer rows than the bundled article. */
  OTHER_THAN_BUNDLED,
  /** The only check that was asked for does not apply. */
  NOTHING_CHECKED;

  public AuditRecord audit() {
    return switch (this) {
      case UNLISTED -> Audits.forbiddenFile();
      case FOLDER_NOT_LISTED -> Audits.folderNotListed();
      case UNREACHABLE -> Audits.unreachable("no such file or folder");
      case NOT_AUDITED -> Audits.notAudited("dns");
      case ROW_UNREAD -> Audits.rowUnread();
      case COLUMN_UNREAD ->
          Audits.remarked(
              new ArticleRemark(
                  ArticleRemark.Kind.COLUMN_UNREAD, 9, "The column 'Stamp' holds dates."));
      case OTHER_THAN_BUNDLED ->
          Audits.remarked(
              new ArticleRemark(
                  ArticleRemark.Kind.DIFFERS_FROM_BUNDLED, 1, "The text lacks 'b.msi'."));
      case NOTHING_CHECKED -> Audits.nothingChecked();
    };
  }

  /** Returns the id by which reports name what is in the way. */
  public Obstacle obstacle() {
    return this == COLUMN_UNREAD ? Obstacle.ROW_UNREAD : Obstacle.valueOf(name());
  }

  /**
   * Returns the audit of the same place beside one that is compliant, as far as any place is that
   * is held to the same article.
   */
  public AuditRecord besideAGreenPlace() {
    AuditRecord green =
        AuditRecord.of(
            Given.audit(
                Given.article(Given.row("Alpha.msi", 5, "2011-03-10T10:04Z")),
                Given.folder(Given.file("Alpha.msi", 5, "2011-03-10T10:04:30Z"))));
    List<FolderRecord> places =
        Stream.concat(
                green.places().stream().map(place -> ofSameArticle(place, audit())),
                audit().places().stream())
            .toList();
    AuditRecord audit = audit();
    return new AuditRecord(
        green.toolVersion(), audit.article(), places, true, audit.unaudited(), audit.complete());
  }

  private static FolderRecord ofSameArticle(FolderRecord place, AuditRecord audit) {
    return new FolderRecord(
        place.target(),
        place.policy(),
        place.files(),
        place.tally(),
        place.unlisted(),
        new FolderRecord.Gaps(
            place.gaps().folders(), audit.article().gaps(), place.gaps().unreachable()),
        place.leftOut(),
        place.remarks());
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
