package io.kbaudit.article.reader;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.reader.PrintedTable.Row;
import io.kbaudit.article.reader.PrintedTable.Size;
import io.kbaudit.article.reader.PrintedTable.Style;
import io.kbaudit.article.reader.cell.Column;
import io.kbaudit.file.WindowsNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a table lists, and in whatever layout it is printed, it is read back row by row. */
class LayoutPropertyTest {
  private static final int TRIES = 300;

  private static final Map<Column, List<String>> HEADINGS =
      Map.of(
          Column.NAME, List.of("File name", "Name", "Filename"),
          Column.DATE, List.of("Date", "Modified date", "Date (UTC)"),
          Column.TIME, List.of("Time", "Time (UTC)"),
          Column.SIZE, List.of("Size", "File size"),
          Column.VERSION, List.of("Version", "File version"),
          Column.PLATFORM, List.of("Platform", "CPU"));

  @Property(tries = TRIES)
  void betweenBars(@ForAll("tables") PrintedTable table, @ForAll("barStyles") BarStyle style) {
    assertReadBack(table, style.print(table));
  }

  @Property(tries = TRIES)
  void betweenBorders(@ForAll("tables") PrintedTable table, @ForAll boolean wrapped) {
    // Only a border between two rows tells that there is one below each row.
    Assume.that(!wrapped || table.rows().size() > 1);
    String border = "+-----------------------------+\n";
    StringBuilder text = new StringBuilder(border + bars(table.headings()) + border);
    for (List<String> cells : table.cells()) {
      text.append(wrapped ? wrappedName(table, cells) : bars(cells)).append(border);
    }

    assertReadBack(table, text.toString());
  }

  @Property(tries = TRIES)
  void inColumnsOfFixedWidth(
      @ForAll("tables") PrintedTable table, @ForAll boolean ruled, @ForAll boolean indented) {
    List<Integer> widths = widths(table);
    List<String> lines =
        table.lines().stream()
            .map(cells -> (indented ? "   " : "") + padded(cells, widths))
            .toList();
    String rule = ruled ? "-".repeat(60) + "\n" : "";

    assertReadBack(
        table,
        lines.get(0) + "\n" + rule + String.join("\n", lines.subList(1, lines.size())) + "\n");
  }

  @Property(tries = TRIES)
  void inColumnsOfWhichSingleBlanksAreLeft(@ForAll("tables") PrintedTable table) {
    assertReadBack(
        table,
        table.lines().stream()
            .map(cells -> cells.stream().filter(cell -> !cell.isEmpty()).collect(joining(" ")))
            .collect(joining("\n", "", "\n")));
  }

  @Property(tries = TRIES)
  void betweenTabs(@ForAll("tables") PrintedTable table) {
    assertReadBack(
        table,
        table.lines().stream()
            .map(cells -> String.join("\t", cells))
            .collect(joining("\n", "", "\n")));
  }

  @Property(tries = TRIES)
  void asSeparatedValues(
      @ForAll("tables") PrintedTable table,
      @ForAll("separators") String separator,
      @ForAll boolean quoted,
      @ForAll boolean banner,
      @ForAll boolean headingAgain) {
    // Below another heading, dates tell for themselves which order they have.
    Assume.that(!headingAgain || table.style().date().matches(".*MMM.*|yyyy.*"));
    Function<List<String>, String> line = cells -> separated(cells, separator, quoted);
    StringBuilder text = new StringBuilder(banner ? "Windows 11, version 24H2 LCU\n" : "");
    text.append(line.apply(table.headings()));
    List<List<String>> cells = table.cells();
    for (int i = 0; i < cells.size(); i++) {
      if (headingAgain && i == 1) {
        text.append("\nSome title\n").append(line.apply(table.headings()));
      }
      text.append(line.apply(cells.get(i)));
    }

    assertReadBack(table, text.toString());
  }

