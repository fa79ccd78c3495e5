package io.kbaudit.report;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.report.TextStyle.Color;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** An article as it was read, as an aligned table for people. */
public final class TextArticleReport {
  private static final int LABEL = 11;

  private final TextStyle style;

  /** Creates a report in this style. */
  public TextArticleReport(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /**
   * Writes all of {@code article}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Article article, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    page.paragraph(
        0, LABEL, "Article", article.label() + article.title().map(t -> ", " + t).orElse(""));
    page.paragraph(0, LABEL, "Source", article.source());
    page.paragraph(0, LABEL, "It says", statements(article));
    page.blankLine();
    page.table("", rows(article));
    page.blankLine();
    for (ArticleRemark remark : article.remarks()) {
      page.paragraph(
          0, 0, "", "Remark " + remark.kind() + ", line " + remark.line() + ": " + remark.text());
    }
    page.line(article.rows().size() + (article.rows().size() == 1 ? " row" : " rows"));
    page.flush();
  }

  private static String statements(Article article) {
    return (article.statements().laterAccepted()
            ? "these attributes or later ones"
            : "these attributes")
        + (article.statements().timesAreUtc() ? "; times are UTC" : "; no time zone, read as UTC")
        + article.statements().language().map(language -> "; " + language).orElse("");
  }

  private List<List<String>> rows(Article article) {
    boolean versions = article.rows().stream().anyMatch(row -> row.version().isPresent());
    boolean platforms =
        article.rows().stream().anyMatch(row -> row.variant().platform().isPresent());
    List<List<String>> table = new ArrayList<>();
    List<String> heading =
        new ArrayList<>(List.of("Row", "Line", "File name", "Date (UTC)", "Size"));
    table.add(heading);
    if (versions) {
      heading.add("Version");
    }
    if (platforms) {
      heading.add("Platform");
    }
    heading.add("Printed name, if cut");
    heading.replaceAll(word -> style.paint(Color.BOLD, word));
    for (ExpectedFile row : article.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(row.row()));
      cells.add(Integer.toString(row.line()));
      cells.add(style.safe(row.name().best().spelling()));
      cells.add(row.modified().map(TextArticleReport::time).orElse("-"));
      cells.add(row.size().map(ListedSize::toString).orElse("-"));
      if (versions) {
        cells.add(style.safe(row.version().orElse("-")));
      }
      if (platforms) {
        cells.add(style.safe(row.variant().platform().orElse("-")));
      }
      cells.add(row.name().cut() ? style.safe(row.printed().name()) : "");
      table.add(cells);
    }
    return table;
  }

  private static String time(ListedTime listed) {
    return listed.day() + listed.minute().map(minute -> " " + minute).orElse("");
  }
}
