package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.table.FileTable.UnreadLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the file tables of a text, whichever {@link TableLayout layout} each has. */
public final class TableFinder {
  /** In this order: what one takes, the later ones do not see. */
  private static final List<TableLayout> LAYOUTS =
      List.of(
          new GridLayout(),
          new HashdeepLayout(),
          new CertutilLayout(),
          new FileHashLayout(),
          new FileHashListLayout(),
          new ChecksumLineLayout(),
          new LabelledLineLayout(),
          new KeyValueLayout(),
          new PipeTableLayout(),
          new CsvPropertiesLayout(),
          new CsvLayout(),
          new DirectoryListingLayout(),
          new FixedWidthLayout(),
          new ListedLineLayout(),
          new CellLinesLayout());

  private TableFinder() {}

  /**
   * What was found.
   *
   * @param tables in the order printed
   * @param lost lines that list a file, and stand in none of the tables
   */
  public record Found(List<FileTable> tables, List<UnreadLine> lost) {}

  public static Found tablesIn(ArticleText text) {
    List<FileTable> tables = new ArrayList<>();
    List<Integer> outside = new ArrayList<>();
    int line = 1;
    while (line <= text.size()) {
      Optional<FileTable> table = tableAt(text, line);
      int end = table.map(FileTable::lastLine).orElse(line) + 1;
      if (table.filter(FileTable::listsFiles).isPresent()) {
        tables.add(LostValues.toldIn(UnclearColumns.settledIn(table.get()), text));
      } else {
        IntStream.range(line, end).forEach(outside::add);
      }
      line = end;
    }
    return new Found(tables, LostLines.among(outside, text, extensionsIn(tables)));
  }

  private static Set<String> extensionsIn(List<FileTable> tables) {
    return tables.stream()
        .flatMap(table -> table.rows().stream())
        .map(row -> row.cell(Column.NAME))
        .filter(Shape::isFileName)
        .map(Shape::extension)
        .collect(Collectors.toSet());
  }

  private static Optional<FileTable> tableAt(ArticleText text, int line) {
    if (text.line(line).isBlank()) {
      return Optional.empty();
    }
    for (TableLayout layout : LAYOUTS) {
      Optional<FileTable> table = layout.tableAt(text, line);
      if (table.isPresent()) {
        return table;
      }
    }
    return Optional.empty();
  }
}