  @Property(tries = TRIES)
  void asSeparatedValuesWithoutHeadings(
      @ForAll("tellingFirstRow") PrintedTable table, @ForAll("separators") String separator) {
    assertReadBack(
        table,
        table.cells().stream().map(cells -> separated(cells, separator, true)).collect(joining()));
  }

  @Property(tries = TRIES)
  void downwardsBetweenBars(@ForAll("namedFirst") PrintedTable table, @ForAll boolean ruled) {
    assertReadBack(
        table,
        downwards(table, "| %s | %s |\n", ruled ? "||\n" : "").replaceFirst("\n", "\n|---|---|\n"));
  }

  @Property(tries = TRIES)
  void downwardsBehindLabels(@ForAll("namedFirst") PrintedTable table, @ForAll boolean blankLines) {
    assertReadBack(table, downwards(table, "%s: %s\n", blankLines ? "\n" : ""));
  }

  @Property(tries = TRIES)
  void lineByLineWithoutHeadings(@ForAll("datedAndMeasured") PrintedTable table) {
    assertReadBack(
        table,
        table.cells().stream()
            .map(cells -> String.join("  ", cells))
            .collect(joining("\n", "", "\n")));
  }

  @Property(tries = TRIES)
  void asATableOfAPage(
      @ForAll("tables") PrintedTable table, @ForAll boolean titled, @ForAll boolean marked) {
    StringBuilder html = new StringBuilder("<table><caption>Files</caption><thead>");
    html.append(row("th", table.headings(), marked)).append("</thead><tbody>");
    if (titled) {
      int columns = table.columns().size();
      html.append("<tr><td colspan=\"%d\">x64-based versions</td></tr>".formatted(columns));
    }
    table.cells().forEach(cells -> html.append(row("td", cells, marked)));

    assertReadBack(table, page(html + "</tbody></table>"));
  }

  @Property(tries = TRIES)
  void asATableWhoseDateStandsForAllRows(@ForAll("tables") PrintedTable table) {
    Row first = table.rows().get(0);
    List<Row> sameDay =
        table.rows().stream()
            .map(
                r ->
                    new Row(r.name(), first.day(), r.minute(), r.size(), r.version(), r.platform()))
            .toList();
    PrintedTable same = new PrintedTable(table.columns(), table.headings(), table.style(), sameDay);
    StringBuilder html = new StringBuilder("<table>" + row("th", table.headings(), false));
    int date = table.columns().indexOf(Column.DATE);
    for (int i = 0; i < sameDay.size(); i++) {
      List<String> cells = new ArrayList<>(same.cells().get(i));
      if (date >= 0 && i > 0) {
        cells.remove(date);
      }
      String line = row("td", cells, false);
      html.append(
          date >= 0 && i == 0
              ? line.replace(
                  "<td>" + cells.get(date), "<td rowspan=" + sameDay.size() + ">" + cells.get(date))
              : line);
    }

    assertReadBack(same, page(html + "</table>"));
  }

  @Property(tries = TRIES)
  void asPreformattedTextOfAPage(@ForAll("tables") PrintedTable table) {
    List<Integer> widths = widths(table);

    assertReadBack(
        table,
        page(
            table.lines().stream()
                .map(cells -> padded(cells, widths))
                .collect(joining("\n", "<pre>\n", "\n</pre>"))));
  }

  /** How a table between bars may be written. */
  private record BarStyle(String prefix, String separator, boolean padded, boolean bold) {
    String print(PrintedTable table) {
      String bar = padded ? " | " : "|";
      StringBuilder text = new StringBuilder();
      for (List<String> cells : table.lines()) {
        boolean heading = text.length() == 0;
        text.append(heading ? prefix : prefix.replace('-', ' ')).append(padded ? "| " : "|");
        text.append(
            cells.stream().map(c -> heading && bold ? "**" + c + "**" : c).collect(joining(bar)));
        text.append(padded ? " |\n" : "|\n");
        if (heading && !separator.isEmpty()) {
          text.append(prefix.replace('-', ' ')).append(separator).append('\n');
        }
      }
      return text.toString();
    }
  }

