package io.kbaudit.article.reader;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedHashes;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.FileExtensions;
import io.kbaudit.article.reader.cell.FileNote;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.table.FileTable;
import io.kbaudit.file.FileName;
import io.kbaudit.file.WindowsNames;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import io.kbaudit.text.PrintedDate;
import io.kbaudit.text.Processors;
import io.kbaudit.text.Vocabulary;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the cells of file tables into expected files, and remarks on what it cannot read. */
public final class RowReader {
  private static final Pattern SEVERAL_NAMES =
      Pattern.compile("\\S+\\.[A-Za-z]\\w{1,3}(?: | ?[,;&] ?| / )\\S+\\.[A-Za-z]\\w{1,3}(?: .*)?");

  private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");

  private static final Vocabulary WORDS = Vocabulary.ofAllLanguages();

  private final IntUnaryOperator lineNumber;
  private final List<ArticleRemark> remarks = new ArrayList<>();
  private int rowsSoFar;

  /**
   * Creates a reader.
   *
   * @param lineNumber where the lines of tables are in the text as it was given
   */
  RowReader(IntUnaryOperator lineNumber) {
    this.lineNumber = lineNumber;
  }

  List<ArticleRemark> remarks() {
    return remarks;
  }

  /**
   * Returns the rows of {@code table}; they count on from those of the tables read before.
   *
   * @param heading above the table; empty where there is none
   * @param language of all files of the table, where what stands above it tells
   */
  List<ExpectedFile> read(FileTable table, String heading, Optional<String> language) {
    DateOrder order = dateOrder(table);
    if (order == DateOrder.UNKNOWN) {
      order = orderByLanguage(table);
    }
    List<ExpectedFile> files = new ArrayList<>();
    Optional<FileTable.Row> before = Optional.empty();
    for (FileTable.Row row : table.rows()) {
      String path = row.cell(Column.NAME).replace('\u00A0', ' ');
      Optional<FileNote> noted = FileNote.find(path).filter(note -> !note.name().equals(path));
      Optional<FileName> name = FileName.find(lastElement(noted.map(FileNote::name).orElse(path)));
      if (!row.cell(Column.UNREAD).isEmpty()) {
        remark(Kind.ROW_UNREAD, row.line(), row.cell(Column.UNREAD));
      } else if (isOfSeveral(row)) {
        remark(
            Kind.ROW_UNREAD,
            row.line(),
            "Not read, a row of several files: "
                + Printable.quoted(row.cell(Column.NAME))
                + (row.cell(Column.SECOND_NAME).isEmpty()
                    ? ""
                    : " and " + Printable.quoted(row.cell(Column.SECOND_NAME))));
      } else if (name.isEmpty()) {
        remark(Kind.ROW_UNREAD, row.line(), "A row without a file name is not read: " + shown(row));
      } else if (saysNothing(row) && printsMore(row)) {
        remark(
            Kind.ROW_UNREAD,
            row.line(),
            "Not read, a file of which the table gives no date, size, version or digest: "
                + shown(row));
      } else if (saysNothing(row)) {
        remark(
            Kind.NOTHING_LISTED,
            row.line(),
            Printable.quoted(row.cell(Column.NAME))
                + " is named with neither date nor size nor version, and is no row.");
      } else {
        ExpectedFile file =
            file(
                row,
                name.get(),
                withNote(variant(row, heading, language), noted.map(FileNote::note).orElse("")),
                table.facts(),
                order);
        files.add(
            row.orPrevious() && before.isPresent() && !files.isEmpty()
                ? file.insteadOf(firstOf(files.get(files.size() - 1)))
                : file);
        before = Optional.of(row);
      }
    }
    remarkOnContradictoryDates(table, order);
    remarkOnAmbiguousDates(table, order);
    return files;
  }

  /** Whether a cell names more than one file; folders seldom end as files do. */
  private static boolean isOfSeveral(FileTable.Row row) {
    String name = row.cell(Column.NAME);
    String second = row.cell(Column.SECOND_NAME);
    return isOfSeveral(name) || !(second.isEmpty() || second.equalsIgnoreCase(name));
  }

  private static boolean isOfSeveral(String name) {
    int slash = name.lastIndexOf('/');
    return SEVERAL_NAMES.matcher(name).matches()
        || (slash > 0
            && FileExtensions.isKnownName(name.substring(0, slash))
            && Shape.isFileName(name.substring(slash + 1)));
  }

