package io.kbaudit.report.csv;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.text.Formulas;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of an article as comma-separated values (RFC 4180) that {@link
 * io.kbaudit.article.reader.ArticleReader} reads back to the same rows. Dates are ISO 8601, sizes
 * bytes unless the article rounds them, names in full where they are known; a value that could not
 * be read is as printed, and so stays unread, and so does a line that lists a file and is no row,
 * or a column of values. No cell is a formula: see {@link CsvAuditReport}; the apostrophe before
 * what would be one is dropped where the table is read back.
 *
 * <p>Safe for use by several threads.
 */
public final class CsvArticleReport {
  private static final List<Digest.Algorithm> UNREAD_FIRST_IN =
      List.of(
          Digest.Algorithm.SHA256,
          Digest.Algorithm.SHA1,
          Digest.Algorithm.SHA512,
          Digest.Algorithm.MD5);

  /** Creates the report; it has no options. */
  public CsvArticleReport() {}

  /**
   * Writes all rows of {@code article}, and the columns that some row fills. The writer is flushed,
   * and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Article article, Writer out) throws IOException {
    List<Column> columns =
        columns(article.statements().timesAreUtc()).stream()
            .filter(column -> column.always || isFilled(column, article))
            .toList();
    List<ArticleRemark> unread =
        article.remarks().stream().filter(CsvArticleReport::saysUnread).toList();
    List<String> headings = columns.stream().map(Column::heading).toList();
    CsvTable.writeLine(unread.isEmpty() ? headings : followedBy(headings, "Not read"), out);
    for (ExpectedFile row : article.rows()) {
      List<String> cells =
          columns.stream().map(column -> Formulas.disarmed(column.value.apply(row))).toList();
      CsvTable.writeLine(unread.isEmpty() ? cells : followedBy(cells, ""), out);
    }
    List<String> noCells = Collections.nCopies(columns.size(), "");
    for (ArticleRemark line : unread) {
      CsvTable.writeLine(followedBy(noCells, Formulas.disarmed(line.text())), out);
    }
    out.flush();
  }

  private static boolean saysUnread(ArticleRemark remark) {
    return switch (remark.kind()) {
      case ROW_UNREAD, COLUMN_UNREAD -> true;
      default -> false;
    };
  }

  private static List<String> followedBy(List<String> cells, String last) {
    return Stream.concat(cells.stream(), Stream.of(last)).toList();
  }

  /** Returns the columns; the heading of the table marks rows that were read before. */
  private static List<Column> columns(boolean utc) {
    String zone = utc ? " (UTC)" : "";
    return List.of(
        new Column("File name", true, row -> row.name().best().spelling()),
        new Column("File version", false, row -> row.version().orElse("")),
        new Column("Date" + zone, false, CsvArticleReport::date),
        new Column("Time" + zone, false, CsvArticleReport::time),
        new Column("File size", false, CsvArticleReport::size),
        new Column("Platform", false, row -> row.variant().platform().orElse("")),
        new Column("Language", false, row -> row.variant().language().orElse("")),
        new Column("SP requirement", false, row -> row.variant().servicePack().orElse("")),
        new Column("Service branch", false, row -> row.variant().branch().orElse("")),
        digestColumn(Digest.Algorithm.MD5),
        digestColumn(Digest.Algorithm.SHA1),
        digestColumn(Digest.Algorithm.SHA256),
        digestColumn(Digest.Algorithm.SHA512),
        new Column("Table", true, row -> row.variant().table()),
        new Column("Group", false, row -> row.variant().group().orElse("")),
        new Column("Printed name", false, CsvArticleReport::printedName),
        new Column("Alternative to row", false, CsvArticleReport::alternative));
  }

  private static Column digestColumn(Digest.Algorithm algorithm) {
    return new Column(algorithm + " hash", false, row -> digest(row, algorithm));
  }

  private static String date(ExpectedFile row) {
    return row.modified().map(ListedTime::day).map(Object::toString).orElse(row.printed().date());
  }

  private static String time(ExpectedFile row) {
    return row.modified().isPresent()
        ? row.modified().flatMap(ListedTime::minute).map(LocalTime::toString).orElse("")
        : row.printed().time();
  }

  private static String size(ExpectedFile row) {
    return row.size()
        .map(
            size ->
                size.unit() == ListedSize.Unit.BYTES
                    ? size.amount().toPlainString()
                    : size.amount().toPlainString()
                        + " "
                        + size.unit().name().toUpperCase(Locale.ROOT))
        .orElse(row.printed().size());
  }

  /** What is no digest stands in the first column, the usual one first, that has none. */
  private static String digest(ExpectedFile row, Digest.Algorithm algorithm) {
    Digests digests = row.hashes().digests();
    Optional<String> hex = digests.by(algorithm).map(Digest::hex);
    boolean isForUnread =
        UNREAD_FIRST_IN.stream()
            .filter(each -> digests.by(each).isEmpty())
            .findFirst()
            .orElse(Digest.Algorithm.MD5)
            .equals(algorithm);
    return Stream.concat(hex.stream(), isForUnread ? row.hashes().unread().stream() : Stream.of())
        .collect(Collectors.joining(" or "));
  }

  private static String printedName(ExpectedFile row) {
    return row.name().cut() ? row.name().printed().spelling() : "";
  }

  private static String alternative(ExpectedFile row) {
    return row.alternativeTo().isPresent() ? Integer.toString(row.alternativeTo().getAsInt()) : "";
  }

  /** Above unread lines alone, all headings stand, by which the table is known for one of files. */
  private static boolean isFilled(Column column, Article article) {
    return (article.rows().isEmpty() && !article.unreadRows().isEmpty())
        || article.rows().stream().anyMatch(row -> !column.value.apply(row).isEmpty());
  }

  private record Column(String heading, boolean always, Function<ExpectedFile, String> value) {}
}
