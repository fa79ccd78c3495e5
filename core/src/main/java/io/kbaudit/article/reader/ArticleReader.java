package io.kbaudit.article.reader;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.NamedDigest;
import io.kbaudit.article.Statements;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.table.FileTable;
import io.kbaudit.article.reader.table.FileTable.UnreadLine;
import io.kbaudit.article.reader.table.TableFinder;
import io.kbaudit.article.reader.table.TableHeading;
import io.kbaudit.article.reader.table.TableLayout;
import io.kbaudit.file.FileName;
import io.kbaudit.file.SourceName;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads an article: plain text, Markdown, a page of HTML, or comma-separated values, told apart by
 * what they contain; its file tables may have any {@link TableLayout layout}.
 *
 * <p>What cannot be read is absent and remarked on, never guessed: a value, or a whole {@linkplain
 * Article#unreadRows() row}. It keeps nothing, so that any number of threads may read at once.
 */
public final class ArticleReader {
  /** As in {@code download the file information for cumulative update 5001330}. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)(?:file (?:information|list)|list of (?:the )?files).{0,200}?"
              + "(?<![\\w.%~-])([\\w.%~-]{1,80}\\.(?:csv|txt|xlsx?))\\b");

  private ArticleReader() {}

  /**
   * Reads the article in {@code file}. Its id is the one with which the file's name begins, else
   * the one that the text gives itself, if any.
   *
   * @throws ArticleFormatException if it is larger than any article
   * @throws IOException if the file cannot be read
   */
  public static Article read(Path file) throws IOException {
    String source = SourceName.of(file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, source, ArticleId.fromFileName(source));
    }
  }

  /**
   * Reads the article in {@code in}, which is not closed.
   *
   * @param source what to call it in messages and reports, such as a file's name
   * @param id if it is known; else the text may give itself one
   * @throws ArticleFormatException if it is larger than any article
   * @throws IOException if the stream cannot be read
   */
  public static Article read(InputStream in, String source, Optional<ArticleId> id)
      throws IOException {
    return reading(in, source, id).article();
  }

  /**
   * Reads the article in {@code in} as {@link #read} does, and remarks on whatever is odd about it,
   * such as files that its text names and its table does not.
   *
   * @throws ArticleFormatException if it is larger than any article
   * @throws IOException if the stream cannot be read
   */
  public static Article examine(InputStream in, String source, Optional<ArticleId> id)
      throws IOException {
    Reading reading = reading(in, source, id);
    List<ExpectedFile> rows = reading.article.rows();
    Set<FileName> named = reading.prose.filesNamed(Examination.extensionsOf(rows));
    return reading.article.withRemarks(Examination.of(rows, Optional.of(named)));
  }

  /**
   * Returns {@code article} with what is odd about its rows among the remarks, without its text.
   */
  public static Article examined(Article article) {
    return article.withRemarks(Examination.of(article.rows(), Optional.empty()));
  }

  /** An article, and the text around its tables. */
  private record Reading(Article article, Prose prose) {}

  private static Reading reading(InputStream in, String source, Optional<ArticleId> id)
      throws IOException {
    ArticleText text = ArticleText.read(in, source);
    TableFinder.Found found = TableFinder.tablesIn(text);
    Prose prose = Prose.around(found.tables(), text);
    Statements statements = statements(prose, found.tables());
    RowReader rowReader = new RowReader(text::number);
    List<ArticleRemark> remarks = rowReader.remarks();
    List<ExpectedFile> rows = new ArrayList<>();
    // The one language of all tables is what the article states, and tells no rows apart.
    Set<String> languages =
        found.tables().stream()
            .flatMap(table -> TableHeading.languageAbove(text, table.firstLine()).stream())
            .collect(Collectors.toSet());
    List<ExpectedFile> digests = new ArrayList<>();
    for (FileTable table : digestsLast(found.tables())) {
      String heading = TableHeading.above(text, table.firstLine());
      Optional<String> language =
          languages.size() > 1
              ? TableHeading.languageAbove(text, table.firstLine())
              : Optional.empty();
      List<ExpectedFile> read = rowReader.read(table, heading, language);
      if (DigestTables.contain(table)) {
        digests.addAll(read);
      } else {
        rows.addAll(new CutNames(Alternatives.markedIn(read)).resolve(prose, remarks));
      }
      remarkOnUnread(table.unread(), text, remarks);
      table.unreadColumns().forEach(column -> remarks.add(unread(column, text)));
    }
    remarkOnUnread(found.lost(), text, remarks);
    prose.remarkOnLanguages(remarks);
    if (text.cutShort()) {
      remarks.add(pageCutShort(text));
    }
    text.unreadParts().forEach(part -> remarks.add(unread(part)));
    List<ExpectedFile> pinned =
        DigestTables.join(rows, digests, remarks).stream().map(NamedDigest::addedTo).toList();
    remarkOnTheWhole(text, found.tables(), pinned, statements, remarks);
    Optional<ArticleId> ownId = id.or(() -> TitleAndNumber.id(text));
    Optional<String> title = TitleAndNumber.title(text);
    BundledComparison.remarkOn(ownId, title, pinned).ifPresent(remarks::add);
    remarks.sort(Comparator.comparingInt(ArticleRemark::line));
    return new Reading(new Article(ownId, title, source, statements, pinned, remarks), prose);
  }

  /** Digests count no rows until it is known that nothing else lists their files. */
  private static List<FileTable> digestsLast(List<FileTable> tables) {
    return tables.stream().sorted(Comparator.comparing(DigestTables::contain)).toList();
  }

  /** Headings may say of their times what the prose does not. */
  private static Statements statements(Prose prose, List<FileTable> tables) {
    Statements stated = prose.statements();
    boolean utc = tables.stream().anyMatch(table -> table.facts().timesAreUtc());
    return new Statements(stated.laterAccepted(), stated.timesAreUtc() || utc, stated.language());
  }

  private static void remarkOnUnread(
      List<UnreadLine> lines, ArticleText text, List<ArticleRemark> remarks) {
    for (UnreadLine line : lines) {
      String printed = Printable.quoted(Cells.strip(text.line(line.line())));
      int number = text.number(line.line());
      remarks.add(
          switch (line.kind()) {
            case ROWS, HEADINGS ->
                new ArticleRemark(
                    Kind.ROW_UNREAD,
                    number,
                    line.lines(),
                    "Not read, " + line.problem() + ": " + printed);
            case VALUE_IN_TEXT ->
                new ArticleRemark(
                    Kind.COLUMN_NOT_COMPARED,
                    number,
                    "No file is held to "
                        + Printable.quoted(line.problem())
                        + ", which stands in a text: "
                        + printed);
            case NAME ->
                new ArticleRemark(
                    Kind.NOTHING_LISTED,
                    number,
                    printed
                        + " names a file with neither date nor size nor version; it is no row.");
          });
    }
  }

  private static ArticleRemark unread(FileTable.UnreadColumn column, ArticleText text) {
    String heading = Printable.quoted(column.heading());
    String example = Printable.quoted(column.example());
    return column.holdsValues()
        ? new ArticleRemark(
            Kind.COLUMN_UNREAD,
            text.number(column.line()),
            "Not read, a column of values under "
                + heading
                + ", which is not understood or stands twice: the first is "
                + example
                + ".")
        : new ArticleRemark(
            Kind.COLUMN_NOT_COMPARED,
            text.number(column.line()),
            "No file is held to what stands under " + heading + ", such as " + example + ".");
  }

  private static ArticleRemark unread(ArticleText.UnreadPart part) {
    return new ArticleRemark(
        Kind.PART_NOT_READ,
        part.line(),
        "What the saved page has with it as "
            + Printable.quoted(part.description())
            + " is not read.");
  }

  private static ArticleRemark pageCutShort(ArticleText text) {
    return new ArticleRemark(
        Kind.ROW_UNREAD,
        text.size() == 0 ? 1 : text.number(text.size()),
        "The page breaks off: what it opens it does not close; what it lists after that is not"
            + " read.");
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
              text.number(tables.get(0).firstLine()),
              "The text does not say that its dates are in UTC; they are read as UTC."));
    }
    ListedFolders.remarkOn(rows).ifPresent(remarks::add);
    boolean isUnread = remarks.stream().anyMatch(remark -> remark.kind() == Kind.ROW_UNREAD);
    if (rows.isEmpty() && !isUnread) {
      remarks.add(ArticleRemark.noFileTable());
    }
    remarkOnListElsewhere(text, remarks);
    int lastLine = tables.isEmpty() ? text.size() : tables.get(tables.size() - 1).lastLine();
    boolean endsWithTable = !rows.isEmpty() && text.nextLineWithText(lastLine).isEmpty();
    if (endsWithTable) {
      remarks.add(
          new ArticleRemark(
              Kind.TEXT_ENDS_WITH_TABLE,
              text.number(lastLine),
              "The text ends with the table's last row; if it was cut short there, rows are"
                  + " missing."));
    }
  }

  private static void remarkOnListElsewhere(ArticleText text, List<ArticleRemark> remarks) {
    for (int line = 1; line <= text.size(); line++) {
      Matcher elsewhere = ELSEWHERE.matcher(text.line(line));
      if (elsewhere.find()) {
        remarks.add(
            new ArticleRemark(
                Kind.LIST_ELSEWHERE,
                text.number(line),
                "The files are said to be listed in "
                    + Printable.quoted(elsewhere.group(1))
                    + "."));
        return;
      }
    }
  }
}