  private ExpectedFile file(
      FileTable.Row row, FileName name, Variant variant, HeadingFacts facts, DateOrder order) {
    WindowsNames.fault(name.canonical())
        .ifPresent(
            fault ->
                remark(
                    Kind.NAME_NOT_OF_WINDOWS,
                    row.line(),
                    "Windows finds no file called "
                        + Printable.quoted(name.spelling())
                        + ", or another one: "
                        + fault
                        + "."));
    PrintedRow printed =
        new PrintedRow(
            row.cell(Column.NAME),
            row.cell(Column.DATE),
            row.cell(Column.TIME),
            row.cell(Column.SIZE),
            row.cell(Column.VERSION),
            row.cell(Column.PLATFORM));
    int line = lineNumber.applyAsInt(row.line());
    return ExpectedFile.of(++rowsSoFar, line, listedName(row, name), printed)
        .variant(variant)
        .size(size(row.line(), printed.size(), facts))
        .modified(modified(row.line(), printed, order))
        .version(value(printed.version()))
        .hashes(hashes(row))
        .alternativeTo(alternativeTo(row))
        .build();
  }

  /** A note behind the name tells the row from others of its name, if not the processor. */
  private static Variant withNote(Variant variant, String note) {
    if (note.isEmpty()) {
      return variant;
    }
    return variant.platform().isEmpty() && !Processors.namedBy(note).isEmpty()
        ? variant.onPlatform(note)
        : variant.inGroup(variant.group().map(group -> group + ", " + note).orElse(note));
  }

  private static Variant variant(FileTable.Row row, String heading, Optional<String> language) {
    String table = row.cell(Column.TABLE);
    String group =
        Stream.of(row.group(), row.cell(Column.GROUP), row.cell(Column.PRODUCT))
            .filter(text -> !PrintedRow.saysNothing(text))
            .collect(Collectors.joining(", "));
    return new Variant(
        table.isEmpty() ? heading : table,
        value(group),
        value(row.cell(Column.PLATFORM)),
        value(row.cell(Column.LANGUAGE)).or(() -> language),
        value(row.cell(Column.SERVICE_PACK)),
        value(row.cell(Column.BRANCH)));
  }

  /** An exported table has the full name of a cut one, and beside it what was printed. */
  private static ListedName listedName(FileTable.Row row, FileName name) {
    Optional<FileName> cut = FileName.find(row.cell(Column.PRINTED_NAME));
    return cut.filter(name::startsWith)
        .map(
            printed ->
                printed.equals(name)
                    ? ListedName.cut(name)
                    : ListedName.cut(printed).completedBy(name))
        .orElse(ListedName.whole(name));
  }

  private static String lastElement(String path) {
    return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
  }

  private ListedHashes hashes(FileTable.Row row) {
    ListedHashes hashes = DigestCell.in(row.cells());
    hashes.unread().ifPresent(text -> remarkUnreadable(row.line(), "digest", text));
    return hashes;
  }

  /** An exported table names the row by its number; a row that is yet to come is none. */
  private OptionalInt alternativeTo(FileTable.Row row) {
    String number = row.cell(Column.ALTERNATIVE_TO);
    return ROW.matcher(number).matches() && Integer.parseInt(number) < rowsSoFar
        ? OptionalInt.of(Integer.parseInt(number))
        : OptionalInt.empty();
  }

  private static int firstOf(ExpectedFile row) {
    return row.alternativeTo().orElse(row.row());
  }

  private static boolean saysNothing(FileTable.Row row) {
    return row.cells().entrySet().stream()
        .filter(cell -> cell.getKey().isAttribute())
        .allMatch(cell -> PrintedRow.saysNothing(cell.getValue()));
  }

  /** Whether anything stands beside the name, which so is listed: "not applicable", "x86". */
  private static boolean printsMore(FileTable.Row row) {
    return row.unclear().stream().anyMatch(cell -> !cell.isEmpty())
        || row.cells().entrySet().stream()
            .anyMatch(cell -> cell.getKey() != Column.NAME && !cell.getValue().isEmpty());
  }

  private Optional<ListedSize> size(int line, String cell, HeadingFacts facts) {
    boolean decimalComma = WORDS.haveDecimalComma(facts.languages());
    return value(cell)
        .flatMap(
            text -> {
              Optional<ListedSize> size = Cells.size(text, facts.sizeUnit(), decimalComma);
              if (size.isEmpty()) {
                remarkUnreadable(line, "size", text);
              }
              return size;
            });
  }

