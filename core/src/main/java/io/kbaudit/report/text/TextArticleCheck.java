package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.report.Term;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is odd about an article, for people: its remarks by kind, the gravest first. Safe for use by
 * several threads, if its style is.
 */
public final class TextArticleCheck {
  /** Of each kind, so many are shown; JSON has all. */
  private static final int SHOWN = 10;

  private final TextStyle style;

  /** Creates a report in this style. */
  public TextArticleCheck(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /**
   * Writes the remarks on {@code article}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Article article, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    new TextArticleReport(style).writeHead(article, page);
    for (Map.Entry<Kind, List<ArticleRemark>> kind : byKind(article).entrySet()) {
      page.blankLine();
      int count = kind.getValue().size();
      int lines = kind.getValue().stream().mapToInt(ArticleRemark::lines).sum();
      page.line(
          style.paint(
              isObstacle(kind.getKey()) ? Color.RED : Color.BOLD,
              kind.getKey() + times(count, lines)));
      page.paragraph(
          2, style.choices().in(kind.getKey().meaning(), Term.of(kind.getKey()).choices()));
      for (ArticleRemark remark : kind.getValue().subList(0, Math.min(count, SHOWN))) {
        if (remark.lines() == 1) {
          page.paragraph(2, remark.where(), remark.text());
        } else {
          page.paragraph(2, remark.where() + ": " + remark.text());
        }
      }
      if (count > SHOWN) {
        page.line("  and " + (count - SHOWN) + " more");
      }
    }
    page.blankLine();
    page.line(summary(article));
    page.flush();
  }

  /** Returns the one line that sums up, without its end. */
  public static String summary(Article article) {
    return English.counted(article.rows().size(), "row")
        + " read, "
        + English.number(article.unreadLines())
        + " left unread, "
        + columns(article.unreadColumns())
        + (article.gaps().otherThanBundled() ? "other than the bundled ones, " : "")
        + English.counted(article.remarks().size(), "remark")
        + (article.listsValues() ? "" : "; nothing to audit by");
  }

  private static boolean isObstacle(Kind kind) {
    return kind == Kind.ROW_UNREAD
        || kind == Kind.COLUMN_UNREAD
        || kind == Kind.DIFFERS_FROM_BUNDLED;
  }

  private static String times(int remarks, int lines) {
    if (lines > remarks) {
      return ", " + English.counted(lines, "line");
    }
    return remarks == 1 ? "" : ", " + English.number(remarks) + " times";
  }

  private static String columns(int unread) {
    return unread == 0 ? "" : English.counted(unread, "column") + " left unread, ";
  }

  private static Map<Kind, List<ArticleRemark>> byKind(Article article) {
    Map<Kind, List<ArticleRemark>> byKind = new EnumMap<>(Kind.class);
    for (ArticleRemark remark : article.remarks()) {
      byKind.computeIfAbsent(remark.kind(), kind -> new ArrayList<>()).add(remark);
    }
    return byKind;
  }
}
