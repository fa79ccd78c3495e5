package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.Variant;
import io.kbaudit.file.Digest;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An article as it was read, for people: a table under each of its headings. Safe for use by
 * several threads, if its style is.
 */
public final class TextArticleReport {
  /** So much of a digest is shown that two are not mistaken for each other; JSON has it whole. */
  private static final int DIGEST_SHOWN = 12;

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
    writeHead(article, page);
    List<Column> columns =
        Column.ALL.stream().filter(column -> column.isFilled(article.rows())).toList();
    for (List<ExpectedFile> block : blocks(article.rows())) {
      page.blankLine();
      String heading = heading(block.get(0).variant());
      if (!heading.isEmpty()) {
        page.line(style.paint(Color.BOLD, style.safe(heading)));
      }
      page.table("", table(block, columns));
    }
    page.blankLine();
    for (ArticleRemark remark : article.remarks()) {
      page.paragraph(0, "Remark " + remark.kind() + ", " + remark.where() + ": " + remark.text());
    }
    page.line(English.counted(article.rows().size(), "row"));
    page.flush();
  }

  /** Writes what the article is, and what it says of all its rows, if any. */
  void writeHead(Article article, TextPage page) throws IOException {
    page.paragraph(0, "Article", AuditLines.title(article));
    page.paragraph(0, "Source", article.source());
    if (!article.rows().isEmpty()) {
      page.paragraph(0, "It says", statements(article));
    }
  }

  private static String statements(Article article) {
    return (article.statements().laterAccepted()
            ? "these attributes or later ones"
            : "these attributes")
        + (article.statements().timesAreUtc() ? "; times are UTC" : "; no time zone, read as UTC")
        + article.statements().language().map(language -> "; " + language).orElse("");
  }

  /** Returns the rows that follow each other under the same headings. */
  private static List<List<ExpectedFile>> blocks(List<ExpectedFile> rows) {
    List<List<ExpectedFile>> blocks = new ArrayList<>();
    String before = null;
    for (ExpectedFile row : rows) {
      String heading = heading(row.variant());
      if (!heading.equals(before)) {
        blocks.add(new ArrayList<>());
        before = heading;
      }
      blocks.get(blocks.size() - 1).add(row);
    }
    return blocks;
  }

  private static String heading(Variant variant) {
    String table = variant.table();
    return table + variant.group().map(group -> (table.isEmpty() ? "" : " / ") + group).orElse("");
  }

  private List<List<String>> table(List<ExpectedFile> rows, List<Column> columns) {
    List<List<String>> table = new ArrayList<>();
    table.add(columns.stream().map(column -> style.paint(Color.BOLD, column.heading)).toList());
    for (ExpectedFile row : rows) {
      table.add(columns.stream().map(column -> style.safe(column.cell(row))).toList());
    }
    return table;
  }

  /**
   * One column.
   *
   * @param always whether it is shown even where no row has a value
   */
  private record Column(
      String heading, boolean always, Function<ExpectedFile, Optional<String>> value) {
    static final List<Column> ALL =
        List.of(
            new Column("Row", true, row -> Optional.of(Integer.toString(row.row()))),
            new Column("Line", true, row -> Optional.of(Integer.toString(row.line()))),
            new Column("File name", true, row -> Optional.of(row.name().best().spelling())),
            new Column("Date (UTC)", true, row -> row.modified().map(Column::time)),
            new Column("Size", true, row -> row.size().map(ListedSize::toString)),
            new Column("Version", false, ExpectedFile::version),
            new Column("Platform", false, row -> row.variant().platform()),
            new Column("Language", false, row -> row.variant().language()),
            new Column("Service pack", false, row -> row.variant().servicePack()),
            new Column("Branch", false, row -> row.variant().branch()),
            new Column("Or as", false, Column::alternative),
            digests(Digest.Algorithm.MD5),
            digests(Digest.Algorithm.SHA1),
            digests(Digest.Algorithm.SHA256),
            digests(Digest.Algorithm.SHA512),
            new Column("Printed name, if cut", false, Column::cutName));

    boolean isFilled(List<ExpectedFile> rows) {
      return always || rows.stream().anyMatch(row -> value.apply(row).isPresent());
    }

    String cell(ExpectedFile row) {
      return value.apply(row).orElse(heading.startsWith("Printed") ? "" : "-");
    }

    private static String time(ListedTime listed) {
      return listed.day() + listed.minute().map(minute -> " " + minute).orElse("");
    }

    private static Optional<String> alternative(ExpectedFile row) {
      return row.alternativeTo().isPresent()
          ? Optional.of("row " + row.alternativeTo().getAsInt())
          : Optional.empty();
    }

    private static Column digests(Digest.Algorithm algorithm) {
      return new Column(
          algorithm.toString(),
          false,
          row ->
              row.hashes()
                  .digests()
                  .by(algorithm)
                  .map(digest -> digest.hex().substring(0, DIGEST_SHOWN) + "..."));
    }

    private static Optional<String> cutName(ExpectedFile row) {
      return row.name().cut() ? Optional.of(row.printed().name()) : Optional.empty();
    }
  }
}