  private static String bars(List<String> cells) {
    return cells.stream().collect(joining(" | ", "| ", " |\n"));
  }

  /** Names are wrapped in the middle, as narrow columns do. */
  private static String wrappedName(PrintedTable table, List<String> cells) {
    int name = table.columns().indexOf(Column.NAME);
    int middle = cells.get(name).length() / 2;
    List<String> first = new ArrayList<>(cells);
    first.set(name, cells.get(name).substring(0, middle));
    List<String> second = new ArrayList<>(cells.stream().map(cell -> "").toList());
    second.set(name, cells.get(name).substring(middle));
    return bars(first) + bars(second);
  }

  private static List<Integer> widths(PrintedTable table) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      widths.add(
          table.lines().stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0));
    }
    return widths;
  }

  private static String padded(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i)).append(" ".repeat(widths.get(i) - cells.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String separated(List<String> cells, String separator, boolean quoted) {
    return cells.stream()
        .map(cell -> quoted || cell.contains(separator) ? '"' + cell + '"' : cell)
        .collect(joining(separator, "", "\n"));
  }

  private static String downwards(PrintedTable table, String line, String between) {
    StringBuilder text = new StringBuilder();
    for (List<String> cells : table.cells()) {
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          text.append(line.formatted(table.headings().get(i), cells.get(i)));
        }
      }
      text.append(between);
    }
    return text.toString();
  }

  private static String row(String tag, List<String> cells, boolean marked) {
    String open = marked ? "<p><a href=\"x\"><b>" : "";
    String close = marked ? "</b></a></p>" : "";
    return cells.stream()
        .map(cell -> "<" + tag + ">" + open + cell + close + "</" + tag + ">")
        .collect(joining("", "<tr>", "</tr>\n"));
  }

  private static String page(String content) {
    return "<!DOCTYPE html><html><head><title>An update</title></head><body>"
        + content
        + "</body></html>";
  }

  private static void assertReadBack(PrintedTable table, String text) {
    Article article =
        read(
            isPage(text)
                ? text + "<p>The times are in UTC."
                : "In UTC.\n\n" + text + "\nThe end.\n");

    assertThat(article.rows())
        .extracting(ExpectedFile::printed)
        .containsExactlyElementsOf(table.rows().stream().map(table::printed).toList());
    assertThat(article.rows())
        .extracting(ExpectedFile::modified)
        .containsExactlyElementsOf(table.rows().stream().map(table::modified).toList());
    assertThat(article.rows())
        .extracting(row -> row.size().map(ListedSize::toString))
        .containsExactlyElementsOf(table.rows().stream().map(table::size).toList());
    assertThat(article.remarks()).isEmpty();
  }

  private static boolean isPage(String text) {
    return text.startsWith("<!DOCTYPE");
  }

  private static Article read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return ArticleReader.read(new ByteArrayInputStream(bytes), "a.txt", Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<BarStyle> barStyles() {
    return Combinators.combine(
            Arbitraries.of("", "- ", "> ", "  "),
            Arbitraries.of("|---|", "|---|:-:|", ""),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(BarStyle::new);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(",", ";", "\t");
  }

  @Provide
  Arbitrary<PrintedTable> tables() {
    Arbitrary<List<Column>> columns =
        Combinators.combine(
                Arbitraries.of(
                    Set.of(Column.DATE), Set.of(Column.SIZE), Set.of(Column.DATE, Column.SIZE)),
                Arbitraries.of(Column.TIME, Column.VERSION, Column.PLATFORM).set())
            .as(LayoutPropertyTest::columns)
            .flatMap(Arbitraries::shuffle);
    return columns.flatMap(LayoutPropertyTest::tablesOf);
  }

  /** Without headings, a first row tells what its cells are: a blank does not, nor does "x86". */
  @Provide
  Arbitrary<PrintedTable> tellingFirstRow() {
    return tables()
        .filter(table -> table.columns().size() >= 3 && !table.has(Column.PLATFORM))
        .filter(table -> table.cells().get(0).stream().noneMatch(String::isEmpty));
  }

  /** Without headings, nothing but a date and a size makes a line that has a name a row. */
  @Provide
  Arbitrary<PrintedTable> datedAndMeasured() {
    return tables().filter(table -> table.has(Column.DATE) && table.has(Column.SIZE));
  }

  /** Records downwards begin with the name. */
  @Provide
  Arbitrary<PrintedTable> namedFirst() {
    return tables().filter(table -> table.columns().get(0) == Column.NAME);
  }

  /** A time without a date is none: nothing says of which day. */
  private static List<Column> columns(Set<Column> required, Set<Column> others) {
    return Stream.of(Set.of(Column.NAME), required, others)
        .flatMap(Set::stream)
        .filter(column -> column != Column.TIME || required.contains(Column.DATE))
        .sorted()
        .toList();
  }

  private static Arbitrary<PrintedTable> tablesOf(List<Column> columns) {
    Arbitrary<List<String>> headings =
        Combinators.combine(
                columns.stream()
                    .map(column -> Arbitraries.of(HEADINGS.getOrDefault(column, List.of())))
                    .toList())
            .as(all -> all);
    Arbitrary<List<Row>> rows = rows().list().ofMinSize(1).ofMaxSize(12);
    return Combinators.combine(headings, styles(), rows)
        .as((names, style, all) -> new PrintedTable(columns, names, style, telling(all)));
  }

  private static Arbitrary<Style> styles() {
    return Combinators.combine(
            Arbitraries.of(
                "dd-MMM-yyyy",
                "d-MMM-yy",
                "MM/dd/yyyy",
                "d/M/yyyy",
                "M/d/yy",
                "yyyy-MM-dd",
                "MM-dd-yy"),
            Arbitraries.of("HH:mm", "H:mm", "h:mm a", "hh:mma", "HH:mm:ss"),
            Arbitraries.of(Size.class))
        .as(Style::new);
  }

  private static Arbitrary<Row> rows() {
    Arbitrary<String> stems =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withCharRange('0', '9')
            .withChars('.', '-', '~', '_')
            .ofMaxLength(40);
    // A name that begins with a letter, for one of digits alone may be a date or a version; and one
    // that is not a device's, of which a remark is made.
    Arbitrary<String> names =
        Combinators.combine(
                Arbitraries.chars().range('A', 'Z'),
                stems,
                Arbitraries.of("dll", "msi", "Exe", "SYS"))
            .as((first, rest, extension) -> first + rest + "." + extension)
            .filter(name -> WindowsNames.fault(name).isEmpty());
    Arbitrary<String> versions =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just("")),
            Tuple.of(
                3,
                Arbitraries.integers()
                    .between(0, 30_000)
                    .list()
                    .ofMinSize(2)
                    .ofMaxSize(4)
                    .map(parts -> parts.stream().map(String::valueOf).collect(joining(".")))));
    return Combinators.combine(
            names,
            Arbitraries.longs().between(0, 12_783).map(d -> LocalDate.of(1995, 1, 1).plusDays(d)),
            Arbitraries.integers().between(0, 1439).map(m -> LocalTime.MIDNIGHT.plusMinutes(m)),
            Arbitraries.longs().between(0, 99_999_999),
            versions,
            Arbitraries.of("x86", "x64", "IA-64", "Alpha"))
        .as(Row::new);
  }

  /** The first day of each table is one that no month has as its number. */
  private static List<Row> telling(List<Row> rows) {
    List<Row> telling = new ArrayList<>(rows);
    Row first = rows.get(0);
    LocalDate day = first.day().withDayOfMonth(13 + first.day().getDayOfMonth() % 15);
    telling.set(
        0,
        new Row(
            first.name(), day, first.minute(), first.size(), first.version(), first.platform()));
    return telling;
  }
}
