package io.kbaudit.article.reader;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.text.Printable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Returns the stable name, as on the command line. */
  public String id() {
    return id;
  }

  /**
   * Returns {@code article} with the dates that it left out as ambiguous, and a remark that they
   * were read so on somebody's word; the same where there are none. Dates that their table tells
   * how to read stay as they are.
   */
  public Article readIn(Article article) {
    List<ArticleRemark> remarks = new ArrayList<>(article.remarks());
    List<ExpectedFile> read = new ArrayList<>();
    List<ExpectedFile> rows = new ArrayList<>();
    for (ExpectedFile row : article.rows()) {
      ExpectedFile dated = isAmbiguous(row) ? dated(row, remarks) : row;
      rows.add(dated);
      if (dated.modified().isPresent() && row.modified().isEmpty()) {
        read.add(dated);
      }
    }
    if (read.isEmpty()) {
      return article;
    }
    remarks.removeIf(remark -> remark.kind() == Kind.DATES_AMBIGUOUS);
    return new Article(
            article.id(), article.title(), article.source(), article.statements(), rows, remarks)
        .withRemarks(List.of(remark(read)));
  }

  private static boolean isAmbiguous(ExpectedFile row) {
    return row.modified().isEmpty() && row.printed().daysMeant().size() == 2;
  }

  private ExpectedFile dated(ExpectedFile row, List<ArticleRemark> remarks) {
    List<LocalDate> days = row.printed().daysMeant();
    LocalDate day = days.get(this == MONTH_FIRST ? 0 : 1);
    String cell = row.printed().time();
    if (PrintedRow.saysNothing(cell)) {
      return row.dated(ListedTime.ofDay(day));
    }
    Optional<LocalTime> minute = Cells.time(cell);
    if (minute.isEmpty()) {
      remarks.add(ArticleRemark.unreadable(row.line(), "time", cell));
    }
    return minute.map(time -> row.dated(ListedTime.ofMinute(day, time))).orElse(row);
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
    return rows == 0
        ? ""
        : ", and so are the dates of " + rows + (rows == 1 ? " more row" : " more rows");
  }
}
