package io.kbaudit.article;

import io.kbaudit.article.ArticleRemark.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an article's text, whichever {@link TableLayout layout} its file tables have. */
public final class ArticleReader {
  private static final List<TableLayout> LAYOUTS = List.of(new PipeTableLayout());

  private ArticleReader() {}

  /**
   * Reads the article in {@code file}. Its id is the one with which the file's name begins, if any.
   *
   * @throws ArticleFormatException if it has no file table, or one that cannot be read to its end
   * @throws IOException if the file cannot be read
   */
  public static Article read(Path file) throws IOException {
    Path name = file.getFileName();
    String source = name == null ? file.toString() : name.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, source, ArticleId.fromFileName(source));
    }
  }

  /**
   * Reads the article in {@code in}, which is not closed.
   *
   * @param source what to call it in messages and reports, such as a file's name
   * @throws ArticleFormatException if it has no file table, or one that cannot be read to its end
   * @throws IOException if the stream cannot be read
   */
  public static Article read(InputStream in, String source, Optional<ArticleId> id)
      throws IOException {
    ArticleText text = ArticleText.read(in, source);
    List<FileTable> tables = tablesIn(text);
    Prose prose = Prose.around(tables, text);
    RowReader rowReader = new RowReader(source);
    List<ExpectedFile> rows = new ArrayList<>();
    List<ArticleRemark> remarks = rowReader.remarks();
    for (FileTable table : tables) {
      rows.addAll(new CutNames(rowReader.read(table)).resolve(prose, remarks));
    }
    Statements statements = prose.statements();
    remarkOnTheWhole(text, tables, rows, statements, remarks);
    id.flatMap(BundledArticles::find)
        .filter(bundled -> !printed(bundled.rows()).equals(printed(rows)))
        .map(bundled -> differsFrom(bundled, rows))
        .ifPresent(remarks::add);
    return new Article(id, prose.title(), source, statements, rows, remarks);
  }

  private static List<FileTable> tablesIn(ArticleText text) throws ArticleFormatException {
    for (TableLayout layout : LAYOUTS) {
      List<FileTable> tables = layout.tablesIn(text);
      if (!tables.isEmpty()) {
        return tables;
      }
    }
    throw new ArticleFormatException(
        text.source(),
        "no file table found: no line with headings such as | File name | Date | Time | File size |");
  }

  private static List<PrintedRow> printed(List<ExpectedFile> rows) {
    return rows.stream().map(ExpectedFile::printed).toList();
  }

  private static ArticleRemark differsFrom(Article bundled, List<ExpectedFile> rows) {
    return new ArticleRemark(
        Kind.DIFFERS_FROM_BUNDLED,
        rows.get(0).line(),
        "The text lists "
            + rows.size()
            + " rows, and not the "
            + bundled.rows().size()
            + " of the bundled "
            + bundled.label()
            + "; it may be cut short or changed.");
  }

  private static void remarkOnTheWhole(
      ArticleText text,
      List<FileTable> tables,
      List<ExpectedFile> rows,
      Statements statements,
      List<ArticleRemark> remarks) {
    boolean printsTimes = rows.stream().anyMatch(row -> row.modified().isPresent());
    if (printsTimes && !statements.timesAreUtc()) {
      remarks.add(
          new ArticleRemark(
              Kind.TIMES_WITHOUT_ZONE,
              tables.get(0).firstLine(),
              "The text does not say in which time zone its dates are; they are read as UTC."));
    }
    int lastLine = tables.get(tables.size() - 1).lastLine();
    if (text.lines().stream().skip(lastLine).allMatch(String::isBlank)) {
      remarks.add(
          new ArticleRemark(
              Kind.TEXT_ENDS_WITH_TABLE,
              lastLine,
              "The text ends with the table's last row; if it was cut short there, rows are"
                  + " missing."));
    }
  }
}
