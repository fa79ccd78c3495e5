package io.kbaudit.article.reader.cell;

import io.kbaudit.article.PrintedRow;
import io.kbaudit.article.Variant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts what stands together in one cell, and joins what stands apart. */
public final class WholeCells {
  private WholeCells() {}

  /** Returns {@code cells} with date and time apart, and the name whole. */
  public static Map<Column, String> of(Map<Column, String> cells) {
    Map<Column, String> whole = new EnumMap<>(Column.class);
    whole.putAll(cells);
    part(whole, Column.MODIFIED);
    part(whole, Column.DATE);
    Optional.ofNullable(whole.remove(Column.EXTENSION))
        .filter(extension -> !PrintedRow.saysNothing(extension))
        .ifPresent(extension -> whole.computeIfPresent(Column.NAME, (c, n) -> n + "." + extension));
    placeBranch(whole);
    return whole;
  }

  private static void part(Map<Column, String> cells, Column column) {
    String cell = cells.getOrDefault(column, "");
    Optional<DateAndTime> both = DateAndTime.find(cell);
    if (both.isPresent() && !cells.containsKey(Column.TIME)) {
      cells.remove(column);
      cells.put(Column.DATE, both.get().date());
      cells.put(Column.TIME, both.get().time());
    } else if (column == Column.MODIFIED && cells.remove(column) != null) {
      cells.putIfAbsent(Column.DATE, cell);
    }
  }

  /** Folders of a package are called by the service branch whose files they hold: RTMGDR. */
  private static void placeBranch(Map<Column, String> cells) {
    Stream.of(Column.FOLDER, Column.OTHER)
        .map(column -> cells.getOrDefault(column, ""))
        .filter(Variant::isBranch)
        .findFirst()
        .ifPresent(branch -> cells.putIfAbsent(Column.BRANCH, branch));
  }
}
