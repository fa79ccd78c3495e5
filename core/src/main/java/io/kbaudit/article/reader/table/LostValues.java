package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.article.reader.cell.FileNote;
import io.kbaudit.article.reader.cell.Shape;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.article.reader.table.FileTable.Row;
import io.kbaudit.article.reader.table.FileTable.UnreadLine;
import io.kbaudit.text.Letters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds values that stand in a table and in no row of it: in a note behind a name, below a row,
 * behind the words of a column of text. Whatever a layout makes of a line, no value that surely is
 * one of a file is passed over.
 */
final class LostValues {
  private static final Pattern BETWEEN_CELLS = Pattern.compile("[\\s|\";]");

  /** Of MD5 in base 64, the shortest. */
  private static final int SHORTEST_DIGEST = 24;

  private final FileTable table;
  private final ArticleText text;
  private final NavigableMap<Integer, List<Row>> rows = new TreeMap<>();
  private final BitSet unread = new BitSet();
  private final List<UnreadLine> lost = new ArrayList<>();

  private LostValues(FileTable table, ArticleText text) {
    this.table = table;
    this.text = text;
    table.unread().forEach(lines -> unread.set(lines.line(), lines.line() + lines.lines()));
    table.rows().forEach(row -> rows.computeIfAbsent(row.line(), n -> new ArrayList<>(1)).add(row));
  }

  /** Returns {@code table} with the lines that have such values among the unread ones. */
  static FileTable toldIn(FileTable table, ArticleText text) {
    return table.facts().isExported() || table.rows().isEmpty()
        ? table
        : new LostValues(table, text).told();
  }

  private FileTable told() {
    for (int line = rows.firstKey(); line <= table.lastLine(); line++) {
      if (!unread.get(line)) {
        findIn(line);
      }
    }
    return lost.isEmpty() ? table : table.withUnread(lost);
  }

  private void findIn(int line) {
    String content = text.line(line);
    List<Row> here = rows.floorEntry(line).getValue();
    List<String> held = here.stream().flatMap(LostValues::heldTo).toList();
    if (isAllHeldTo(content, held) || ListedValue.isTotal(content)) {
      return;
    }
    List<String> folded = held.stream().map(LostValues::folded).toList();
    List<String> values = valuesIn(content).filter(value -> !isAmong(folded, value)).toList();
    for (String value : values) {
      if (Shape.of(value).isDigest() || !isTextOf(here, value)) {
        lost.add(UnreadLine.row(line, "a value that no row has, " + value));
        return;
      }
    }
    values.stream().findFirst().ifPresent(value -> lost.add(UnreadLine.valueInText(line, value)));
  }

  /** A quick look, which spares most rows the slow one: no digit stands elsewhere. */
  private static boolean isAllHeldTo(String line, List<String> held) {
    Set<String> known = new HashSet<>();
    held.forEach(cell -> known.addAll(List.of(BETWEEN_CELLS.split(cell, -1))));
    for (String piece : BETWEEN_CELLS.split(line, -1)) {
      if (!known.contains(piece) && mayBeValue(piece)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Of what begins with a letter, nothing is but a digest: {@code x86} and {@code SP1} are none.
   */
  private static boolean mayBeValue(String piece) {
    return piece.chars().anyMatch(Character::isDigit)
        && (!Character.isLetter(piece.charAt(0)) || piece.length() >= SHORTEST_DIGEST);
  }

  private static Stream<String> valuesIn(String line) {
    return Pipes.isRow(line)
        ? Pipes.cells(line).stream().flatMap(cell -> ListedValue.sureValues(cell).stream())
        : ListedValue.sureValues(SeenLine.beginning(line)).stream();
  }

  private boolean isAmong(List<String> folded, String value) {
    String wanted = folded(value);
    return table.datesOfFolders().stream().anyMatch(date -> folded(date).contains(wanted))
        || folded.stream().anyMatch(cell -> cell.contains(wanted) || isMostOf(cell, wanted));
  }

  /** A value may go on behind what its cell holds, as a day does with a time of day. */
  private static boolean isMostOf(String cell, String value) {
    return value.startsWith(cell) && 2 * cell.length() >= value.length();
  }

  /** Returns what a file is held to, and what is said to be unread. */
  private static Stream<String> heldTo(Row row) {
    Stream<String> cells =
        row.cells().entrySet().stream()
            .filter(cell -> cell.getKey().isAttribute() || cell.getKey() == Column.OLD_VERSION)
            .map(Map.Entry::getValue);
    Stream<String> name = Stream.of(FileNote.withoutNote(row.cell(Column.NAME)));
    return Stream.of(cells, name, row.unclear().stream()).flatMap(each -> each);
  }

  private static boolean isTextOf(List<Row> here, String value) {
    String wanted = folded(value);
    return here.stream()
        .flatMap(row -> row.cells().entrySet().stream())
        .filter(cell -> cell.getKey().isText())
        .anyMatch(cell -> folded(cell.getValue()).contains(wanted));
  }

  /** Letters and digits alone, which are what a value is told by, however it is parted. */
  private static String folded(String cell) {
    StringBuilder folded = new StringBuilder(cell.length());
    SeenLine.asSeen(cell)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(folded::appendCodePoint);
    return Letters.small(folded.toString());
  }
}
