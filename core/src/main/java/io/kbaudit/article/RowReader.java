package io.kbaudit.article;

import io.kbaudit.article.ArticleRemark.Kind;
import io.kbaudit.file.FileName;
import io.kbaudit.file.Printable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the cells of file tables into expected files, and remarks on what it cannot read. */
final class RowReader {
  private final String source;
  private final List<ArticleRemark> remarks = new ArrayList<>();
  private int rowsSoFar;

  RowReader(String source) {
    this.source = source;
  }

  List<ArticleRemark> remarks() {
    return remarks;
  }

  /** Returns the rows of {@code table}; they count on from those of the tables read before. */
  List<ExpectedFile> read(FileTable table) throws ArticleFormatException {
    List<ExpectedFile> files = new ArrayList<>();
    for (FileTable.Row row : table.rows()) {
      files.add(read(table, row));
    }
    return files;
  }

  private ExpectedFile read(FileTable table, FileTable.Row row) throws ArticleFormatException {
    PrintedRow printed =
        new PrintedRow(
            row.cell(Column.NAME),
            row.cell(Column.DATE),
            row.cell(Column.TIME),
            row.cell(Column.SIZE),
            row.cell(Column.VERSION),
            row.cell(Column.PLATFORM));
    return new ExpectedFile(
        ++rowsSoFar,
        row.line(),
        variant(table, printed),
        ListedName.whole(name(row.line(), printed)),
        size(row.line(), printed.size()),
        modified(row.line(), printed),
        value(printed.version()),
        ListedHashes.NONE,
        OptionalInt.empty(),
        printed);
  }

  private static Variant variant(FileTable table, PrintedRow printed) {
    Variant variant = Variant.of(table.heading());
    return value(printed.platform()).map(variant::onPlatform).orElse(variant);
  }

  private FileName name(int line, PrintedRow printed) throws ArticleFormatException {
    try {
      return FileName.of(printed.name());
    } catch (IllegalArgumentException noName) {
      throw new ArticleFormatException(
          source, line, "a row without a file name", printed.date() + " " + printed.size());
    }
  }

  private Optional<ListedSize> size(int line, String cell) {
    return value(cell)
        .flatMap(
            text -> {
              Optional<ListedSize> size = Cells.size(text);
              if (size.isEmpty()) {
                remarkUnreadable(line, "size", text);
              }
              return size;
            });
  }

  /** A time that cannot be read costs the day as well: the day alone would claim less precision. */
  private Optional<ListedTime> modified(int line, PrintedRow printed) {
    Optional<String> dateCell = value(printed.date());
    Optional<String> timeCell = value(printed.time());
    if (dateCell.isEmpty()) {
      timeCell.ifPresent(text -> remarkUnreadable(line, "time without a date", text));
      return Optional.empty();
    }
    Optional<LocalDate> day = Cells.date(dateCell.get());
    if (day.isEmpty()) {
      remarkUnreadable(line, "date", dateCell.get());
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

  private void remarkUnreadable(int line, String what, String text) {
    remarks.add(
        new ArticleRemark(
            Kind.UNREADABLE_CELL,
            line,
            "The " + what + " '" + Printable.excerpt(text) + "' cannot be read and is left out."));
  }

  private static Optional<String> value(String cell) {
    return PrintedRow.saysNothing(cell) ? Optional.empty() : Optional.of(cell);
  }
}
