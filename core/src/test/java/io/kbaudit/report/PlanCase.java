package io.kbaudit.report;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.UnsoundFiles;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.plan.Plan;
import io.kbaudit.plan.PlanRequest;
import io.kbaudit.plan.Planner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plans that reports have each their own things to say of. */
public enum PlanCase {
  /** There is a file for each action. */
  EVERY_ACTION {
    @Override
    public Plan plan() throws IOException {
      return planned(
          Given.article(
              Given.row("Copied.msi", 100, LISTED),
              Given.row("Replaced.msi", 200, LISTED),
              Given.row("Kept.msi", 300, LISTED),
              Given.row("Newer.msi", 400, LISTED),
              Given.row("Blocked.msi", 500, LISTED),
              Given.row("Unknown.msi", 600, LISTED)),
          List.of(
              hashed("Copied.msi", 100, THEN, '1'),
              hashed("Replaced.msi", 200, THEN, '2'),
              hashed("Kept.msi", 300, THEN, '3'),
              hashed("Newer.msi", 400, THEN, '4'),
              hashed("Blocked.msi", 499, THEN, '5'),
              hashed("Unknown.msi", 600, THEN, '6')),
          List.of(
              hashed("Replaced.msi", 180, "2010-01-01T00:00:00Z", 'a'),
              hashed("Kept.msi", 300, THEN, '3'),
              Given.hashed(
                  Given.file(
                      "Newer.msi",
                      440,
                      "2012-01-01T00:00:00Z",
                      Given.stating(
                          Given.packageSavedAt("2012-01-01T00:00:00Z"),
                          Map.of("ProductName", "Newer"))),
                  'b'),
              Given.unreadable("Unknown.msi", "permission denied"),
              hashed("notes.txt", 5, THEN, 'c')));
    }

    @Override
    public String fileName(String ending) {
      return "plan" + ending;
    }
  },

  /** Names would move a screen, or end a line. */
  HOSTILE {
    @Override
    public Plan plan() throws IOException {
      return planned(
          Given.article(
              Given.row("caf\u00E9 \u65E5\u672C.msi", 100, LISTED),
              Given.row("esc\u001B[2J\u202E.msi", 200, LISTED)),
          List.of(
              hashed("caf\u00E9 \u65E5\u672C.msi", 100, THEN, '1'),
              hashed("esc\u001B[2J\u202E.msi", 200, THEN, '2')),
          List.of(
              hashed("esc\u001B[2J\u202E.msi", 100, THEN, 'a'),
              hashed("line\nREADY: forged.msi", 5, THEN, 'b'),
              hashed("half\uD83D.msi", 5, THEN, 'c')));
    }
  },

  /** Names would be markup, formulas or links; some files are blocked, some in doubt. */
  MARKUP {
    @Override
    public Plan plan() throws IOException {
      List<ObservedFile> ofPackage = new ArrayList<>();
      List<ObservedFile> ofShare = new ArrayList<>();
      for (String name : Hostile.NAMES) {
        ofPackage.add(hashed(name, ofPackage.size() % 5 == 0 ? 4 : 5, THEN, '1'));
        switch (ofPackage.size() % 4) {
          case 0 -> ofShare.add(Given.unreadable(name, name));
          case 1 -> ofShare.add(Given.file(name, 3, "2010-01-01T00:00:00Z"));
          case 2 -> ofShare.add(Given.unreadable("unlisted " + name, name));
          default -> ofShare.add(Given.file("unlisted " + name, 6, THEN));
        }
      }
      return planned(
          Given.article(Hostile.NAMES.stream().map(name -> Given.row(name, 5, LISTED)).toList()),
          ofPackage,
          ofShare);
    }
  },

  /** Every file can be copied, but one is damaged, one has cabinets beside, and rows are unread. */
  DOUBTFUL {
    @Override
    public Plan plan() throws IOException {
      Article article =
          Given.article(
              Given.row("Torn.msi", 100, LISTED),
              Given.row("Cabinets.msi", 200, LISTED),
              Given.row("Shifted.msi", 300, LISTED),
              Given.row("Moved.msi", 400, LISTED));
      return Planner.plan(
          new PlanRequest(
                  new Article(
                      article.id(),
                      article.title(),
                      article.source(),
                      article.statements(),
                      article.rows(),
                      List.of(
                          new ArticleRemark(
                              ArticleRemark.Kind.ROW_UNREAD, 12, 11, "Rows of no file."))),
                  Optional.empty(),
                  Optional.empty(),
                  AuditPolicy.asPrinted())
              .withUnsoundFiles(UnsoundFiles.ACCEPT),
          Inventory.of(
              "rollup",
              List.of(
                  Given.hashed(
                      Given.file(
                          "Torn.msi",
                          100,
                          THEN,
                          Given.packageWith(
                              new MsiProblem(
                                  MsiProblem.Kind.TRUNCATED, "it ends in sector 3 of 9"))),
                      '1'),
                  Given.hashed(
                      Given.file(
                          "Cabinets.msi",
                          200,
                          THEN,
                          Given.packageWith(
                              new MsiProblem(
                                  MsiProblem.Kind.CABINET_ELSEWHERE,
                                  "its files are in the cabinet 'data1.cab' beside it"))),
                      '2'),
                  hashed("Shifted.msi", 300, THEN, '3'),
                  hashed("Moved.msi", 400, THEN, '4'))),
          Inventory.of(
              "share",
              List.of(
                  hashed("Shifted.msi", 300, "2011-03-10T18:04:30Z", '3'),
                  hashed("Moved.msi", 400, "2011-03-10T18:04:30Z", '4'))));
    }
  },

  /** Nothing is in the way, of the rows that belong there; the package lacks one that does not. */
  READY {
    @Override
    public Plan plan() throws IOException {
      return Planner.plan(
          new PlanRequest(
              Places.ARTICLE,
              Optional.of(Places.PROFILE),
              Places.PROFILE.location("dns"),
              AuditPolicy.of(Places.ARTICLE)),
          Inventory.of("rollup", List.of(Given.hashed(Places.DNS_CLIENT, '1'))),
          Inventory.of("dns01", List.of(Given.file("Servicebase.msi", 5, THEN))));
    }
  };

  private static final String LISTED = "2011-03-10T10:04Z";
  private static final String THEN = "2011-03-10T10:04:30Z";

  /** Returns the plan. */
  public abstract Plan plan() throws IOException;

  /** Returns what the file of a report on it is called. */
  public String fileName(String ending) {
    return "plan-" + name().toLowerCase(Locale.ROOT) + ending;
  }

  private static ObservedFile hashed(String path, long size, String modified, char digit) {
    return Given.hashed(Given.file(path, size, modified), digit);
  }

  private static Plan planned(
      Article article, List<ObservedFile> ofPackage, List<ObservedFile> ofShare)
      throws IOException {
    return Planner.plan(
        new PlanRequest(article, Optional.empty(), Optional.empty(), AuditPolicy.asPrinted()),
        Inventory.of("rollup", ofPackage),
        Inventory.of("share", ofShare));
  }
}
