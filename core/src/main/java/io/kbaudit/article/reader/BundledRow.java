package io.kbaudit.article.reader;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedName;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import io.kbaudit.file.FileName;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A row in the file of a bundled article, whose cells are all of one form: {@code 10-Mar-2011},
 * {@code 10:04}, {@code 679,936}. Read without the words of all languages in which articles may
 * print them, which take longer to load than a small folder takes to audit.
 *
 * @param line of the published text
 * @param fullName of a name that the table cuts; empty for any other
 */
record BundledRow(int line, String name, String fullName, String date, String time, String size) {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private static final int LETTERS_OF_A_MONTH = 3;

  /** Returns the row of these fields, parted by tabs. */
  static BundledRow parse(String fields) {
    String[] cells = new String[6];
    int start = 0;
    for (int i = 0; i < cells.length - 1; i++) {
      int tab = fields.indexOf('\t', start);
      cells[i] = fields.substring(start, tab);
      start = tab + 1;
    }
    return new BundledRow(
        Integer.parseInt(cells[0]),
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        fields.substring(start));
  }

  /** Returns the row under its number, counted from 1. */
  ExpectedFile as(int number, Variant variant) {
    FileName printed = FileName.of(name);
    return ExpectedFile.of(
            number,
            line,
            fullName.isEmpty()
                ? ListedName.whole(printed)
                : ListedName.cut(printed).completedBy(FileName.of(fullName)),
            new PrintedRow(name, date, time, size, "", ""))
        .variant(variant)
        .size(Optional.of(ListedSize.ofBytes(Long.parseLong(size.replace(",", "")))))
        .modified(Optional.of(ListedTime.ofMinute(day(), minute())))
        .build();
  }

  private LocalDate day() {
    int month = MONTHS.indexOf(date.substring(3, 6)) / LETTERS_OF_A_MONTH + 1;
    return LocalDate.of(
        Integer.parseInt(date.substring(7)), month, Integer.parseInt(date.substring(0, 2)));
  }

  private LocalTime minute() {
    return LocalTime.of(
        Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(3)));
  }
}
