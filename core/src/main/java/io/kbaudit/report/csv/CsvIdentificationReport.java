package io.kbaudit.report.csv;

import io.kbaudit.identify.ArticleTally;
import io.kbaudit.identify.FolderArticle;
import io.kbaudit.identify.Identification;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.identify.RowMatch;
import io.kbaudit.identify.Traits;
import io.kbaudit.report.finding.MatchWords;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which articles list which files, as comma-separated values (RFC 4180): a line of column names,
 * then a row for each row of an article that lists a file, its lines ended by CR and LF. Columns
 * may be added at the end; none is renamed, moved or removed. Cells are guarded as those of {@link
 * CsvAuditReport} are.
 *
 * <p>The column {@code result} says what a row is about: {@code IDENTIFIED}, a row that lists the
 * file; {@code UNLISTED} and {@code UNREADABLE}, a file without any; {@code FURTHER_MATCHES}, how
 * many more rows list a file; {@code ARTICLE}, how many of the article's rows are here, and by
 * which weakest evidence; {@code ARTICLE_UNREAD} and {@code LINES_UNREAD}, what may list a file and
 * could not be read.
 */
public final class CsvIdentificationReport {
  private enum Column {
    RESULT,
    PATH,
    EVIDENCE,
    ARTICLE,
    ARTICLE_PATH,
    ROW,
    LINE,
    LISTED_NAME,
    NAME,
    SIZE,
    DATE,
    VERSION,
    DIGEST,
    HERE,
    ROWS,
    TEXT
  }

  /** Creates the report; it has no options. */
  public CsvIdentificationReport() {}

  /**
   * Writes all of {@code identification}. The writer is flushed, and left open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Identification identification, Writer out) throws IOException {
    CsvTable.writeLine(
        Arrays.stream(Column.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList(),
        out);
    for (IdentifiedFile file : identification.files()) {
      writeFile(file, out);
    }
    for (ArticleTally tally : identification.here()) {
      Cells.of("ARTICLE")
          .with(Column.EVIDENCE, tally.weakest().name())
          .about(tally.article())
          .with(Column.HERE, Integer.toString(tally.here()))
          .with(Column.ROWS, Integer.toString(tally.article().rows()))
          .writeTo(out);
    }
    for (FolderArticle article : identification.unread()) {
      Cells.of("ARTICLE_UNREAD")
          .about(article)
          .with(Column.TEXT, article.problem().orElseThrow())
          .writeTo(out);
    }
    for (FolderArticle article : identification.partlyRead()) {
      Cells.of("LINES_UNREAD")
          .about(article)
          .with(Column.TEXT, English.counted(article.unreadLines(), "line"))
          .writeTo(out);
    }
    out.flush();
  }

  private static void writeFile(IdentifiedFile file, Writer out) throws IOException {
    if (file.matches().isEmpty()) {
      Cells.of(file.state().name())
          .with(Column.PATH, file.path())
          .with(Column.TEXT, file.unreadable().orElse(""))
          .writeTo(out);
    }
    for (RowMatch match : file.matches()) {
      cells(match).with(Column.PATH, file.path()).writeTo(out);
    }
    if (file.furtherMatches() > 0) {
      Cells.of("FURTHER_MATCHES")
          .with(Column.PATH, file.path())
          .with(Column.TEXT, English.counted(file.furtherMatches(), "row"))
          .writeTo(out);
    }
  }

  private static Cells cells(RowMatch match) {
    Traits traits = match.traits();
    return Cells.of(IdentifiedFile.State.IDENTIFIED.name())
        .with(Column.EVIDENCE, match.evidence().name())
        .about(match.article())
        .with(Column.ROW, Integer.toString(match.row()))
        .with(Column.LINE, Integer.toString(match.line()))
        .with(Column.LISTED_NAME, match.listedName())
        .with(Column.NAME, traits.name().name())
        .with(Column.SIZE, traits.size().name())
        .with(Column.DATE, traits.date().name())
        .with(Column.VERSION, traits.version().name())
        .with(Column.DIGEST, traits.digest().name())
        .with(Column.TEXT, MatchWords.of(match));
  }

  /** Some of a row's cells, safe to print; the others are empty. */
  private record Cells(Map<Column, String> filled) {
    static Cells of(String result) {
      return new Cells(Map.of()).with(Column.RESULT, result);
    }

    Cells with(Column column, String text) {
      Map<Column, String> more = new EnumMap<>(Column.class);
      more.putAll(filled);
      more.put(column, SpreadsheetCell.of(text));
      return new Cells(more);
    }

    Cells about(FolderArticle article) {
      return with(Column.ARTICLE, article.label()).with(Column.ARTICLE_PATH, article.path());
    }

    void writeTo(Writer out) throws IOException {
      List<String> cells =
          Arrays.stream(Column.values()).map(each -> filled.getOrDefault(each, "")).toList();
      CsvTable.writeLine(cells, out);
    }
  }
}