  /** A time that cannot be read costs the day as well: the day alone would claim less precision. */
  private Optional<ListedTime> modified(int line, PrintedRow printed, DateOrder order) {
    Optional<String> dateCell = value(printed.date());
    Optional<String> timeCell = value(printed.time());
    if (dateCell.isEmpty()) {
      timeCell.ifPresent(text -> remarkUnreadable(line, "time without a date", text));
      return Optional.empty();
    }
    Optional<PrintedDate> date = Cells.date(dateCell.get());
    Optional<LocalDate> day = date.flatMap(order::day);
    if (day.isEmpty()) {
      if (date.isEmpty()) {
        remarkUnreadable(line, "date", dateCell.get());
      }
      return Optional.empty();
    }
    if (timeCell.isEmpty()) {
      return day.map(ListedTime::ofDay);
    }
    Optional<LocalTime> minute = Cells.time(timeCell.get());
    if (minute.isEmpty()) {
      remarkUnreadable(line, "time", timeCell.get());
      return Optional.empty();
    }
    return Optional.of(new ListedTime(day.get(), minute));
  }

  private static DateOrder dateOrder(FileTable table) {
    return DateOrder.of(datesIn(table).flatMap(date -> Cells.date(date).stream()).toList());
  }

  /** Where no date of a table tells the order, the language of its headings does, with a remark. */
  private DateOrder orderByLanguage(FileTable table) {
    Set<String> languages = table.facts().languages();
    DateOrder order =
        WORDS.haveDayFirst(languages)
            ? DateOrder.DAY_FIRST
            : WORDS.haveMonthFirst(languages) ? DateOrder.MONTH_FIRST : DateOrder.UNKNOWN;
    List<FileTable.Row> ambiguous = ambiguousIn(table, DateOrder.UNKNOWN);
    if (order != DateOrder.UNKNOWN && !ambiguous.isEmpty()) {
      FileTable.Row first = ambiguous.get(0);
      String cell = first.cell(Column.DATE);
      remark(
          Kind.DATES_BY_LANGUAGE,
          first.line(),
          Printable.quoted(cell)
              + " is read as "
              + Cells.date(cell).flatMap(order::day).map(LocalDate::toString).orElse("no day")
              + (order == DateOrder.DAY_FIRST ? ", the day first" : ", the month first")
              + ", as dates are in "
              + English.enumerate(WORDS.names(languages))
              + ", the language of the headings"
              + (ambiguous.size() == 1
                  ? "."
                  : (ambiguous.size() == 2 ? "; so is " : "; so are ")
                      + English.counted(ambiguous.size() - 1, "more date")
                      + "."));
    }
    return order;
  }

  private static List<FileTable.Row> ambiguousIn(FileTable table, DateOrder order) {
    return table.rows().stream()
        .filter(
            row ->
                Cells.date(row.cell(Column.DATE))
                    .filter(date -> order.day(date).isEmpty())
                    .isPresent())
        .toList();
  }

  private void remarkOnContradictoryDates(FileTable table, DateOrder order) {
    if (order == DateOrder.CONTRADICTORY) {
      remark(
          Kind.DATES_CONTRADICTORY,
          table.firstLine(),
          Printable.quoted(firstDate(table, date -> date.dayFirst().isEmpty()))
              + " has the month first, and "
              + Printable.quoted(firstDate(table, date -> date.monthFirst().isEmpty()))
              + " in the same table the day.");
    }
  }

  private static String firstDate(FileTable table, Predicate<PrintedDate> isMeant) {
    return datesIn(table)
        .filter(date -> Cells.date(date).filter(isMeant).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> datesIn(FileTable table) {
    return Stream.concat(
        table.rows().stream().map(row -> row.cell(Column.DATE)), table.datesOfFolders().stream());
  }

  private void remarkOnAmbiguousDates(FileTable table, DateOrder order) {
    List<FileTable.Row> ambiguous = ambiguousIn(table, order);
    if (!ambiguous.isEmpty()) {
      FileTable.Row first = ambiguous.get(0);
      PrintedDate date = Cells.date(first.cell(Column.DATE)).orElseThrow();
      remark(
          Kind.DATES_AMBIGUOUS,
          first.line(),
          Printable.quoted(first.cell(Column.DATE))
              + " is "
              + date.monthFirst().map(LocalDate::toString).orElse("no day")
              + " or "
              + date.dayFirst().map(LocalDate::toString).orElse("no day")
              + ", and the table does not tell which; "
              + (ambiguous.size() == 1 ? "it is" : ambiguous.size() + " such dates are")
              + " left out.");
    }
  }

  private void remarkUnreadable(int line, String what, String text) {
    remarks.add(ArticleRemark.unreadable(lineNumber.applyAsInt(line), what, text));
  }

  private void remark(Kind kind, int line, String text) {
    remarks.add(new ArticleRemark(kind, lineNumber.applyAsInt(line), text));
  }

  private static String shown(FileTable.Row row) {
    return Printable.quoted(String.join(" ", new TreeMap<>(row.cells()).values()));
  }

  private static Optional<String> value(String cell) {
    return PrintedRow.saysNothing(cell) ? Optional.empty() : Optional.of(cell);
  }
}
