package io.kbaudit.article.reader;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How dates such as {@code 2/12/99} are meant, according to who knows it: a table of no other dates
 * does not tell, and {@link ArticleReader} leaves them out.
 */
public enum AmbiguousDates {
  /** As in the United States. */
  MONTH_FIRST("month-first"),
  /** As in most other countries. */
  DAY_FIRST("day-first");

  private final String id;

  AmbiguousDates(String id) {
    this.id = id;
  }

  /** Returns the stable name, of the choice. */
  public String id() {
    return id;
  }

  /**
   * Returns {@code article} with the dates that it left out as ambiguous, and a remark that they
   * were read so on somebody's word; the same where there are none. Dates that their table tells
   * how to read stay as they are.
   */
  public Article readIn(Article article) {
    Article read = article.reread(this::dated, remark -> remark.kind() == Kind.DATES_AMBIGUOUS);
    if (read.equals(article)) {
      return article;
    }
    List<ArticleRemark> remarks = new ArrayList<>();
    List<ExpectedFile> dated = new ArrayList<>();
    for (int i = 0; i < read.rows().size(); i++) {
      ExpectedFile row = read.rows().get(i);
      if (!row.equals(article.rows().get(i))) {
        dated.add(row);
      } else if (isAmbiguous(row)) {
        remarks.add(ArticleRemark.unreadable(row.line(), "time", row.printed().time()));
      }
    }
    remarks.add(remark(dated));
    return read.withRemarks(remarks);
  }

  private static boolean isAmbiguous(ExpectedFile row) {
    return row.modified().isEmpty() && row.printed().daysMeant().size() == 2;
  }

  /** A row whose time cannot be read stays without a date. */
  private ExpectedFile dated(ExpectedFile row) {
    if (!isAmbiguous(row)) {
      return row;
    }
    LocalDate day = row.printed().daysMeant().get(this == MONTH_FIRST ? 0 : 1);
    String cell = row.printed().time();
    return PrintedRow.saysNothing(cell)
        ? row.dated(ListedTime.ofDay(day))
        : Cells.time(cell).map(time -> row.dated(ListedTime.ofMinute(day, time))).orElse(row);
  }

  private ArticleRemark remark(List<ExpectedFile> rows) {
    ExpectedFile first = rows.get(0);
    return new ArticleRemark(
        Kind.DATES_ASSUMED,
        first.line(),
        Printable.quoted(first.printed().date())
            + " is read as "
            + first.modified().orElseThrow().day()
            + ", "
            + (this == MONTH_FIRST ? "the month" : "the day")
            + " first, as was asked"
            + more(rows.size() - 1)
            + ".");
  }

  private static String more(int rows) {
    return rows == 0 ? "" : ", and so are the dates of " + English.counted(rows, "more row");
  }
}
